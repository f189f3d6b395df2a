import type { Sharing } from '#xr/handover/stepTurn.ts';

/** Seconds; a visitor who only looks up keeps the visit. */
const AWAY = 12;
const MOST_MINUTES = 240;

/**
 * Whether the address says that many share the headset: `?headset=shared`, with `&minutes=10` for a limit. Null where it
 * does not. A number of minutes that is none, or not above 0, sets no limit.
 */
export function readSharing(search: string): Sharing | null {
  const query = new URLSearchParams(search);
  if (query.get('headset') !== 'shared') return null;
  const minutes = Number(query.get('minutes') ?? '');
  const isLimited = Number.isFinite(minutes) && minutes > 0;
  return { turnSeconds: isLimited ? Math.min(MOST_MINUTES, minutes) * 60 : null, awaySeconds: AWAY };
}
