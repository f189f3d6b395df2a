/**
 * Watches over a page that nobody looks after: what is wrong gets a while to mend itself, then the renderer is built anew
 * where that may help, then the page is loaded anew; one that is loaded anew in vain waits longer each time, and whoever
 * started the browser has the next word. Pure.
 */

/** No frame comes; the graphics context is lost; the picture is blank; the visit did not begin; memory runs out. */
export type Illness = 'frames' | 'context' | 'picture' | 'start' | 'memory';

export interface Watch {
  /** What is wrong, the first of it; null while all is well. */
  readonly illness: Illness | null;
  /** Seconds since then, or since the renderer was built anew because of it. */
  readonly waited: number;
  /** Seconds since the renderer was built anew; null where that is long ago. */
  readonly rebuilt: number | null;
  /** Grows by one whenever it is to be built anew. */
  readonly rebuilds: number;
  /** Whether it is time to load the page anew. */
  readonly isOver: boolean;
}

export type WatchEvent =
  | { readonly kind: 'ill'; readonly illness: Illness }
  | { readonly kind: 'well'; readonly illness: Illness }
  /** Seconds. */
  | { readonly kind: 'wait'; readonly dt: number };

export const ALL_WELL: Watch = { illness: null, waited: 0, rebuilt: null, rebuilds: 0, isOver: false };

/** What the renderer may be to blame for. */
const OF_THE_PICTURE: readonly (Illness | null)[] = ['frames', 'context', 'picture'] satisfies Illness[];
/** Seconds before it is built anew; however often the page was loaded anew in vain, this costs little. */
const REBUILD_AFTER = 10;
/** What is wrong again so soon after it, seconds, is not the renderer's fault. */
const REBUILD_HELPS = 600;

/** @param patience Seconds that something may be wrong before the page is loaded anew. */
export function stepWatch(before: Watch, event: WatchEvent, patience: number): Watch {
  if (before.isOver) return before;
  switch (event.kind) {
    case 'ill':
      return before.illness === null ? { ...before, illness: event.illness, waited: 0 } : before;
    case 'well':
      return before.illness === event.illness ? { ...before, illness: null, waited: 0 } : before;
    case 'wait':
      return wait(before, Number.isFinite(event.dt) ? Math.max(0, event.dt) : 0, patience);
  }
}

function wait(before: Watch, dt: number, patience: number): Watch {
  const passed = before.rebuilt === null ? null : before.rebuilt + dt;
  const rebuilt = passed !== null && (before.illness !== null || passed < REBUILD_HELPS) ? passed : null;
  if (before.illness === null) return before.rebuilt === rebuilt ? before : { ...before, rebuilt };
  const waited = before.waited + dt;
  if (rebuilt === null && OF_THE_PICTURE.includes(before.illness)) {
    const isDue = waited >= REBUILD_AFTER;
    return isDue ? { ...before, waited: 0, rebuilt: 0, rebuilds: before.rebuilds + 1 } : { ...before, waited, rebuilt };
  }
  return { ...before, waited, rebuilt, isOver: waited >= patience };
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
