/** The four walls: north and south whole, west around the niche, east around the door. */
import type { Sheet, SheetPoint } from '#demo/cave/cave.ts';
import { HALL } from '#demo/caves/hall/dimensions.ts';
import { cutSheet, setPoint } from '#demo/caves/hall/room/cut.ts';

const { width, depth, wallHeight, niche, door } = HALL;
const halfWidth = width / 2;
const halfDepth = depth / 2;
/** Walls reach so far behind each other and below the floor that no gap opens between them, metres. */
const OVERLAP = 0.006;

/** Where the sheet beside the arch and the one above it meet: this far up the arch. */
const SHOULDER = 1.39;
const SHOULDER_X = archHalfWidth(SHOULDER);

/** Half width of the niche's mouth at a height above its floor. */
export function archHalfWidth(above: number): number {
  const sine = Math.min(1, Math.max(0, above / niche.height)) ** (1 / 0.75);
  return niche.halfWidth * Math.max(0, 1 - sine * sine) ** 0.275;
}

/** Height of the niche's mouth above its floor at a distance from its middle. */
export function archHeight(x: number): number {
  const cosine = Math.min(1, Math.abs(x) / niche.halfWidth) ** (1 / 0.55);
  return niche.height * Math.max(0, 1 - cosine * cosine) ** 0.375;
}

/** s runs along the painting, a little beyond both of its ends. */
function along(s: number, length: number): number {
  return s * (length + 2 * OVERLAP) - OVERLAP;
}

function down(t: number, height: number): number {
  return t * (height + 2 * OVERLAP) - OVERLAP;
}

const north = cutSheet('north', 96, 60, (s, t, out) => {
  const u = along(s, depth);
  const v = down(t, wallHeight);
  setPoint(out, halfWidth, wallHeight - v, u - halfDepth, u, v);
});

const south = cutSheet('south', 96, 60, (s, t, out) => {
  const u = along(s, depth);
  const v = down(t, wallHeight);
  setPoint(out, -halfWidth, wallHeight - v, halfDepth - u, u, v);
});

function setWest(out: SheetPoint, x: number, y: number): void {
  setPoint(out, x, y, -halfDepth, x + halfWidth, wallHeight - y);
}

const belowNiche = cutSheet('west', 96, 16, (s, t, out) =>
  setWest(out, along(s, width) - halfWidth, niche.floor - t * (niche.floor + OVERLAP)),
);

/** From the arch (t = 0) to the wall's end; `side` −1 left, 1 right. */
function besideNiche(side: 1 | -1): Sheet {
  return cutSheet('west', 64, 40, (s, t, out) => {
    const y = niche.floor + SHOULDER * s;
    const outerY = niche.floor + (wallHeight + OVERLAP - niche.floor) * s;
    const x = archHalfWidth(SHOULDER * s);
    setWest(out, side * (x + (halfWidth + OVERLAP - x) * t), y + (outerY - y) * t);
  });
}

const aboveNiche = cutSheet('west', 96, 30, (s, t, out) => {
  const x = (2 * s - 1) * SHOULDER_X;
  const y = niche.floor + archHeight(x);
  const outerX = (2 * s - 1) * (halfWidth + OVERLAP);
  setWest(out, x + (outerX - x) * t, y + (wallHeight + OVERLAP - y) * t);
});

/** A rectangle of the east wall, from x0 to x1 and from y0 up to y1. */
function east(x0: number, x1: number, y0: number, y1: number, columns: number, rows: number): Sheet {
  return cutSheet('east', columns, rows, (s, t, out) => {
    const x = x1 + (x0 - x1) * s;
    const y = y1 + (y0 - y1) * t;
    setPoint(out, x, y, halfDepth, halfWidth - x, wallHeight - y);
  });
}

const end = halfWidth + OVERLAP;
const jamb = door.width / 2;

export const WALLS: readonly Sheet[] = [
  north,
  south,
  belowNiche,
  besideNiche(-1),
  aboveNiche,
  besideNiche(1),
  east(jamb, end, -OVERLAP, door.height, 40, 40),
  east(-end, -jamb, -OVERLAP, door.height, 40, 40),
  east(-end, end, door.height, wallHeight + OVERLAP, 96, 24),
];
