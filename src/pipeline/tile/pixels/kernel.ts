/**
 * The one filter of the tiler: the Catmull-Rom cubic. Where a picture is enlarged or copied it passes through the
 * source's pixels, so nothing is softened; where it is reduced by a factor, the kernel is stretched by that factor.
 */

/** Half the kernel's width at scale 1, in source pixels. */
export const KERNEL_RADIUS = 2;

const PHASES = 2048;

/** Weights of the four taps around a position, for each of PHASES + 1 fractions of a pixel; each four add up to 1. */
const PHASE_WEIGHTS = new Float64Array((PHASES + 1) * 4);
for (let phase = 0; phase <= PHASES; phase++) {
  for (let tap = 0; tap < 4; tap++) PHASE_WEIGHTS[phase * 4 + tap] = weighCubic(tap - 1 - phase / PHASES);
}

/** The kernel at a distance from its middle, in (stretched) pixels. */
export function weighCubic(distance: number): number {
  const t = Math.abs(distance);
  if (t >= 2) return 0;
  return t < 1 ? (1.5 * t - 2.5) * t * t + 1 : ((2.5 - 0.5 * t) * t - 4) * t + 2;
}

export { PHASE_WEIGHTS, PHASES };

/** The kernel by distance, PHASES values per (stretched) pixel, and a zero beyond its end. */
const KERNEL = Float64Array.from({ length: KERNEL_RADIUS * PHASES + 2 }, (_, i) => weighCubic(i / PHASES));

/**
 * Weights at `position` for a kernel stretched by `scale` ≥ 1, written to `weights` and adding up to 1. Gives the pixel
 * of the first one; `countTaps` tells how many there are. Pixel i lies at position i.
 */
export function weighTaps(position: number, scale: number, weights: Float64Array): number {
  const first = Math.ceil(position - KERNEL_RADIUS * scale);
  const count = countTaps(position, scale);
  const step = PHASES / scale;
  let sum = 0;
  let distance = (first - position) * step;
  for (let i = 0; i < count; i++, distance += step) {
    const weight = KERNEL[(Math.abs(distance) + 0.5) | 0]!;
    weights[i] = weight;
    sum += weight;
  }
  const share = 1 / sum;
  for (let i = 0; i < count; i++) weights[i]! *= share;
  return first;
}

export function countTaps(position: number, scale: number): number {
  const radius = KERNEL_RADIUS * scale;
  return Math.floor(position + radius) - Math.ceil(position - radius) + 1;
}
