/**
 * Which versions of a visit a device keeps, and which of them is shown. A version is shown only whole, and a new one only
 * when the visit begins in no other window: so no page ever gets files of two. One that does not come to start within a
 * few attempts gives way to the one before it.
 */
import type { KnownList } from './judgeList.ts';

export interface ShelfState {
  /** What the page and its scripts are answered from without a network, where the exhibition itself is not kept. */
  readonly shell: KnownList | null;
  readonly current: KnownList | null;
  /** Whole, and waits for the next start. */
  readonly next: KnownList | null;
  /** Of which only some files are here. */
  readonly coming: KnownList | null;
  /** What was shown before `current`, as long as that has not shown that it starts. */
  readonly previous: KnownList | null;
  /** How often `current` was begun without having shown that it starts. */
  readonly starts: number;
  /** Digests of lists that did not start; they are not taken again. */
  readonly failed: readonly string[];
}

export const EMPTY_SHELF: ShelfState = {
  shell: null,
  current: null,
  next: null,
  coming: null,
  previous: null,
  starts: 0,
  failed: [],
};

/** A visitor may leave before a slow device has begun; this often it is no accident. */
const MOST_STARTS = 3;

/** A visit begins, and no other window shows it. */
export function beginVisit(state: ShelfState): ShelfState {
  const { next, current, previous, starts, failed } = state;
  if (next) return { ...state, current: next, next: null, previous: current, starts: 1 };
  if (!previous || !current) return state;
  if (starts < MOST_STARTS) return { ...state, starts: starts + 1 };
  return { ...state, current: previous, previous: null, starts: 0, failed: [...failed, current.digest] };
}

/** The visit stands before the visitor. */
export function confirmStart(state: ShelfState): ShelfState {
  return state.previous ? { ...state, previous: null, starts: 0 } : state;
}

/** The first version that is kept is shown at once by a page that is of the same version. */
export function adoptFirst(state: ShelfState, pageVersion: number): ShelfState {
  const { current, next } = state;
  return !current && next?.version === pageVersion ? { ...state, current: next, next: null } : state;
}

/** Of what the device has taken, the newest. */
export function newestOf({ current, next }: ShelfState): KnownList | null {
  return next ?? current;
}

/** Lists of which files must stay. */
export function listHeld({ shell, current, next, coming, previous }: ShelfState): KnownList[] {
  return [shell, current, next, coming, previous].filter((list) => list !== null);
}
