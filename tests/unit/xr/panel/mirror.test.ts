import { expect, it } from 'vitest';
import type { Ink } from '#xr/panel/layout/ink.ts';
import { mirrorControl, mirrorInk, mirrorStrip } from '#xr/panel/layout/mirror.ts';

const box: Ink = { kind: 'box', x: 0.1, y: 0.2, width: 0.3, height: 0.1, radius: 0, fill: null, stroke: 'dim' };

it('moves a box to the other side without changing its size', () => {
  const mirrored = mirrorInk(box, 1);
  expect(mirrored).toMatchObject({ y: 0.2, width: 0.3, height: 0.1 });
  expect(mirrored.kind === 'box' && mirrored.x).toBeCloseTo(0.6);
});

it('turns a slider around, so that its least value lies where one begins to read', () => {
  const track = { kind: 'slide', id: 'a', setting: 'blend', min: 0, max: 100, step: 1, fromX: 0.1, toX: 0.9 } as const;
  const mirrored = mirrorControl({ ...track, box: { x: 0, y: 0, width: 1, height: 0.1 } }, 1);
  expect(mirrored).toMatchObject({ fromX: 0.9 });
  expect(mirrored.kind === 'slide' && mirrored.toX).toBeCloseTo(0.1);
});

it('gives what was laid back where it is mirrored twice', () => {
  const twice = mirrorInk(mirrorInk({ kind: 'line', points: [0, 1, 0.25, 2], width: 0.1, colour: 'dim' }, 1), 1);
  expect(twice).toMatchObject({ points: [0, 1, 0.25, 2] });
});

it('leaves a plan as it is', () => {
  const plan = { gap: 0, height: 1, inks: [box], controls: [], isSpatial: true };
  expect(mirrorStrip(plan, 1)).toBe(plan);
  expect(mirrorStrip({ ...plan, isSpatial: false }, 1)).not.toEqual(plan);
});
