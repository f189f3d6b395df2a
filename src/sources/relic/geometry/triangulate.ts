/** Strips and fans as plain triangles: three does the same, but on the page. */
import { TRIANGLE_FAN, TRIANGLE_STRIP, TRIANGLES } from '../gltf/shape.ts';
import type { Numbers } from './attribute.ts';

export interface Corners {
  readonly mode: number;
  /** Null where vertices follow each other. */
  readonly index: Numbers | null;
}

export function triangulate({ mode, index }: Corners, vertexCount: number): Corners {
  if (mode !== TRIANGLE_STRIP && mode !== TRIANGLE_FAN) return { mode, index };
  const count = Math.max(0, (index?.length ?? vertexCount) - 2);
  const corner = (at: number): number => index?.[at] ?? (index ? 0 : at);
  const made = new Uint32Array(count * 3);
  for (let at = 0; at < count; at++) {
    const isTurned = mode === TRIANGLE_STRIP && at % 2 === 1;
    made[at * 3] = corner(mode === TRIANGLE_FAN ? at + 1 : isTurned ? at + 1 : at);
    made[at * 3 + 1] = corner(mode === TRIANGLE_FAN ? at + 2 : isTurned ? at : at + 1);
    made[at * 3 + 2] = corner(mode === TRIANGLE_FAN ? 0 : at + 2);
  }
  return { mode: TRIANGLES, index: made };
}

/** Indices in two bytes where they fit, for they are read for every triangle of every frame. */
export function narrow(index: Numbers, vertexCount: number): Uint16Array | Uint32Array {
  if (index instanceof Uint16Array) return index;
  // The last number of two bytes means a cut.
  if (vertexCount <= 65_535) return Uint16Array.from(index);
  return index instanceof Uint32Array ? index : Uint32Array.from(index);
}
