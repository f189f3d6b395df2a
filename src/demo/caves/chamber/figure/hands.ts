/** Hands and feet of the reclining figure in its frame, metres. */
import { ellipsoid, roundBox, roundCone, smoothMax, smoothMin } from '#demo/form/fields.ts';
import { smoothStep } from '#demo/noise/noise.ts';
import { PROFILE, readProfile } from '#demo/caves/chamber/figure/profile.ts';

/** The right hand under the cheek, palm up, its fingers towards the crown, with the bare end of the forearm. */
export function rightHand(x: number, y: number, z: number): number {
  if (x > -1.3 || y > 0.7) return 1;
  let hand = roundCone(x, y, z, -1.6, 0.17, 0.42, -2.12, 0.25, 0.32, 0.1, 0.075);
  hand = smoothMin(hand, roundBox(x, y, z, -2.34, 0.275, 0.245, 0.19, 0.062, 0.165, 0.06), 0.07);
  for (let finger = 0; finger < 4; finger++) {
    const side = 0.385 - finger * 0.088;
    const reach = finger === 0 ? 0.33 : finger === 3 ? 0.4 : 0.44;
    const middle = -2.5 - reach * 0.5;
    const base = smoothMin(
      roundCone(x, y, z, -2.46, 0.27, side - 0.005, middle, 0.27, side - 0.02, 0.049, 0.043),
      roundCone(x, y, z, middle, 0.27, side - 0.02, -2.5 - reach, 0.3, side - 0.05, 0.043, 0.034),
      0.02,
    );
    hand = smoothMin(hand, base, 0.014);
  }
  return hand;
}

/** The left hand lying on the thigh, its fingers towards the feet, its thumb in front. */
export function leftHand(x: number, y: number, z: number): number {
  // The thigh falls away towards the knee: the hand follows it.
  const thigh = readProfile(PROFILE.y, x) + readProfile(PROFILE.halfHeight, x) * 0.975;
  const level = y - thigh - 0.035 - 0.03 * smoothStep(0.75, 0.45, x);
  const across = z - 0.15 + 0.1 * smoothStep(0.5, 1.4, x);
  let hand = roundCone(x, level, across, 0.2, 0.0, 0, 0.58, 0, 0, 0.085, 0.075);
  hand = smoothMin(hand, roundBox(x, level, across, 0.78, 0, 0, 0.2, 0.058, 0.15, 0.055), 0.08);
  for (let finger = 0; finger < 4; finger++) {
    const side = 0.117 - finger * 0.078;
    const reach = finger === 3 ? 0.36 : finger === 0 ? 0.42 : 0.46;
    const middle = 0.92 + reach * 0.5;
    const bend = smoothMin(
      roundCone(x, level, across, 0.9, 0.006, side, middle, 0.02, side * 1.04, 0.046, 0.041),
      roundCone(x, level, across, middle, 0.02, side * 1.04, 0.92 + reach, -0.006, side * 0.98, 0.041, 0.032),
      0.02,
    );
    hand = smoothMin(hand, bend, 0.012);
  }
  const thumb = smoothMin(
    roundCone(x, level, across, 0.68, -0.01, 0.13, 0.86, -0.012, 0.2, 0.056, 0.046),
    roundCone(x, level, across, 0.86, -0.012, 0.2, 1.02, -0.02, 0.19, 0.046, 0.036),
    0.03,
  );
  return smoothMin(hand, thumb, 0.03);
}

/** Both feet, the left on the right, soles towards the wall at the feet. */
export function feet(x: number, y: number, z: number): number {
  if (x < 2.4) return 0.5;
  const d = smoothMin(foot(x, y - 0.115, z, 1), foot(x, y - 0.4, z + 0.03, -1), 0.012);
  return smoothMax(d, -0.003 - y, 0.01);
}

/** One foot about y = 0; `inner` is the side of its big toe: 1 up, −1 down. */
function foot(x: number, y: number, z: number, inner: number): number {
  let d = roundCone(x, y, z, 2.6, 0, -0.05, 2.98, 0, -0.12, 0.125, 0.115);
  d = smoothMin(d, ellipsoid(x, y, z, 3.06, 0, -0.16, 0.13, 0.125, 0.14), 0.08);
  d = smoothMin(d, roundCone(x, y, z, 3.06, 0, -0.12, 3.2, 0, 0.28, 0.115, 0.115), 0.09);
  d = smoothMin(d, roundCone(x, y, z, 2.86, 0, 0.0, 3.16, 0, 0.26, 0.1, 0.1), 0.09);
  d = smoothMin(d, roundBox(x, y, z, 3.205, 0, 0.33, 0.09, 0.15, 0.12, 0.085), 0.08);
  for (let toe = 0; toe < 5; toe++) {
    const side = inner * (0.103 - toe * 0.054);
    const reach = 0.55 - toe * 0.03 - (toe > 2 ? 0.015 : 0);
    const radius = toe === 0 ? 0.052 : 0.036 - toe * 0.001;
    const shift = toe === 0 ? 0 : -inner * 0.012;
    const t = smoothMin(
      roundCone(
        x,
        y,
        z,
        3.21,
        side + shift,
        0.36,
        3.215,
        (side + shift) * 1.02,
        reach - 0.04,
        radius * 0.95,
        radius * 0.92,
      ),
      ellipsoid(x, y, z, 3.222, (side + shift) * 1.02, reach - 0.01, radius * 0.98, radius, radius * 1.25),
      0.02,
    );
    d = smoothMin(d, t, 0.012);
  }
  return d;
}
