/**
 * Hands and feet. A hand in units of the palm's length, wrist at the origin, fingers towards +y, palm towards +z, thumb
 * towards +x; `mirror` for the other. About 2.1 long with its fingers.
 */
import { ellipsoid, roundBox, roundCone, smoothMin } from '#demo/form/fields.ts';

/** Where a hand is: its wrist, the length of its palm, and the directions its fingers and its palm look. */
export interface HandPose {
  readonly wrist: readonly [number, number, number];
  readonly scale: number;
  /** Unit vector along the fingers. */
  readonly fingers: readonly [number, number, number];
  /** Unit vector out of the palm, square to the fingers. */
  readonly palm: readonly [number, number, number];
  /** True where the thumb lies on the other side of fingers × palm. */
  readonly mirrored: boolean;
  /** How far each finger bends, index to little, 0 straight … 1 fist. */
  readonly bends: readonly [number, number, number, number];
  /** 0 the thumb lies beside the palm, 1 it crosses it. */
  readonly thumb: number;
}

/** x of the finger's root, length, radius: index, middle, ring, little. */
const FINGERS = [
  [0.255, 0.86, 0.104],
  [0.085, 0.98, 0.106],
  [-0.088, 0.9, 0.1],
  [-0.25, 0.7, 0.088],
] as const;

/** Distance in the body's frame. */
export function hand(x: number, y: number, z: number, pose: HandPose): number {
  const [fx, fy, fz] = pose.fingers;
  const [px, py, pz] = pose.palm;
  const dx = (x - pose.wrist[0]) / pose.scale;
  const dy = (y - pose.wrist[1]) / pose.scale;
  const dz = (z - pose.wrist[2]) / pose.scale;
  const far = Math.sqrt(dx * dx + dy * dy + dz * dz);
  if (far > 4.2) return (far - 2.4) * pose.scale;
  // Side = fingers × palm.
  const side = dx * (fy * pz - fz * py) + dy * (fz * px - fx * pz) + dz * (fx * py - fy * px);
  const v = dx * fx + dy * fy + dz * fz;
  const w = dx * px + dy * py + dz * pz;
  return ownHand(pose.mirrored ? -side : side, v, w, pose) * pose.scale;
}

function ownHand(u: number, v: number, w: number, pose: HandPose): number {
  let d = roundBox(u, v, w, 0, 0.52, -0.01, 0.35, 0.5, 0.145, 0.14);
  d = smoothMin(d, roundCone(u, v, w, 0, -0.15, 0, 0, 0.25, 0, 0.2, 0.22), 0.15);
  d = smoothMin(d, ellipsoid(u, v, w, 0.24, 0.3, 0.09, 0.15, 0.26, 0.12), 0.1);
  for (let i = 0; i < 4; i++) {
    const [root, length, radius] = FINGERS[i]!;
    d = smoothMin(d, finger(u, v, w, root, 0.94 - Math.abs(root - 0.05) * 0.25, length, radius, pose.bends[i]!), 0.045);
  }
  const cross = pose.thumb;
  const jointX = 0.5 - 0.16 * cross;
  const jointZ = 0.12 + 0.16 * cross;
  let thumb = roundCone(u, v, w, 0.27, 0.22, 0.06, jointX, 0.6, jointZ, 0.13, 0.112);
  thumb = smoothMin(thumb, roundCone(u, v, w, jointX, 0.6, jointZ, jointX + 0.06 - 0.34 * cross, 0.98 - 0.12 * cross, jointZ + 0.03, 0.108, 0.082), 0.04); // prettier-ignore
  return smoothMin(d, thumb, 0.07);
}

/** Three joints, each turned by the bend towards the palm. */
function finger(
  u: number,
  v: number,
  w: number,
  root: number,
  base: number,
  length: number,
  radius: number,
  bend: number,
) {
  let d = 9;
  let angle = bend * 0.75;
  let py = base;
  let pz = 0;
  let px = root;
  const shares = [0.45, 0.31, 0.24];
  for (let joint = 0; joint < 3; joint++) {
    const step = length * shares[joint]!;
    const qx = px + root * 0.1 * step;
    const qy = py + Math.cos(angle) * step;
    const qz = pz + Math.sin(angle) * step;
    const ra = radius * (1 - joint * 0.1);
    d = smoothMin(d, roundCone(u, v, w, px, py, pz, qx, qy, qz, ra, ra * 0.88), 0.03);
    px = qx;
    py = qy;
    pz = qz;
    angle += bend * 1.35;
  }
  return d;
}

/** Bare foot in its own frame: heel at the origin, toes towards +z, sole on y = 0, `length` metres long. */
export function foot(x: number, y: number, z: number, length: number, isLeft: boolean): number {
  const u = (isLeft ? x : -x) / length;
  const v = y / length;
  const w = z / length;
  let d = ellipsoid(u, v, w, 0, 0.1, 0.08, 0.13, 0.12, 0.16);
  d = smoothMin(d, ellipsoid(u, v, w, 0, 0.1, 0.4, 0.16, 0.13, 0.36), 0.12);
  d = smoothMin(d, ellipsoid(u, v, w, 0.01, 0.065, 0.68, 0.2, 0.075, 0.16), 0.08);
  d = smoothMin(d, roundCone(u, v, w, 0, 0.15, 0.12, 0, 0.5, 0.1, 0.13, 0.14), 0.12);
  for (let toe = 0; toe < 5; toe++) {
    const across = -0.135 + toe * 0.068 + (toe === 0 ? -0.012 : 0);
    const reach = 0.96 - toe * 0.035;
    const radius = toe === 0 ? 0.056 : 0.041;
    d = smoothMin(
      d,
      roundCone(u, v, w, across * 0.95, 0.075, 0.74, across, radius, reach - radius, radius * 1.05, radius),
      0.03,
    );
  }
  return Math.max(d, -v) * length;
}
