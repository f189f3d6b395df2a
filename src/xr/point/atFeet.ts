import type { Vec3 } from '#shared/vec.ts';
import type { PointerKind } from '../input/pointer.ts';

/** So far down, radians below the horizon, one looks at one's own feet. */
const DOWN = 1.2;

/**
 * Whether a visitor without a button calls the menu by looking straight down: with the head or the eyes alone there is no
 * other way to everything that lies in no place. `direction` is of unit length.
 */
export function isAtFeet(kind: PointerKind, direction: Vec3): boolean {
  return (kind === 'gaze' || kind === 'transient') && direction[1] <= -Math.sin(DOWN);
}
