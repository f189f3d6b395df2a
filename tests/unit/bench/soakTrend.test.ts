import { describe, expect, it } from 'vitest';
import { fitLine, trendOf } from '../../bench/soak/trend.ts';
import { listGrown, sumClasses, sumObjects } from '../../e2e/soak/heapClasses.ts';
import type { Weight } from '../../e2e/soak/weigh.ts';

const weigh = (objectBytes: number): Weight => ({
  heapBytes: 0, objectBytes, arrayBytes: 0, gpuBytes: 0, textures: 0, buffers: 0, programs: 0, listeners: 0, nodes: 0, documents: 0,
  workers: 0, sounds: 0,
}); // prettier-ignore
const isGrowing = (...bytes: readonly number[]): boolean => trendOf('objectBytes', bytes.map(weigh)).isGrowing;

describe('the line through what was weighed', () => {
  it('has the slope of a straight one, without any noise', () => {
    expect(fitLine([3, 5, 7, 9])).toEqual({ slope: 2, noise: 0 });
  });

  it('is as noisy as the formula of its standard error says', () => {
    // Worked out by hand: slope 0.5, squares of what is left 1.5, spread of the rounds 5.
    const { slope, noise } = fitLine([1, 3, 2, 3]);
    expect(slope).toBeCloseTo(0.5, 12);
    expect(noise).toBeCloseTo(Math.sqrt(1.5 / 2 / 5), 12);
  });

  it('knows of no noise where there is too little of it', () => {
    expect(fitLine([1, 9]).noise).toBe(Infinity);
  });
});

describe('a heap', () => {
  const warm = [9e6, 3e6];

  it('that wavers, shrinks, or grows by less than the floor is flat', () => {
    expect(isGrowing(...warm, 4e6, 4e6, 4e6, 4e6)).toBe(false);
    expect(isGrowing(...warm, 4e6, 5e6, 4e6, 5e6, 4e6)).toBe(false);
    expect(isGrowing(...warm, 5e6, 4e6, 3e6, 2e6)).toBe(false);
    expect(isGrowing(...warm, 4e6, 4.004e6, 4.008e6, 4.012e6)).toBe(false);
  });

  it('that loses something in every round grows, however it wavers', () => {
    const leak = Array.from({ length: 10 }, (_, round) => 4e6 + 50_000 * round + (round % 2) * 20_000);
    expect(isGrowing(...warm, ...leak)).toBe(true);
  });

  it('is summed by class, compiled scripts and the browser’s own apart from what scripts hold', () => {
    const snapshot = (tiles: number) => ({
      snapshot: { meta: { node_fields: ['type', 'name', 'self_size'], node_types: [['object', 'code', 'native', 'string']] as const } },
      nodes: [...Array.from({ length: tiles }, () => [0, 0, 16]).flat(), 1, 1, 400, 2, 2, 90, 3, 0, 8],
      strings: ['Tile', 'InstructionStream', 'LayoutShift'],
    }); // prettier-ignore
    const [before, after] = [sumClasses(snapshot(2)), sumClasses(snapshot(5))];
    expect(after.get('object Tile')).toEqual({ count: 5, bytes: 80 });
    expect([sumObjects(before), sumObjects(after)]).toEqual([40, 88]);
    expect(listGrown(before, after)).toEqual(['         48 bytes in      3 of object Tile']);
  });
});
