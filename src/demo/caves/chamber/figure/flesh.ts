/** What of the figure is bare or hair in one piece: head, neck, breast and the right hand. The figure's frame, metres. */
import { roundCone, smoothMax, smoothMin, sphere } from '#demo/form/fields.ts';
import { smoothStep } from '#demo/noise/noise.ts';
import { hairDistance, headDistance } from '#demo/caves/chamber/figure/head.ts';
import { rightHand } from '#demo/caves/chamber/figure/hands.ts';
import { alongHead, HEAD_GAZE, HEAD_LEFT, HEAD_SCALE, HEAD_UP } from '#demo/caves/chamber/figure/placing.ts';
import { measureTrunk, type TrunkPoint } from '#demo/caves/chamber/figure/trunk.ts';

const trunk: TrunkPoint = { distance: 0, around: 0 };

export function hair(x: number, y: number, z: number): number {
  const up = alongHead(HEAD_UP, x, y, z);
  if (up < -0.75) return 0.3;
  return hairDistance(alongHead(HEAD_LEFT, x, y, z), up, alongHead(HEAD_GAZE, x, y, z)) * HEAD_SCALE;
}

export function skin(x: number, y: number, z: number): number {
  const up = alongHead(HEAD_UP, x, y, z);
  const face =
    up < -0.95 ? 0.4 : headDistance(alongHead(HEAD_LEFT, x, y, z), up, alongHead(HEAD_GAZE, x, y, z)) * HEAD_SCALE;
  let body = neck(x, y, z);
  body = smoothMin(body, breast(x, y, z), 0.07);
  return Math.min(smoothMin(face, body, 0.035), rightHand(x, y, z));
}

/** Three soft lines round the neck are one of the marks of a Buddha. */
function neck(x: number, y: number, z: number): number {
  const d = roundCone(x, y, z, -2.55, 0.66, -0.03, -1.85, 0.69, -0.06, 0.25, 0.265);
  if (d > 0.2) return d;
  const along = (x + 2.235 - (z - 0.05) * 0.1) / 0.115;
  const line = along - Math.round(along);
  const within = smoothStep(-2.42, -2.34, x) * smoothStep(-1.96, -2.02, x);
  return d + 0.012 * within * Math.exp(-(line * line) / 0.008);
}

function breast(x: number, y: number, z: number): number {
  measureTrunk(x, y, z, trunk);
  return smoothMax(trunk.distance + 0.05, sphere(x, y, z, -2.05, 0.7, 0.15, 0.66), 0.02);
}

export function bareParts(x: number, y: number, z: number): number {
  return smoothMin(skin(x, y, z), hair(x, y, z), 0.004);
}
