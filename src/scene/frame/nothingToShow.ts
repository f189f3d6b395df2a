import type { FrameReport } from '#streaming/ports.ts';

export const NOTHING_COVERED: readonly boolean[] = [];
/** Of the panoramas, while something else hides them. */
export const NOTHING_TO_SHOW: FrameReport = {
  draws: [],
  drawCount: 0,
  isSharp: true,
  isCovered: NOTHING_COVERED,
  needsFrame: false,
};
