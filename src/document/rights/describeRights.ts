/** The rights that cultural heritage is published under, known by name; every other URI is shown as it is. */
import type { TextByLanguage } from '#i18n/pickText.ts';
import { safeLinkUrl } from '../uri.ts';
import licences from './licences.json' with { type: 'json' };
import statements from './statements.json' with { type: 'json' };

/** Parts of a licence's mark, in the order they are set in. */
export type RightsIcon =
  'cc' | 'by' | 'sa' | 'nd' | 'nc' | 'zero' | 'mark' | 'in-copyright' | 'no-copyright' | 'unclear';

export interface RightsNotice {
  /** The URI that names the rights: its http form for known ones (they are names, not addresses), else as written. */
  readonly id: string;
  /** Where the text of the licence can be read, safe as a link; null where the URI leads nowhere safe. */
  readonly url: string | null;
  /** Short form as on a wall label, such as `CC BY-SA 4.0`; the URI itself where it is unknown. */
  readonly label: string;
  /** Full name by language; null for an unknown URI. */
  readonly name: TextByLanguage | null;
  readonly icons: readonly RightsIcon[];
}

export function describeRights(uri: string): RightsNotice {
  return describeLicence(uri) ?? describePublicDomain(uri) ?? describeStatement(uri) ?? describeUnknown(uri);
}

export function isKnownRights(uri: string): boolean {
  return describeRights(uri).name !== null;
}

const CC = String.raw`^https?:\/\/(?:www\.)?creativecommons\.org`;
const CC_END = String.raw`(?:\/(?:deed|legalcode)(?:\.[\w-]+)?)?\/?$`;
const LICENCE = new RegExp(String.raw`${CC}\/licenses\/([a-z-]+)\/(\d\.\d)(?:\/([a-z]{2,3}))?${CC_END}`, 'i');
const PUBLIC_DOMAIN = new RegExp(String.raw`${CC}\/publicdomain\/(zero|mark)\/(1\.0)${CC_END}`, 'i');
const STATEMENT = /^https?:\/\/(?:www\.)?rightsstatements\.org\/(?:vocab|page)\/([\w-]+)\/(1\.0)\/?(?:\?.*)?$/i;

function describeLicence(uri: string): RightsNotice | null {
  const [, written = '', version = '', country] = LICENCE.exec(uri) ?? [];
  const code = written.toLowerCase();
  if (!isKeyOf(licences, code)) return null;
  const place = country === undefined ? '' : `${country.toLowerCase()}/`;
  const id = `http://creativecommons.org/licenses/${code}/${version}/${place}`;
  const label = `CC ${code.toUpperCase()} ${version}${country === undefined ? '' : ` ${country.toUpperCase()}`}`;
  return known(id, label, licences[code], ['cc', ...(code.split('-') as RightsIcon[])]);
}

function describePublicDomain(uri: string): RightsNotice | null {
  const code = PUBLIC_DOMAIN.exec(uri)?.[1]?.toLowerCase();
  if (code !== 'zero' && code !== 'mark') return null;
  const id = `http://creativecommons.org/publicdomain/${code}/1.0/`;
  return known(
    id,
    code === 'zero' ? 'CC0 1.0' : 'PDM 1.0',
    licences[code],
    code === 'zero' ? ['cc', 'zero'] : ['mark'],
  );
}

function describeStatement(uri: string): RightsNotice | null {
  const written = STATEMENT.exec(uri)?.[1]?.toLowerCase();
  const code = Object.keys(statements).find((key) => key.toLowerCase() === written);
  if (code === undefined || !isKeyOf(statements, code)) return null;
  const icon = code.startsWith('InC') ? 'in-copyright' : code.startsWith('NoC') ? 'no-copyright' : 'unclear';
  return known(`http://rightsstatements.org/vocab/${code}/1.0/`, statements[code].en, statements[code], [icon]);
}

function describeUnknown(uri: string): RightsNotice {
  return { id: uri, url: safeLinkUrl(uri), label: uri, name: null, icons: [] };
}

function known(id: string, label: string, name: TextByLanguage, icons: readonly RightsIcon[]): RightsNotice {
  return { id, url: id.replace(/^http:/, 'https:'), label, name, icons };
}

function isKeyOf<Table extends object>(table: Table, key: string): key is keyof Table & string {
  return Object.hasOwn(table, key);
}
