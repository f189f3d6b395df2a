/** The digits that the staff types on a kiosk, and how long whoever guesses has to wait. Pure. */
import { STAFF_DIGITS } from '#document/kioskSchema.ts';

export interface CodePad {
  readonly digits: string;
  /** Wrong codes in a row. */
  readonly wrong: number;
  /** Seconds until it takes digits again. */
  readonly locked: number;
}

export type CodeEvent =
  | { readonly kind: 'digit'; readonly digit: string }
  | { readonly kind: 'erase' }
  | { readonly kind: 'wrong' }
  | { readonly kind: 'right' }
  /** Seconds. */
  | { readonly kind: 'wait'; readonly dt: number };

export const EMPTY_PAD: CodePad = { digits: '', wrong: 0, locked: 0 };
const MOST_WRONG = 5;
const LOCKED_SECONDS = 60;

export function stepCodePad(before: CodePad, event: CodeEvent): CodePad {
  switch (event.kind) {
    case 'digit': {
      const isTaken = before.locked <= 0 && /^\d$/.test(event.digit) && before.digits.length < STAFF_DIGITS.most;
      return isTaken ? { ...before, digits: before.digits + event.digit } : before;
    }
    case 'erase':
      return { ...before, digits: before.digits.slice(0, -1) };
    case 'wrong': {
      const wrong = before.wrong + 1;
      return { digits: '', wrong, locked: wrong % MOST_WRONG === 0 ? LOCKED_SECONDS * (wrong / MOST_WRONG) : 0 };
    }
    case 'right':
      return EMPTY_PAD;
    case 'wait':
      return before.locked > 0 ? { ...before, locked: Math.max(0, before.locked - event.dt) } : before;
  }
}

/** Seconds and presses that call the pad. */
const KNOCK_SECONDS = 4;
const KNOCKS = 5;

/** @param knocks When the corner was pressed, seconds. Answers those that count, and whether they are enough. */
export function knock(
  knocks: readonly number[],
  now: number,
): { readonly knocks: readonly number[]; readonly isEnough: boolean } {
  const recent = [...knocks.filter((at) => at > now - KNOCK_SECONDS && at <= now), now];
  return recent.length >= KNOCKS ? { knocks: [], isEnough: true } : { knocks: recent, isEnough: false };
}
