/** Which of several visits a second screen shows: the one that was touched last. */
import type { ScreenMessage, ToldLabels } from './channel.ts';
import type { ScreenLabels } from './labelsOf.ts';

/** What each visit told last, by its name. */
export type FollowedVisits = ReadonlyMap<string, ToldLabels>;

/** Nobody has more windows open; whoever makes up more must not fill the memory. */
const MOST_VISITS = 32;

/** What a screen knows after a message. */
export function followVisits(visits: FollowedVisits, message: ScreenMessage): FollowedVisits {
  if (message.kind === 'ask') return visits;
  const next = new Map(visits);
  next.delete(message.visit);
  if (message.kind === 'end') return next;
  next.set(message.visit, message);
  if (next.size > MOST_VISITS) {
    const [longestUntouched] = [...next.values()].sort((one, other) => one.touched - other.touched);
    if (longestUntouched) next.delete(longestUntouched.visit);
  }
  return next;
}

/** What there is to read; null where no visit is open. Of two that were touched at once, the one that told last. */
export function labelsToShow(visits: FollowedVisits): ScreenLabels | null {
  let latest: ToldLabels | null = null;
  for (const told of visits.values()) if (latest === null || told.touched >= latest.touched) latest = told;
  return latest?.labels ?? null;
}
