/**
 * What a file of captions may ask for. It is judged as text, before a single cue is made of it: a caption file of a
 * two-hour film is a hundredth of these limits.
 */
import { CaptionError } from './cue.ts';

export const MOST_CAPTION_BYTES = 2 * 1_024 * 1_024;
export const MOST_CUES = 20_000;
/** Of one cue; what is longer is cut. */
export const MOST_CUE_CHARACTERS = 2_000;
/** As long as the longest sound of a document. Seconds. */
export const MOST_SECONDS = 36_000;

const SIGNATURE = /^\ufeff?WEBVTT(?:[ \t\n]|$)/;
const ARROW = '-->';
/** A line of times, with or without spaces around its arrow. */
const TIMES = /^([ \t]*[\d:.]+)[ \t]*-->[ \t]*(?=[\d:.])/gm;

/** The text with plain line ends, without NUL, its arrows set apart. Throws a `CaptionError`. */
export function gateVtt(text: string): string {
  if (text.length > MOST_CAPTION_BYTES) {
    throw new CaptionError(`the captions are ${text.length} characters long; at most ${MOST_CAPTION_BYTES} are read`);
  }
  const plain = text.replace(/\r\n?/g, '\n').replaceAll('\0', '\ufffd');
  if (!SIGNATURE.test(plain)) {
    throw new CaptionError('the captions do not begin with “WEBVTT”; save them as WebVTT');
  }
  let arrows = 0;
  for (let at = plain.indexOf(ARROW); at >= 0; at = plain.indexOf(ARROW, at + ARROW.length)) arrows++;
  if (arrows > MOST_CUES) throw new CaptionError(`the captions hold ${arrows} cues; at most ${MOST_CUES} are read`);
  return plain.replace(TIMES, `$1 ${ARROW} `);
}
