import type { Pyramid } from '#streaming/pyramid/pyramid.ts';

/** A picture that shows a place by one light, and the one by the other light. */
export interface PyramidLight {
  readonly other: Pyramid;
  /** Whether the picture itself is the lamp's. */
  readonly isLamp: boolean;
  /** As in the document's `LightPair`. */
  readonly lampScale: number;
  readonly lampInDaylight: number;
}

/** The light of a picture; null where there is no other one. Always the same answer. */
export type LightOfPyramid = (pyramid: Pyramid) => PyramidLight | null;
