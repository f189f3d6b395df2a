import { describe, expect, it } from 'vitest';
import { ErrorTarget, type TileLoad } from '#scene/tileset/errorTarget.ts';

const BUDGET = { triangles: 100_000, gpuBytes: 1e8, errorPx: 6 };
const AT_REST: TileLoad = { triangles: 10_000, draws: 10, bytes: 1e7, refused: 0, isIdle: true };

describe('how coarse tiles may be', () => {
  it('is as fine as the budget says while everything fits', () => {
    const error = new ErrorTarget(BUDGET);
    expect(error.value).toBe(6);
    expect(error.isRaised(AT_REST)).toBe(false);
    expect(error.isLowered(AT_REST)).toBe(false);
    expect(error.value).toBe(6);
  });

  it('is raised at once where too many triangles would be drawn, and at last ends', () => {
    const error = new ErrorTarget(BUDGET);
    const tooMuch = { ...AT_REST, triangles: 200_000 };
    let steps = 0;
    while (error.isRaised(tooMuch)) steps += 1;
    expect(steps).toBeGreaterThan(10);
    expect(steps).toBeLessThan(100);
  });

  it('is raised at once where drawing takes too many calls, and is not lowered near that', () => {
    const error = new ErrorTarget({ ...BUDGET, draws: 40 });
    expect(error.isRaised({ ...AT_REST, draws: 40 })).toBe(false);
    expect(error.isRaised({ ...AT_REST, draws: 41 })).toBe(true);
    error.release();
    expect(error.isLowered({ ...AT_REST, draws: 30 })).toBe(false);
    expect(error.isLowered({ ...AT_REST, draws: 15 })).toBe(true);
  });

  it('is raised where tiles find no room again and again, not where they find none once', () => {
    const error = new ErrorTarget(BUDGET);
    const full = { ...AT_REST, refused: 5 };
    expect(error.isRaised(full)).toBe(false);
    expect(error.isRaised(AT_REST)).toBe(false);
    expect([full, full, full].map((load) => error.isRaised(load))).toEqual([false, false, true]);
  });

  it('is lowered step by step to the finest, but not at the view that proved too much', () => {
    const error = new ErrorTarget(BUDGET);
    error.isRaised({ ...AT_REST, triangles: 200_000 });
    expect(error.isLowered(AT_REST)).toBe(false);
    error.release();
    expect(error.isLowered({ ...AT_REST, isIdle: false })).toBe(false);
    expect(error.isLowered({ ...AT_REST, triangles: 60_000 })).toBe(false);
    expect(error.isLowered({ ...AT_REST, bytes: 9e7 })).toBe(false);
    expect(error.isLowered(AT_REST)).toBe(true);
    expect(error.value).toBeCloseTo(6);
    expect(error.isLowered(AT_REST)).toBe(false);
  });

  it('follows a new budget: never finer than it, and finer again where there is more room', () => {
    const error = new ErrorTarget(BUDGET);
    error.setBudget({ ...BUDGET, errorPx: 20 });
    expect(error.value).toBe(20);
    error.setBudget(BUDGET);
    while (error.isLowered(AT_REST));
    expect(error.value).toBe(6);
  });
});
