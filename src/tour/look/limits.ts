import { toRadians } from '#shared/angle.ts';
import type { Pyramid } from '#streaming/pyramid/pyramid.ts';

/** What bounds the camera. Radians. */
export interface LookLimits {
  /** The visitor's own zooming ends here; a view that was asked for by address or script may be narrower. */
  minFov: number;
  /** No view is wider. */
  maxFov: number;
  /** Width of the picture divided by its height. */
  aspect: number;
  /** Whether moves are jumps and nothing glides on, for visitors who asked for reduced motion. */
  isMotionReduced: boolean;
}

export const MAX_PITCH = Math.PI / 2;
const WIDEST = toRadians(100);
const WIDEST_HORIZONTAL = toRadians(130);
const NARROWEST = toRadians(1);
/** However small the picture, one may come as close as this: coarse beats out of reach. */
const NARROW_ENOUGH = toRadians(30);
/** Device pixels that a texel of the finest level may cover at the view centre. */
const MAX_MAGNIFICATION = 2;

/**
 * The narrowest vertical field of view that a pyramid is worth on a picture `heightPx` device pixels high: one texel of
 * its finest level covers at most two device pixels at the centre. At least 1°, and never more than 30°.
 * A cube face of n texels has n / 2 texels per radian at its centre, an equirectangular picture n / 2π everywhere.
 */
export function minFovFor(pyramid: Pyramid, heightPx: number): number {
  const finest = pyramid.levels.at(-1);
  if (!finest) return NARROW_ENOUGH;
  const texelsPerRadian = finest.widthPx / (pyramid.projection === 'cube' ? 2 : 2 * Math.PI);
  // At the centre a picture has heightPx / (2 tan(fov / 2)) device pixels per radian.
  const fov = 2 * Math.atan(heightPx / (2 * MAX_MAGNIFICATION * texelsPerRadian));
  return Math.min(NARROW_ENOUGH, Math.max(NARROWEST, fov));
}

/** The widest vertical field of view, in radians: 100°, less where the horizontal one would exceed 130°. */
export function maxFovFor(aspect: number): number {
  return Math.min(WIDEST, 2 * Math.atan(Math.tan(WIDEST_HORIZONTAL / 2) / aspect));
}
