/** A recording is played. Its pitch stays as it is at every rate. */
import type { Told } from '#tour/guide/ports.ts';
import { PROGRESS_MS, type TellerEvents, type TellerPorts } from './teller.ts';

/** The part of `HTMLAudioElement` that is used. */
export interface Player {
  src: string;
  playbackRate: number;
  preservesPitch: boolean;
  readonly currentTime: number;
  readonly duration: number;
  play(): Promise<void>;
  pause(): void;
  removeAttribute(name: string): void;
  load(): void;
  addEventListener(type: 'ended' | 'error', listener: () => void): void;
  removeEventListener(type: 'ended' | 'error', listener: () => void): void;
}

/** Seconds in which it has to begin, and to go on where it has stopped. */
const LONGEST_STALL = 8;

export interface RecordedOptions {
  readonly url: string;
  /** As the document says, until the file says it itself. */
  readonly seconds: number;
  readonly rate: number;
  /** Takes the player's way to the ears apart. */
  disconnect(): void;
}

export function tellRecorded(
  { url, seconds, rate, disconnect }: RecordedOptions,
  events: TellerEvents,
  { player, every }: TellerPorts & { readonly player: Player },
): Told {
  let isPaused = false;
  let waited = 0;
  let reached = 0;
  const total = (): number => (Number.isFinite(player.duration) && player.duration > 0 ? player.duration : seconds);
  const finish = (): void => {
    stopTicking();
    player.removeEventListener('ended', onEnded);
    player.removeEventListener('error', fail);
    player.pause();
    player.removeAttribute('src');
    player.load();
    disconnect();
  };
  const onEnded = (): void => {
    const all = total();
    finish();
    events.onProgress(all, all);
    events.onEnd();
  };
  const fail = (): void => {
    const told = player.currentTime;
    finish();
    events.onFail(told);
  };
  const start = (): void => {
    void player.play().catch((error: unknown) => {
      // Pausing it while it begins is no failure.
      if (!isPaused && !(error instanceof DOMException && error.name === 'AbortError')) fail();
    });
  };
  const stopTicking = every(() => {
    if (isPaused) return;
    waited = player.currentTime > reached ? 0 : waited + PROGRESS_MS / 1_000;
    reached = player.currentTime;
    if (waited > LONGEST_STALL) fail();
    else events.onProgress(player.currentTime, total());
  }, PROGRESS_MS);
  player.addEventListener('ended', onEnded);
  player.addEventListener('error', fail);
  player.preservesPitch = true;
  player.src = url;
  player.playbackRate = rate;
  start();
  return {
    pause() {
      isPaused = true;
      player.pause();
    },
    resume() {
      isPaused = false;
      start();
    },
    setRate: (next) => void (player.playbackRate = next),
    stop: finish,
  };
}
