/** Starts a kiosk's browser again where its page was not heard of for too long, or does not get well. */
import type { Keeper } from '../keepRunning.ts';
import type { Health } from './health.ts';

/** Milliseconds. */
const EVERY_MS = 5_000;

/** @param log Told, in lines with their ends. Answers what ends it. */
export function superviseBrowser(
  health: Health,
  keeper: Pick<Keeper, 'restart'>,
  log: (line: string) => void,
  everyMs = EVERY_MS,
): () => void {
  const timer = setInterval(() => {
    const { status, heartbeat } = health.report();
    if (status === 'well' || status === 'waiting') return;
    const heard = heartbeat ? `last heard of ${heartbeat.secondsAgo} s ago` : 'never heard of';
    log(`the kiosk's page is ${status}, ${heard}\n`);
    health.noteRestart();
    keeper.restart();
  }, everyMs);
  return () => clearInterval(timer);
}
