/** Stand-ins for what a document cannot do without. */
import { findNearest } from '../nearest.ts';
import { isJsonObject, type JsonObject, type PathKey } from '../schemaWalk.ts';
import { DIGITAL_SOURCE_TYPES, exhibitionSchema, FORMAT_VERSION } from '../schema.ts';
import { validate } from './validate.ts';

/** What a node's `asset` becomes where it names none; no document can have an asset of this id and be sound. */
export const NO_ASSET = 'no-asset';
/** BCP 47 for a text whose language nobody knows. */
const UNDETERMINED = 'und';

/** Mends a key of the document itself; false where nothing can stand in for it. */
export function mendRoot(root: JsonObject, key: PathKey | undefined): boolean {
  switch (key) {
    case 'formatVersion':
      root[key] = FORMAT_VERSION;
      return true;
    case 'id':
      root[key] = 'exhibition';
      return true;
    case 'label':
      root[key] = {};
      return true;
    case 'assets':
      root[key] = [];
      return true;
    case 'languages':
      root[key] = findLanguages(root);
      return true;
    case 'defaultLanguage':
      root[key] = findLanguages(root)[0];
      return true;
    default:
      return false;
  }
}

/** Mends a key of a node so that the node stays in the visit; it is broken where it has lost its panorama. */
export function mendNode(
  node: JsonObject,
  key: PathKey | undefined,
  index: number,
  nodes: readonly unknown[],
): { isBroken: boolean } {
  if (key === 'id') node['id'] = makeUpId(index, nodes);
  if (key === 'label')
    node['label'] = typeof node['id'] === 'string' ? { [UNDETERMINED]: node['id'].slice(0, 64) } : {};
  if (key === 'asset') node['asset'] = NO_ASSET;
  return { isBroken: key === 'asset' };
}

/**
 * Takes an optional key out. Only of a misspelt `digitalSourceType` the nearest known one is kept: a label that says
 * how a picture was made is not lost over a letter.
 */
export function mendSourceType(owner: JsonObject, key: string): void {
  const value = owner[key];
  delete owner[key];
  if (key !== 'digitalSourceType' || typeof value !== 'string') return;
  const name = value.slice(value.lastIndexOf('/') + 1);
  const nearest = findNearest(name, DIGITAL_SOURCE_TYPES);
  if (nearest !== undefined) owner[key] = nearest;
}

function makeUpId(index: number, nodes: readonly unknown[]): string {
  const taken = new Set(nodes.map((node) => (isJsonObject(node) ? node['id'] : undefined)));
  let id = `node-${index + 1}`;
  while (taken.has(id)) id += '-x';
  return id;
}

function findLanguages(root: JsonObject): string[] {
  const written = Array.isArray(root['languages']) ? (root['languages'] as unknown[]) : [];
  const ofLabel = isJsonObject(root['label']) ? Object.keys(root['label']) : [];
  const isLanguage = (tag: unknown): tag is string =>
    validate(exhibitionSchema.shape.defaultLanguage, tag).length === 0;
  for (const tags of [written, [root['defaultLanguage']], ofLabel]) {
    const languages = tags.filter(isLanguage).slice(0, 64);
    if (languages.length > 0) return languages;
  }
  return ['en'];
}
