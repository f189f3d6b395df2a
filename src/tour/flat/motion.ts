/** Motions of a flat picture that nobody's hand makes: the way to a part of it, and a scroll that unrolls by itself. */
import type { MutableFrame } from '../wallView/step.ts';
import type { WallFrame } from '../wallView/state.ts';
import { openWidth } from './opening.ts';
import type { FlatShape } from './shape.ts';

/** Decay rate of the way that is left, per second. */
const RATE = 6;
/** Parts of the page's width, and of the magnification's logarithm, that are no way at all. */
const THERE = 1e-4;
/** Seconds in which one opening goes by: about as slowly as one reads. */
const AUTO_SECONDS = 18;

/** Moves on towards a frame, and says whether it is there. */
export function stepTowards(frame: MutableFrame, to: WallFrame, dt: number, isMotionReduced: boolean): boolean {
  const share = isMotionReduced ? 1 : 1 - Math.exp(-RATE * dt);
  const zoom = Math.log(to.width / frame.width);
  const isThere =
    share === 1 || (Math.abs(zoom) < THERE && Math.hypot(to.x - frame.x, to.y - frame.y) < THERE * frame.width);
  if (isThere) {
    Object.assign(frame, to);
    return true;
  }
  frame.x += (to.x - frame.x) * share;
  frame.y += (to.y - frame.y) * share;
  frame.width *= Math.exp(zoom * share);
  return false;
}

/** Metres that a scroll goes on by itself in `dt` seconds. */
export function autoStep(shape: FlatShape, { width }: WallFrame, aspect: number, dt: number): number {
  return (shape.onward * Math.min(width, openWidth(shape, width, aspect)) * dt) / AUTO_SECONDS;
}
