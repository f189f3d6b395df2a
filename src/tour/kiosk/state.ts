/** A screen that many touch one after the other: whose turn it is, and how long it has been left alone. Plain state. */

/**
 * `attracting`: nobody is there, and a tour is shown. `choosing`: somebody is asked for a language. `visiting`: the visit.
 * `asking`: nobody has touched it for a while, and the visitor is asked whether they are still there.
 */
export type KioskPhase = 'attracting' | 'choosing' | 'visiting' | 'asking';

export interface KioskVisit {
  readonly phase: KioskPhase;
  /** Seconds since the last touch; while it asks, since it began to. */
  readonly idle: number;
  /** How often this visitor has asked for more time. */
  readonly extensions: number;
  /** Grows by one with every visitor who has gone. */
  readonly resets: number;
}

export interface KioskTimes {
  /** Seconds without a touch before the visitor is asked. */
  readonly idleSeconds: number;
  /** Seconds that the question waits. */
  readonly answerSeconds: number;
}

export const NOBODY_THERE: KioskVisit = { phase: 'attracting', idle: 0, extensions: 0, resets: 0 };
export const KIOSK_TIMES: KioskTimes = { idleSeconds: 90, answerSeconds: 30 };

/** How a visitor has the page. */
export interface KioskPage {
  /** Whether everything that can be pressed lies within reach of a wheelchair. */
  readonly isLow: boolean;
  readonly isLarge: boolean;
  /** An address that the visitor wanted to follow, shown as a code for a phone; null while there is none. */
  readonly link: string | null;
  /** Whether the staff's corner is open. */
  readonly isStaff: boolean;
}

export const FIRST_PAGE: KioskPage = { isLow: false, isLarge: false, link: null, isStaff: false };
