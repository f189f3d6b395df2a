/** How captions are set in a script: after the practice of subtitlers for cinema and television. */
export interface CaptionScript {
  /** Ems a line may be wide: a Han letter is one, a Latin letter half of one. */
  readonly lineEms: number;
  /** Letters that can be read in a second. */
  readonly lettersPerSecond: number;
}

/** A caption of fewer seconds flickers. */
export const LEAST_SECONDS = 1.2;
export const MOST_LINES = 2;

const CJK: CaptionScript = { lineEms: 16, lettersPerSecond: 9 };
const ALPHABETIC: CaptionScript = { lineEms: 18.5, lettersPerSecond: 17 };

const WIDE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303f\uff01-\uff60]/u;
/** Takes no room of its own. */
const MARK = /[\p{M}\u200b-\u200f]/u;
/** Of Latin quotation marks and dashes, Chinese takes the width of a letter for each. */
const WIDE_IN_CJK = /[‘’“”…—·]/u;

/** By the language of a text. */
export function scriptOf(language: string): CaptionScript {
  return isCjk(language) ? CJK : ALPHABETIC;
}

export function isCjk(language: string): boolean {
  return /^(zh|ja|ko)\b/iu.test(language);
}

/** Ems. */
export function widthOf(text: string, language: string): number {
  const isWideToo = isCjk(language);
  let width = 0;
  for (const sign of text) {
    if (MARK.test(sign)) continue;
    width += WIDE.test(sign) || (isWideToo && WIDE_IN_CJK.test(sign)) ? 1 : 0.5;
  }
  return width;
}

/** What takes time to read: everything but the spaces. */
export function lettersOf(text: string): number {
  let letters = 0;
  for (const sign of text) if (!MARK.test(sign) && sign.trim() !== '') letters++;
  return letters;
}

export function segmenterOf(language: string, granularity: Intl.SegmenterOptions['granularity']): Intl.Segmenter {
  try {
    return new Intl.Segmenter(language || undefined, { granularity });
  } catch {
    // A document's tag may be none that the browser knows; its words are found without it, less well.
    return new Intl.Segmenter(undefined, { granularity });
  }
}
