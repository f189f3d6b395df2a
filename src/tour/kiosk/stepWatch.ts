/**
 * Watches over a page that nobody looks after: what is wrong gets a while to mend itself, then the page is loaded anew; one
 * that is loaded anew in vain waits longer each time, and whoever started the browser has the next word. Pure.
 */

/** No frame comes; the graphics context is lost; the picture is blank; the visit did not begin; memory runs out. */
export type Illness = 'frames' | 'context' | 'picture' | 'start' | 'memory';

export interface Watch {
  /** What is wrong, the first of it; null while all is well. */
  readonly illness: Illness | null;
  /** Seconds since then. */
  readonly waited: number;
  /** Whether it is time to load the page anew. */
  readonly isOver: boolean;
}

export type WatchEvent =
  | { readonly kind: 'ill'; readonly illness: Illness }
  | { readonly kind: 'well'; readonly illness: Illness }
  /** Seconds. */
  | { readonly kind: 'wait'; readonly dt: number };

export const ALL_WELL: Watch = { illness: null, waited: 0, isOver: false };

/** @param patience Seconds that something may be wrong. */
export function stepWatch(before: Watch, event: WatchEvent, patience: number): Watch {
  if (before.isOver) return before;
  switch (event.kind) {
    case 'ill':
      return before.illness === null ? { illness: event.illness, waited: 0, isOver: false } : before;
    case 'well':
      return before.illness === event.illness ? ALL_WELL : before;
    case 'wait': {
      if (before.illness === null) return before;
      const waited = before.waited + (Number.isFinite(event.dt) ? Math.max(0, event.dt) : 0);
      return { ...before, waited, isOver: waited >= patience };
    }
  }
}

/** Seconds. */
const HOUR = 3_600;
/** So many times in an hour, and how long something may then be wrong before the next, seconds. */
const LADDER = [
  { reloads: 6, patience: 900 },
  { reloads: 3, patience: 60 },
] as const;
const FIRST_PATIENCE = 10;

/** @param reloads When the page was loaded anew, seconds. @param now On the same clock. */
export function patienceAfter(reloads: readonly number[], now: number): number {
  const recent = recentReloads(reloads, now).length;
  return LADDER.find((rung) => recent >= rung.reloads)?.patience ?? FIRST_PATIENCE;
}

/** Of the last hour. A clock that was set back makes none of them later than now. */
export function recentReloads(reloads: readonly number[], now: number): readonly number[] {
  return reloads.filter((at) => at <= now && at > now - HOUR);
}
