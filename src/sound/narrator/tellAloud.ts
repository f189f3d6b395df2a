/** A voice of the device reads the text, sentence by sentence. */
import type { Told } from '#tour/guide/ports.ts';
import { RunningClock } from './runningClock.ts';
import { splitSentences } from './splitSentences.ts';
import { PROGRESS_MS, type TellerEvents, type TellerPorts } from './teller.ts';

/** The part of `SpeechSynthesisUtterance` that is used. */
export interface Utterance {
  rate: number;
  volume: number;
  onstart: (() => void) | null;
  onend: (() => void) | null;
  onerror: (() => void) | null;
  onboundary: ((event: { readonly charIndex: number }) => void) | null;
}

/** The part of `speechSynthesis` that is used. */
export interface Speech {
  /** An utterance in the chosen voice. */
  utter(text: string): Utterance;
  speak(utterance: Utterance): void;
  cancel(): void;
  /** Undoes a pause that somebody else has made. */
  resume(): void;
}

export interface AloudOptions {
  readonly text: string;
  /** About how long it takes at a rate of 1. */
  readonly seconds: number;
  readonly rate: number;
  /** 0 to 1. */
  readonly volume: () => number;
}

/** Seconds: a voice that has not begun by then never will; one that takes this many times as long as reckoned is stuck. */
const LONGEST_START = 4;
const LONGEST_PIECE = 3;
const LEAST_PIECE = 6;

export function tellAloud(
  { text, seconds, rate: first, volume }: AloudOptions,
  events: TellerEvents,
  { speech, now, every }: TellerPorts & { readonly speech: Speech },
): Told {
  const pieces = splitSentences(text);
  const clock = new RunningClock(now, first);
  const secondsOf = (characters: number): number => (seconds * characters) / Math.max(1, text.length);
  let index = -1;
  let before = 0;
  let rate = first;
  let isPaused = false;
  let hasBegun = false;
  /** When the present piece was given to the voice, without the time of pauses. */
  let waited = 0;
  let speaking: Utterance | null = null;

  const drop = (): void => {
    if (speaking) speaking.onstart = speaking.onend = speaking.onerror = speaking.onboundary = null;
    speaking = null;
    // A pause is the whole page's, and outlasts what is cancelled.
    speech.cancel();
    speech.resume();
  };
  const finish = (): void => {
    stopTicking();
    drop();
  };
  const fail = (): void => {
    const told = clock.told;
    finish();
    events.onFail(told);
  };
  const say = (at: number, start: number): void => {
    const piece = pieces[at];
    if (piece === undefined) {
      finish();
      events.onProgress(seconds, seconds);
      events.onEnd();
      return;
    }
    [index, before, hasBegun, waited] = [at, start, false, 0];
    clock.halt();
    clock.set(secondsOf(start));
    const utterance = speech.utter(piece);
    utterance.rate = rate;
    utterance.volume = volume();
    utterance.onstart = () => {
      [hasBegun, waited] = [true, 0];
      if (!isPaused) clock.run();
    };
    utterance.onboundary = ({ charIndex }) => clock.set(secondsOf(start + charIndex));
    utterance.onend = () => {
      if (speaking === utterance) say(at + 1, start + piece.length);
    };
    utterance.onerror = () => {
      if (speaking === utterance) fail();
    };
    speaking = utterance;
    speech.speak(utterance);
  };
  const stopTicking = every(() => {
    if (isPaused) return;
    const piece = pieces[index] ?? '';
    waited += PROGRESS_MS / 1_000;
    const longest = Math.max(LEAST_PIECE, (LONGEST_PIECE * secondsOf(piece.length)) / rate);
    if (waited > (hasBegun ? longest : LONGEST_START)) {
      fail();
      return;
    }
    // A guess between two words of the voice's own does not run ahead of the sentence.
    events.onProgress(Math.min(clock.told, secondsOf(before + piece.length)), seconds);
  }, PROGRESS_MS);

  say(0, 0);
  return {
    pause() {
      isPaused = true;
      clock.halt();
      // Not the voice's own pause: on some devices that ends the sentence.
      drop();
    },
    resume() {
      isPaused = false;
      if (pieces[index] !== undefined) say(index, before);
    },
    setRate(next) {
      rate = next;
      clock.setRate(next);
      // A voice keeps the rate that it began with: the sentence is read again.
      if (isPaused || pieces[index] === undefined) return;
      drop();
      say(index, before);
    },
    stop: finish,
  };
}
