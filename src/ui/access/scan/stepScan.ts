/**
 * One switch: groups are shown one after the other, then what is in the chosen one, then its way out. Whoever has not
 * chosen after two rounds within a group is back among the groups.
 */
export interface Scan {
  readonly group: number;
  /** In the group; as many as there are items stands for the way out. Null while groups are shown. */
  readonly item: number | null;
  /** Rounds within the group that are over. */
  readonly rounds: number;
}

export const FIRST_SCAN: Scan = { group: 0, item: null, rounds: 0 };
const MOST_ROUNDS = 2;

/** @param sizes How many items each group has; what has gone from the page in the meantime is passed over. */
export function advanceScan(scan: Scan, sizes: readonly number[]): Scan {
  if (sizes.length === 0) return FIRST_SCAN;
  const size = sizes[scan.group] ?? 0;
  if (scan.item === null || size === 0) return { group: (scan.group + 1) % sizes.length, item: null, rounds: 0 };
  if (scan.item < size) return { ...scan, item: scan.item + 1 };
  const rounds = scan.rounds + 1;
  return rounds < MOST_ROUNDS ? { ...scan, item: 0, rounds } : { ...scan, item: null, rounds: 0 };
}

export interface Chosen {
  readonly scan: Scan;
  /** What is pressed by it. */
  readonly press: { readonly group: number; readonly item: number } | null;
}

/** The switch: into a group, or what is shown. A group of one is pressed at once. */
export function chooseScan(scan: Scan, sizes: readonly number[]): Chosen {
  const { group, item } = scan;
  const size = sizes[group] ?? 0;
  const out: Scan = { group, item: null, rounds: 0 };
  if (size === 0) return { scan: out, press: null };
  if (item === null) {
    return size === 1 ? { scan: out, press: { group, item: 0 } } : { scan: { group, item: 0, rounds: 0 }, press: null };
  }
  if (item >= size) return { scan: out, press: null };
  // What was pressed may well be pressed again, such as a step of a slider.
  return { scan: { group, item, rounds: 0 }, press: { group, item } };
}
