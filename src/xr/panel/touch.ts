/** Touching a panel with the tip of a finger, as if its controls were made of something. */

/** Where a tip is before a panel, metres: x and y as on its face, `depth` in front of it. */
export interface TipPlace {
  readonly x: number;
  readonly y: number;
  readonly depth: number;
}

/** What one finger does to one panel. */
export interface Touch {
  readonly tip: TipPlace | null;
  /** Whether a way through the face would press: the tip came to be seen before it, or has been well before it since. */
  readonly isArmed: boolean;
  /** The control in reach of the tip; null for none. */
  readonly hovered: string | null;
  /** The control that the tip has gone through the face of and not come back from. */
  readonly pressed: string | null;
}

export interface TouchStep {
  readonly touch: Touch;
  /** What happened in this step; a press and its release never share one. */
  readonly event: 'press' | 'drag' | 'release' | null;
}

export const UNTOUCHED: Touch = { tip: null, isArmed: false, hovered: null, pressed: null };

/** Nearer than this a control answers to a tip; metres. */
export const HOVER_DEPTH = 0.015;
/** A pressed control is free, and a tip from behind may press, once it is this far before the face; metres. */
export const RELEASE_DEPTH = 0.01;
/** Deeper behind the face than this, a tip has left through the back. */
const LOST_DEPTH = -0.12;

/**
 * The next state of a touch. A press is a way through the face from the front over a control, however fast: what counts
 * is where the tip crossed it. A tip that appears behind the face, or comes from there, presses nothing before it has
 * been `RELEASE_DEPTH` before the face.
 * @param controlAt The control under a point of the face.
 */
export function stepTouch(
  { tip: before, isArmed: wasArmed, pressed }: Touch,
  tip: TipPlace | null,
  controlAt: (x: number, y: number) => string | null,
): TouchStep {
  if (tip === null) return { touch: UNTOUCHED, event: pressed === null ? null : 'release' };
  if (pressed !== null) {
    const isFree = tip.depth >= RELEASE_DEPTH || tip.depth < LOST_DEPTH;
    if (!isFree) return { touch: { tip, isArmed: false, hovered: pressed, pressed }, event: 'drag' };
    return { touch: freeAt(tip, tip.depth > 0, controlAt), event: 'release' };
  }
  if (before !== null && wasArmed && tip.depth <= 0) {
    const share = before.depth / (before.depth - tip.depth);
    const crossed = controlAt(before.x + (tip.x - before.x) * share, before.y + (tip.y - before.y) * share);
    if (crossed !== null) return { touch: { tip, isArmed: false, hovered: crossed, pressed: crossed }, event: 'press' };
  }
  const isArmed = before === null ? tip.depth > 0 : tip.depth >= RELEASE_DEPTH || (wasArmed && tip.depth > 0);
  return { touch: freeAt(tip, isArmed, controlAt), event: null };
}

/** Only what would be pressed answers. */
function freeAt(tip: TipPlace, isArmed: boolean, controlAt: (x: number, y: number) => string | null): Touch {
  const { x, y, depth } = tip;
  return { tip, isArmed, hovered: isArmed && depth <= HOVER_DEPTH ? controlAt(x, y) : null, pressed: null };
}
