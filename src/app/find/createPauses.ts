import type { Pauses } from '#tour/find/desk.ts';

/** Milliseconds at a stretch; a frame has sixteen. */
const STRETCH_MS = 8;
/** A page that is never idle goes on after this, milliseconds. */
const PATIENCE_MS = 60;

/** The browser's idle time. */
export function createPauses(): Pauses {
  let begun = performance.now();
  return {
    isDue: () => performance.now() - begun > STRETCH_MS,
    async rest() {
      await new Promise<void>((resolve) => {
        if ('requestIdleCallback' in window) requestIdleCallback(() => resolve(), { timeout: PATIENCE_MS });
        else setTimeout(resolve);
      });
      begun = performance.now();
    },
  };
}
