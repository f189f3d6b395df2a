/** Relics on plinths in rows across the hall, an aisle in the middle, the odd one out at the end of it. */
import type { Piece } from './pieces.ts';

/** Where a piece stands, its front towards the entrance, before the hall's walls are there. */
export interface Spot {
  readonly piece: Piece;
  readonly x: number;
  readonly z: number;
}

export interface Rows {
  /** About the middle of the hall. */
  readonly spots: readonly Spot[];
  /** What they need between the walls, aisles and the free ground before the entrance included. */
  readonly width: number;
  readonly depth: number;
}

/** Clear ways: between neighbours and around everything a wheelchair passes and turns. */
const BETWEEN = 1.6;
const AROUND = 1.6;
const AISLE = 2.6;
/** Free ground behind the entrance. */
const FOYER = 3.2;
/** From row to row, where nothing larger asks for more. */
const BETWEEN_ROWS = 1.7;
const MOST_COLUMNS = 40;
/** How much deeper than wide a hall would be. */
const PROPORTION = 1.3;

export function layRows(pieces: readonly Piece[]): Rows {
  let best = arrange(pieces, 1);
  let least = costOf(best, pieces.length, 1);
  for (let columns = 2; columns <= Math.min(pieces.length, MOST_COLUMNS); columns++) {
    const rows = arrange(pieces, columns);
    const cost = costOf(rows, pieces.length, columns);
    if (cost < least) [best, least] = [rows, cost];
  }
  return best;
}

/** A hall of good proportions, with an aisle down the middle and no gap in its last row. */
function costOf({ width, depth }: Rows, count: number, columns: number): number {
  const shape = Math.abs(Math.log(depth / width / PROPORTION));
  const isBlocked = columns % 2 === 1 && columns !== count && count > 1;
  const last = count % columns;
  const gaps = last > 1 ? (columns - last) / columns : 0;
  return shape + (isBlocked ? 0.5 : 0) + 0.15 * gaps;
}

function arrange(pieces: readonly Piece[], columns: number): Rows {
  const rows: Piece[][] = [];
  for (let at = 0; at < pieces.length; at += columns) rows.push(pieces.slice(at, at + columns));
  const widths = Array.from({ length: columns }, (_, column) =>
    // The last row stands by itself where it is not full.
    Math.max(0, ...rows.filter((row) => row.length === columns).map((row) => row[column]?.support.width ?? 0)),
  );
  const xs = spread(widths, columns % 2 === 0 ? columns / 2 : -1);
  const spots: Spot[] = [];
  let z = 0;
  let widest = xs.total;
  rows.forEach((row, index) => {
    const depth = Math.max(...row.map(({ support }) => support.depth));
    // One steps back from what is high.
    const tallest = Math.max(...row.map(({ size }) => size[1]));
    if (index > 0) z -= Math.max(BETWEEN_ROWS, 0.75 * tallest);
    const isFull = row.length === columns;
    const places = isFull
      ? xs
      : spread(
          row.map(({ support }) => support.width),
          row.length % 2 === 0 ? row.length / 2 : -1,
        );
    widest = Math.max(widest, places.total);
    row.forEach((piece, column) => spots.push({ piece, x: places.middles[column] ?? 0, z: z - depth / 2 }));
    z -= depth;
  });
  const firstTall = Math.max(0, ...(rows[0] ?? []).map(({ size }) => size[1]));
  const foyer = Math.max(FOYER, 1.2 * firstTall);
  const depth = foyer - z + AROUND;
  // Rows were counted from the near edge of the first one at z = 0.
  const shift = depth / 2 - foyer;
  return {
    spots: spots.map((spot) => ({ ...spot, z: spot.z + shift })),
    width: widest + 2 * AROUND,
    depth,
  };
}

/** Middles of things of these widths side by side about 0; before the one at `aisleBefore` the aisle runs. */
function spread(widths: readonly number[], aisleBefore: number): { middles: number[]; total: number } {
  const middles: number[] = [];
  let x = 0;
  widths.forEach((width, index) => {
    if (index > 0) x += index === aisleBefore ? AISLE : BETWEEN;
    middles.push(x + width / 2);
    x += width;
  });
  return { middles: middles.map((middle) => middle - x / 2), total: x };
}
