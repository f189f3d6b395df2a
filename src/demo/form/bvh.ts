/**
 * A tree of boxes over triangles, and rays against it: the nearest hit, or whether there is any. The tree lies on shared
 * memory; each worker makes its own tracer on it. Triangles after T. Möller and B. Trumbore, "Fast, minimum storage
 * ray-triangle intersection", 1997; both sides count.
 */
import { boxTriangles, split } from '#demo/form/boxes.ts';
import type { Bvh } from '#demo/form/sceneTypes.ts';
import { shareFloats, shareInts } from '#demo/form/share.ts';

/** Nearest hits closer than this are taken for the surface the ray starts on, metres. */
const NEAREST = 1e-5;
const STACK_SIZE = 96;
const MISS = 1e30;

/** `positions` three values a vertex, `indices` three a triangle; degenerate triangles are harmless. */
export function buildBvh(positions: Float32Array, indices: Uint32Array): Bvh {
  const count = indices.length / 3;
  const boxes = boxTriangles(positions, indices);
  const nodes = new Float32Array(Math.max(1, count * 2) * 8);
  const words = new Int32Array(nodes.buffer);
  let nodeCount = 1;
  const stack: [node: number, start: number, end: number][] = [[0, 0, count]];
  for (let next = stack.pop(); next; next = stack.pop()) {
    const [node, start, end] = next;
    const middle = split(boxes, start, end, nodes, node * 8);
    if (middle === 0) {
      words[node * 8 + 3] = start;
      words[node * 8 + 7] = end - start;
      continue;
    }
    words[node * 8 + 3] = nodeCount;
    words[node * 8 + 7] = 0;
    stack.push([nodeCount, start, middle], [nodeCount + 1, middle, end]);
    nodeCount += 2;
  }
  const shared = shareFloats(new Float32Array(nodeCount * 8));
  new Int32Array(shared.buffer).set(words.subarray(0, nodeCount * 8));
  return {
    nodes: shared,
    triangles: shareFloats(orderTriangles(positions, indices, boxes.order)),
    order: shareInts(boxes.order),
  };
}

function orderTriangles(positions: Float32Array, indices: Uint32Array, order: Int32Array): Float32Array {
  const triangles = new Float32Array(order.length * 9);
  for (let i = 0; i < order.length; i++) {
    const a = indices[order[i]! * 3]! * 3;
    const b = indices[order[i]! * 3 + 1]! * 3;
    const c = indices[order[i]! * 3 + 2]! * 3;
    for (let axis = 0; axis < 3; axis++) {
      const from = positions[a + axis]!;
      triangles[i * 9 + axis] = from;
      triangles[i * 9 + 3 + axis] = positions[b + axis]! - from;
      triangles[i * 9 + 6 + axis] = positions[c + axis]! - from;
    }
  }
  return triangles;
}

export interface Tracer {
  /** Of the last hit of `closest`: metres along the ray, when the direction has unit length. */
  distance: number;
  /** Of the last hit: index of the triangle in the mesh, −1 without a hit. */
  triangle: number;
  /** Of the last hit: weights of the second and third corner. */
  u: number;
  v: number;
  closest(ox: number, oy: number, oz: number, dx: number, dy: number, dz: number, farthest?: number): boolean;
  any(ox: number, oy: number, oz: number, dx: number, dy: number, dz: number, farthest: number): boolean;
}

export function createTracer(bvh: Bvh): Tracer {
  const { nodes, triangles, order } = bvh;
  const words = new Int32Array(nodes.buffer, nodes.byteOffset, nodes.length);
  const stack = new Int32Array(STACK_SIZE);
  const entries = new Float32Array(STACK_SIZE);
  let hitU = 0;
  let hitV = 0;

  /** Distance at which the ray enters the box of a node, MISS if it does not before `farthest`. */
  function enter(o: number, ox: number, oy: number, oz: number, ix: number, iy: number, iz: number, farthest: number) {
    let a = (nodes[o]! - ox) * ix;
    let b = (nodes[o + 4]! - ox) * ix;
    let near = a < b ? a : b;
    let far = a < b ? b : a;
    a = (nodes[o + 1]! - oy) * iy;
    b = (nodes[o + 5]! - oy) * iy;
    if (a > b) [a, b] = [b, a];
    if (a > near) near = a;
    if (b < far) far = b;
    a = (nodes[o + 2]! - oz) * iz;
    b = (nodes[o + 6]! - oz) * iz;
    if (a > b) [a, b] = [b, a];
    if (a > near) near = a;
    if (b < far) far = b;
    // A hair of slack: flat boxes must not be lost to rounding.
    return far * 1.000001 + 1e-7 >= (near > 0 ? near : 0) && near < farthest ? near : MISS;
  }

  /** Distance to a triangle in tree order, MISS without a hit; writes hitU and hitV. */
  function meet(q: number, ox: number, oy: number, oz: number, dx: number, dy: number, dz: number): number {
    const ux = triangles[q + 3]!;
    const uy = triangles[q + 4]!;
    const uz = triangles[q + 5]!;
    const vx = triangles[q + 6]!;
    const vy = triangles[q + 7]!;
    const vz = triangles[q + 8]!;
    const px = dy * vz - dz * vy;
    const py = dz * vx - dx * vz;
    const pz = dx * vy - dy * vx;
    const determinant = ux * px + uy * py + uz * pz;
    if (determinant > -1e-14 && determinant < 1e-14) return MISS;
    const inverse = 1 / determinant;
    const sx = ox - triangles[q]!;
    const sy = oy - triangles[q + 1]!;
    const sz = oz - triangles[q + 2]!;
    const u = (sx * px + sy * py + sz * pz) * inverse;
    if (u < 0 || u > 1) return MISS;
    const qx = sy * uz - sz * uy;
    const qy = sz * ux - sx * uz;
    const qz = sx * uy - sy * ux;
    const v = (dx * qx + dy * qy + dz * qz) * inverse;
    if (v < 0 || u + v > 1) return MISS;
    hitU = u;
    hitV = v;
    return (vx * qx + vy * qy + vz * qz) * inverse;
  }

  function closest(ox: number, oy: number, oz: number, dx: number, dy: number, dz: number, farthest = 1e9): boolean {
    const ix = 1 / (dx || 1e-12);
    const iy = 1 / (dy || 1e-12);
    const iz = 1 / (dz || 1e-12);
    let waiting = 0;
    let node = 0;
    let best = farthest;
    let found = -1;
    for (;;) {
      const o = node * 8;
      const count = words[o + 7]!;
      if (count > 0) {
        const first = words[o + 3]!;
        for (let i = first; i < first + count; i++) {
          const t = meet(i * 9, ox, oy, oz, dx, dy, dz);
          if (t > NEAREST && t < best) {
            best = t;
            found = i;
            tracer.u = hitU;
            tracer.v = hitV;
          }
        }
      } else {
        const left = words[o + 3]!;
        const toLeft = enter(left * 8, ox, oy, oz, ix, iy, iz, best);
        const toRight = enter(left * 8 + 8, ox, oy, oz, ix, iy, iz, best);
        if (toLeft !== MISS || toRight !== MISS) {
          const leftFirst = toLeft < toRight;
          const later = leftFirst ? toRight : toLeft;
          if (later !== MISS) {
            stack[waiting] = leftFirst ? left + 1 : left;
            entries[waiting++] = later;
          }
          node = leftFirst ? left : left + 1;
          continue;
        }
      }
      do waiting--;
      while (waiting >= 0 && entries[waiting]! >= best);
      if (waiting < 0) break;
      node = stack[waiting]!;
    }
    tracer.distance = best;
    tracer.triangle = found < 0 ? -1 : order[found]!;
    return found >= 0;
  }

  function any(ox: number, oy: number, oz: number, dx: number, dy: number, dz: number, farthest: number): boolean {
    const ix = 1 / (dx || 1e-12);
    const iy = 1 / (dy || 1e-12);
    const iz = 1 / (dz || 1e-12);
    let waiting = 0;
    stack[waiting++] = 0;
    while (waiting > 0) {
      const o = stack[--waiting]! * 8;
      const count = words[o + 7]!;
      const first = words[o + 3]!;
      if (count === 0) {
        if (enter(first * 8 + 8, ox, oy, oz, ix, iy, iz, farthest) !== MISS) stack[waiting++] = first + 1;
        if (enter(first * 8, ox, oy, oz, ix, iy, iz, farthest) !== MISS) stack[waiting++] = first;
        continue;
      }
      for (let i = first; i < first + count; i++) {
        const t = meet(i * 9, ox, oy, oz, dx, dy, dz);
        if (t > NEAREST && t < farthest) return true;
      }
    }
    return false;
  }

  const tracer: Tracer = { distance: 0, triangle: -1, u: 0, v: 0, closest, any };
  return tracer;
}
