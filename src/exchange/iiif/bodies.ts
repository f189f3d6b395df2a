/** Bodies of annotations: what is painted, and what is said. */
import type { LanguageMap } from '#document/schema.ts';
import { isJsonObject } from '#document/schemaWalk.ts';
import { quote } from '../loss.ts';
import type { Foreign } from '../reading/foreign.ts';
import { addText, readTag, readText, UNDETERMINED } from '../text/words.ts';
import { idOf, typeOf } from './resource.ts';

/** What a text is for, where it is what is written there, and where it is what that means. */
export const TRANSCRIPTION = 'supplementing';
export const TRANSLATION = 'translating';

/** Words of an annotation by what they are for. */
export interface Said {
  /** All but tags. */
  readonly text: LanguageMap;
  readonly tags: LanguageMap[];
  /** The same text in parts. */
  readonly parts: {
    readonly body: LanguageMap;
    readonly transcription: LanguageMap;
    readonly translation: LanguageMap;
  };
}

export function createSaid(): Said {
  return { text: {}, tags: [], parts: { body: {}, transcription: {}, translation: {} } };
}

/** A body as it was opened, with its type; choices stay together. */
export interface Body {
  readonly resource: Foreign;
  readonly type: string;
  readonly id: string;
  /** Of a Choice, what may be chosen. */
  readonly choices: readonly Body[];
  /** What was wrapped around it as a specific resource: transforms, an action. */
  readonly wrapper: Foreign | null;
}

export function bodiesOf(annotation: Foreign): Body[] {
  const key = annotation.has('body') ? 'body' : 'resource';
  return annotation.list(key, true).flatMap(({ value, path }) => {
    if (typeof value === 'string') {
      return [readBody(annotation.ledger.open({ id: value }, path))];
    }
    if (isJsonObject(value)) return [readBody(annotation.ledger.open(value, path))];
    annotation.ledger.lose(path, `expected a body, found ${quote(value)}`, value);
    return [];
  });
}

function readBody(resource: Foreign, depth = 0): Body {
  const type = typeOf(resource);
  const id = idOf(resource);
  if (type === 'SpecificResource' && depth < 4) {
    const source = resource.take('source') ?? resource.take('full');
    const inner: unknown = Array.isArray(source) ? source[0] : source;
    const path = resource.at(resource.has('source') ? 'source' : 'full');
    if (typeof inner === 'string')
      return { ...readBody(resource.ledger.open({ id: inner }, path), depth + 1), wrapper: resource };
    if (isJsonObject(inner)) return { ...readBody(resource.ledger.open(inner, path), depth + 1), wrapper: resource };
  }
  const isChoice = type === 'Choice' || type === 'alternates';
  const options = isChoice ? [...resource.objects('default', true), ...resource.objects('item', true), ...resource.objects('items', true)] : []; // prettier-ignore
  const choices = depth < 4 ? options.slice(0, 100).map((option) => readBody(option, depth + 1)) : [];
  return { resource, type, id, choices, wrapper: null };
}

/** Words of textual bodies, those of a choice each in its language; what they are for is told apart. */
export function addSaid(body: Body, said: Said): boolean {
  if (body.type === 'Choice') {
    const texts = body.choices.filter(({ type }) => type === 'TextualBody');
    if (texts.length === 0) return false;
    const map: LanguageMap = {};
    const isTag = texts.some(({ resource }) => resource.peek('purpose') === 'tagging');
    for (const option of texts) {
      const one = { ...createSaid(), text: map };
      addSaid(option, one);
      for (const tag of one.tags) Object.assign(map, tag);
    }
    if (isTag) said.tags.push(map);
    else for (const [tag, text] of Object.entries(map)) sayText(said, 'body', tag, text);
    return true;
  }
  if (body.type !== 'TextualBody') return false;
  const { resource } = body;
  const key = resource.has('value') ? 'value' : 'chars';
  const written = resource.text(key);
  const languages = resource.list('language', true).map(({ value }) => (typeof value === 'string' ? value : ''));
  const tag = readTag(languages[0] ?? '') ?? UNDETERMINED;
  const format = resource.text('format') ?? '';
  if (written === undefined) return true;
  const text = readText(resource.ledger, resource.at(key), written, /html/.test(format) ? 'html' : 'auto');
  const purpose = resource.take('purpose');
  if (purpose === 'tagging') said.tags.push({ [tag]: text });
  else sayText(said, purpose === TRANSCRIPTION ? 'transcription' : purpose === TRANSLATION ? 'translation' : 'body', tag, text); // prettier-ignore
  return true;
}

function sayText(said: Said, part: keyof Said['parts'], tag: string, text: string): void {
  addText(said.text, tag, text, '\n\n');
  addText(said.parts[part], tag, text, '\n\n');
}
