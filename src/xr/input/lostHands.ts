/** Seconds that hands may take to show up when a session begins. */
const FIRST_WAIT = 2;
/** Seconds that known hands may be out of sight: they rest, and who looks about does not want to press. */
const REST_WAIT = 20;

/** Whether the head has to point, because nothing else does. */
export interface LostHands {
  /** Seconds without anything that points. */
  readonly seconds: number;
  readonly haveHandsBeenSeen: boolean;
  /** A pinch that points by the eyes has been seen: nothing points between two of them, and the head need not either. */
  readonly hasPinched: boolean;
}

export const NO_HANDS_YET: LostHands = { seconds: 0, haveHandsBeenSeen: false, hasPinched: false };

/** Moves on by `dt` seconds; what has not changed is the same object. */
export function stepLostHands(before: LostHands, areHandsHere: boolean, isPinchHere: boolean, dt: number): LostHands {
  const isAnyHere = areHandsHere || isPinchHere;
  const haveHandsBeenSeen = before.haveHandsBeenSeen || areHandsHere;
  const hasPinched = before.hasPinched || isPinchHere;
  const seconds = isAnyHere ? 0 : Math.min(REST_WAIT, before.seconds + Math.max(0, dt));
  const isSame =
    seconds === before.seconds && haveHandsBeenSeen === before.haveHandsBeenSeen && hasPinched === before.hasPinched;
  return isSame ? before : { seconds, haveHandsBeenSeen, hasPinched };
}

export function doesHeadPoint({ seconds, haveHandsBeenSeen, hasPinched }: LostHands): boolean {
  return !hasPinched && seconds >= (haveHandsBeenSeen ? REST_WAIT : FIRST_WAIT);
}
