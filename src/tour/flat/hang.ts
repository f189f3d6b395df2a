/** How a flat picture hangs before the visitor of a headset: at its real size, within reach of the eyes. */
import type { FlatShape } from './shape.ts';

export interface Hung {
  /** From the eyes at rest to the picture, metres. */
  readonly distance: number;
  /** One over the radius of the bend; 0 for a straight wall. */
  readonly bend: number;
  /** Of its middle, above the eyes. */
  readonly up: number;
  /** The columns that are there, as fractions. */
  readonly from: number;
  readonly to: number;
}

/** As far as a hand that holds it. */
const ARMS_LENGTH = 0.6;
/** As far as one stands from a wall to see a picture as high as an arm is long. */
const STANDING = 0.9;
/** A little below the eyes, as on a desk that leans. */
const SEATED_UP = -0.12;
/** Of a seated visitor's round wall to either side: as far as a head turns with ease. */
const SIDE = (70 * Math.PI) / 180;
/** Metres a second that a stick moves one along at most. */
const SEATED_SPEED = 0.35;
const WALKING_SPEED = 0.9;
/** A stick that is moved less is at rest. */
const DEAD = 0.15;

/**
 * Round a seated visitor, so that all of it is an arm's length away; on a straight wall for one who stands, who can walk
 * along it. `along` is the place of the picture before the visitor, metres from its middle.
 */
export function hangFor({ width, height }: FlatShape, along: number, isSeated: boolean): Hung {
  if (!isSeated) return { distance: Math.max(STANDING, height), bend: 0, up: 0, from: 0, to: 1 };
  const distance = Math.max(ARMS_LENGTH, height);
  const fraction = (metres: number): number => Math.min(1, Math.max(0, metres / width + 0.5));
  const reach = SIDE * distance;
  return { distance, bend: 1 / distance, up: SEATED_UP, from: fraction(along - reach), to: fraction(along + reach) };
}

/** Metres a second along the picture, to the right, for a stick pushed forward (1) or back (−1): forward reads on. */
export function speedOfStick({ onward }: FlatShape, stick: number, isSeated: boolean): number {
  const pushed = Math.sign(stick) * Math.max(0, (Math.abs(stick) - DEAD) / (1 - DEAD));
  return onward * pushed * (isSeated ? SEATED_SPEED : WALKING_SPEED) + 0;
}

/** As far as there is a picture. */
export function keepAlong({ width }: FlatShape, along: number): number {
  return Math.min(width / 2, Math.max(-width / 2, along));
}
