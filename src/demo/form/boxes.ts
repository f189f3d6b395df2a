/**
 * Where a set of boxes is best cut in two: along its longest axis, where area × count of the halves is least among
 * sixteen bins. Method: I. Wald, "On fast construction of SAH-based bounding volume hierarchies", 2007.
 */

const BINS = 16;
const LEAF_SIZE = 4;
const LARGEST_LEAF = 8;

export interface Boxes {
  /** Six values a triangle: low, high. */
  bounds: Float32Array;
  /** Three values a triangle. */
  centres: Float32Array;
  order: Int32Array;
}

export function boxTriangles(positions: Float32Array, indices: Uint32Array): Boxes {
  const count = indices.length / 3;
  const bounds = new Float32Array(count * 6);
  const centres = new Float32Array(count * 3);
  for (let i = 0; i < count; i++)
    for (let axis = 0; axis < 3; axis++) {
      const a = positions[indices[i * 3]! * 3 + axis]!;
      const b = positions[indices[i * 3 + 1]! * 3 + axis]!;
      const c = positions[indices[i * 3 + 2]! * 3 + axis]!;
      const low = Math.min(a, b, c);
      const high = Math.max(a, b, c);
      bounds[i * 6 + axis] = low;
      bounds[i * 6 + 3 + axis] = high;
      centres[i * 3 + axis] = (low + high) / 2;
    }
  return { bounds, centres, order: Int32Array.from({ length: count }, (_, i) => i) };
}

/** Writes the node's box and sorts start…end in two; answers where the second half starts, 0 for a leaf. */
export function split(boxes: Boxes, start: number, end: number, nodes: Float32Array, at: number): number {
  const { bounds, centres, order } = boxes;
  const box = [Infinity, Infinity, Infinity, -Infinity, -Infinity, -Infinity];
  const spread = [Infinity, Infinity, Infinity, -Infinity, -Infinity, -Infinity];
  for (let i = start; i < end; i++) {
    const triangle = order[i]!;
    grow(box, bounds, triangle * 6);
    for (let axis = 0; axis < 3; axis++) {
      const centre = centres[triangle * 3 + axis]!;
      if (centre < spread[axis]!) spread[axis] = centre;
      if (centre > spread[axis + 3]!) spread[axis + 3] = centre;
    }
  }
  for (let axis = 0; axis < 3; axis++) {
    nodes[at + axis] = box[axis]!;
    nodes[at + 4 + axis] = box[axis + 3]!;
  }
  let axis = 0;
  for (let other = 1; other < 3; other++)
    if (spread[other + 3]! - spread[other]! > spread[axis + 3]! - spread[axis]!) axis = other;
  const low = spread[axis]!;
  const extent = spread[axis + 3]! - low;
  if (end - start <= LEAF_SIZE || extent < 1e-9) return 0;
  const binOf = (triangle: number) => ((centres[triangle * 3 + axis]! - low) * ((BINS * 0.9999) / extent)) | 0;
  const lastBin = cheapestBin(boxes, start, end, binOf);
  let i = start;
  let j = end - 1;
  while (lastBin >= 0 && i <= j) {
    if (binOf(order[i]!) <= lastBin) {
      i++;
    } else {
      const kept = order[i]!;
      order[i] = order[j]!;
      order[j--] = kept;
    }
  }
  if (i > start && i < end) return i;
  if (end - start <= LARGEST_LEAF) return 0;
  order.subarray(start, end).sort((a, b) => centres[a * 3 + axis]! - centres[b * 3 + axis]! || a - b);
  return (start + end) >> 1;
}

/** The last bin of the first half where area × count of both halves is least; −1 where all lie in one bin. */
function cheapestBin(boxes: Boxes, start: number, end: number, binOf: (triangle: number) => number): number {
  const counts = new Int32Array(BINS);
  const bins = Array.from({ length: BINS }, emptyBox);
  for (let i = start; i < end; i++) {
    const triangle = boxes.order[i]!;
    const bin = binOf(triangle);
    counts[bin]!++;
    grow(bins[bin]!, boxes.bounds, triangle * 6);
  }
  const costAfter = new Float64Array(BINS);
  let box = emptyBox();
  let count = 0;
  for (let bin = BINS - 1; bin > 0; bin--) {
    grow(box, bins[bin]!, 0);
    count += counts[bin]!;
    costAfter[bin] = count > 0 ? halfArea(box) * count : -1;
  }
  box = emptyBox();
  count = 0;
  let best = -1;
  let leastCost = Infinity;
  for (let bin = 0; bin < BINS - 1; bin++) {
    grow(box, bins[bin]!, 0);
    count += counts[bin]!;
    if (count === 0 || costAfter[bin + 1]! < 0) continue;
    const cost = halfArea(box) * count + costAfter[bin + 1]!;
    if (cost < leastCost) {
      leastCost = cost;
      best = bin;
    }
  }
  return best;
}

function emptyBox(): number[] {
  return [Infinity, Infinity, Infinity, -Infinity, -Infinity, -Infinity];
}

function grow(box: number[], by: ArrayLike<number>, at: number): void {
  for (let axis = 0; axis < 3; axis++) {
    if (by[at + axis]! < box[axis]!) box[axis] = by[at + axis]!;
    if (by[at + 3 + axis]! > box[axis + 3]!) box[axis + 3] = by[at + 3 + axis]!;
  }
}

function halfArea(box: number[]): number {
  const x = box[3]! - box[0]!;
  const y = box[4]! - box[1]!;
  const z = box[5]! - box[2]!;
  return x < 0 ? 0 : x * y + y * z + z * x;
}
