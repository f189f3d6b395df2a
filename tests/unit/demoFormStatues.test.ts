import { expect, test } from 'vitest';
import type { Solid, SolidColour } from '#demo/cave/cave.ts';
import type { Layer } from '#demo/cave/layer.ts';
import { STATUE_SOLIDS } from '#demo/caves/hall/statues.ts';
import { placeStatue } from '#demo/form/placement.ts';
import { OLD_HEAD, YOUNG_HEAD } from '#demo/statues/disciple/disciple.ts';
import { hand, type HandPose } from '#demo/statues/parts/hand.ts';
import { head, OLD_MONK, toHead, YOUNG_MONK, type HeadPose } from '#demo/statues/parts/head.ts';
import { createBand, layBand } from '#demo/statues/parts/band.ts';
import { createLotusThrone } from '#demo/statues/parts/lotusThrone.ts';

test('every solid lies within its box with room to spare, so its mesh is closed', () => {
  for (const { id, low, high, cell, distance } of STATUE_SOLIDS) {
    const steps = 24;
    const at = (axis: number, i: number) => low[axis]! + ((high[axis]! - low[axis]!) * i) / steps;
    for (let i = 0; i <= steps; i++)
      for (let j = 0; j <= steps; j++)
        for (const end of [0, steps]) {
          expect(distance(at(0, end), at(1, i), at(2, j)), `${id} x`).toBeGreaterThan(cell);
          expect(distance(at(0, i), at(1, end), at(2, j)), `${id} y`).toBeGreaterThan(cell);
          expect(distance(at(0, i), at(1, j), at(2, end)), `${id} z`).toBeGreaterThan(cell);
        }
  }
});

function colourAt(solid: Solid, x: number, y: number, z: number, layer: Layer, variant = 0): number[] {
  const out: SolidColour = { r: 0, g: 0, b: 0, shine: 0 };
  solid.colour(x, y, z, layer, variant, out);
  return [out.r, out.g, out.b];
}

test('colours stay colours on every layer, and the three layers differ', () => {
  for (const solid of STATUE_SOLIDS) {
    const [x, y, z] = [0, 1, 2].map((axis) => solid.low[axis]! * 0.45 + solid.high[axis]! * 0.55) as [
      number,
      number,
      number,
    ];
    const layers = (['as-found', 'restored', 'line-drawing'] as const).map((layer) => colourAt(solid, x, y, z, layer));
    for (const value of layers.flat()) {
      expect(value).toBeGreaterThanOrEqual(0);
      expect(value).toBeLessThan(320);
    }
    expect(layers[0]).not.toEqual(layers[1]);
    expect(layers[1]).not.toEqual(layers[2]);
  }
});

test('the two disciples have different faces', () => {
  let modelled = 0;
  let painted = 0;
  for (let i = 0; i < 400; i++) {
    const x = ((i % 20) / 20 - 0.5) * 0.12;
    const y = 0.92 + Math.floor(i / 20) * 0.006;
    if (Math.abs(OLD_HEAD.distance(x, y, 0.085) - YOUNG_HEAD.distance(x, y, 0.085)) > 0.001) modelled++;
    const old = colourAt(OLD_HEAD, x, y, 0.085, 'restored');
    if (old.some((value, k) => Math.abs(value - colourAt(YOUNG_HEAD, x, y, 0.085, 'restored')[k]!) > 12)) painted++;
  }
  expect(modelled).toBeGreaterThan(25);
  expect(painted).toBeGreaterThan(40);
  // Hollow against round cheeks.
  expect(head(0.33, -0.24, 0.25, OLD_MONK)).toBeGreaterThan(head(0.33, -0.24, 0.25, YOUNG_MONK) + 0.02);
});

test('a head that nods looks down, one that turns looks to its left', () => {
  const pose: HeadPose = { x: 0, y: 1, z: 0, scale: 0.5, turn: 0, tilt: 0, nod: 0.3 };
  const out = new Float64Array(3);
  toHead(pose, 0, 1, 0.5, out);
  expect(out[1]).toBeGreaterThan(0.25);
  toHead({ ...pose, nod: 0, turn: 0.5 }, 0.5 * Math.sin(0.5), 1, 0.5 * Math.cos(0.5), out);
  expect([...out].map((v) => Math.round(v * 1e6) / 1e6)).toEqual([0, 0, 1]);
});

test('a hand reaches along its fingers and its thumb lies on the side asked for', () => {
  const pose: HandPose = { wrist: [0, 0, 0], scale: 0.1, fingers: [0, 1, 0], palm: [0, 0, 1], mirrored: false, bends: [0, 0, 0, 0], thumb: 0 }; // prettier-ignore
  expect(hand(0.008, 0.18, 0, pose)).toBeLessThan(0);
  expect(hand(0, 0.23, 0, pose)).toBeGreaterThan(0);
  expect(hand(0.056, 0.08, 0.014, pose)).toBeLessThan(0);
  expect(hand(-0.056, 0.08, 0.014, pose)).toBeGreaterThan(0);
  expect(hand(-0.056, 0.08, 0.014, { ...pose, mirrored: true })).toBeLessThan(0);
});

test('a band is as wide as asked and thin', () => {
  const band = createBand(layBand([[0, 0, 0, 0.03], [0, -0.5, 0, 0.03], [0, -1, 0, 0.03]], [0, 0, 1]), 0.004, 3, 0.002); // prettier-ignore
  expect(band.distance(0.028, -0.4, 0)).toBeLessThan(0);
  expect(band.distance(0.04, -0.4, 0)).toBeGreaterThan(0);
  expect(band.distance(0, -0.4, 0.012)).toBeGreaterThan(0);
  expect(band.distance(0, -2, 0)).toBeGreaterThan(0.5);
});

test('a throne fills the height between its foot and its top', () => {
  const throne = createLotusThrone(0.5, -0.4, 0);
  expect(throne.body(0, -0.39, 0)).toBeLessThan(0);
  expect(throne.body(0, -0.01, 0)).toBeLessThan(0);
  expect(throne.body(0, 0.02, 0)).toBeGreaterThan(0);
  expect(throne.raisedPetals(0, throne.upper.y, throne.upper.radius)).toBeLessThan(0);
});

test('what is placed in the cave comes back to its own frame, mirrored or not', () => {
  for (const mirrored of [false, true]) {
    const placement = placeStatue({ solid: '', position: [1, 2, -3], yaw: 0.7, scale: 1.3, mirrored, variant: 0 });
    const point = new Float64Array(3);
    placement.pointToCave(0.2, 0.5, -0.4, point, 0);
    placement.pointToOwn(point[0]!, point[1]!, point[2]!, point, 0);
    [0.2, 0.5, -0.4].forEach((value, axis) => expect(point[axis]).toBeCloseTo(value, 9));
    placement.directionToCave(0, 0, 1, point, 0);
    expect(point[0]).toBeCloseTo(Math.sin(0.7), 9);
    expect(point[2]).toBeCloseTo(Math.cos(0.7), 9);
  }
});
