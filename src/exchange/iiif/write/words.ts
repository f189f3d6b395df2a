/** Texts, rights and addresses as IIIF writes them. */
import type { DigitalSourceType, LanguageMap } from '#document/schema.ts';
import type { JsonObject } from '#document/schemaWalk.ts';
import type { Teller } from '../../writing.ts';
import { UNDETERMINED } from '../../text/words.ts';
import { CREDIT_LABEL, SOURCE_TYPE_VOCABULARY } from '../statement.ts';

export type Words = Record<string, string[]>;

export function writeWords(map: LanguageMap): Words {
  return Object.fromEntries(Object.entries(map).map(([tag, text]) => [tag === UNDETERMINED ? 'none' : tag, [text]]));
}

export interface Pair {
  readonly label: LanguageMap;
  readonly value: LanguageMap;
}

export function writePair({ label, value }: Pair): JsonObject {
  return { label: writeWords(label), value: writeWords(value) };
}

interface Stated {
  readonly rights?: string | undefined;
  readonly requiredStatement?: Pair | undefined;
  readonly credit?: LanguageMap | undefined;
  readonly digitalSourceType?: DigitalSourceType | undefined;
}

/** How a picture was made is said by the vocabulary's own address, so that it is known again. */
export function writeStatement(owner: Stated, teller: Teller, facts: readonly Pair[] = []): JsonObject {
  const { rights, requiredStatement, credit, digitalSourceType } = owner;
  teller.say(owner, 'rights', 'requiredStatement', 'credit', 'digitalSourceType');
  const metadata = facts.map(writePair);
  if (credit) metadata.push({ label: { en: [CREDIT_LABEL] }, value: writeWords(credit) });
  if (digitalSourceType)
    metadata.push({
      label: { en: ['Digital source type'] },
      value: { none: [SOURCE_TYPE_VOCABULARY + digitalSourceType] },
    });
  return {
    ...(rights !== undefined && { rights }),
    ...(requiredStatement && { requiredStatement: writePair(requiredStatement) }),
    ...(metadata.length > 0 && { metadata }),
  };
}

/** One textual body for each language. */
export function writeBodies(map: LanguageMap | undefined, purpose?: string): JsonObject[] {
  return Object.entries(map ?? {})
    .filter(([, text]) => text !== '')
    .map(([tag, value]) => ({
      type: 'TextualBody',
      ...(purpose !== undefined && { purpose }),
      value,
      format: 'text/plain',
      ...(tag !== UNDETERMINED && { language: tag }),
    }));
}

/** A subject is one thing in several languages, so its words are a choice. */
export function writeTags(subjects: readonly LanguageMap[] | undefined): JsonObject[] {
  return (subjects ?? []).map((subject) => ({ type: 'Choice', items: writeBodies(subject, 'tagging') }));
}

const FORMATS: Readonly<Record<string, string>> = {
  jpg: 'image/jpeg', jpeg: 'image/jpeg', png: 'image/png', webp: 'image/webp', avif: 'image/avif', gif: 'image/gif',
  svg: 'image/svg+xml', glb: 'model/gltf-binary',
}; // prettier-ignore

export function formatOf(uri: string): { format?: string } {
  const format = FORMATS[/\.(\w+)$/.exec(uri)?.[1]?.toLowerCase() ?? ''];
  return format === undefined ? {} : { format };
}
