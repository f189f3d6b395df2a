/**
 * One visitor's turn with a headset that many share: how long it has lasted, when it is said to end, when the next
 * visitor has it. Pure: time is an argument.
 */

export interface Sharing {
  /** How long a turn lasts, seconds; null without an end. */
  readonly turnSeconds: number | null;
  /** Whoever takes the headset off for longer has gone, seconds. */
  readonly awaySeconds: number;
}

export interface Turn {
  /** Seconds that the headset was worn in this turn since its visitor began. */
  readonly worn: number;
  /** Seconds since it was taken off; 0 while it is worn. */
  readonly away: number;
  /** Of `worn`, when the end is said next. */
  readonly endsAt: number;
  /** Seconds since the end was said; null before. */
  readonly farewell: number | null;
}

export interface TurnInput {
  readonly isWorn: boolean;
  /** Whether the visitor has begun; a headset that waits with its welcome open is nobody's turn yet. */
  readonly hasBegun: boolean;
  /** Whether the words of farewell are still before the visitor; closing them asks for more time. */
  readonly isFarewellOpen: boolean;
  /** Seconds. */
  readonly dt: number;
}

/** `farewell`: time to say that it ends. `handOver`: the next visitor's turn. */
export type TurnEvent = 'farewell' | 'handOver';

/** A visitor who asks for more time gets so much, as often as asked: seconds. */
export const EXTENSION = 120;
/** So long the words of farewell wait for an answer, seconds. */
export const FAREWELL_SECONDS = 60;

export function beginTurn({ turnSeconds }: Sharing): Turn {
  return { worn: 0, away: 0, endsAt: turnSeconds ?? Infinity, farewell: null };
}

export function stepTurn(
  before: Turn,
  { isWorn, hasBegun, isFarewellOpen, dt }: TurnInput,
  sharing: Sharing,
): { readonly turn: Turn; readonly event: TurnEvent | null } {
  const seconds = Number.isFinite(dt) ? Math.max(0, dt) : 0;
  // Counted before it is worn again, as no frame comes meanwhile.
  const wasAway = !isWorn || before.away > 0;
  if (wasAway && before.away + seconds >= sharing.awaySeconds) {
    return { turn: beginTurn(sharing), event: 'handOver' };
  }
  const away = isWorn ? 0 : before.away + seconds;
  const worn = before.worn + (isWorn && hasBegun ? seconds : 0);
  if (before.farewell !== null) {
    if (!isFarewellOpen) return { turn: { worn, away, endsAt: worn + EXTENSION, farewell: null }, event: null };
    const farewell = before.farewell + seconds;
    if (farewell >= FAREWELL_SECONDS) return { turn: beginTurn(sharing), event: 'handOver' };
    return { turn: { ...before, worn, away, farewell }, event: null };
  }
  if (isWorn && worn >= before.endsAt) return { turn: { ...before, worn, away, farewell: 0 }, event: 'farewell' };
  return { turn: { ...before, worn, away }, event: null };
}
