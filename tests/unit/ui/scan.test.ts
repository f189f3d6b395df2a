import { describe, expect, it } from 'vitest';
import { advanceScan, chooseScan, FIRST_SCAN, type Scan } from '#ui/access/scan/stepScan.ts';

const SIZES = [2, 1, 3];
const at = (group: number, item: number | null, rounds = 0): Scan => ({ group, item, rounds });

describe('one switch, left alone', () => {
  it.each([
    ['goes from group to group', at(0, null), at(1, null)],
    ['goes from the last group to the first', at(2, null), at(0, null)],
    ['goes on within a group', at(0, 0), at(0, 1)],
    ['shows the way out after the last', at(0, 1), at(0, 2)],
    ['begins a second round', at(0, 2), at(0, 0, 1)],
    ['is back among the groups after two', at(0, 2, 1), at(0, null)],
    ['passes over a group that has gone', at(7, 0), at(2, null)],
  ])('%s', (_name, before, after) => {
    expect(advanceScan(before, SIZES)).toEqual(after);
  });

  it('stays at the beginning of a page without anything to press', () => {
    expect(advanceScan(at(3, 1), [])).toEqual(FIRST_SCAN);
  });
});

describe('one switch, pressed', () => {
  it.each([
    ['enters a group', at(0, null), at(0, 0), null],
    ['presses what stands alone in its group', at(1, null), at(1, null), { group: 1, item: 0 }],
    ['presses what is shown, and stays there for the next press', at(2, 1, 1), at(2, 1), { group: 2, item: 1 }],
    ['leaves by the way out', at(2, 3), at(2, null), null],
    ['presses nothing that has gone', at(9, 0), at(9, null), null],
  ])('%s', (_name, before, scan, press) => {
    expect(chooseScan(before, SIZES)).toEqual({ scan, press });
  });

  it('reaches everything', () => {
    const reached = new Set<string>();
    for (const [group, size] of SIZES.entries()) {
      for (let wanted = 0; wanted < size; wanted++) {
        let scan = FIRST_SCAN;
        while (scan.group !== group) scan = advanceScan(scan, SIZES);
        let chosen = chooseScan(scan, SIZES);
        while (chosen.press === null) {
          scan = chosen.scan;
          while (scan.item !== wanted) scan = advanceScan(scan, SIZES);
          chosen = chooseScan(scan, SIZES);
        }
        reached.add(`${chosen.press.group}/${chosen.press.item}`);
      }
    }
    expect(reached.size).toBe(6);
  });
});
