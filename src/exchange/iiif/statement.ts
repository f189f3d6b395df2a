/** Rights and what must be said, of a manifest or of one of its parts. */
import type { LanguageMap } from '#document/schema.ts';
import { DIGITAL_SOURCE_TYPES, type DigitalSourceType } from '#document/schema.ts';
import { safeLinkUrl } from '#document/uri.ts';
import { quote } from '../loss.ts';
import type { Foreign } from '../reading/foreign.ts';
import { isEmpty } from '../text/words.ts';
import { type Fact, factsOf, idOf, wordsOf } from './resource.ts';

export const SOURCE_TYPE_VOCABULARY = 'http://cv.iptc.org/newscodes/digitalsourcetype/';
/** The label under which exports say whom to credit. */
export const CREDIT_LABEL = 'Credit';

export interface Statement {
  rights?: string;
  requiredStatement?: Fact;
  digitalSourceType?: DigitalSourceType;
  credit?: LanguageMap;
}

/** `facts` are what of the metadata is not told otherwise. */
export function readStatement(owner: Foreign): { statement: Statement; facts: Fact[] } {
  const statement: Statement = {};
  const rights = readRights(owner, 'rights') ?? readRights(owner, 'license');
  if (rights !== undefined) statement.rights = rights;
  const required = owner.object('requiredStatement');
  const attribution = wordsOf(owner, 'attribution');
  if (required) statement.requiredStatement = { label: wordsOf(required, 'label'), value: wordsOf(required, 'value') };
  else if (!isEmpty(attribution)) statement.requiredStatement = { label: { en: 'Attribution' }, value: attribution };
  const facts = factsOf(owner).filter((fact) => {
    const value = Object.values(fact.value)[0] ?? '';
    const name = value.startsWith(SOURCE_TYPE_VOCABULARY) ? value.slice(SOURCE_TYPE_VOCABULARY.length) : null;
    const type = DIGITAL_SOURCE_TYPES.find((known) => known === name);
    if (type) statement.digitalSourceType = type;
    const isCredit = fact.label['en'] === CREDIT_LABEL;
    if (isCredit) statement.credit = fact.value;
    return !type && !isCredit;
  });
  return { statement, facts };
}

function readRights(owner: Foreign, key: string): string | undefined {
  const list = owner.list(key, true);
  for (const { value, path } of list.slice(1))
    owner.ledger.lose(path, 'a second statement of rights is left out', value);
  const [first] = list;
  if (!first) return undefined;
  const { value } = first;
  if (typeof value === 'string' && safeLinkUrl(value) !== null) return value;
  owner.ledger.lose(first.path, `${quote(value)} is no address of a licence`, value);
  return undefined;
}

/** Who shows it, and where they are found. */
export function readProvider(owner: Foreign): { provider?: LanguageMap; homepage?: string } {
  const [agent, ...others] = owner.objects('provider', true);
  for (const other of others) {
    owner.ledger.lose(other.path, 'a second provider is left out', idOf(other));
    other.ignore(...other.keys());
  }
  if (agent) agent.ignore('id', '@id', 'type', '@type');
  const provider = agent ? wordsOf(agent, 'label') : {};
  const homepage = readHomepage(owner) ?? (agent && readHomepage(agent));
  return { ...(!isEmpty(provider) && { provider }), ...(homepage !== undefined && { homepage }) };
}

function readHomepage(owner: Foreign): string | undefined {
  let found: string | undefined;
  for (const page of owner.objects('homepage', true)) {
    page.ignore('type', '@type', 'format', 'language', 'label');
    const id = idOf(page);
    if (safeLinkUrl(id) === null) owner.ledger.lose(page.path, `${quote(id)} is no link that a visitor may follow`, id);
    else if (found === undefined) found = id;
    else owner.ledger.lose(page.path, 'a second homepage is left out', id);
  }
  return found;
}
