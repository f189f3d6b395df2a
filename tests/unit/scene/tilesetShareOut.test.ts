import { describe, expect, it } from 'vitest';
import { leaveOver, shareOut } from '#scene/tileset/shareOut.ts';

const WHOLE = { triangles: 600_000, draws: 80, gpuBytes: 100e6, bytesInFlight: 8e6 };
const NOTHING = { triangles: 0, draws: 0, gpuBytes: 0 };

describe('what tilesets may take of the budget of all relics', () => {
  it('is most of it alone, and half of it beside models, in equal parts', () => {
    expect(shareOut(WHOLE, 1, 0).gpuBytes).toBe(90e6);
    expect(shareOut(WHOLE, 1, 200).gpuBytes).toBe(50e6);
    expect(shareOut(WHOLE, 2, 1)).toEqual({ triangles: 150_000, draws: 20, gpuBytes: 25e6 });
  });

  it('leaves models the rest, so that both together never have more than all', () => {
    for (const tilesets of [1, 2, 3, 7]) {
      for (const models of [0, 1, 200]) {
        const each = shareOut(WHOLE, tilesets, models);
        const rest = leaveOver(WHOLE, each, tilesets, NOTHING);
        for (const key of ['triangles', 'draws', 'gpuBytes'] as const) {
          expect(each[key] * tilesets + rest[key]).toBeLessThanOrEqual(WHOLE[key]);
        }
      }
    }
  });

  it('leaves models less while a tileset still has more than its part, and never less than nothing', () => {
    const each = shareOut(WHOLE, 1, 3);
    expect(leaveOver(WHOLE, each, 1, { ...NOTHING, gpuBytes: 80e6 }).gpuBytes).toBe(20e6);
    expect(leaveOver(WHOLE, each, 1, { ...NOTHING, gpuBytes: 300e6 }).gpuBytes).toBe(0);
  });
});
