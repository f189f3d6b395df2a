/** The flat ceiling around the pillar, the two slopes of the gable, and the timber under them. */
import type { Sheet, Vec3 } from '#demo/cave/cave.ts';
import { gableHeight, PILLAR_BODY, PURLINS, RAFTERS, ROOM, SLOPE } from './dimensions.ts';
import { type Corner, makeQuad } from './sheets.ts';

/** Strips of the painting 'rafters', side by side: three faces of a rafter unfolded. */
export const RAFTER_STRIP = 2 * RAFTERS.depth + 2 * RAFTERS.half;
/** Strips of the painting 'purlins', one above the other: front eave, ridge, inner eave. */
export const PURLIN_STRIP = 0.66;

function makeFlat(): Sheet[] {
  const corner = (x: number, z: number): Corner => [x, ROOM.ceiling, z, x + ROOM.halfWidth, z - ROOM.back];
  const piece = (x0: number, x1: number, z0: number, z1: number) =>
    makeQuad(
      'lattice',
      [corner(x0, z0), corner(x1, z0), corner(x1, z1), corner(x0, z1)],
      [(x0 + x1) / 2, 1, (z0 + z1) / 2],
    );
  const { centreZ, half } = PILLAR_BODY;
  const h = ROOM.halfWidth;
  return [
    piece(-h, h, ROOM.back, centreZ - half),
    piece(-h, -half, centreZ - half, centreZ + half),
    piece(half, h, centreZ - half, centreZ + half),
    piece(-h, h, centreZ + half, ROOM.eave),
  ];
}

/** Both slopes are seen from below with the ridge at the top of the painting. */
function makeSlope(surface: 'slope-inner' | 'slope-outer'): Sheet {
  const inner = surface === 'slope-inner';
  const side = inner ? 1 : -1;
  const h = ROOM.halfWidth;
  const low = inner ? ROOM.eave : ROOM.front;
  const corner = (u: number, v: number, y: number, z: number): Corner => [side * (u - h), y, z, u, v];
  return makeQuad(
    surface,
    [
      corner(0, 0, ROOM.ridge, ROOM.ridgeZ),
      corner(2 * h, 0, ROOM.ridge, ROOM.ridgeZ),
      corner(2 * h, SLOPE, ROOM.ceiling, low),
      corner(0, SLOPE, ROOM.ceiling, low),
    ],
    [0, 2, ROOM.ridgeZ],
  );
}

/** Where along x the middle of a rafter lies. */
export function rafterX(index: number): number {
  return -ROOM.halfWidth + ((index + 0.5) * 2 * ROOM.halfWidth) / RAFTERS.count;
}

/** Two sides and the lower face of one rafter. */
function makeRafter(slope: 0 | 1, index: number): Sheet[] {
  const x = rafterX(index);
  const low = slope === 0 ? ROOM.eave : ROOM.front;
  const towards = Math.sign(ROOM.ridgeZ - low);
  const rise = ROOM.ridge - ROOM.ceiling;
  const run = Math.abs(ROOM.ridgeZ - low);
  // Unit normal of the slope, down and into the room.
  const ny = -run / SLOPE;
  const nz = (towards * rise) / SLOPE;
  const left = (slope * RAFTERS.count + index) * RAFTER_STRIP;
  const { half, depth } = RAFTERS;
  const line = (dx: number, d: number, u: number): readonly [Corner, Corner] => [
    [x + dx, ROOM.ridge + ny * d, ROOM.ridgeZ + nz * d, left + u, 0],
    [x + dx, ROOM.ceiling + ny * d, low + nz * d, left + u, SLOPE],
  ];
  const lines = [
    line(-half, 0, 0),
    line(-half, depth, depth),
    line(half, depth, depth + 2 * half),
    line(half, 0, RAFTER_STRIP),
  ];
  const middleZ = (ROOM.ridgeZ + low) / 2;
  const facings: Vec3[] = [
    [x - 1, gableHeight(middleZ), middleZ],
    [x, 1, ROOM.ridgeZ],
    [x + 1, gableHeight(middleZ), middleZ],
  ];
  return facings.map((facing, k) => {
    const a = lines[k]!;
    const b = lines[k + 1]!;
    return makeQuad('rafters', [a[0], b[0], b[1], a[1]], facing);
  });
}

/** A beam from wall to wall: its faces are strips between lines along x. */
function makeBeam(
  strip: number,
  lines: readonly (readonly [y: number, z: number])[],
  facings: readonly Vec3[],
): Sheet[] {
  const h = ROOM.halfWidth;
  let v = strip * PURLIN_STRIP;
  return facings.map((facing, k) => {
    const [y0, z0] = lines[k]!;
    const [y1, z1] = lines[k + 1]!;
    const from = v;
    v += Math.hypot(y1 - y0, z1 - z0);
    return makeQuad(
      'purlins',
      [
        [-h, y0, z0, 0, from],
        [h, y0, z0, 2 * h, from],
        [h, y1, z1, 2 * h, v],
        [-h, y1, z1, 0, v],
      ],
      facing,
    );
  });
}

function makePurlins(): Sheet[] {
  const { half, eaveLow, ridgeLow } = PURLINS;
  const { ridgeZ, eave, front, ceiling } = ROOM;
  return [
    ...makeBeam(
      0,
      [
        [gableHeight(front - half), front - half],
        [eaveLow, front - half],
        [eaveLow, front],
      ],
      [
        [0, 4, 3],
        [0, 0, front - half / 2],
      ],
    ),
    ...makeBeam(
      1,
      [
        [gableHeight(ridgeZ - half), ridgeZ - half],
        [ridgeLow, ridgeZ - half],
        [ridgeLow, ridgeZ + half],
        [gableHeight(ridgeZ + half), ridgeZ + half],
      ],
      [
        [0, 5, 1],
        [0, 0, ridgeZ],
        [0, 5, 6],
      ],
    ),
    ...makeBeam(
      2,
      [
        [ceiling, eave - half],
        [eaveLow, eave - half],
        [eaveLow, eave + half],
        [gableHeight(eave + half), eave + half],
      ],
      [
        [0, 4, -2],
        [0, 0, eave],
        [0, 4, 4],
      ],
    ),
  ];
}

export function makeCeiling(): Sheet[] {
  const indices = Array.from({ length: RAFTERS.count }, (_, index) => index);
  return [
    ...makeFlat(),
    makeSlope('slope-inner'),
    makeSlope('slope-outer'),
    ...indices.flatMap((index) => [...makeRafter(0, index), ...makeRafter(1, index)]),
    ...makePurlins(),
  ];
}
