import { type JsonObject, type PathKey } from '../schemaWalk.ts';

/** Where each object stood in the document as it was written; objects keep their place when their neighbours go. */
export type Places = WeakMap<object, string>;

export function joinPath(path: string, key: PathKey): string {
  return path === '' ? String(key) : `${path}.${key}`;
}

/** The place of a key of an object that was met by the first walk. */
export function placeIn(places: Places, object: object, key?: PathKey): string {
  const path = places.get(object) ?? '';
  return key === undefined ? path : joinPath(path, key);
}

/** The written place for a path into the present value, where elements may have moved up since. */
export function writtenPlace(root: JsonObject, path: readonly PathKey[], places: Places): string {
  let value: unknown = root;
  let place = '';
  for (const key of path) {
    place = joinPath(place, key);
    value = readKey(value, key);
    if (typeof value === 'object' && value !== null) place = places.get(value) ?? place;
  }
  return place;
}

export function readKey(value: unknown, key: PathKey): unknown {
  if (Array.isArray(value)) return typeof key === 'number' ? (value[key] as unknown) : undefined;
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
  return (value as JsonObject)[key];
}
