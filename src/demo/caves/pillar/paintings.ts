/** Every painting of the cave, and what time has done to it. */
import type { Painting } from '#demo/cave/cave.ts';
import type { Painter } from '#demo/paint/painter.ts';
import { NORTHERN_PIGMENTS } from '#demo/paint/pigments.ts';
import type { WearOptions } from '#demo/paint/wear/options.ts';
import { drawPurlins, drawRafters, drawSlope } from './murals/ceiling/gable.ts';
import { drawLattice } from './murals/ceiling/lattice.ts';
import { drawClay, drawFloor } from './murals/ground/floor.ts';
import { DEER_KING } from './murals/jataka/deerKing.ts';
import { TIGRESS } from './murals/jataka/tigress.ts';
import { drawPillarFace } from './murals/pillar/pillarFaces.ts';
import { drawShell } from './murals/pillar/shells.ts';
import { drawLowerStep, drawUpperStep } from './murals/pillar/steps.ts';
import { drawBackWall, drawFrontWall } from './murals/walls/endWalls.ts';
import { drawPassageCeiling, drawPassageSide } from './murals/walls/passage.ts';
import { drawSideWall } from './murals/walls/sideWall.ts';
import { PURLIN_STRIP, RAFTER_STRIP } from './room/ceiling.ts';
import { FACES, PASSAGE, PILLAR_BODY, RAFTERS, ROOM, SLOPE } from './room/dimensions.ts';
import { shellSize } from './room/niches.ts';
import { nichesOf, shellId } from './room/pillarBody.ts';

interface Plan {
  readonly id: string;
  readonly width: number;
  readonly height: number;
  readonly cell?: number;
  readonly fineness?: number;
  readonly wear?: Partial<WearOptions>;
  draw(painter: Painter): void;
}

const DEPTH = ROOM.front - ROOM.back;
const WIDTH = 2 * ROOM.halfWidth;

/** Walls lose most near the floor and at their ends. */
function wallWear(width: number, height: number): Partial<WearOptions> {
  return {
    strength: 0.75,
    lossBias: (x, y) => {
      const low = Math.max(0, (y - height + 0.9) / 0.9);
      const ends = Math.max(0, 0.2 - x) + Math.max(0, x - width + 0.2);
      return low * low * 0.42 + ends * 0.7;
    },
    soot: (_, y) => Math.max(0, 0.4 - (y - (height - ROOM.ceiling)) * 0.22),
    dust: (_, y) => 0.05 + Math.max(0, y - height + 1) * 0.2,
    touch: (_, y) => Math.max(0, 1 - Math.abs(y - height + 1) / 0.5) * 0.35,
  };
}

const DARK: Partial<WearOptions> = { soot: () => 0.3, threshold: 0.84, dust: () => 0.04 };
const TRODDEN: Partial<WearOptions> = { dust: () => 0.3, threshold: 0.9, strength: 1.1, touch: () => 0.3 };

const PLANS: readonly Plan[] = [
  ...(['north', 'south'] as const).map((id): Plan => ({
    id,
    width: DEPTH,
    height: ROOM.ridge,
    cell: 0.05,
    wear: wallWear(DEPTH, ROOM.ridge),
    draw(painter) {
      drawSideWall(painter, id === 'north', id === 'north' ? TIGRESS : DEER_KING);
    },
  })),
  {
    id: 'back',
    width: WIDTH,
    height: ROOM.ceiling,
    fineness: 0.7,
    wear: wallWear(WIDTH, ROOM.ceiling),
    draw: drawBackWall,
  },
  {
    id: 'front',
    width: WIDTH,
    height: ROOM.ceiling,
    cell: 0.05,
    wear: wallWear(WIDTH, ROOM.ceiling),
    draw: drawFrontWall,
  },
  { id: 'lattice', width: WIDTH, height: ROOM.eave - ROOM.back, fineness: 0.75, wear: DARK, draw: drawLattice },
  ...(['slope-inner', 'slope-outer'] as const).map((id, k): Plan => ({
    id,
    width: WIDTH,
    height: SLOPE,
    cell: 0.04,
    wear: { ...DARK, soot: (_, y) => 0.32 - y * 0.08 },
    draw(painter) {
      drawSlope(painter, k * 3);
    },
  })),
  {
    id: 'rafters',
    width: 2 * RAFTERS.count * RAFTER_STRIP,
    height: SLOPE,
    cell: 0.05,
    fineness: 0.75,
    wear: { ...DARK, cracks: 4 },
    draw: drawRafters,
  },
  {
    id: 'purlins',
    width: WIDTH,
    height: 3 * PURLIN_STRIP,
    cell: 0.06,
    fineness: 0.75,
    wear: { ...DARK, cracks: 4 },
    draw: drawPurlins,
  },
  ...FACES.map((face): Plan => ({
    id: `pillar-${face.id}`,
    width: 2 * PILLAR_BODY.half,
    height: ROOM.ceiling - PILLAR_BODY.foot,
    cell: 0.03,
    fineness: face.id === 'back' ? 0.6 : 1,
    wear: { soot: (_, y) => Math.max(0.08, 0.35 - y * 0.1), threshold: 0.82 },
    draw(painter) {
      drawPillarFace(painter, face);
    },
  })),
  ...FACES.flatMap((face, k) =>
    nichesOf(face).map((niche, i): Plan => ({
      id: shellId(face, niche),
      ...shellSize(niche),
      cell: 0.03,
      fineness: face.id === 'back' ? 0.6 : 1,
      wear: { soot: (_, y) => Math.max(0.1, 0.4 - y * 0.25), threshold: 0.84 },
      draw(painter) {
        if (niche.id === 'great')
          drawShell(painter, { mandorla: 1.3, seat: 0.62, head: 1.56, ground: 'ochreRed', variant: 0 });
        else if (niche.id === 'lower')
          drawShell(painter, { mandorla: 0.78, seat: 0.14, head: 0.78, ground: 'ochreRed', variant: k });
        else drawShell(painter, { mandorla: 0.6, seat: 0.3, head: 0.72, ground: 'brown', variant: k + i });
      },
    })),
  ),
  {
    id: 'step-upper',
    width: 8 * PILLAR_BODY.steps[1].half,
    height: 0.46,
    cell: 0.04,
    wear: { threshold: 0.79, dust: () => 0.14, touch: () => 0.3 },
    draw: drawUpperStep,
  },
  {
    id: 'step-lower',
    width: 8 * PILLAR_BODY.steps[0].half,
    height: 0.36,
    cell: 0.04,
    wear: { threshold: 0.76, dust: () => 0.2, touch: () => 0.4 },
    draw: drawLowerStep,
  },
  {
    id: 'clay',
    width: 4,
    height: 4.3,
    cell: 0.03,
    fineness: 0.6,
    wear: { ...TRODDEN, threshold: 0.78 },
    draw: drawClay,
  },
  {
    id: 'floor',
    width: WIDTH,
    height: PASSAGE.cliff - ROOM.back,
    cell: 0.05,
    fineness: 0.6,
    wear: TRODDEN,
    draw: drawFloor,
  },
  ...(['north', 'south'] as const).map((id): Plan => ({
    id: `passage-${id}`,
    width: PASSAGE.cliff - ROOM.front,
    height: PASSAGE.height,
    cell: 0.04,
    fineness: 0.75,
    wear: { ...wallWear(PASSAGE.cliff - ROOM.front, PASSAGE.height), soot: () => 0.05, threshold: 0.76 },
    draw(painter) {
      drawPassageSide(painter, id === 'north');
    },
  })),
  {
    id: 'passage-ceiling',
    width: 2 * PASSAGE.halfWidth,
    height: PASSAGE.cliff - ROOM.front,
    cell: 0.04,
    fineness: 0.75,
    wear: { threshold: 0.8 },
    draw: drawPassageCeiling,
  },
];

export const PAINTINGS: readonly Painting[] = PLANS.map(
  ({ id, width, height, cell = 0.06, fineness = 1, wear, draw }, i) => ({
    id,
    width,
    height,
    lightCell: cell,
    fineness,
    seed: 4100 + i * 37,
    draw(painter) {
      painter.usePigments(NORTHERN_PIGMENTS);
      draw(painter);
    },
    wear: { seed: 51.3 + i * 7.7, threshold: 0.8, ...wear },
  }),
);
