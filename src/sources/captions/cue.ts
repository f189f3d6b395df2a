/** Something that is said, sung or heard, and when. */
export interface Cue {
  /** Seconds from the beginning of its sound; it is shown from `start` to before `end`. */
  readonly start: number;
  readonly end: number;
  /** Plain text, a line end where the file or the setter wants one. */
  readonly text: string;
  /** Who says it; absent where nobody is named. */
  readonly speaker?: string;
}

/** Why a file of captions cannot be read, as a sentence. */
export class CaptionError extends Error {
  override readonly name = 'CaptionError';
}
