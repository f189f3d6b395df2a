/**
 * Beams, planks and posts: boxes whose six sides are one sheet, and one painting of wood on which each of them has its
 * own place, so that each gets its own grain and its own light.
 */
import type { Sheet, SheetPoint, Vec3 } from '#demo/cave/cave.ts';

export type Wood = 'beam' | 'plank' | 'door' | 'rail' | 'panel';

export interface Timber {
  readonly wood: Wood;
  /** Middles of the two ends. */
  readonly from: Vec3;
  readonly to: Vec3;
  /** Across: to the side, and along `up`. Metres. */
  readonly width: number;
  readonly thickness: number;
  /** About the direction of `thickness`; made square to the length. Default up, or north for upright pieces. */
  readonly up?: Vec3;
  /** Thinner towards `to`: 1 by default. */
  readonly taper?: number;
}

/** A timber's place on the painting, metres: its length runs along u, its girth along v. */
export interface Stock {
  readonly timber: Timber;
  readonly u: number;
  readonly v: number;
  readonly length: number;
  readonly girth: number;
}

export const YARD_WIDTH = 9;
const GAP = 0.05;

/** Puts timbers on the painting in shelves, the stoutest first; returns the height that takes. */
export function stackTimbers(timbers: readonly Timber[]): { stock: readonly Stock[]; height: number } {
  const measured = timbers.map((timber) => ({
    timber,
    length: distance(timber.from, timber.to) + Math.max(timber.width, timber.thickness),
    girth: 2 * (timber.width + timber.thickness),
  }));
  measured.sort((a, b) => b.girth - a.girth || b.length - a.length);
  let u = GAP;
  let v = GAP;
  let shelf = 0;
  const stock = measured.map(({ timber, length, girth }): Stock => {
    if (u + length + GAP > YARD_WIDTH && u > GAP) {
      u = GAP;
      v += shelf + GAP;
      shelf = 0;
    }
    const place = { timber, u, v, length, girth };
    u += length + GAP;
    shelf = Math.max(shelf, girth);
    return place;
  });
  return { stock, height: v + shelf + GAP };
}

function distance(a: Vec3, b: Vec3): number {
  return Math.hypot(b[0] - a[0], b[1] - a[1], b[2] - a[2]);
}

type Triple = [number, number, number];

/** One sheet for all sides: s runs round the girth, t from the middle of one end over the length to the other's. */
export function timberSheet({ timber, u, v, length, girth }: Stock, surface: string): Sheet {
  const { from, to, width, thickness, taper = 1 } = timber;
  const axis = unit([to[0] - from[0], to[1] - from[1], to[2] - from[2]]);
  const wanted = timber.up ?? (Math.abs(axis[1]) > 0.8 ? [0, 0, 1] : [0, 1, 0]);
  const side = unit(cross(axis, wanted));
  const up = cross(side, axis);
  const cap = Math.max(width, thickness) / 2;
  const a = width / 2;
  const b = thickness / 2;
  const corners = [
    [-a, b],
    [a, b],
    [a, -b],
    [-a, -b],
    [-a, b],
  ] as const;
  return {
    surface,
    columns: 4,
    rows: 3,
    facing: [(from[0] + to[0]) / 2 + up[0] * 9, (from[1] + to[1]) / 2 + up[1] * 9, (from[2] + to[2]) / 2 + up[2] * 9],
    at(s, t, out: SheetPoint) {
      const corner = Math.max(0, Math.min(3, Math.floor(s * 4)));
      const share = s * 4 - corner;
      const first = corners[corner]!;
      const second = corners[corner + 1]!;
      const third = t * 3;
      const spread = third < 1 ? third : third > 2 ? 3 - third : 1;
      const way = third < 1 ? 0 : third > 2 ? 1 : third - 1;
      const size = spread * (1 + (taper - 1) * way);
      const across = (first[0] + (second[0] - first[0]) * share) * size;
      const rise = (first[1] + (second[1] - first[1]) * share) * size;
      out.x = from[0] + (to[0] - from[0]) * way + side[0] * across + up[0] * rise;
      out.y = from[1] + (to[1] - from[1]) * way + side[1] * across + up[1] * rise;
      out.z = from[2] + (to[2] - from[2]) * way + side[2] * across + up[2] * rise;
      const round = corner < 1 ? share * width : corner < 2 ? width + share * thickness : sideLength(corner, share);
      out.v = v + round;
      out.u = u + (third < 1 ? third * cap : third > 2 ? length - (3 - third) * cap : cap + way * (length - 2 * cap));
    },
  };

  function sideLength(corner: number, share: number): number {
    return corner < 3 ? width + thickness + share * width : girth - thickness + share * thickness;
  }
}

function unit(v: readonly number[]): Triple {
  const length = Math.hypot(v[0]!, v[1]!, v[2]!) || 1;
  return [v[0]! / length, v[1]! / length, v[2]! / length];
}

function cross(a: readonly number[], b: readonly number[]): Triple {
  return [a[1]! * b[2]! - a[2]! * b[1]!, a[2]! * b[0]! - a[0]! * b[2]!, a[0]! * b[1]! - a[1]! * b[0]!];
}
