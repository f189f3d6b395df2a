/** One way of telling: a recording, a voice of the device, silence. */
import type { Told, TellingEvents } from '#tour/guide/ports.ts';

/** What a teller has of the world. */
export interface TellerPorts {
  /** Seconds. */
  readonly now: () => number;
  /** Calls back again and again, until the answer is called. */
  readonly every: (act: () => void, ms: number) => () => void;
}

/** What a teller answers to. */
export interface TellerEvents extends TellingEvents {
  /** It cannot go on; `seconds` have been told. Nothing else is said after that. */
  onFail(seconds: number): void;
}

export type { Told };

/** Milliseconds between two words on how far it has come: a little more often than four times a second. */
export const PROGRESS_MS = 200;
