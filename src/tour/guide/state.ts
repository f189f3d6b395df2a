/** A guided tour that is under way: where it is, what it waits for. Plain state; `tour/guide` commands write it. */

/**
 * `moving`: on the way to the step's view. `telling`: its narration. `waiting`: told, but the step lasts longer.
 * `choosing`: the visitor says which way to go on. `paused`: nothing goes on until the visitor says so. `ended`: told to
 * its end.
 */
export type GuidePhase = 'moving' | 'telling' | 'waiting' | 'choosing' | 'paused' | 'ended';

/** Why it is paused: it has not begun yet, the visitor asked for it, or went on by themselves. */
export type GuidePause = 'begin' | 'asked' | 'interrupted';

export const GUIDE_RATES = [0.75, 1, 1.25, 1.5] as const;
export type GuideRate = (typeof GUIDE_RATES)[number];

export interface GuideVisit {
  readonly tourId: string;
  /** In the tour as it was written, from 0. */
  readonly stepIndex: number;
  /** The steps one came by, the first one first. */
  readonly trail: readonly number[];
  readonly phase: GuidePhase;
  /** Why, while it is paused; null otherwise. */
  readonly pause: GuidePause | null;
  /** The phase that was left off, while it is paused or on its way back to the step's view. */
  readonly leftOff: Exclude<GuidePhase, 'paused' | 'ended'>;
  readonly rate: GuideRate;
  /** Grows with every wish to go to a step's view and to show what it shows. */
  readonly serial: number;
  /** Grows each time a narration begins. */
  readonly tellings: number;
  /** Told of this step so far, seconds at the ordinary rate. */
  readonly stepSeconds: number;
  /** How many steps were left out because their place cannot be shown. */
  readonly missed: number;
}
