/** What is said, sung or heard at this moment, in words, and how the visitor wants to read it. */

export interface Caption {
  /** Whose words: `narration`, or the sound they are of. One caption each at a time. */
  readonly source: string;
  readonly kind: 'speech' | 'song' | 'sound';
  readonly text: string;
  /** BCP 47, of the text. */
  readonly language: string;
}

/** Times the size of ordinary text. */
export const CAPTION_SIZES = [1, 1.5, 2] as const;
export const CAPTION_PLACES = ['below', 'above'] as const;

export interface CaptionSettings {
  readonly isOn: boolean;
  /** Whether sounds without words are described too: “wind over the cliff”. */
  readonly describesSounds: boolean;
  readonly size: (typeof CAPTION_SIZES)[number];
  readonly place: (typeof CAPTION_PLACES)[number];
}

export const FIRST_CAPTIONS: CaptionSettings = { isOn: true, describesSounds: true, size: 1, place: 'below' };
