import { mkdtemp, rm, writeFile, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import type { Cave, Flame, Panel, Sheet, Solid, Statue } from '#demo/cave/cave.ts';
import { buildScene } from '#demo/form/scene.ts';
import { sphere } from '#demo/form/fields.ts';
import { bakeLight } from '#demo/light/bake.ts';
import type { BakeEffort } from '#demo/light/bakeTypes.ts';
import { readLight, writeLight } from '#demo/light/lightFile.ts';
import { LIGHT_STRIDE, VERTEX_STRIDE } from '#demo/light/lightTypes.ts';

const EFFORT: BakeEffort = {
  paths: 2,
  panelSamples: 32,
  flameSamples: 8,
  skySamples: 16,
  cellScale: 1,
  clusterSize: 0.1,
};

/** A floor of 4 × 4 metres about the origin, painted. */
const FLOOR: Sheet = {
  surface: 'floor',
  columns: 8,
  rows: 8,
  facing: [0, 2, 0],
  at(s, t, out) {
    out.x = s * 4 - 2;
    out.y = 0;
    out.z = t * 4 - 2;
    out.u = s * 4;
    out.v = t * 4;
  },
};

const BALL: Solid = {
  id: 'ball',
  low: [-0.3, -0.3, -0.3],
  high: [0.3, 0.3, 0.3],
  cell: 0.04,
  distance: (x, y, z) => sphere(x, y, z, 0, 0, 0, 0.25),
  colour(_x, _y, _z, _layer, _variant, out) {
    out.r = out.g = out.b = 128;
    out.shine = 0;
  },
};

interface Lights {
  daylight?: Panel[];
  documentation?: Panel[];
  flames?: Flame[];
  sky?: number;
  statues?: Statue[];
}

function makeCave({ daylight = [], documentation = [], flames = [], sky = 0, statues = [] }: Lights): Cave {
  const mix = { daylight: 1, lamps: 1, documentation: 1, exposure: 1 };
  return {
    id: 'box',
    eye: [0, 1.6, 0],
    sheets: [FLOOR],
    paintings: [{ id: 'floor', width: 4, height: 4, lightCell: 0.25, seed: 1, draw() {}, wear: { seed: 1 } }],
    finishes: [],
    solids: [BALL],
    statues,
    lighting: { daylight, documentation, flames, skyLights: sky > 0, flameRadiance: [400, 200, 60] },
    mixes: { 'as-found': mix, restored: mix, 'line-drawing': mix },
    sky: (_x, _y, _z, _layer, out) => void out.fill(sky),
  };
}

async function bake(cave: Cave, jobs = 1) {
  return bakeLight(cave, buildScene(cave), { effort: EFFORT, paint: [], jobs });
}

/** E of the first group at u, v metres on the floor. */
function readFloor(light: Awaited<ReturnType<typeof bake>>, u: number, v: number, group = 0): number[] {
  const { cell, width, values } = light.paintings[0]!;
  const at = (Math.round(v / cell) * width + Math.round(u / cell)) * LIGHT_STRIDE + group * 6;
  return [...values.subarray(at, at + 6)];
}

/** A lamp panel that looks down from y = 2 over the middle. */
const CEILING: Panel = { centre: [0, 2, 0], edgeU: [0.5, 0, 0], edgeV: [0, 0, 0.5], radiance: [3, 2, 1] };

test('a point under a panel gets the light that the formula of the rectangle gives', async () => {
  const light = await bake(makeCave({ daylight: [CEILING] }));
  // J. Howell, catalogue of configuration factors, B-3: element parallel to a rectangle under its corner, four quarters.
  const a = 0.5 / 2;
  const quarter = (a / Math.sqrt(1 + a * a)) * Math.atan(a / Math.sqrt(1 + a * a)) * 2;
  const factor = (4 * quarter) / (2 * Math.PI);
  const [r, g, b, dx, dy, dz] = readFloor(light, 2, 2) as [number, number, number, number, number, number];
  expect(r).toBeGreaterThan(factor * 3 * 0.96);
  expect(r).toBeLessThan(factor * 3 * 1.04);
  expect(g / r).toBeCloseTo(2 / 3, 4);
  expect(b / r).toBeCloseTo(1 / 3, 4);
  // All of it comes from above.
  expect(Math.hypot(dx, dz) / dy).toBeLessThan(0.05);
  expect(dy).toBeLessThanOrEqual((r * 0.3 + g * 0.6 + b * 0.1) * 1.0001);
  // No lamps, no documentation light.
  expect(readFloor(light, 2, 2, 1)).toEqual([0, 0, 0, 0, 0, 0]);
});

test('a panel that shines the other way gives nothing', async () => {
  const light = await bake(makeCave({ documentation: [{ ...CEILING, edgeU: [-0.5, 0, 0] }] }));
  expect(readFloor(light, 2, 2, 2)).toEqual([0, 0, 0, 0, 0, 0]);
});

test('an even sky over open ground gives its own radiance', async () => {
  const light = await bake(makeCave({ sky: 0.7 }));
  expect(readFloor(light, 2, 2)[0]).toBeGreaterThan(0.7 * 0.85);
  expect(readFloor(light, 2, 2)[0]).toBeLessThan(0.7 * 1.15);
});

test('a flame fades with the square of the distance and a ball throws its shadow', async () => {
  const flame: Flame = { position: [0, 1.9, 0], size: 0.1, strength: 1 };
  const open = await bake(makeCave({ flames: [flame] }));
  const above = readFloor(open, 2, 2, 1)[0]!;
  const beside = readFloor(open, 4, 2, 1)[0]!;
  // At the edge: twice the square of the distance and half of that again for the slant and the flame's taller side.
  expect(above / beside).toBeGreaterThan(0.4);
  expect(above / beside).toBeLessThan(2.8);
  const statue: Statue = { solid: 'ball', position: [0, 0.6, 0], yaw: 0, scale: 1, mirrored: false, variant: 0 };
  const shaded = await bake(makeCave({ flames: [flame], statues: [statue] }));
  expect(readFloor(shaded, 2, 2, 1)[0]).toBeLessThan(above * 0.2);
  expect(readFloor(shaded, 4, 2, 1)[0]! / beside).toBeCloseTo(1, 1);
});

const LIT_BALL = makeCave({
  daylight: [CEILING],
  flames: [{ position: [1, 0.5, 0.3], size: 0.1, strength: 1 }],
  statues: [{ solid: 'ball', position: [0, 0.3, 0], yaw: 0.4, scale: 1, mirrored: true, variant: 0 }],
});

test('light on a solid is kept by vertex: bright above, dark below', async () => {
  const scene = buildScene(LIT_BALL);
  const light = await bake(LIT_BALL);
  expect(light.vertices.length).toBe((scene.positions.length / 3 - scene.firstFreeVertex) * VERTEX_STRIDE);
  let top = 0;
  let bottom = 0;
  for (let i = 0; i < light.vertices.length / VERTEX_STRIDE; i++) {
    const y = scene.positions[(i + scene.firstFreeVertex) * 3 + 1]!;
    const e = light.vertices[i * VERTEX_STRIDE]!;
    if (y > 0.52) top = Math.max(top, e);
    if (y < 0.08) bottom = Math.max(bottom, e);
  }
  expect(top).toBeGreaterThan(0.2);
  expect(bottom).toBeLessThan(top * 0.5);
});

test('the number of threads does not change a single number', async () => {
  const [one, two, three] = await Promise.all([bake(LIT_BALL, 1), bake(LIT_BALL, 2), bake(LIT_BALL, 3)]);
  expect(two.paintings[0]!.values).toEqual(one.paintings[0]!.values);
  expect(three.paintings[0]!.values).toEqual(one.paintings[0]!.values);
  expect(two.vertices).toEqual(one.vertices);
});

test('lightmaps come back from a file as they were, and a cut file is refused', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'grotto-light-'));
  const file = path.join(folder, 'light.bin');
  const light = await bake(LIT_BALL);
  await writeLight(file, light);
  const back = await readLight(file);
  expect(back.paintings[0]).toMatchObject({ painting: 'floor', width: 17, height: 17, cell: 0.25 });
  expect([...back.paintings[0]!.values]).toEqual([...light.paintings[0]!.values]);
  expect([...back.vertices]).toEqual([...light.vertices]);
  await writeFile(file, (await readFile(file)).subarray(0, 900));
  await expect(readLight(file)).rejects.toThrow('bake it again');
  await rm(folder, { recursive: true });
});
