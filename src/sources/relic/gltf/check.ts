/** Reads values out of JSON that nobody vouches for; what is not as it must be is told with its place in the file. */
import { ModelError } from './modelError.ts';

export type Json = Readonly<Record<string, unknown>>;

/** An object of the file and where it stands in it, as `meshes.3.primitives.0`. */
export interface Entry {
  readonly json: Json;
  readonly place: string;
}

const SMALLER = 'make steps of it with “grotto lod”';

/** What to do about it is to be said after a semicolon; that it must be exported again goes without saying. */
export function fail(place: string, what: string): never {
  const remedy = what.includes(';') ? '' : '; export the model again';
  throw new ModelError('broken-data', `${place}: ${what}${remedy}`);
}

export function entryOf(value: unknown, place: string): Entry {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    fail(place, `expected an object, found ${describe(value)}`);
  }
  return { json: value as Json, place };
}

/** The object under a key; null where there is none. */
export function childOf({ json, place }: Entry, key: string): Entry | null {
  const value = ownOf(json, key);
  return value === undefined ? null : entryOf(value, inside(place, key));
}

/** An extension of an object by its name; null where it has none. */
export function extensionOf(entry: Entry, name: string): Entry | null {
  const extensions = childOf(entry, 'extensions');
  return extensions && childOf(extensions, name);
}

/** The objects of a list; none where the list is left out. */
export function entriesOf({ json, place }: Entry, key: string, most: number): Entry[] {
  return listOf(json, place, key, most).map((value, index) => entryOf(value, `${inside(place, key)}.${index}`));
}

export function numbersOf({ json, place }: Entry, key: string, length: number): number[] | undefined {
  const value = ownOf(json, key);
  if (value === undefined) return undefined;
  const isRight = Array.isArray(value) && value.length === length && value.every((item) => Number.isFinite(item));
  if (!isRight) fail(inside(place, key), `expected ${length} numbers, found ${describe(value)}`);
  return value as number[];
}

export function numberOf({ json, place }: Entry, key: string, least: number, most: number): number | undefined {
  const value = ownOf(json, key);
  if (value === undefined) return undefined;
  if (typeof value !== 'number' || !(value >= least && value <= most)) {
    fail(inside(place, key), `expected a number from ${least} to ${most}, found ${describe(value)}`);
  }
  return value;
}

export function integerOf(entry: Entry, key: string, least: number, most: number): number | undefined {
  const value = ownOf(entry.json, key);
  if (value !== undefined && !Number.isInteger(value)) {
    fail(inside(entry.place, key), `expected a whole number, found ${describe(value)}`);
  }
  return numberOf(entry, key, least, most);
}

export function requiredInteger(entry: Entry, key: string, least: number, most: number): number {
  const { [key]: found } = entry.json;
  if (typeof found === 'number' && found > most) {
    throw new ModelError(
      'too-large',
      `${inside(entry.place, key)}: expected at most ${most}, found ${found}; ${SMALLER}`,
    );
  }
  const value = integerOf(entry, key, least, most);
  if (value === undefined) fail(entry.place, `has no ${key}`);
  return value;
}

/** The index of an entry of another list that has `count` of them. */
export function referenceOf(entry: Entry, key: string, list: string, count: number): number | undefined {
  const value = ownOf(entry.json, key);
  return value === undefined ? undefined : checkReference(value, inside(entry.place, key), list, count);
}

export function requiredReference(entry: Entry, key: string, list: string, count: number): number {
  const value = referenceOf(entry, key, list, count);
  if (value === undefined) fail(entry.place, `has no ${key}`);
  return value;
}

export function referencesOf({ json, place }: Entry, key: string, list: string, count: number): number[] {
  const values = listOf(json, place, key, Infinity);
  const found = values.map((value, index) => checkReference(value, `${inside(place, key)}.${index}`, list, count));
  if (new Set(found).size !== found.length) fail(inside(place, key), 'names an entry twice');
  return found;
}

/** What each key of an object refers to, such as the attributes of a primitive. */
export function referenceMapOf(entry: Entry, key: string, list: string, count: number): Record<string, number> | null {
  const child = childOf(entry, key);
  if (!child) return null;
  const names = Object.keys(child.json);
  if (names.length > 64) fail(child.place, `expected at most 64 entries, found ${names.length}`);
  const found: Record<string, number> = {};
  for (const name of names) {
    if (!/^\w{1,64}$/.test(name) || name === '__proto__') fail(child.place, `"${shorten(name)}" is no name`);
    found[name] = requiredReference(child, name, list, count);
  }
  return found;
}

export function textOf({ json, place }: Entry, key: string): string | undefined {
  const value = ownOf(json, key);
  if (value === undefined) return undefined;
  if (typeof value !== 'string') fail(inside(place, key), `expected a text, found ${describe(value)}`);
  return value;
}

export function flagOf({ json, place }: Entry, key: string): boolean {
  const value = ownOf(json, key) ?? false;
  if (typeof value !== 'boolean') fail(inside(place, key), `expected true or false, found ${describe(value)}`);
  return value;
}

/** One of some values, or the first of them where it is left out. */
export function choiceOf<T extends string | number>({ json, place }: Entry, key: string, choices: readonly T[]): T {
  const value = ownOf(json, key) ?? choices[0];
  if (!choices.includes(value as T)) {
    fail(inside(place, key), `expected one of ${choices.join(', ')}, found ${describe(value)}`);
  }
  return value as T;
}

export function hasOwn(json: Json, key: string): boolean {
  return Object.hasOwn(json, key);
}

export function textsOf(entry: Entry, key: string, most: number): string[] {
  return listOf(entry.json, entry.place, key, most).map((value, index) => {
    if (typeof value !== 'string') fail(`${inside(entry.place, key)}.${index}`, 'expected a text');
    return value;
  });
}

function listOf(json: Json, place: string, key: string, most: number): readonly unknown[] {
  const value = ownOf(json, key) ?? [];
  if (!Array.isArray(value)) fail(inside(place, key), `expected a list, found ${describe(value)}`);
  if (value.length > most) {
    throw new ModelError(
      'too-large',
      `${inside(place, key)}: expected at most ${most}, found ${value.length}; ${SMALLER}`,
    );
  }
  return value;
}

function checkReference(value: unknown, place: string, list: string, count: number): number {
  if (typeof value !== 'number' || !Number.isInteger(value) || value < 0) {
    fail(place, `expected a number of ${list}, found ${describe(value)}`);
  }
  if (value >= count) {
    const message = `${place}: names ${list}.${value}, but there are ${count}; export the model again`;
    throw new ModelError('broken-reference', message);
  }
  return value;
}

/** Never what an object inherits, whatever the file calls its keys. */
function ownOf(json: Json, key: string): unknown {
  return Object.hasOwn(json, key) ? json[key] : undefined;
}

/** Names and texts of a file that end up in a message. */
export function shorten(text: string): string {
  return text.length > 80 ? `${text.slice(0, 80)}…` : text;
}

function inside(place: string, key: string): string {
  return place === '' ? key : `${place}.${key}`;
}

function describe(value: unknown): string {
  if (typeof value === 'string') return `"${shorten(value)}"`;
  if (Array.isArray(value)) return `a list of ${value.length}`;
  if (typeof value === 'object' && value !== null) return 'an object';
  return String(value);
}
