/** The scarves of the bodhisattva, in the figure's own frame (`figureShape.ts`). */
import { createBand } from '#demo/statues/parts/band.ts';
import type { Station } from '#demo/statues/parts/band.ts';

/** A band along a smooth line; four values a point: x, y, z and half its width. */
const scarf = (
  points: readonly (readonly [number, number, number, number])[],
  across: readonly [number, number, number],
) => {
  const stations: Station[] = [];
  const at = (i: number) => points[Math.min(points.length - 1, Math.max(0, i))]!;
  for (let i = 0; i + 1 < points.length; i++)
    for (let k = 0; k < 4; k++) {
      const t = k / 4;
      const blend = (q: 0 | 1 | 2 | 3) => {
        const [a, b, c, d] = [at(i - 1)[q], at(i)[q], at(i + 1)[q], at(i + 2)[q]];
        return 0.5 * (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t * t + (3 * b - a - 3 * c + d) * t * t * t);
      };
      stations.push({ at: [blend(0), blend(1), blend(2)], across, halfWidth: blend(3) });
    }
  const last = at(points.length - 1);
  stations.push({ at: [last[0], last[1], last[2]], across, halfWidth: last[3] });
  return createBand(stations, 0.005, 2, 0.0028);
};

/** Two loops before the legs, and the falls beside them. */
export const SCARVES = [
  scarf([[-0.15, 0.655, 0.02, 0.02], [-0.105, 0.5, 0.092, 0.034], [-0.02, 0.412, 0.122, 0.037], [0.085, 0.45, 0.112, 0.036], [0.165, 0.575, 0.042, 0.02]], [0, 0.92, 0.39]),
  scarf([[-0.16, 0.58, 0.0, 0.028], [-0.12, 0.38, 0.07, 0.033], [-0.03, 0.268, 0.108, 0.036], [0.075, 0.3, 0.1, 0.034], [0.16, 0.44, 0.04, 0.028], [0.18, 0.56, 0.01, 0.025]], [0, 0.92, 0.39]),
  scarf([[-0.12, 0.845, -0.03, 0.02], [-0.165, 0.75, -0.02, 0.02], [-0.178, 0.66, 0.0, 0.034], [-0.172, 0.5, -0.01, 0.033], [-0.2, 0.33, 0.012, 0.037], [-0.172, 0.16, 0.03, 0.040], [-0.198, 0.02, 0.05, 0.046]], [0.6, 0, 0.8]),
  scarf([[0.12, 0.845, -0.03, 0.02], [0.168, 0.75, -0.025, 0.02], [0.182, 0.62, -0.02, 0.033], [0.176, 0.46, 0.0, 0.033], [0.206, 0.3, 0.012, 0.037], [0.18, 0.14, 0.03, 0.040], [0.205, 0.015, 0.052, 0.046]], [-0.6, 0, 0.8]),
] as const; // prettier-ignore
