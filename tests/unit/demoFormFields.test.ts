import { expect, test } from 'vitest';
import { chain, ellipsoid, roundBox, roundCone, smoothMax, smoothMin, sphere, torus } from '#demo/form/fields.ts';
import { surfaceNets } from '#demo/form/surfaceNets.ts';

test('the fields are zero on their surface and negative inside', () => {
  expect(sphere(3, 0, 0, 1, 0, 0, 2)).toBeCloseTo(0);
  expect(ellipsoid(0, 0.5, 0, 0, 0, 0, 1, 0.5, 2)).toBeCloseTo(0);
  expect(ellipsoid(0, 0, 0, 0, 0, 0, 1, 0.5, 2)).toBeCloseTo(-0.5);
  expect(roundCone(0.5, 0.15, 0, 0, 0, 0, 1, 0, 0, 0.1, 0.2)).toBeCloseTo(0);
  expect(roundBox(0, 1, 0, 0, 0, 0, 2, 1, 3, 0.2)).toBeCloseTo(0);
  expect(torus(1, 0.25, 0, 1, 0.25)).toBeCloseTo(0);
  expect(chain(1, 1.1, 0, [[0, 0, 0, 0.1], [1, 0, 0, 0.1], [1, 2, 0, 0.1]])).toBeLessThan(0); // prettier-ignore
});

test('a fillet adds material and a rounded edge takes some off', () => {
  expect(smoothMin(0.1, 0.1, 0.2)).toBeLessThan(0.1);
  expect(smoothMax(-0.1, -0.1, 0.2)).toBeGreaterThan(-0.1);
  expect(smoothMin(0.1, 0.5, 0.2)).toBe(0.1);
});

const field = (x: number, y: number, z: number) =>
  smoothMin(torus(x, y, z, 0.6, 0.17), sphere(x, y, z, 0.1, 0.3, 0, 0.3), 0.1);
const mesh = surfaceNets(field, [-1, -1, -1], [1, 1, 1], 0.04);

test('surface nets are closed: every edge is walked once in either direction', () => {
  const walked = new Map<string, number>();
  for (let i = 0; i < mesh.indices.length; i += 3)
    for (let k = 0; k < 3; k++) {
      const a = mesh.indices[i + k]!;
      const b = mesh.indices[i + ((k + 1) % 3)]!;
      walked.set(`${a} ${b}`, (walked.get(`${a} ${b}`) ?? 0) + 1);
    }
  expect(walked.size).toBeGreaterThan(1000);
  for (const [edge, times] of walked) {
    const [a, b] = edge.split(' ');
    expect(times).toBe(1);
    expect(walked.get(`${b} ${a}`)).toBe(1);
  }
});

test('surface nets lie on the surface, with normals and triangles outward', () => {
  for (let i = 0; i < mesh.positions.length; i += 3) {
    const [x, y, z] = mesh.positions.subarray(i, i + 3) as unknown as [number, number, number];
    const [nx, ny, nz] = mesh.normals.subarray(i, i + 3) as unknown as [number, number, number];
    expect(Math.abs(field(x, y, z))).toBeLessThan(0.004);
    expect(field(x + nx * 0.02, y + ny * 0.02, z + nz * 0.02)).toBeGreaterThan(0.005);
    expect(Math.hypot(nx, ny, nz)).toBeCloseTo(1, 4);
  }
  let volume = 0;
  const p = (i: number, axis: number) => mesh.positions[mesh.indices[i]! * 3 + axis]!;
  for (let i = 0; i < mesh.indices.length; i += 3)
    volume +=
      (p(i, 0) * (p(i + 1, 1) * p(i + 2, 2) - p(i + 1, 2) * p(i + 2, 1)) +
        p(i, 1) * (p(i + 1, 2) * p(i + 2, 0) - p(i + 1, 0) * p(i + 2, 2)) +
        p(i, 2) * (p(i + 1, 0) * p(i + 2, 1) - p(i + 1, 1) * p(i + 2, 0))) /
      6;
  // The ring alone is 2π² R r² ≈ 0.342.
  expect(volume).toBeGreaterThan(0.34);
  expect(volume).toBeLessThan(0.46);
});
