/** The truncated pyramid of the ceiling: four slopes that sag a little, the caisson and its upright edge. */
import type { Sheet } from '#demo/cave/cave.ts';
import { HALL, SLANT } from '#demo/caves/hall/dimensions.ts';
import { cutSheet, setPoint } from '#demo/caves/hall/room/cut.ts';

const { width, wallHeight, top, caisson, lip } = HALL;
const foot = width / 2;
const head = caisson / 2;
/** How far the slopes bulge upwards in their middle, metres. */
const BULGE = 0.06;
const OVERLAP = 0.004;

/** The direction a side lies in, as seen from the middle; its painting runs to the right of someone who faces it. */
type Side = readonly [dx: number, dz: number];

function place([dx, dz]: Side, out: number, across: number): [x: number, z: number] {
  return [dx * out - dz * across, dz * out + dx * across];
}

/** t runs down the slope, from the caisson's edge (0) to the wall (1). */
function slope(surface: string, side: Side): Sheet {
  return cutSheet(surface, 84, 44, (s, t, point) => {
    const rise = 1 - t;
    const half = foot + (head - foot) * rise;
    const across = (2 * s - 1) * (half + OVERLAP);
    const [x, z] = place(side, half, across);
    const y = wallHeight + (top - wallHeight) * rise + BULGE * Math.sin(Math.PI * rise);
    setPoint(point, x, y, z, foot + across, SLANT * t);
  });
}

/** The upright edge; its four sides share one painting. */
function edge(side: Side): Sheet {
  return cutSheet(
    'lip',
    28,
    4,
    (s, t, point) => {
      const across = (2 * s - 1) * (head + OVERLAP);
      const [x, z] = place(side, head, across);
      setPoint(point, x, top + lip * (1 - t), z, head + across, lip * t);
    },
    [0, top + lip / 2, 0],
  );
}

const field = cutSheet('caisson', 32, 32, (s, t, point) => {
  const u = s * (caisson + 2 * OVERLAP) - OVERLAP;
  const v = t * (caisson + 2 * OVERLAP) - OVERLAP;
  setPoint(point, u - head, top + lip, v - head, u, v);
});

const WEST: Side = [0, -1];
const NORTH: Side = [1, 0];
const EAST: Side = [0, 1];
const SOUTH: Side = [-1, 0];

export const CEILING: readonly Sheet[] = [
  slope('slopeWest', WEST),
  slope('slopeNorth', NORTH),
  slope('slopeEast', EAST),
  slope('slopeSouth', SOUTH),
  ...[WEST, NORTH, EAST, SOUTH].map(edge),
  field,
];
