/**
 * Scarves and sashes: flat bands of cloth along a path, lying on the body with their width along it, folded lengthwise.
 */
import { foldRidge } from '#demo/statues/parts/fold.ts';

/** A point of the band's middle, the unit direction of its width, and half that width, metres. */
export interface Station {
  readonly at: readonly [number, number, number];
  readonly across: readonly [number, number, number];
  readonly halfWidth: number;
}

export interface Band {
  distance(x: number, y: number, z: number): number;
}

/**
 * Each piece between two stations is a slab with rounded edges. `thickness` is half the cloth's, `pleats` the number of
 * lengthwise folds on it, `depth` their height in metres.
 */
export function createBand(stations: readonly Station[], thickness: number, pleats: number, depth: number): Band {
  const runs: Run[] = [];
  for (let first = 0; first + 1 < stations.length; first += RUN)
    runs.push(boundRun(stations.slice(first, first + RUN + 1), thickness + depth));
  return {
    distance(x, y, z) {
      let nearest = 9;
      for (const { stations: pieces, cx, cy, cz, reach } of runs) {
        const dx = x - cx;
        const dy = y - cy;
        const dz = z - cz;
        const squared = dx * dx + dy * dy + dz * dz;
        if (squared > (nearest + reach) * (nearest + reach)) continue;
        const far = Math.sqrt(squared) - reach;
        if (far > NEAR) {
          if (far < nearest) nearest = far;
          continue;
        }
        for (let i = 0; i + 1 < pieces.length; i++) {
          const d = pieceDistance(x, y, z, pieces[i]!, pieces[i + 1]!, thickness, pleats, depth);
          if (d < nearest) nearest = d;
        }
      }
      return nearest;
    },
  };
}

/** Pieces that are looked at together, and from how near; further off the ball around them stands for them. */
const RUN = 3;
const NEAR = 0.02;

interface Run {
  readonly stations: readonly Station[];
  readonly cx: number;
  readonly cy: number;
  readonly cz: number;
  readonly reach: number;
}

function boundRun(stations: readonly Station[], thick: number): Run {
  const middle = [0, 1, 2].map((axis) => stations.reduce((sum, { at }) => sum + at[axis]!, 0) / stations.length);
  const [cx, cy, cz] = middle as [number, number, number];
  const reach = Math.max(
    ...stations.map(({ at, halfWidth }) => Math.hypot(at[0] - cx, at[1] - cy, at[2] - cz) + halfWidth),
  );
  return { stations, cx, cy, cz, reach: reach + thick };
}

function pieceDistance(
  x: number,
  y: number,
  z: number,
  from: Station,
  to: Station,
  thickness: number,
  pleats: number,
  depth: number,
): number {
  const px = x - from.at[0];
  const py = y - from.at[1];
  const pz = z - from.at[2];
  const dx = to.at[0] - from.at[0];
  const dy = to.at[1] - from.at[1];
  const dz = to.at[2] - from.at[2];
  let h = (px * dx + py * dy + pz * dz) / (dx * dx + dy * dy + dz * dz);
  h = h < 0 ? 0 : h > 1 ? 1 : h;
  const qx = px - dx * h;
  const qy = py - dy * h;
  const qz = pz - dz * h;
  const wx = from.across[0] + (to.across[0] - from.across[0]) * h;
  const wy = from.across[1] + (to.across[1] - from.across[1]) * h;
  const wz = from.across[2] + (to.across[2] - from.across[2]) * h;
  const half = from.halfWidth + (to.halfWidth - from.halfWidth) * h;
  const across = (qx * wx + qy * wy + qz * wz) / Math.sqrt(wx * wx + wy * wy + wz * wz);
  const rest = Math.sqrt(Math.max(0, qx * qx + qy * qy + qz * qz - across * across));
  const beyond = Math.abs(across) - half;
  const swell = depth * foldRidge(((across / half) * 0.5 + 0.5) * pleats * Math.PI);
  const out = beyond > 0 ? beyond : 0;
  return (Math.sqrt(out * out + rest * rest) - thickness - (beyond < 0 ? swell : 0)) * 0.85;
}

/** A point a band runs through, and half its width there. */
export type BandPoint = readonly [x: number, y: number, z: number, halfWidth: number];

/**
 * Stations along a smooth curve through the points (Catmull–Rom), `pieces` between two of them. The cloth lies flat
 * against `facing`, the direction its broad side looks.
 */
export function layBand(
  points: readonly BandPoint[],
  facing: readonly [number, number, number],
  pieces = 4,
): Station[] {
  const at = (place: number): [number, number, number, number] => {
    const i = Math.min(points.length - 2, Math.floor(place));
    const f = place - i;
    const p = (k: number) => points[Math.max(0, Math.min(points.length - 1, k))]!;
    const [a, b, c, d] = [p(i - 1), p(i), p(i + 1), p(i + 2)];
    const blend = (k: 0 | 1 | 2 | 3) =>
      b[k] +
      0.5 * f * (c[k] - a[k] + f * (2 * a[k] - 5 * b[k] + 4 * c[k] - d[k] + f * (3 * (b[k] - c[k]) + d[k] - a[k])));
    return [blend(0), blend(1), blend(2), blend(3)];
  };
  const count = (points.length - 1) * pieces;
  return Array.from({ length: count + 1 }, (_, n): Station => {
    const place = n / pieces;
    const [x, y, z, halfWidth] = at(place);
    const before = at(Math.max(0, place - 0.05));
    const after = at(Math.min(points.length - 1, place + 0.05));
    const [tx, ty, tz] = [after[0] - before[0], after[1] - before[1], after[2] - before[2]];
    const across = [ty * facing[2] - tz * facing[1], tz * facing[0] - tx * facing[2], tx * facing[1] - ty * facing[0]];
    const length = Math.hypot(...across) || 1;
    return { at: [x, y, z], across: [across[0]! / length, across[1]! / length, across[2]! / length], halfWidth };
  });
}
