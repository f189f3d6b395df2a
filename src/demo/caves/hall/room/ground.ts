/** Floor, passage and niche: everything below and beyond the walls. */
import type { Sheet, SheetPoint } from '#demo/cave/cave.ts';
import { HALL, PASSAGE_PAINTING } from '#demo/caves/hall/dimensions.ts';
import { createNicheShape } from '#demo/caves/hall/nicheShape.ts';
import { cutSheet, setPoint } from '#demo/caves/hall/room/cut.ts';
import type { Vec3 } from '#demo/cave/cave.ts';

const { width, depth, niche, door } = HALL;
const halfWidth = width / 2;
const halfDepth = depth / 2;
const jamb = door.width / 2;
const OVERLAP = 0.006;
const ABOVE: Vec3 = [0, 3, 0];
const PASSAGE_MIDDLE: Vec3 = [0, 1, halfDepth + door.length / 2];

/** x from `left` to −`left`, z from `front` on for `length`. */
function floor(left: number, front: number, length: number, columns: number, rows: number): Sheet {
  return cutSheet(
    'floor',
    columns,
    rows,
    (s, t, out) => {
      const x = left - 2 * left * s;
      const z = front + length * t;
      setPoint(out, x, 0, z, x + halfWidth, z + halfDepth);
    },
    [ABOVE[0], ABOVE[1], front + length / 2],
  );
}

/** `side` 1 the passage's north side, −1 its south side. */
function passageSide(side: 1 | -1): Sheet {
  return cutSheet(
    'passage',
    32,
    28,
    (s, t, out) => {
      const outwards = side === 1 ? s * door.length : door.length * (1 - s);
      const left = side === 1 ? PASSAGE_PAINTING.northX : PASSAGE_PAINTING.southX;
      const v = t * (door.height + 2 * OVERLAP) - OVERLAP;
      setPoint(out, side * jamb, door.height - v, halfDepth + outwards, left + s * door.length, v);
    },
    PASSAGE_MIDDLE,
  );
}

const passageCeiling = cutSheet(
  'passage',
  16,
  28,
  (s, t, out) => {
    const x = (2 * s - 1) * (jamb + OVERLAP);
    setPoint(out, x, door.height, halfDepth + t * door.length, PASSAGE_PAINTING.ceilingX + x + jamb, t * door.length);
  },
  PASSAGE_MIDDLE,
);

const shape = createNicheShape();
const NICHE_MIDDLE: Vec3 = [0, niche.floor + 0.9, -halfDepth - 0.3];

const nicheShell = cutSheet('niche', 150, 96, shape, NICHE_MIDDLE);

/** Laid out like a fan from the middle of its front edge; x and z are kept on its painting. */
const nicheFloor = cutSheet(
  'nicheFloor',
  150,
  14,
  (s, t, out: SheetPoint) => {
    shape(s, 0, out);
    const x = out.x * t * 1.002;
    const z = (out.z + halfDepth) * t * 1.002;
    setPoint(out, x, niche.floor, z - halfDepth, x + 2, z + 2);
  },
  NICHE_MIDDLE,
);

export const GROUND: readonly Sheet[] = [
  floor(-halfWidth - OVERLAP, -halfDepth - OVERLAP, depth + 2 * OVERLAP, 72, 72),
  floor(-jamb - OVERLAP, halfDepth, door.length, 16, 20),
  passageSide(1),
  passageSide(-1),
  passageCeiling,
  nicheShell,
  nicheFloor,
];
