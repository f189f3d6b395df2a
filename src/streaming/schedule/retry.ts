/** When a failed load is tried again, for tiles and meshes alike. */

/** Pause before the first retry, seconds; doubled each time. */
const FIRST_PAUSE = 0.5;
export const MOST_ATTEMPTS = 5;
/** A load not wanted for this long, seconds, is cancelled: long enough not to drop what a trembling hand needs again. */
export const CANCEL_AFTER = 0.3;

/** Seconds to wait after the given number of attempts that failed. */
export function pauseAfter(attempts: number): number {
  return FIRST_PAUSE * 2 ** (attempts - 1);
}

/** Whoever rejects says with `isRetryable` that trying again can help. */
export function isRetryable(error: unknown): boolean {
  return error instanceof Error && 'isRetryable' in error && error.isRetryable === true;
}

export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
