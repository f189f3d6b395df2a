/** Milliseconds; doubled after each failure. */
const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 8_000;

/**
 * Asks for a part of the page until it comes: a line that is down for a moment must not cost a visit its words or its
 * sound. With `mostAttempts`, 1 or more, it rejects with the last error after so many; it never does by default.
 */
export async function bringPatiently<T>(bring: () => Promise<T>, mostAttempts = Infinity): Promise<T> {
  for (let attempt = 1, pauseMs = FIRST_PAUSE_MS; ; attempt++, pauseMs = Math.min(LONGEST_PAUSE_MS, pauseMs * 2)) {
    try {
      return await bring();
    } catch (error) {
      if (attempt >= mostAttempts) throw error;
    }
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
  }
}
