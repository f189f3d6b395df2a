/** The pixels of a headset's two pictures, and the rays that they stand for. */
import { normalize, type Vec3 } from '#shared/vec.ts';
import type { Colour } from './charts.ts';
import { directionOfRay } from './directions.ts';
import type { EyePictures, HeadPose, HeadsetShape } from './headset.ts';

/** An eighth of the pixels, each way, of a headset with 1,680 × 1,760 for each eye. */
export const SHAPE: HeadsetShape = { widthPx: 210, heightPx: 220, tangents: [1.19, 0.9, 1, 1.2], ipd: 0.064 };
export const COLUMNS = 42;
export const ROWS = 44;
export const POINTS = Array.from({ length: COLUMNS * ROWS }, (_, i): [number, number] => [
  ((i % COLUMNS) + 0.5) / COLUMNS,
  (Math.floor(i / COLUMNS) + 0.5) / ROWS,
]);

export interface Sight {
  readonly colour: readonly number[];
  readonly isRight: boolean;
  /** Of the ray through the pixel's middle. */
  readonly direction: Vec3;
  readonly eye: Vec3;
  /** Radians from the axis of the eye's lens. */
  readonly aside: number;
}

/** Every sampled pixel of both eyes with the ray it stands for. */
export function sightsOf(
  { colours }: EyePictures,
  { position, yaw, pitch }: HeadPose,
  { widthPx, heightPx, ipd, tangents }: HeadsetShape = SHAPE,
  points: readonly (readonly [number, number])[] = POINTS,
): Sight[] {
  const [outward, inward, up, down] = tangents;
  const view = { yaw, pitch, fov: 0 };
  const [rightX, , rightZ] = directionOfRay(1, 0, { ...view, pitch: 0 }).map(
    (value, k) => value - (directionOfRay(0, 0, { ...view, pitch: 0 })[k] ?? 0),
  ) as [number, number, number];
  return colours.map((colour, i) => {
    const isRight = i >= points.length;
    const [x = 0, y = 0] = points[i % points.length] ?? [];
    const [left, right] = isRight ? [inward, outward] : [outward, inward];
    const across = ((Math.floor(x * widthPx) + 0.5) / widthPx) * (left + right) - left;
    const above = up - ((Math.floor(y * heightPx) + 0.5) / heightPx) * (up + down);
    const aside = (isRight ? 0.5 : -0.5) * ipd;
    return {
      colour,
      isRight,
      direction: normalize(directionOfRay(across, above, view)),
      eye: [position[0] + aside * rightX, position[1], position[2] + aside * rightZ],
      aside: Math.atan(Math.hypot(across, above)),
    };
  });
}

export function difference(found: readonly number[], expected: readonly number[]): number {
  return Math.max(...expected.map((value, k) => Math.abs(value - (found[k] ?? 999))));
}

/** Whether each channel lies between two colours, as in a mixture of them. */
export function isBetween(found: readonly number[], a: Colour, b: Colour): boolean {
  return found.every((value, k) => {
    const [one = 0, other = 0] = [a[k], b[k]];
    return value >= Math.min(one, other) - 3 && value <= Math.max(one, other) + 3;
  });
}
