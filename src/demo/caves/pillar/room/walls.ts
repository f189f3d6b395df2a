/** Walls, passage and floor. Paintings hang with their top left corner at the upper left of what a visitor sees. */
import type { Sheet, Vec3 } from '#demo/cave/cave.ts';
import { gableHeight, PASSAGE, ROOM } from './dimensions.ts';
import { type Corner, makeQuad } from './sheets.ts';

const MIDDLE: Vec3 = [0, 2, 3];
const REAR_MIDDLE: Vec3 = [0, 2, -3];

/** A long wall in three pieces: under the flat ceiling, and on both sides of the ridge. */
function makeSideWall(surface: 'north' | 'south'): Sheet[] {
  const side = surface === 'north' ? 1 : -1;
  const corner = (z: number, y: number): Corner => [
    side * ROOM.halfWidth,
    y,
    z,
    side > 0 ? z - ROOM.back : ROOM.front - z,
    ROOM.ridge - y,
  ];
  return [
    [ROOM.back, ROOM.eave],
    [ROOM.eave, ROOM.ridgeZ],
    [ROOM.ridgeZ, ROOM.front],
  ].map(([from, to]) => {
    const top = (z: number) => (z < ROOM.eave ? ROOM.ceiling : gableHeight(z));
    const [a, b] = [from!, to!];
    return makeQuad(surface, [corner(a, top(a)), corner(b, top(b)), corner(b, 0), corner(a, 0)], [0, 2, (a + b) / 2]);
  });
}

function makeBackWall(): Sheet {
  const corner = (x: number, y: number): Corner => [x, y, ROOM.back, x + ROOM.halfWidth, ROOM.ceiling - y];
  const h = ROOM.halfWidth;
  return makeQuad(
    'back',
    [corner(-h, ROOM.ceiling), corner(h, ROOM.ceiling), corner(h, 0), corner(-h, 0)],
    REAR_MIDDLE,
  );
}

/** The front wall around the door. */
function makeFrontWall(): Sheet[] {
  const corner = (x: number, y: number): Corner => [x, y, ROOM.front, ROOM.halfWidth - x, ROOM.ceiling - y];
  const piece = (x0: number, x1: number, y0: number, y1: number) =>
    makeQuad('front', [corner(x0, y1), corner(x1, y1), corner(x1, y0), corner(x0, y0)], MIDDLE);
  const { halfWidth: d, height } = PASSAGE;
  return [
    piece(ROOM.halfWidth, d, 0, height),
    piece(-d, -ROOM.halfWidth, 0, height),
    piece(ROOM.halfWidth, -ROOM.halfWidth, height, ROOM.ceiling),
  ];
}

function makePassage(): Sheet[] {
  const { halfWidth: w, height: h, cliff } = PASSAGE;
  const from = ROOM.front;
  const length = cliff - from;
  const inside: Vec3 = [0, h / 2, (from + cliff) / 2];
  return [
    makeQuad(
      'passage-north',
      [
        [w, h, from, 0, 0],
        [w, h, cliff, length, 0],
        [w, 0, cliff, length, h],
        [w, 0, from, 0, h],
      ],
      inside,
      4,
    ),
    makeQuad(
      'passage-south',
      [
        [-w, h, cliff, 0, 0],
        [-w, h, from, length, 0],
        [-w, 0, from, length, h],
        [-w, 0, cliff, 0, h],
      ],
      inside,
      4,
    ),
    makeQuad(
      'passage-ceiling',
      [
        [-w, h, from, 0, 0],
        [w, h, from, 2 * w, 0],
        [w, h, cliff, 2 * w, length],
        [-w, h, cliff, 0, length],
      ],
      inside,
      4,
    ),
  ];
}

/** One painting lies under room and passage; what the base of the pillar covers is left out by the pillar itself. */
function makeFloor(): Sheet[] {
  const corner = (x: number, z: number): Corner => [x, 0, z, x + ROOM.halfWidth, z - ROOM.back];
  const piece = (w: number, z0: number, z1: number) =>
    makeQuad('floor', [corner(-w, z0), corner(w, z0), corner(w, z1), corner(-w, z1)], [0, 2, (z0 + z1) / 2], 6);
  return [piece(ROOM.halfWidth, ROOM.back, ROOM.front), piece(PASSAGE.halfWidth, ROOM.front, PASSAGE.cliff)];
}

export function makeWalls(): Sheet[] {
  return [
    ...makeSideWall('north'),
    ...makeSideWall('south'),
    makeBackWall(),
    ...makeFrontWall(),
    ...makePassage(),
    ...makeFloor(),
  ];
}
