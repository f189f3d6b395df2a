/** Who speaks and who writes along while a guided tour is told. */
import type { AudioAsset } from '#document/schema.ts';

/** One step's narration, in one language. */
export interface Telling {
  readonly text: string;
  /** BCP 47, of the text. */
  readonly language: string;
  /** As it was recorded in that language; null where a voice of the device, or captions alone, have to do. */
  readonly voice: AudioAsset | null;
  /** Seconds it should take where nobody speaks, at a rate of 1. */
  readonly silentSeconds: number;
}

export interface TellingEvents {
  /** Seconds told so far and in all, at a rate of 1; at least four times a second while it is told. */
  onProgress(seconds: number, totalSeconds: number): void;
  onEnd(): void;
}

export interface Told {
  pause(): void;
  resume(): void;
  /** 0.5 to 2; 1 as recorded. */
  setRate(rate: number): void;
  /** Ends it without `onEnd`. */
  stop(): void;
}

/** Tells one thing at a time; whatever keeps it from speaking, it goes on in silence for `silentSeconds`. */
export interface Narrator {
  tell(telling: Telling, options: { readonly rate: number }, events: TellingEvents): Told;
}

/** Keeps `TourState.captions` in step with what is told. */
export interface Captionist {
  begin(telling: Telling): void;
  at(seconds: number, totalSeconds: number): void;
  end(): void;
}
