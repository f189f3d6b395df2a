/** Where the vertices of a skin lie at rest: the tree its mesh hangs in says nothing of it, its bones do. */
import type { Attribute } from './attribute.ts';
import { unitOf } from './attribute.ts';
import { type Matrix, movePoint, multiply } from './matrix.ts';
import type { Box } from './mend.ts';
import type { Part } from './readParts.ts';

/** So many vertices tell the size of any body. */
const MOST_PROBES = 5_000;

/** `bones` are from the mesh's frame to the whole's, one for each joint. */
export function skinnedBox({ attributes, vertexCount }: Part, bones: readonly Matrix[]): Box | null {
  const { POSITION, JOINTS_0, WEIGHTS_0 } = attributes;
  if (!POSITION || !JOINTS_0 || !WEIGHTS_0) return null;
  const min: [number, number, number] = [Infinity, Infinity, Infinity];
  const max: [number, number, number] = [-Infinity, -Infinity, -Infinity];
  const step = Math.max(1, Math.floor(vertexCount / MOST_PROBES));
  for (let index = 0; index < vertexCount; index += step) {
    const place = [0, 0, 0] as [number, number, number];
    let sum = 0;
    for (let k = 0; k < 4; k++) {
      const weight = read(WEIGHTS_0, index, k);
      const bone = bones[JOINTS_0.array[index * JOINTS_0.stride + k] ?? 0];
      if (weight === 0 || !bone) continue;
      const moved = movePoint(bone, read(POSITION, index, 0), read(POSITION, index, 1), read(POSITION, index, 2));
      for (const axis of [0, 1, 2] as const) place[axis] += moved[axis] * weight;
      sum += weight;
    }
    if (sum === 0) continue;
    for (const axis of [0, 1, 2] as const) {
      min[axis] = Math.min(min[axis], place[axis] / sum);
      max[axis] = Math.max(max[axis], place[axis] / sum);
    }
  }
  return min[0] <= max[0] ? { min, max } : null;
}

export function boneMatrices(joints: readonly (Matrix | undefined)[], inverses: Attribute | null): Matrix[] {
  return joints.map((world, index) => {
    const joint = world ?? [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1];
    return inverses ? multiply(joint, [...inverses.array.subarray(index * 16, index * 16 + 16)]) : joint;
  });
}

function read(attribute: Attribute, index: number, item: number): number {
  return (attribute.array[index * attribute.stride + item] ?? 0) * unitOf(attribute);
}
