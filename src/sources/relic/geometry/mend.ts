/**
 * What a gate cannot see because it lies in the data: numbers that are none, vertices that are not there, bones that
 * are not there. Positions that are none are taken for their neighbour's, so that nothing is measured by them.
 */
import { ModelError } from '../gltf/modelError.ts';
import { type Attribute, type Numbers, unitOf } from './attribute.ts';

export interface Box {
  readonly min: readonly [number, number, number];
  readonly max: readonly [number, number, number];
}

/** Beyond it, a number is what a broken file has in place of one: no unit makes a relic so large. */
const LARGEST_NUMBER = 1e18;

/** Replaces what is no number; returns how many elements had one. */
export function mendNumbers({ array, itemSize, stride, count }: Attribute): number {
  if (!(array instanceof Float32Array)) return 0;
  let mended = 0;
  for (let index = 0; index < count; index++) {
    let isWhole = true;
    for (let item = 0; item < itemSize; item++) {
      const at = index * stride + item;
      if (Math.abs(array[at] ?? 0) < LARGEST_NUMBER) continue;
      isWhole = false;
      array[at] = index > 0 ? (array[at - stride] ?? 0) : 0;
    }
    if (!isWhole) mended++;
  }
  return mended;
}

/** Throws where an index names a vertex that is not there. */
export function requireVertices(index: Numbers, vertexCount: number, place: string): void {
  let most = 0;
  for (let at = 0; at < index.length; at++) {
    const value = index[at] ?? 0;
    if (value > most) most = value;
  }
  if (most < vertexCount) return;
  const message = `${place}.indices: names vertex ${most}, but there are ${vertexCount}; export the model again`;
  throw new ModelError('broken-data', message);
}

/** A bone that is not there is taken for the first: whoever measures a skin would fall over it. */
export function mendJoints({ array }: Attribute, jointCount: number): void {
  for (let at = 0; at < array.length; at++) if ((array[at] ?? 0) >= jointCount) array[at] = 0;
}

/** The box around all positions, as they are meant; null where there are none. */
export function boxOf(position: Attribute): Box | null {
  const { array, stride, count } = position;
  if (count === 0) return null;
  const min: [number, number, number] = [Infinity, Infinity, Infinity];
  const max: [number, number, number] = [-Infinity, -Infinity, -Infinity];
  for (let at = 0; at < count * stride; at += stride) {
    for (let axis = 0 as 0 | 1 | 2; axis < 3; axis++) {
      const value = array[at + axis] ?? 0;
      if (value < min[axis]) min[axis] = value;
      if (value > max[axis]) max[axis] = value;
    }
  }
  const unit = unitOf(position);
  const meant = (values: readonly [number, number, number]): [number, number, number] => [
    values[0] * unit, values[1] * unit, values[2] * unit,
  ]; // prettier-ignore
  return { min: meant(min), max: meant(max) };
}
