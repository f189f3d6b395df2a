import type { TellingEvents, Told } from '#tour/guide/ports.ts';
import { RunningClock } from './runningClock.ts';
import { PROGRESS_MS, type TellerPorts } from './teller.ts';

/** Nobody speaks: the time that reading takes passes. `from`: seconds that have been told already. */
export function tellSilently(
  { seconds, rate, from = 0 }: { readonly seconds: number; readonly rate: number; readonly from?: number },
  events: TellingEvents,
  { now, every }: TellerPorts,
): Told {
  const clock = new RunningClock(now, rate, Math.min(from, seconds));
  clock.run();
  events.onProgress(clock.told, seconds);
  const stop = every(() => {
    if (!clock.isRunning) return;
    events.onProgress(Math.min(clock.told, seconds), seconds);
    if (clock.told < seconds) return;
    stop();
    events.onEnd();
  }, PROGRESS_MS);
  return {
    pause: () => clock.halt(),
    resume: () => clock.run(),
    setRate: (next) => clock.setRate(next),
    stop,
  };
}
