/**
 * The light of the studio: three soft boxes in a dim room. What a surface sees of them is known in closed form for any
 * roughness (a box blurred by a Gaussian is a product of error functions), so pictures have no sparkling noise.
 */
import { normalise, cross } from '#demo/form/vector.ts';
import type { Vec3 } from '#demo/cave/cave.ts';

export interface SoftBox {
  /** Unit vectors: towards its middle, along its width, along its height. */
  readonly towards: Vec3;
  readonly across: Vec3;
  readonly up: Vec3;
  /** Half sizes as tangents of angles. */
  readonly width: number;
  readonly height: number;
  /** Linear radiance. */
  readonly radiance: Vec3;
}

function softBox(towards: Vec3, width: number, height: number, radiance: Vec3): SoftBox {
  const axis = normalise(towards);
  const across = normalise(cross([0, 1, 0], axis));
  return { towards: axis, across, up: cross(axis, across), width, height, radiance };
}

/** Key from the left above, wide fill from the right, a cool strip behind. The camera looks from +Z. */
export const SOFT_BOXES: readonly SoftBox[] = [
  softBox([-0.75, 0.8, 0.75], 0.42, 0.55, [7.2, 6.9, 6.4]),
  softBox([1, 0.35, 0.55], 0.3, 0.75, [1.7, 1.75, 1.9]),
  softBox([0.55, 0.75, -1], 0.35, 0.5, [4.6, 4.9, 5.4]),
];

const AMBIENT: Vec3 = [0.16, 0.165, 0.175];

/** Radiance that a glossy surface sees around a direction, without the boxes' shadows; `blur` is an angle's tangent. */
export function seeStudio(x: number, y: number, z: number, blur: number, out: Float64Array): void {
  // The room is lighter above, the plinth gives a warm glow from below.
  const above = y > 0 ? 0.55 + 0.9 * y : 0.55 + 0.1 * y;
  out[0] = AMBIENT[0] * above;
  out[1] = AMBIENT[1] * above;
  out[2] = AMBIENT[2] * above;
  const spread = Math.SQRT2 * Math.max(0.012, blur);
  for (const box of SOFT_BOXES) {
    const facing = x * box.towards[0] + y * box.towards[1] + z * box.towards[2];
    if (facing < 0.02) continue;
    const u = (x * box.across[0] + y * box.across[1] + z * box.across[2]) / facing;
    const v = (x * box.up[0] + y * box.up[1] + z * box.up[2]) / facing;
    const share =
      0.25 *
      (erf((u + box.width) / spread) - erf((u - box.width) / spread)) *
      (erf((v + box.height) / spread) - erf((v - box.height) / spread));
    out[0] += box.radiance[0] * share;
    out[1] += box.radiance[1] * share;
    out[2] += box.radiance[2] * share;
  }
}

/** Light of the room alone on a surface that faces (x, y, z). */
export function ambientOn(y: number, out: Float64Array): void {
  const above = 0.62 + 0.42 * y;
  out[0] = AMBIENT[0] * above * 3.1;
  out[1] = AMBIENT[1] * above * 3.1;
  out[2] = AMBIENT[2] * above * 3.1;
}

/** Solid angle of a box, about. */
export function solidAngle(box: SoftBox): number {
  return (4 * box.width * box.height) / (1 + 0.5 * (box.width * box.width + box.height * box.height));
}

/** Abramowitz and Stegun, 7.1.26; wrong by less than 1.5e-7. */
function erf(x: number): number {
  const t = 1 / (1 + 0.3275911 * Math.abs(x));
  const y =
    1 -
    ((((1.061405429 * t - 1.453152027) * t + 1.421413741) * t - 0.284496736) * t + 0.254829592) * t * Math.exp(-x * x);
  return x < 0 ? -y : y;
}
