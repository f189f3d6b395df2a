/** What labels outline on the walls, from the same measures as walls and paintings: points in each place's own frame, metres. */
import type { Vec3 } from '#demo/cave/cave.ts';
import { FRONT_PROFILE, PLATFORM, ROOM as CHAMBER } from '#demo/caves/chamber/room/dimensions.ts';
import { HALL } from '#demo/caves/hall/dimensions.ts';
import { REGISTERS as HALL_REGISTERS } from '#demo/caves/hall/murals/layout.ts';
import { placed as placedInHall } from '#demo/caves/hall/room/handCut.ts';
import { archHalfWidth } from '#demo/caves/hall/room/walls.ts';
import { REGISTERS as PILLAR_REGISTERS } from '#demo/caves/pillar/murals/walls/registers.ts';
import { PILLAR_BODY, ROOM as PILLAR } from '#demo/caves/pillar/room/dimensions.ts';
import { placed as placedInPillar } from '#demo/caves/pillar/room/handCut.ts';
import { SITE } from '#demo/site/site.ts';

type Placed = (x: number, y: number, z: number) => Vec3;

/** Walls lean and wander, so that their edges are no straight lines. */
const PARTS = 6;

function outline(corners: readonly Vec3[], placed: Placed): Vec3[] {
  return corners.flatMap((from, index) => {
    const to = corners[(index + 1) % corners.length]!;
    return Array.from({ length: PARTS }, (_, part) => {
      const t = part / PARTS;
      return placed(from[0] + (to[0] - from[0]) * t, from[1] + (to[1] - from[1]) * t, from[2] + (to[2] - from[2]) * t);
    });
  });
}

/** A rectangle on a wall that runs along z. */
function besides(x: number, [from, to]: readonly [number, number], top: number, bottom: number): readonly Vec3[] {
  return [
    [x, top, from],
    [x, top, to],
    [x, bottom, to],
    [x, bottom, from],
  ];
}

const [hallFoot, hallHead] = [HALL.width / 2, HALL.caisson / 2];

/** A register of the hall's north wall. */
function inHall({ top, height }: { readonly top: number; readonly height: number }): Vec3[] {
  const ends = [-HALL.depth / 2, HALL.depth / 2] as const;
  return outline(besides(hallFoot, ends, HALL.wallHeight - top, HALL.wallHeight - top - height), placedInHall);
}

/** The mouth of the niche, from its floor over its arch. */
function nicheMouth(): Vec3[] {
  const { floor, height } = HALL.niche;
  const steps = 14;
  // Close together where the arch bends most.
  const heights = Array.from({ length: steps + 1 }, (_, i) => height * Math.sin((i / steps) * (Math.PI / 2)));
  const side = (sign: number) =>
    heights.map((above) => placedInHall(sign * archHalfWidth(above), floor + above, -HALL.depth / 2));
  return [...side(-1), ...side(1).reverse().slice(1)];
}

const caisson: readonly Vec3[] = [
  [-hallHead, HALL.top, -hallHead],
  [hallHead, HALL.top, -hallHead],
  [hallHead, HALL.top, hallHead],
  [-hallHead, HALL.top, hallHead],
];

/** The slope above the niche, from the wall to the caisson. */
const westSlope: readonly Vec3[] = [
  [-hallFoot, HALL.wallHeight, -hallFoot],
  [-hallHead, HALL.top, -hallHead],
  [hallHead, HALL.top, -hallHead],
  [hallFoot, HALL.wallHeight, -hallFoot],
];

/** The band and frame of the preaching scene in the middle of the side walls, see `caves/hall/murals/sideWall.ts`. */
const SCENE_HALF_WIDTH = 0.875;

function preachingScene(side: 1 | -1): Vec3[] {
  const { top, height } = HALL_REGISTERS.field;
  const y = HALL.wallHeight - top;
  return outline(besides(side * hallFoot, [-SCENE_HALF_WIDTH, SCENE_HALF_WIDTH], y, y - height), placedInHall);
}

/** Where a sight line from the eye past the pillar's north-eastern edge meets the north wall. */
function behindPillar(): number {
  const [x, , z] = SITE.pillar.eye;
  const [edgeX, edgeZ] = [PILLAR_BODY.half, PILLAR_BODY.centreZ + PILLAR_BODY.half];
  return z + ((edgeZ - z) * (PILLAR.halfWidth - x)) / (edgeX - x);
}

function inPillarCave(
  side: 1 | -1,
  from: number,
  { top, height }: { readonly top: number; readonly height: number },
): Vec3[] {
  const y = PILLAR.ceiling - top;
  return outline(besides(side * PILLAR.halfWidth, [from, PILLAR.front], y, y - height), placedInPillar);
}

/** The two faces of the pillar that are seen from the eye, in front and to the south, above its steps. */
function pillarFaces(): Vec3[] {
  const { half, centreZ, foot } = PILLAR_BODY;
  const [front, back] = [centreZ + half, centreZ - half];
  const corners: readonly Vec3[] = [
    [half, foot, front],
    [-half, foot, front],
    [-half, foot, back],
    [-half, PILLAR.ceiling, back],
    [-half, PILLAR.ceiling, front],
    [half, PILLAR.ceiling, front],
  ];
  return outline(corners, placedInPillar);
}

/** The waist between the mouldings. */
function platformFront(): Vec3[] {
  const [, , high, low] = FRONT_PROFILE;
  const corners: readonly Vec3[] = [
    [-CHAMBER.halfLength, high[1], PLATFORM.waist],
    [CHAMBER.halfLength, high[1], PLATFORM.waist],
    [CHAMBER.halfLength, low[1], PLATFORM.waist],
    [-CHAMBER.halfLength, low[1], PLATFORM.waist],
  ];
  return outline(corners, (x, y, z) => [x, y, z]);
}

export const AREAS = {
  niche: nicheMouth(),
  caisson: outline(caisson, placedInHall),
  westSlope: outline(westSlope, placedInHall),
  apsaras: inHall(HALL_REGISTERS.sky),
  donors: inHall(HALL_REGISTERS.donors),
  northScene: preachingScene(1),
  southScene: preachingScene(-1),
  pillar: pillarFaces(),
  jataka: inPillarCave(-1, PILLAR.back, PILLAR_REGISTERS.story),
  musicians: inPillarCave(1, behindPillar(), PILLAR_REGISTERS.balcony),
  platform: platformFront(),
} satisfies Record<string, readonly Vec3[]>;
