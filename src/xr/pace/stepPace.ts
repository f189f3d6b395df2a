/**
 * How much is drawn in a headset that cannot keep up, and less of it given up again once it can: first the edges of the
 * view become coarser, then frames fewer, then the pictures a level lower. A session is never lost to load. Pure.
 */

export interface Pace {
  /** Which of `STAGES` holds. */
  readonly stage: number;
  /** Frames looked at since the last judgement, and those of them that came late. */
  readonly frames: number;
  readonly late: number;
  /** Judgements in a row without trouble. */
  readonly calm: number;
  /** How many calm judgements the next relief takes; twice as many after each that was regretted. */
  readonly patience: number;
  /** Whether relief was given that has yet to prove itself. */
  readonly isOnTrial: boolean;
}

export interface PaceStage {
  /** 0 to 1, how much coarser the edges of the view are. */
  readonly foveation: number;
  /** Frames a second at most. */
  readonly rate: number;
  /** Pixels of an eye that the pictures are chosen for, as a share of those it has, each way. */
  readonly density: number;
}

/** Frames until a judgement: a second, or somewhat more. */
export const JUDGED_FRAMES = 90;
/** Shares of late frames that are trouble, and that are none. */
const TROUBLE = 0.1;
const CALM = 0.02;
/** A frame that takes so many times what it should is late: the one before stood for two. */
const LATE = 1.5;
const PATIENCE = { least: 8, most: 128 };

export const STAGES: readonly PaceStage[] = [
  { foveation: 0.5, rate: 90, density: 1 },
  { foveation: 0.8, rate: 90, density: 1 },
  { foveation: 1, rate: 90, density: 1 },
  { foveation: 1, rate: 72, density: 1 },
  { foveation: 1, rate: 72, density: 0.71 },
  { foveation: 1, rate: 72, density: 0.5 },
];

export const AT_EASE: Pace = { stage: 0, frames: 0, late: 0, calm: 0, patience: PATIENCE.least, isOnTrial: false };

/**
 * @param seconds Since the frame before.
 * @param rate Frames a second that the device draws at this moment.
 */
export function stepPace(before: Pace, seconds: number, rate: number): Pace {
  // A pause is not a late frame: the visitor took the headset off, or the page slept.
  if (!(seconds > 0) || seconds > 0.5 || !(rate > 0)) return before;
  const frames = before.frames + 1;
  const late = before.late + (seconds * rate > LATE ? 1 : 0);
  if (frames < JUDGED_FRAMES) return { ...before, frames, late };
  const share = late / frames;
  const judged = { ...before, frames: 0, late: 0 };
  if (share > TROUBLE) {
    const patience = before.isOnTrial ? Math.min(PATIENCE.most, before.patience * 2) : before.patience;
    const stage = Math.min(STAGES.length - 1, before.stage + 1);
    return { ...judged, stage, calm: 0, patience, isOnTrial: false };
  }
  const calm = share <= CALM ? before.calm + 1 : 0;
  if (calm < before.patience) return { ...judged, calm };
  if (before.stage === 0) return { ...judged, calm, isOnTrial: false };
  return { ...judged, stage: before.stage - 1, calm: 0, isOnTrial: true };
}
