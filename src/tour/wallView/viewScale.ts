/** How large the wall in the middle of an ordinary view is seen: what a scale bar there stands for. Pure. */
import type { Vec3 } from '#shared/vec.ts';
import { lengthOf, type WallPoint } from '../measure/wall.ts';
import type { ReadWall } from './fitWall.ts';

/** A picture's scale, at one place of it or everywhere. */
export interface PictureScale {
  readonly metresPerPx: number;
  /** How far it may be off, as a part of it. */
  readonly error: number;
  /** From the eye to where it is true, metres. */
  readonly distance: number;
  /** Whether it is the same everywhere in the picture. */
  readonly isEverywhere: boolean;
}

/** Half the stretch of the picture that is measured, CSS pixels. */
const HALF_PX = 50;

interface ScaledView {
  readonly right: Vec3;
  readonly forward: Vec3;
  /** Tangent units per CSS pixel. */
  readonly unitsPerPx: number;
  /** Of the picture's middle. */
  readonly tanMiddleX: number;
  readonly tanMiddleY: number;
  readonly up: Vec3;
}

/** Along the level line through the middle of the picture, on the wall; null where its distance is unknown. */
export function scaleInMiddle(read: ReadWall, view: ScaledView): PictureScale | null {
  const [left, middle, right] = [-HALF_PX, 0, HALF_PX].map((px) => pointAt(read, view, px));
  if (!left || !middle || !right) return null;
  const whole = lengthOf([left, right]);
  if (whole.value === 0) return null;
  const [before, after] = [lengthOf([left, middle]).value, lengthOf([middle, right]).value];
  return {
    metresPerPx: whole.value / (2 * HALF_PX),
    // A wall that is seen from the side is larger on one side of the middle than on the other.
    error: whole.error / whole.value + Math.abs(after - before) / (after + before),
    distance: Math.hypot(...middle.position),
    isEverywhere: false,
  };
}

function pointAt(read: ReadWall, view: ScaledView, px: number): WallPoint | null {
  const { right, up, forward, unitsPerPx, tanMiddleX, tanMiddleY } = view;
  const x = tanMiddleX + px * unitsPerPx;
  const length = Math.hypot(1, x, tanMiddleY);
  const ray = (axis: number): number =>
    ((forward[axis] ?? 0) + x * (right[axis] ?? 0) + tanMiddleY * (up[axis] ?? 0)) / length;
  const direction: Vec3 = [ray(0), ray(1), ray(2)];
  const found = read(direction);
  if (!found) return null;
  const [dx, dy, dz] = direction;
  return { position: [dx * found.metres, dy * found.metres, dz * found.metres], error: found.error };
}
