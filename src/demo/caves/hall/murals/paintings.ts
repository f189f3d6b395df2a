import type { Painting } from '#demo/cave/cave.ts';
import {
  FLOOR_PAINTING,
  HALL,
  NICHE_FLOOR_PAINTING,
  NICHE_PAINTING,
  PASSAGE_PAINTING,
  SLANT,
} from '#demo/caves/hall/dimensions.ts';
import { drawCaisson } from '#demo/caves/hall/murals/caisson.ts';
import { drawLip, drawSlope } from '#demo/caves/hall/murals/ceiling.ts';
import { drawDoorWall } from '#demo/caves/hall/murals/doorWall.ts';
import { drawFloor } from '#demo/caves/hall/murals/floor.ts';
import { drawInnerWall } from '#demo/caves/hall/murals/innerWall.ts';
import { drawNiche, drawNicheFloor } from '#demo/caves/hall/murals/niche.ts';
import { drawPassage } from '#demo/caves/hall/murals/passage.ts';
import { drawSideWall } from '#demo/caves/hall/murals/sideWall.ts';
import * as wear from '#demo/caves/hall/murals/wear.ts';

const WALL = { width: HALL.width, height: HALL.wallHeight, lightCell: 0.045 } as const;
const SLOPE = { width: HALL.width, height: SLANT, lightCell: 0.06, draw: drawSlope } as const;

/** All the paintings of the hall; ids as the room's sheets name them. */
export const paintings: readonly Painting[] = [
  { ...WALL, id: 'north', seed: 11, draw: (painter) => drawSideWall(painter, 'north'), wear: wear.wallWear(3) },
  { ...WALL, id: 'south', seed: 21, draw: (painter) => drawSideWall(painter, 'south'), wear: wear.wallWear(7.3) },
  { ...WALL, id: 'west', seed: 12, lightCell: 0.035, draw: drawInnerWall, wear: wear.innerWallWear(11.1) },
  { ...WALL, id: 'east', seed: 13, draw: drawDoorWall, wear: wear.doorWallWear(5.7) },
  { ...SLOPE, id: 'slopeWest', seed: 31, wear: wear.slopeWear(2.2, 0.85) },
  { ...SLOPE, id: 'slopeNorth', seed: 32, wear: wear.slopeWear(4.4, 0.84) },
  { ...SLOPE, id: 'slopeEast', seed: 33, wear: wear.slopeWear(6.6, 0.82, 0.2) },
  { ...SLOPE, id: 'slopeSouth', seed: 34, wear: wear.slopeWear(8.8, 0.85) },
  {
    id: 'caisson',
    width: HALL.caisson,
    height: HALL.caisson,
    lightCell: 0.06,
    fineness: 1.4,
    seed: 15,
    draw: drawCaisson,
    wear: wear.CAISSON_WEAR,
  },
  { id: 'niche', ...NICHE_PAINTING, lightCell: 0.02, seed: 16, draw: drawNiche, wear: wear.NICHE_WEAR },
  {
    id: 'floor',
    ...FLOOR_PAINTING,
    lightCell: 0.035,
    fineness: 0.75,
    seed: 5,
    draw: drawFloor,
    wear: wear.FLOOR_WEAR,
  },
  {
    id: 'nicheFloor',
    ...NICHE_FLOOR_PAINTING,
    lightCell: 0.02,
    seed: 9,
    draw: drawNicheFloor,
    wear: wear.NICHE_FLOOR_WEAR,
  },
  {
    id: 'passage',
    width: PASSAGE_PAINTING.width,
    height: PASSAGE_PAINTING.height,
    lightCell: 0.04,
    fineness: 0.75,
    seed: 6,
    draw: drawPassage,
    wear: wear.PASSAGE_WEAR,
  },
  { id: 'lip', width: HALL.caisson, height: HALL.lip, lightCell: 0.04, seed: 8, draw: drawLip, wear: wear.LIP_WEAR },
];
