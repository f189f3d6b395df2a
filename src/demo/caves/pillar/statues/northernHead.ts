/**
 * Heads of the northern workshops: the common head made slender, hair in smooth waves with a swelling or a knot, and for
 * bodhisattvas a fillet with three discs.
 */
import type { SolidColour } from '#demo/cave/cave.ts';
import type { Layer } from '#demo/cave/layer.ts';
import { ellipsoid, smoothMax, smoothMin, sphere } from '#demo/form/fields.ts';
import { smoothStep } from '#demo/noise/noise.ts';
import { type FaceStyle, paintFace, SERENE_FACE } from '#demo/statues/parts/facePaint.ts';
import { head, type HeadPose, type HeadShape, neck, toHead } from '#demo/statues/parts/head.ts';
import { layPigment, setPigment, solidNoise } from '#demo/statues/parts/statueColour.ts';

const SHAPE: HeadShape = { fullness: 0.75, age: 0, lobes: 0.9 };
/** Wide open almond eyes, a mouth that begins to smile. */
const FACE: FaceStyle = { ...SERENE_FACE, gaze: 0.95, browArch: 1.15, moustache: false, blush: 1 };

const own = new Float64Array(3);

/** Faces are narrower than the common head by this. */
const NARROW = 1.1;

export interface NorthernHead {
  readonly pose: HeadPose;
  readonly isBuddha: boolean;
  /** Foot of the neck and its radius. */
  readonly neckFoot: readonly [number, number, number];
  readonly neckRadius: number;
}

/** Distances of skin, hair and crown into `out` at 0, 1, 2. */
export function measureNorthernHead(x: number, y: number, z: number, shape: NorthernHead, out: Float64Array): void {
  const { pose, isBuddha, neckFoot, neckRadius } = shape;
  const far = sphere(x, y, z, pose.x, pose.y + pose.scale * 0.2, pose.z, pose.scale * 1.1);
  out[0] = far + 0.02;
  out[1] = far + 0.02;
  out[2] = far + 0.02;
  if (far < 0.06) {
    toHead(pose, x, y, z, own);
    const u = own[0]! * NARROW;
    const v = own[1]!;
    const w = own[2]!;
    out[0] = (head(u, v, w, SHAPE) * pose.scale) / NARROW;
    out[1] = wavyHair(u, v, w, isBuddha) * pose.scale;
    out[2] = isBuddha ? 9 : crown(u, v, w) * pose.scale;
  }
  const top: readonly [number, number, number] = [pose.x, pose.y - pose.scale * 0.32, pose.z - pose.scale * 0.1];
  if (y > neckFoot[1] - 0.15 && y < pose.y) out[0] = smoothMin(out[0], neck(x, y, z, neckFoot, top, neckRadius), 0.03);
}

function wavyHair(x: number, y: number, z: number, isBuddha: boolean): number {
  const line = 0.27 + 0.13 * smoothStep(-0.1, 0.4, z) - Math.abs(x) * 0.18 + (z < 0 ? z : 0);
  const waves = 0.012 * Math.sin(y * 46 + 2.2 * Math.sin(x * 9) + z * 8);
  let d = smoothMax(ellipsoid(x, y, z, 0, 0.14, -0.1, 0.465, 0.47, 0.5) + waves, line - y, 0.03);
  d = smoothMin(d, isBuddha ? ellipsoid(x, y, z, 0, 0.63, -0.1, 0.22, 0.22, 0.22) + waves : ellipsoid(x, y, z, 0, 0.68, -0.16, 0.16, 0.22, 0.16) + waves, 0.08); // prettier-ignore
  if (isBuddha) return d;
  // Tresses that lie on the shoulders.
  const ax = Math.abs(x);
  const tress = ellipsoid(ax, y, z, 0.5 + (y + 0.5) * -0.12, -0.4, -0.08, 0.07, 0.55, 0.1) + 0.012 * Math.sin(y * 40);
  return smoothMin(d, tress, 0.05);
}

/** Three discs with bosses on a band. */
function crown(x: number, y: number, z: number): number {
  const r = Math.hypot(x, z + 0.08);
  let d = Math.max(Math.abs(r - 0.47) - 0.022, Math.abs(y - 0.36 - z * 0.03) - 0.045) - 0.008;
  for (const angle of [-0.78, 0, 0.78]) {
    const c = Math.cos(angle);
    const s = Math.sin(angle);
    const u = x * c - (z + 0.08) * s;
    const w = x * s + (z + 0.08) * c;
    const v = y - (angle === 0 ? 0.56 : 0.5);
    const radius = angle === 0 ? 0.19 : 0.16;
    const ring = Math.hypot(u, v);
    d = Math.min(d, Math.max(ring - radius, Math.abs(w - 0.47) - 0.03) - 0.01);
    d = smoothMin(d, sphere(u, v, w, 0, 0, 0.49, radius * 0.42), 0.02);
  }
  return d;
}

/** Paints skin or hair or crown (0, 1, 2) of the head. */
export function paintNorthernHead(
  part: 0 | 1 | 2,
  x: number,
  y: number,
  z: number,
  layer: Layer,
  shape: NorthernHead,
  out: SolidColour,
): void {
  if (part === 1) {
    setPigment(out, shape.isBuddha ? 'lapis' : 'black', layer);
    return;
  }
  if (part === 2) {
    setPigment(out, 'gold', layer);
    toHead(shape.pose, x, y, z, own);
    layPigment(out, 'azurite', layer, smoothStep(0.1, 0.07, Math.hypot(own[0]! * NARROW, own[1]! - 0.56)));
    layPigment(
      out,
      'malachite',
      layer,
      smoothStep(0.09, 0.06, Math.hypot(Math.abs(own[0]! * NARROW) - 0.33, own[1]! - 0.5)),
    );
    out.shine = layer === 'line-drawing' ? 0 : 0.3;
    return;
  }
  paintSkin(out, x, y, z, layer);
  toHead(shape.pose, x, y, z, own);
  paintFace(out, own[0]! * NARROW, own[1]!, own[2]!, layer, FACE);
}

/** Rose that has darkened in clouds; in hollows and at the back it is darkest. */
export function paintSkin(out: SolidColour, x: number, y: number, z: number, layer: Layer): void {
  setPigment(out, 'flesh', layer);
  if (layer !== 'as-found') return;
  setPigment(out, 'ground', layer);
  layPigment(out, 'flesh', layer, 0.45 + 0.5 * smoothStep(0.3, 0.7, solidNoise(x + 0.7, y, z, 2.1)));
}
