/** A sphere with something to see at every scale, made from a seed. Synthetic, CC0. */
import { createNoise3 } from '#demo/noise/noise.ts';
import type { Vec3 } from '#shared/vec.ts';
import type { Colour } from '../panorama/charts.ts';

/** Cells to a radian of the coarsest and of the finest clouds. */
const [COARSEST, FINEST] = [2, 128];
/** Dark lines from the darkest cloud to the brightest, and the part of each step that they take. */
const [LINES, LINE] = [22, 0.12];

/** The colour in a direction: clouds of many sizes, fine lines like those of a map, and stains of ochre and green. */
export function createDetail(seed: number): (direction: Vec3) => Colour {
  const noise = createNoise3(seed);
  return (direction) => {
    const length = Math.hypot(...direction);
    const [x, y, z] = direction.map((value) => value / length) as [number, number, number];
    let [clouds, weights, broad] = [0, 0, 0];
    for (let cells = COARSEST, weight = 1; cells <= FINEST; cells *= 2, weight *= 0.82) {
      // Moved apart, so that no two of them have their cells at the same places.
      clouds += weight * noise(x * cells + cells, y * cells + 7 * cells, z * cells);
      weights += weight;
      if (cells === COARSEST * 4) broad = clouds / weights;
    }
    const light = 30 + 200 * stretch(clouds / weights);
    const isLine = (broad * LINES) % 1 < LINE;
    const stain = stretch(noise(x * 3 + 40, y * 3, z * 3));
    const ink = isLine ? 0.45 : 1;
    return [ink * light * (0.75 + 0.25 * stain), ink * light * 0.85, ink * light * (0.95 - 0.45 * stain)];
  };
}

/** Noise keeps to the middle; this takes most of it to 0…1. */
function stretch(value: number): number {
  return Math.min(1, Math.max(0, (value - 0.5) * 2.2 + 0.5));
}
