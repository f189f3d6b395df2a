/** A GLB of ours as triangles in metres, to be measured or met by rays. */
import type { Document } from '@gltf-transform/core';
import type { Vec3 } from '#demo/cave/cave.ts';

export interface Surface {
  readonly positions: Float32Array<ArrayBuffer>;
  readonly indices: Uint32Array<ArrayBuffer>;
}

/** The one mesh of the document as it stands in its scene. */
export function readSurface(document: Document): Surface {
  const node = document.getRoot().listNodes()[0];
  const primitive = node?.getMesh()?.listPrimitives()[0];
  const position = primitive?.getAttribute('POSITION');
  const indices = primitive?.getIndices()?.getArray();
  if (!node || !position || !indices) throw new Error('readSurface: the file holds no mesh; make it anew');
  const matrix = node.getWorldMatrix();
  const positions = new Float32Array(position.getCount() * 3);
  const at = [0, 0, 0];
  for (let v = 0; v < position.getCount(); v++) {
    position.getElement(v, at);
    for (let k = 0; k < 3; k++)
      positions[v * 3 + k] = matrix[k]! * at[0]! + matrix[4 + k]! * at[1]! + matrix[8 + k]! * at[2]! + matrix[12 + k]!;
  }
  return { positions, indices: Uint32Array.from(indices) };
}

/** The first point of the surface on the ray, or null. `along` is a unit vector. */
export function meetSurface({ positions, indices }: Surface, from: Vec3, along: Vec3): Vec3 | null {
  let nearest = Infinity;
  for (let t = 0; t < indices.length; t += 3) {
    const distance = meetTriangle(positions, indices[t]! * 3, indices[t + 1]! * 3, indices[t + 2]! * 3, from, along);
    if (distance < nearest) nearest = distance;
  }
  if (nearest === Infinity) return null;
  return [from[0] + along[0] * nearest, from[1] + along[1] * nearest, from[2] + along[2] * nearest];
}

/** Möller and Trumbore; Infinity where the ray passes by. */
function meetTriangle(p: Float32Array, a: number, b: number, c: number, from: Vec3, along: Vec3): number {
  const [ux, uy, uz] = [p[b]! - p[a]!, p[b + 1]! - p[a + 1]!, p[b + 2]! - p[a + 2]!];
  const [vx, vy, vz] = [p[c]! - p[a]!, p[c + 1]! - p[a + 1]!, p[c + 2]! - p[a + 2]!];
  const hx = along[1] * vz - along[2] * vy;
  const hy = along[2] * vx - along[0] * vz;
  const hz = along[0] * vy - along[1] * vx;
  const determinant = ux * hx + uy * hy + uz * hz;
  if (Math.abs(determinant) < 1e-16) return Infinity;
  const [sx, sy, sz] = [from[0] - p[a]!, from[1] - p[a + 1]!, from[2] - p[a + 2]!];
  const u = (sx * hx + sy * hy + sz * hz) / determinant;
  if (u < 0 || u > 1) return Infinity;
  const qx = sy * uz - sz * uy;
  const qy = sz * ux - sx * uz;
  const qz = sx * uy - sy * ux;
  const v = (along[0] * qx + along[1] * qy + along[2] * qz) / determinant;
  if (v < 0 || u + v > 1) return Infinity;
  const distance = (vx * qx + vy * qy + vz * qz) / determinant;
  return distance > 0 ? distance : Infinity;
}
