/** What a vertex carries beside its place, side by side as the simplifier wants it, and back again. */
import type { Primitive } from '@gltf-transform/core';

export interface AttributeData {
  readonly data: Float32Array;
  readonly stride: number;
  readonly weights: number[];
  /** From here on a value's differing at one place is a seam: texture coordinates and colours, not normals. */
  readonly seamsFrom: number;
}

/**
 * How much a change counts against the shape, at most: more, and the outline suffers by more than the shading gains.
 */
const NORMAL_WEIGHT = 0.05;
const UV_WEIGHT = 0.025;
/** Of scans without textures the colour of vertices is the picture. */
const COLOUR_WEIGHT = 0.1;

const CARRIED = [
  { semantic: 'NORMAL', weight: NORMAL_WEIGHT, isSeam: false },
  { semantic: 'TEXCOORD_0', weight: UV_WEIGHT, isSeam: true },
  { semantic: 'TEXCOORD_1', weight: UV_WEIGHT, isSeam: true },
  { semantic: 'COLOR_0', weight: COLOUR_WEIGHT, isSeam: true },
] as const;

export function gatherAttributes(primitive: Primitive): AttributeData {
  const count = primitive.getAttribute('POSITION')?.getCount() ?? 0;
  const parts = listParts(primitive);
  const stride = parts.reduce((sum, { size }) => sum + size, 0);
  const data = new Float32Array(count * stride);
  let offset = 0;
  for (const { values, size } of parts) {
    for (let vertex = 0; vertex < count; vertex++) {
      for (let k = 0; k < size; k++) data[vertex * stride + offset + k] = values[vertex * size + k] ?? 0;
    }
    offset += size;
  }
  return {
    data,
    stride,
    weights: parts.flatMap(({ size, weight }) => Array<number>(size).fill(weight)),
    seamsFrom: parts.reduce((sum, { size, isSeam }) => sum + (isSeam ? 0 : size), 0),
  };
}

export function scatterAttributes(primitive: Primitive, data: Float32Array, stride: number): void {
  let offset = 0;
  for (const { accessor, semantic, size } of listParts(primitive)) {
    const count = accessor.getCount();
    const values = new Float32Array(count * size);
    for (let vertex = 0; vertex < count; vertex++) {
      const at = vertex * stride + offset;
      const length = semantic === 'NORMAL' ? Math.hypot(data[at]!, data[at + 1]!, data[at + 2]!) || 1 : 1;
      for (let k = 0; k < size; k++) {
        const value = data[at + k]! / length;
        values[vertex * size + k] = semantic === 'COLOR_0' ? Math.min(1, Math.max(0, value)) : value;
      }
    }
    primitive.setAttribute(semantic, accessor.clone().setArray(values));
    offset += size;
  }
}

function listParts(primitive: Primitive) {
  return CARRIED.flatMap(({ semantic, weight, isSeam }) => {
    const accessor = primitive.getAttribute(semantic);
    const values = accessor?.getArray();
    if (!accessor || !(values instanceof Float32Array)) return [];
    return [{ semantic, accessor, values, size: accessor.getElementSize(), weight, isSeam }];
  });
}
