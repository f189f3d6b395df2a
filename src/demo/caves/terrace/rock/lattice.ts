/**
 * Cuts the face into sheets around its openings. All sheets share one lattice of lines, so their meshes meet corner to
 * corner: a line runs along every edge of every opening and zone, and in between at most `CELL` metres apart.
 */
import type { Sheet, SheetPoint } from '#demo/cave/cave.ts';
import { cliffDepth, cliffTop, OPENINGS } from '#demo/caves/terrace/rock/face.ts';

const CELL = 0.12;

/** A part of the face that is one painting; its top left is (left, top). */
export interface Zone {
  readonly id: string;
  readonly left: number;
  readonly right: number;
  readonly bottom: number;
  readonly top: number;
  readonly fineness: number;
  readonly lightCell: number;
  /** The uppermost zones follow the cliff's ragged edge above this height. */
  readonly hasEdge: boolean;
}

export const BASE = -0.25;
/** Higher than the edge anywhere. */
export const CREST = 17;
const MIDDLE = 5.6;
/** Above this line the lattice is bent to the cliff's edge. */
const BEND = 11.4;

export const ZONES: readonly Zone[] = [
  {
    id: 'cliff-middle',
    left: -13.2,
    right: 13.4,
    bottom: BASE,
    top: MIDDLE,
    fineness: 0.55,
    lightCell: 0.06,
    hasEdge: false,
  },
  {
    id: 'cliff-upper',
    left: -13.2,
    right: 13.4,
    bottom: MIDDLE,
    top: CREST,
    fineness: 0.32,
    lightCell: 0.1,
    hasEdge: true,
  },
  {
    id: 'cliff-south',
    left: -28,
    right: -13.2,
    bottom: BASE,
    top: CREST,
    fineness: 0.22,
    lightCell: 0.12,
    hasEdge: true,
  },
  {
    id: 'cliff-north',
    left: 13.4,
    right: 30,
    bottom: BASE,
    top: CREST,
    fineness: 0.22,
    lightCell: 0.12,
    hasEdge: true,
  },
];

/** Positions of lines from `from` to `to` with one on every break in between. */
interface Lines {
  readonly at: readonly number[];
}

function linesBetween(from: number, to: number, breaks: readonly number[]): Lines {
  const stops = [from, ...breaks.filter((b) => b > from + 1e-6 && b < to - 1e-6).sort((a, b) => a - b), to];
  const at: number[] = [from];
  for (let i = 1; i < stops.length; i++) {
    const start = stops[i - 1]!;
    const length = stops[i]! - start;
    if (length < 1e-6) continue;
    const cells = Math.max(1, Math.ceil(length / CELL));
    for (let cell = 1; cell <= cells; cell++) at.push(start + (length * cell) / cells);
  }
  return { at };
}

/** The position at s in 0…1, evenly over the lines; goes on straight beyond both ends. */
function along({ at }: Lines, s: number): number {
  const place = s * (at.length - 1);
  const line = Math.max(0, Math.min(at.length - 2, Math.floor(place)));
  return at[line]! + (at[line + 1]! - at[line]!) * (place - line);
}

const columnBreaks = [
  ...OPENINGS.flatMap(({ left, right }) => [left, right]),
  ...ZONES.flatMap((z) => [z.left, z.right]),
];
const rowBreaks = [BEND, ...OPENINGS.flatMap(({ bottom, top }) => [bottom, top]), MIDDLE];

export function cliffSheets(): Sheet[] {
  return ZONES.flatMap((zone) => {
    const inside = OPENINGS.filter(
      (o) => o.right > zone.left && o.left < zone.right && o.top > zone.bottom && o.bottom < zone.top,
    );
    const edges = [
      zone.bottom,
      ...(zone.hasEdge ? [BEND] : []),
      ...inside.flatMap(({ bottom, top }) => [bottom, top]),
      zone.top,
    ]
      .filter((y) => y >= zone.bottom && y <= zone.top)
      .sort((a, b) => a - b);
    const sheets: Sheet[] = [];
    for (let i = 1; i < edges.length; i++) {
      const low = edges[i - 1]!;
      const high = edges[i]!;
      if (high - low < 1e-6) continue;
      const middle = (low + high) / 2;
      const cuts = inside.filter(({ bottom, top }) => bottom < middle && top > middle).sort((a, b) => a.left - b.left);
      let left = zone.left;
      for (const cut of [...cuts, undefined]) {
        const right = cut ? cut.left : zone.right;
        if (right - left > 1e-6) sheets.push(cliffSheet(zone, left, right, low, high));
        if (cut) left = cut.right;
      }
    }
    return sheets;
  });
}

function cliffSheet(zone: Zone, left: number, right: number, low: number, high: number): Sheet {
  const columns = linesBetween(left, right, columnBreaks);
  const rows = linesBetween(low, high, rowBreaks);
  const bends = zone.hasEdge && high === zone.top;
  return {
    surface: zone.id,
    columns: columns.at.length - 1,
    rows: rows.at.length - 1,
    facing: [(left + right) / 2, 3, 14],
    at(s, t, out: SheetPoint) {
      const x = along(columns, s);
      let y = along(rows, t);
      out.v = zone.top - y;
      if (bends) y = low + ((y - low) / (high - low)) * (cliffTop(x) - low);
      out.x = x;
      out.y = y;
      out.z = cliffDepth(x, y);
      out.u = x - zone.left;
      if (bends) out.v = zone.top - y;
    },
  };
}
