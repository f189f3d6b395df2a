import type { DigitalSourceType } from './schema.ts';

/** What has to be said beside a picture that is no plain record of a real place. */
export type MadeLabel = 'algorithmic' | 'ai' | 'partlyAi' | 'partlySynthetic' | 'enhanced';

/** Records of real things need no label; everything synthetic, wholly or in part, has one. */
const LABELS = {
  digitalCapture: null,
  compositeCapture: null,
  negativeFilm: null,
  positiveFilm: null,
  print: null,
  humanEdits: null,
  composite: null,
  digitalCreation: null,
  screenCapture: null,
  compositeSynthetic: 'partlySynthetic',
  dataDrivenMedia: 'algorithmic',
  virtualRecording: 'algorithmic',
  algorithmicMedia: 'algorithmic',
  algorithmicallyEnhanced: 'enhanced',
  trainedAlgorithmicMedia: 'ai',
  compositeWithTrainedAlgorithmicMedia: 'partlyAi',
} satisfies Record<DigitalSourceType, MadeLabel | null>;

/** The label a picture needs, or null where it needs none or nobody said how it was made. */
export function madeLabelOf(sourceType: DigitalSourceType | null | undefined): MadeLabel | null {
  return sourceType ? LABELS[sourceType] : null;
}
