/** Where things are in space: hands and relics. Plain numbers, so that every case stands in a table. */
import { blend, inverse, multiply, rotate, unit, type Quat } from '#shared/quat.ts';
import { add, subtract, times, type Vec3 } from '#shared/vec.ts';

/** Metres in the place's own frame, and a turn. */
export interface Pose {
  readonly position: Vec3;
  readonly turn: Quat;
}

/** Of a relic: `position` is the middle of the box around it, a `scale` of 1 its true size. */
export interface RelicPose extends Pose {
  readonly scale: number;
}

/** What is given in the frame of an anchor, in that of the place. */
export function placedBy(anchor: Pose, local: RelicPose): RelicPose {
  return {
    position: add(anchor.position, rotate(anchor.turn, local.position)),
    turn: unit(multiply(anchor.turn, local.turn)),
    scale: local.scale,
  };
}

/** What is given in the frame of the place, in that of an anchor. */
export function seenFrom(anchor: Pose, pose: RelicPose): RelicPose {
  const back = inverse(anchor.turn);
  return {
    position: rotate(back, subtract(pose.position, anchor.position)),
    turn: unit(multiply(back, pose.turn)),
    scale: pose.scale,
  };
}

/** Part of the way from one pose to another; `t` 0 to 1. */
export function between(from: RelicPose, to: RelicPose, t: number): RelicPose {
  return {
    position: add(times(from.position, 1 - t), times(to.position, t)),
    turn: blend(from.turn, to.turn, t),
    scale: from.scale * (to.scale / from.scale) ** t,
  };
}

/**
 * Writes the matrix, column by column as three keeps it, that puts a model there whose box has its middle at `middle`
 * in the model's own frame.
 */
export function writeMatrix({ position, turn, scale }: RelicPose, middle: Vec3, out: number[]): void {
  for (let axis = 0; axis < 3; axis++) {
    const along = rotate(turn, [axis === 0 ? scale : 0, axis === 1 ? scale : 0, axis === 2 ? scale : 0]);
    out[4 * axis] = along[0];
    out[4 * axis + 1] = along[1];
    out[4 * axis + 2] = along[2];
    out[4 * axis + 3] = 0;
  }
  const [x, y, z] = subtract(position, rotate(turn, times(middle, scale)));
  out[12] = x;
  out[13] = y;
  out[14] = z;
  out[15] = 1;
}
