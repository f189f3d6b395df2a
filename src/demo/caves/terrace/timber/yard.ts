/**
 * Beams, planks and posts: boxes of six flat sides, and one painting of wood on which each of them has its
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

/** Six flat sides: four laid one below the other along the girth, the two ends beside them. */
export function timberSheets({ timber, u, v, length }: Stock, surface: string): Sheet[] {
  const { from, to, width, thickness, taper = 1 } = timber;
  const axis = unit([to[0] - from[0], to[1] - from[1], to[2] - from[2]]);
  const wanted = timber.up ?? (Math.abs(axis[1]) > 0.8 ? [0, 0, 1] : [0, 1, 0]);
  const side = unit(cross(axis, wanted));
  const up = cross(side, axis);
  const cap = Math.max(width, thickness) / 2;
  const corner = (end: 0 | 1, across: number, rise: number): Vec3 => {
    const foot = end ? to : from;
    const size = end ? taper : 1;
    const a = (across * width * size) / 2;
    const b = (rise * thickness * size) / 2;
    return [foot[0] + side[0] * a + up[0] * b, foot[1] + side[1] * a + up[1] * b, foot[2] + side[2] * a + up[2] * b];
  };
  const round = [
    [-1, 1],
    [1, 1],
    [1, -1],
    [-1, -1],
    [-1, 1],
  ] as const;
  const sheets: Sheet[] = [];
  let girth = v;
  for (let i = 0; i < 4; i++) {
    const [a, b] = [round[i]!, round[i + 1]!];
    const breadth = i % 2 ? thickness : width;
    const out = i === 0 ? up : i === 1 ? side : i === 2 ? negative(up) : negative(side);
    const corners = [
      corner(0, a[0], a[1]),
      corner(1, a[0], a[1]),
      corner(0, b[0], b[1]),
      corner(1, b[0], b[1]),
    ] as const;
    sheets.push(quad(surface, corners, [u + cap, girth, length - 2 * cap, breadth], out));
    girth += breadth;
  }
  for (const end of [0, 1] as const) {
    const corners = [corner(end, -1, 1), corner(end, 1, 1), corner(end, -1, -1), corner(end, 1, -1)] as const;
    const left = end ? u + length - cap : u;
    sheets.push(quad(surface, corners, [left, v, cap, Math.min(width, thickness)], end ? axis : negative(axis)));
  }
  return sheets;
}

type Corners = readonly [topLeft: Vec3, topRight: Vec3, bottomLeft: Vec3, bottomRight: Vec3];

function quad(
  surface: string,
  corners: Corners,
  [u, v, width, height]: readonly number[],
  out: readonly number[],
): Sheet {
  const [a, b, c, d] = corners;
  const middle = [0, 1, 2].map((axis) => (a[axis]! + b[axis]! + c[axis]! + d[axis]!) / 4);
  return {
    surface,
    columns: 1,
    rows: 1,
    facing: [middle[0]! + out[0]! * 2, middle[1]! + out[1]! * 2, middle[2]! + out[2]! * 2],
    at(s, t, point: SheetPoint) {
      const wa = (1 - s) * (1 - t);
      const wb = s * (1 - t);
      const wc = (1 - s) * t;
      const wd = s * t;
      point.x = a[0] * wa + b[0] * wb + c[0] * wc + d[0] * wd;
      point.y = a[1] * wa + b[1] * wb + c[1] * wc + d[1] * wd;
      point.z = a[2] * wa + b[2] * wb + c[2] * wc + d[2] * wd;
      point.u = u! + width! * s;
      point.v = v! + height! * t;
    },
  };
}

function negative(v: readonly number[]): Triple {
  return [-v[0]!, -v[1]!, -v[2]!];
}

function unit(v: readonly number[]): Triple {
  const length = Math.hypot(v[0]!, v[1]!, v[2]!) || 1;
  return [v[0]! / length, v[1]! / length, v[2]! / length];
}

function cross(a: readonly number[], b: readonly number[]): Triple {
  return [a[1]! * b[2]! - a[2]! * b[1]!, a[2]! * b[0]! - a[0]! * b[2]!, a[0]! * b[1]! - a[1]! * b[0]!];
}
