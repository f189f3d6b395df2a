/** Seconds of looking at one thing that press it. */
export const DWELL_SECONDS = 1.2;
/** Seconds that the gaze may slip off without what was gathered being lost; longer than that, it has left. */
const SLIP_SECONDS = 0.3;
/** No frame counts for more: a pause is no gaze. */
const LONGEST_FRAME = 0.1;

/** A gaze that presses by resting on things. */
export interface Dwell {
  /** What is looked at, or was until a moment ago. */
  readonly targetId: string | null;
  /** Seconds gathered on it. */
  readonly seconds: number;
  /** Seconds since the gaze slipped off it. */
  readonly away: number;
  /** It has been pressed, and is not pressed again before the gaze has left it. */
  readonly isDone: boolean;
}

export const NO_DWELL: Dwell = { targetId: null, seconds: 0, away: 0, isDone: false };

/** Moves on by `dt` seconds with the gaze on `targetId`, null where nothing can be pressed. Presses where `isDone` begins. */
export function stepDwell(before: Dwell, targetId: string | null, dt: number): Dwell {
  const seconds = Math.min(LONGEST_FRAME, Math.max(0, dt));
  if (targetId === null) {
    if (before.targetId === null) return before;
    const away = before.away + seconds;
    return away > SLIP_SECONDS ? NO_DWELL : { ...before, away };
  }
  if (targetId !== before.targetId) return { targetId, seconds: 0, away: 0, isDone: false };
  if (before.isDone) return before.away === 0 ? before : { ...before, away: 0 };
  const gathered = before.seconds + seconds;
  return { targetId, seconds: gathered, away: 0, isDone: gathered >= DWELL_SECONDS };
}

/** How full the ring is, 0 to 1; empty again once it has pressed. */
export function dwellShare({ seconds, isDone }: Dwell): number {
  return isDone ? 0 : seconds / DWELL_SECONDS;
}
