/**
 * When a failed load is tried again, for tiles and meshes alike. After a few attempts it counts as failed, is said once and
 * stood in for; what may pass is tried on and on all the same, as an exhibition that runs for months outlives its server.
 */

/** Pause before the first retry, seconds; doubled each time. */
const FIRST_PAUSE = 0.5;
const LONGEST_PAUSE = 8;
/** So many failures are a fault. */
export const MOST_ATTEMPTS = 5;
/** A load not wanted for this long, seconds, is cancelled: long enough not to drop what a trembling hand needs again. */
export const CANCEL_AFTER = 0.3;

/** Seconds to wait after the given number of attempts that failed. */
export function pauseAfter(attempts: number): number {
  return Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** (attempts - 1));
}

/** Whether others stand in for it: it failed for good, or so often that nobody waits for it. */
export function isGivenUp({ state, attempts }: { readonly state: string; readonly attempts: number }): boolean {
  return state === 'failed' || attempts >= MOST_ATTEMPTS;
}

/** Whoever rejects says with `isRetryable` that trying again can help. */
export function isRetryable(error: unknown): boolean {
  return error instanceof Error && 'isRetryable' in error && error.isRetryable === true;
}

export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
