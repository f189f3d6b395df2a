/**
 * Where the parts of the reclining figure lie, in the figure's frame: metres, x from head (−) to feet (+), y up from the
 * platform's top, z towards whoever stands before it. It lies on its right side: its left is up, its crown at −x.
 */
import type { Vec3 } from '#demo/cave/cave.ts';
import { cross, normalise } from '#demo/form/vector.ts';

/** Half way between chin and hairline, about. */
export const HEAD_CENTRE: Vec3 = [-2.665, 0.665, 0.02];
/** Metres for one unit of the head's own frame. */
export const HEAD_SCALE = 0.86;

/** The chin sinks a little towards the breast, and the face turns a little upward. */
const NOD = 0.2;
const TURN = 0.1;

/** The head's axes in the figure's frame: its left, its crown, its gaze. */
export const HEAD_UP: Vec3 = normalise([-Math.cos(NOD), 0.07, Math.sin(NOD)]);
const gaze: Vec3 = normalise([Math.sin(NOD), Math.sin(TURN), Math.cos(NOD)]);
export const HEAD_LEFT: Vec3 = normalise(cross(HEAD_UP, gaze));
export const HEAD_GAZE: Vec3 = cross(HEAD_LEFT, HEAD_UP);

/** Coordinates along one of the head's axes, in its units. */
export function alongHead(axis: Vec3, x: number, y: number, z: number): number {
  return (
    ((x - HEAD_CENTRE[0]) * axis[0] + (y - HEAD_CENTRE[1]) * axis[1] + (z - HEAD_CENTRE[2]) * axis[2]) / HEAD_SCALE
  );
}
