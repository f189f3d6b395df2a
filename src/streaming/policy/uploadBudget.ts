/** Milliseconds that uploads may take of a frame while the view moves, and while it rests and no motion can stutter. */
export interface UploadMs {
  readonly moving: number;
  readonly resting: number;
}

/**
 * Tiles brought to the GPU in one frame of a headset: a frame that comes late is felt there, and how long a copy takes
 * is known only afterwards. One is well under a millisecond.
 */
export const TILES_PER_STEREO_FRAME = 1;

/** Frames longer than this, seconds, are long for other reasons than uploads. */
const LONG_FRAME = 0.04;
/** A longer pause was no frame but rest. */
const LONGEST_FRAME = 0.25;
const MOVING_SHARE = 0.2;
const RESTING_SHARE = 0.5;

/**
 * What uploads may take of this frame, seconds. Where frames are long for other reasons (a software rasteriser, an old
 * phone) a fixed budget would stretch a picture over seconds: there a part of the frame is granted, so that uploads
 * are never what makes it long.
 */
export function uploadSeconds(budget: UploadMs, isMoving: boolean, frameSeconds: number): number {
  const fixed = (isMoving ? budget.moving : budget.resting) / 1_000;
  if (frameSeconds < LONG_FRAME) return fixed;
  return Math.max(fixed, Math.min(frameSeconds, LONGEST_FRAME) * (isMoving ? MOVING_SHARE : RESTING_SHARE));
}
