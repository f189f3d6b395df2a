import { expect, test } from 'vitest';
import { buildBvh, createTracer } from '#demo/form/bvh.ts';

/** A linear congruence is random enough to scatter triangles. */
function createScatter(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

const next = createScatter(5);
const positions = Float32Array.from({ length: 400 * 9 }, (_, i) => (i % 9 < 3 ? next() : 0));
for (let t = 0; t < 400; t++)
  for (let k = 3; k < 9; k++) positions[t * 9 + k] = positions[t * 9 + (k % 3)]! + (next() - 0.5) * 0.2;
const indices = Uint32Array.from({ length: 1200 }, (_, i) => i);

/** Nearest hit by trying every triangle, with doubles and Cramer's rule. */
function hitSlowly(o: number[], d: number[]): { triangle: number; distance: number } {
  let best = { triangle: -1, distance: Infinity };
  for (let t = 0; t < 400; t++) {
    const p = (corner: number, axis: number) => positions[t * 9 + corner * 3 + axis]!;
    const column = (corner: number) => [0, 1, 2].map((axis) => p(corner, axis) - p(0, axis));
    const u = column(1);
    const v = column(2);
    const s = [0, 1, 2].map((axis) => o[axis]! - p(0, axis));
    const det = (a: number[], b: number[], c: number[]) =>
      a[0]! * (b[1]! * c[2]! - b[2]! * c[1]!) -
      a[1]! * (b[0]! * c[2]! - b[2]! * c[0]!) +
      a[2]! * (b[0]! * c[1]! - b[1]! * c[0]!);
    const back = d.map((value) => -value);
    const whole = det(u, v, back);
    const a = det(s, v, back) / whole;
    const b = det(u, s, back) / whole;
    const distance = det(u, v, s) / whole;
    if (a >= 0 && b >= 0 && a + b <= 1 && distance > 1e-5 && distance < best.distance) best = { triangle: t, distance };
  }
  return best;
}

test('the tree finds the same nearest triangle as trying them all', () => {
  const tracer = createTracer(buildBvh(positions, indices));
  let hits = 0;
  for (let ray = 0; ray < 500; ray++) {
    const o = [next() * 1.4 - 0.2, next() * 1.4 - 0.2, -0.5];
    const d = [next() - 0.5, next() - 0.5, 1];
    const slow = hitSlowly(o, d);
    const isHit = tracer.closest(o[0]!, o[1]!, o[2]!, d[0]!, d[1]!, d[2]!);
    expect(isHit).toBe(slow.triangle >= 0);
    expect(tracer.any(o[0]!, o[1]!, o[2]!, d[0]!, d[1]!, d[2]!, 1e9)).toBe(slow.triangle >= 0);
    if (!isHit) continue;
    hits++;
    expect(tracer.triangle).toBe(slow.triangle);
    expect(tracer.distance).toBeCloseTo(slow.distance, 4);
    expect(tracer.any(o[0]!, o[1]!, o[2]!, d[0]!, d[1]!, d[2]!, slow.distance * 0.999)).toBe(false);
  }
  expect(hits).toBeGreaterThan(80);
  expect(hits).toBeLessThan(400);
});

test('every triangle is in exactly one leaf', () => {
  const bvh = buildBvh(positions, indices);
  expect([...bvh.order].sort((a, b) => a - b)).toEqual(Array.from({ length: 400 }, (_, i) => i));
  expect(bvh.nodes.buffer).toBeInstanceOf(SharedArrayBuffer);
});

test('a wall parallel to an axis is not lost between its flat boxes', () => {
  const flat = Float32Array.from([0, 0, 1, 1, 0, 1, 1, 1, 1, 0, 1, 1]);
  const tracer = createTracer(buildBvh(flat, Uint32Array.from([0, 1, 2, 0, 2, 3])));
  expect(tracer.closest(0.3, 0.6, 0, 0, 0, 1)).toBe(true);
  expect(tracer.distance).toBeCloseTo(1, 6);
  expect(tracer.closest(0.3, 0.6, 2, 0, 0, 1)).toBe(false);
});
