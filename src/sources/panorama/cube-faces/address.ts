import { FACES } from '#streaming/pyramid/pyramid.ts';
import type { CubeFacesSource } from './schema.ts';

/** The picture that the tiles of a face are cut from; `face` is an index into `FACES`. */
export function faceUri(source: CubeFacesSource, face: number): string {
  const name = FACES[face];
  if (name === undefined) throw new RangeError(`a cube has faces 0 to 5, not ${face}`);
  return source.faces[name];
}
