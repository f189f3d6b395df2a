import { describe, expect, it } from 'vitest';
import type { MeshStep } from '#streaming/mesh/ports.ts';
import { detailsOf, reachesOf, wantStep } from '#streaming/mesh/policy/reach.ts';

const step = (more: Partial<MeshStep>): MeshStep => ({
  quality: 'low',
  bytes: 1,
  triangles: 10_000,
  draws: 1,
  gpuBytes: 1,
  errorMetres: 0,
  textureSize: 512,
  ...more,
});
const want = (steps: readonly MeshStep[], sizePx: number): number =>
  wantStep(
    reachesOf(steps, 1).map((reachPx) => ({ reachPx })),
    sizePx,
    -1,
  );

describe('The reach of a step', () => {
  it('is a part of what was measured, whatever its numbers say', () => {
    const steps = [step({ sharpToPx: 150 }), step({ textureSize: 1024, sharpToPx: 1_000 }), step({})];
    expect(reachesOf(steps, 1)).toEqual([90, 600, Infinity]);
    expect([90, 91, 600, 601].map((sizePx) => want(steps, sizePx))).toEqual([0, 1, 1, 2]);
  });

  it('is reckoned where nobody measured', () => {
    expect(reachesOf([step({ errorMetres: 0.02 }), step({})], 1)).toEqual([100, Infinity]);
  });

  it('is nowhere for a step that never looks like the relic, which still is worth more than a card', () => {
    const steps = [step({ sharpToPx: 0 }), step({ sharpToPx: 300 }), step({})];
    expect(want(steps, 12)).toBe(1);
    expect(detailsOf(steps, 1)[0]).toBeGreaterThan(200);
  });

  it('never falls from coarse to fine', () => {
    expect(reachesOf([step({ sharpToPx: 200 }), step({ sharpToPx: 150 }), step({})], 1)).toEqual([120, 120, Infinity]);
  });
});
