import type { Narrator } from '#tour/guide/ports.ts';
import type { Timers } from './timers.ts';

/** Seconds between two reports. */
const REPORT = 0.2;

/** Tells by silence: it takes as long as reading does, and captions do the rest. */
export function createSilentNarrator({ now, after }: Timers): Narrator {
  return {
    tell({ silentSeconds }, { rate: firstRate }, { onProgress, onEnd }) {
      let rate = firstRate;
      let told = 0;
      let since: number | null = now();
      let cancel = (): void => undefined;

      const count = (): void => {
        if (since === null) return;
        const at = now();
        told = Math.min(silentSeconds, told + (at - since) * rate);
        since = at;
      };
      const goOn = (): void => {
        cancel();
        const left = (silentSeconds - told) / rate;
        cancel = after(Math.min(REPORT, left), () => {
          count();
          onProgress(told, silentSeconds);
          if (silentSeconds - told > 1e-6) goOn();
          else {
            since = null;
            onEnd();
          }
        });
      };
      goOn();
      return {
        pause() {
          count();
          since = null;
          cancel();
        },
        resume() {
          if (since !== null) return;
          since = now();
          goOn();
        },
        setRate(next) {
          count();
          rate = next;
          if (since !== null) goOn();
        },
        stop() {
          since = null;
          cancel();
        },
      };
    },
  };
}
