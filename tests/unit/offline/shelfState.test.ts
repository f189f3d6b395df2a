import { describe, expect, it } from 'vitest';
import type { KnownList } from '#offline/judgeList.ts';
import { adoptFirst, beginVisit, confirmStart, EMPTY_SHELF, listHeld, newestOf } from '#offline/shelfState.ts';

const version = (number: number): KnownList => ({ version: number, digest: `list-${number}` });

describe('what a device shows', () => {
  it('is the newer version from the next start on, and the older one stays until that has begun', () => {
    const begun = beginVisit({ ...EMPTY_SHELF, current: version(1), next: version(2) });
    expect(begun).toMatchObject({ current: version(2), next: null, previous: version(1) });
    expect(listHeld(begun)).toEqual([version(2), version(1)]);
    const confirmed = confirmStart(begun);
    expect(listHeld(confirmed)).toEqual([version(2)]);
    expect(beginVisit(confirmed)).toBe(confirmed);
  });

  it('is the older version again where the newer one did not begin three times, and that one is not taken again', () => {
    let state = beginVisit({ ...EMPTY_SHELF, current: version(1), next: version(2) });
    for (let start = 0; start < 2; start++) {
      state = beginVisit(state);
      expect(state.current).toEqual(version(2));
    }
    state = beginVisit(state);
    expect(state).toMatchObject({ current: version(1), previous: null, failed: ['list-2'] });
    expect(beginVisit(state)).toBe(state);
    expect(newestOf(state)).toEqual(version(1));
  });

  it('is the first version at once, where the page is of it', () => {
    const whole = { ...EMPTY_SHELF, next: version(1) };
    expect(adoptFirst(whole, 1)).toMatchObject({ current: version(1), next: null });
    expect(adoptFirst(whole, 2)).toBe(whole);
    const second = { ...EMPTY_SHELF, current: version(1), next: version(2) };
    expect(adoptFirst(second, 2)).toBe(second);
    expect(newestOf(second)).toEqual(version(2));
  });
});
