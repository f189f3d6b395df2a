/** Six pictures of a cube by Photo Sphere Viewer: top and bottom lie turned by half a turn unless it is said otherwise. */
import { isJsonObject } from '#document/schemaWalk.ts';
import type { Draft } from '../making/draft.ts';
import { findFaces } from '../making/places.ts';
import type { PanoramaTiles } from '../panoramaTiles.ts';
import type { Foreign } from '../reading/foreign.ts';

const NAMES = ['front', 'right', 'back', 'left', 'top', 'bottom'] as const;

/** Faces by their names, as keys of `faces`; null with a loss where one is missing. */
export async function readFaces(
  draft: Draft,
  faces: Foreign,
  base: string,
  isFlipped: boolean,
): Promise<PanoramaTiles | null> {
  return find(draft, NAMES.map((name) => base + (faces.text(name) ?? '')), faces.path, isFlipped); // prettier-ignore
}

/** Faces under a key: by their names, or as a list of left, front, right, back, top, bottom. */
export async function readFacesAt(
  draft: Draft,
  owner: Foreign,
  key: string,
  base: string,
  isFlipped: boolean,
): Promise<PanoramaTiles | null> {
  const value = owner.peek(key);
  if (isJsonObject(value)) {
    const faces = owner.object(key);
    return faces ? readFaces(draft, faces, base, isFlipped) : null;
  }
  const [l, f, r, b, u, d] = owner.list(key).map((item) => String(item.value));
  return find(draft, [f, r, b, l, u, d].map((face) => base + (face ?? '')), owner.at(key), isFlipped); // prettier-ignore
}

async function find(
  draft: Draft,
  addresses: readonly string[],
  path: string,
  isFlipped: boolean,
): Promise<PanoramaTiles | null> {
  const found = await findFaces(draft, addresses, path);
  if (found?.format !== 'faces') return null;
  // Flipped there is straight here, so that it is a cube of our own.
  if (isFlipped) return found;
  const [front, right, back, left, top, bottom] = found.faces;
  const paths = { left, front, right, back, top, bottom };
  return { format: 'as-written', source: { type: 'psv-cubemap', paths, size: found.size } };
}
