import type { MeshPart } from './protocol.ts';

export interface Soup {
  /** Three numbers a vertex, metres, in the model's frame. */
  readonly positions: Float32Array;
  readonly index: Uint32Array;
  /** Where each part's triangles begin in `index`, and its end. */
  readonly starts: readonly number[];
}

/** The divisor of whole numbers that stand for −1 to 1, by the size and sign of their type. */
function divisorOf({ positions, isNormalized }: MeshPart): number {
  if (!isNormalized || positions instanceof Float32Array) return 1;
  const isSigned = positions instanceof Int8Array || positions instanceof Int16Array || positions instanceof Int32Array;
  return 2 ** (positions.BYTES_PER_ELEMENT * 8 - (isSigned ? 1 : 0)) - 1;
}

/** One list of triangles out of all parts and their instances. Triangles that name vertices which are not there go. */
export function unpack(parts: readonly MeshPart[]): Soup {
  const vertices = parts.reduce((sum, { count, matrices }) => sum + count * matrices.length, 0);
  const corners = parts.reduce((sum, part) => sum + cornersOf(part) * part.matrices.length, 0);
  const positions = new Float32Array(vertices * 3);
  const index = new Uint32Array(corners);
  const starts = [0];
  let [vertex, corner] = [0, 0];
  for (const part of parts) {
    for (const matrix of part.matrices) {
      place(positions, vertex * 3, part, matrix);
      corner = list(index, corner, part, vertex);
      vertex += part.count;
    }
    starts.push(corner);
  }
  return { positions, index: index.subarray(0, corner), starts };
}

function cornersOf({ index, count }: MeshPart): number {
  const corners = index ? index.length : count;
  return corners - (corners % 3);
}

function place(out: Float32Array, at: number, part: MeshPart, m: readonly number[]): void {
  const { positions, stride, offset, count } = part;
  const scale = 1 / divisorOf(part);
  const e = (k: number): number => m[k] ?? 0;
  const [a, b, c, d, f, g, h, i, j] = [e(0), e(4), e(8), e(1), e(5), e(9), e(2), e(6), e(10)];
  const [tx, ty, tz] = [e(12), e(13), e(14)];
  for (let v = 0, from = offset, to = at; v < count; v++, from += stride, to += 3) {
    const x = (positions[from] ?? 0) * scale;
    const y = (positions[from + 1] ?? 0) * scale;
    const z = (positions[from + 2] ?? 0) * scale;
    out[to] = a * x + b * y + c * z + tx;
    out[to + 1] = d * x + f * y + g * z + ty;
    out[to + 2] = h * x + i * y + j * z + tz;
  }
}

function list(out: Uint32Array, at: number, part: MeshPart, base: number): number {
  const { index, count } = part;
  const corners = cornersOf(part);
  let to = at;
  for (let k = 0; k < corners; k += 3) {
    const a = index ? (index[k] ?? 0) : k;
    const b = index ? (index[k + 1] ?? 0) : k + 1;
    const c = index ? (index[k + 2] ?? 0) : k + 2;
    if (a >= count || b >= count || c >= count) continue;
    out[to++] = base + a;
    out[to++] = base + b;
    out[to++] = base + c;
  }
  return to;
}
