/** A rotation, row-major: rows are the axes of the new frame as they lie in the old one. */
export type Rotation = readonly [number, number, number, number, number, number, number, number, number];

/**
 * Takes a direction to the frame of a panorama that is turned: its centre appears at yaw `heading` and at `pitch` above
 * the horizon, and it is rolled clockwise as one looks at its centre, as the camera was. That is heading · pitch · roll
 * in the turned frame, with the signs of GPano; what is returned is its inverse. Radians.
 */
export function rotationInto(heading: number, pitch: number, roll: number): Rotation {
  const [sh, ch] = [Math.sin(heading), Math.cos(heading)];
  const [sp, cp] = [Math.sin(pitch), Math.cos(pitch)];
  const [sr, cr] = [Math.sin(roll), Math.cos(roll)];
  // Rows are the panorama's right, up and backward axes as they lie in the old frame.
  return [
    ch * cr + sh * sp * sr, -cp * sr, sh * cr - ch * sp * sr,
    ch * sr - sh * sp * cr, cp * cr, sh * sr + ch * sp * cr,
    -sh * cp, -sp, ch * cp,
  ]; // prettier-ignore
}
