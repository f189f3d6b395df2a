import type { LocomotionSettings } from '../locomotion/state.ts';

/** The panels that only a headset has; all others are `TourState.panel`. */
export const HEADSET_MENUS = ['welcome', 'menu', 'comfort', 'farewell'] as const;
/**
 * `welcome`: the choice of a language, for whoever puts the headset on. `menu`: what lies at hand. `comfort`: how one
 * moves. `farewell`: the time is over, or the visitor wants to leave.
 */
export type HeadsetMenu = (typeof HEADSET_MENUS)[number];

/** The visit in a headset; null in `TourState` while there is no session. */
export interface HeadsetVisit {
  /** False while the session is hidden or something of the system's lies over it. */
  readonly isVisible: boolean;
  readonly menu: HeadsetMenu | null;
  /** Whether whoever put it on was welcomed and has yet to begin; comfort may be chosen meanwhile, nothing else. */
  readonly isWelcoming: boolean;
  /** Grows by one with each wish to have the view straightened and the head put over the spot where one stands. */
  readonly recentring: number;
}

/** Whether an answer is wanted before anything else: the visit has yet to begin, or is about to end. */
export function isAnswerWanted(headset: HeadsetVisit | null): boolean {
  return headset !== null && (headset.isWelcoming || headset.menu === 'farewell');
}

/** How one moves, chosen by the visitor; kept between sessions until the headset is handed over. */
export type ComfortSettings = LocomotionSettings;
