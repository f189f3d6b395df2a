/** Where a pot broke: the sherd a point belongs to, and how far the nearest joint is. Joints wander like real ones. */
import { createRandom } from '#demo/noise/random.ts';
import type { Grain } from './grain.ts';

export interface Sherd {
  index: number;
  /** Metres to the joint with the next sherd, about. */
  toJoint: number;
}

/** Writes the sherd of a point into `out`. */
export type Fracture = (x: number, y: number, z: number, out: Sherd) => void;

/** `middles` are spread by the caller; `wander` is how far joints stray, metres. */
export function createFracture(
  middles: readonly (readonly [number, number, number])[],
  grain: Grain,
  wander: number,
): Fracture {
  const flat = new Float64Array(middles.flat());
  return (x, y, z, out) => {
    const px = x + (grain.cloud(x, y, z, 26) - 0.5) * wander;
    const py = y + (grain.cloud(x + 4, y, z, 26) - 0.5) * wander;
    const pz = z + (grain.cloud(x, y + 4, z, 26) - 0.5) * wander;
    let first = 1e9;
    let second = 1e9;
    let index = 0;
    let other = 0;
    for (let i = 0; i < flat.length; i += 3) {
      const dx = flat[i]! - px;
      const dy = flat[i + 1]! - py;
      const dz = flat[i + 2]! - pz;
      const squared = dx * dx + dy * dy + dz * dz;
      if (squared < first) {
        second = first;
        other = index;
        first = squared;
        index = i;
      } else if (squared < second) {
        second = squared;
        other = i;
      }
    }
    const apart = Math.hypot(
      flat[index]! - flat[other]!,
      flat[index + 1]! - flat[other + 1]!,
      flat[index + 2]! - flat[other + 2]!,
    );
    out.index = index / 3;
    out.toJoint = (second - first) / (2 * (apart || 1));
  };
}

/** Middles on a surface of revolution: `radiusAt` gives its radius by height. */
export function spreadMiddles(count: number, low: number, high: number, radiusAt: (y: number) => number, seed: number) {
  const random = createRandom(seed);
  return Array.from({ length: count }, (_, i) => {
    const y = low + ((i + random.between(0.1, 0.9)) / count) * (high - low);
    const angle = i * 2.399963 + random.between(-0.4, 0.4);
    const r = radiusAt(y);
    return [Math.cos(angle) * r, y, Math.sin(angle) * r] as const;
  });
}
