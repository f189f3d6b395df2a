/**
 * The chamber of the reclining figure: a long room across the cliff with a platform along its inner wall, on which the
 * Buddha lies as he enters nirvana. It is night; lamps burn along the platform's edge, and one stands by the face.
 */
import type { Cave } from '#demo/cave/cave.ts';
import { ATTENDANT_SOLIDS, ATTENDANTS } from '#demo/caves/chamber/figure/attendants.ts';
import { layDown, RECLINING_SOLIDS } from '#demo/caves/chamber/figure/reclining.ts';
import { EAST_PAINTING } from '#demo/caves/chamber/murals/east.ts';
import { NORTH_PAINTING, SOUTH_PAINTING } from '#demo/caves/chamber/murals/ends.ts';
import { PASSAGE_PAINTINGS } from '#demo/caves/chamber/murals/passage.ts';
import { PLATFORM_PAINTING } from '#demo/caves/chamber/murals/platform.ts';
import { BED_PAINTING, FLOOR_PAINTING, THRESHOLD_PAINTING } from '#demo/caves/chamber/murals/textiles.ts';
import { CANOPY, VAULT_EAST, VAULT_WEST } from '#demo/caves/chamber/murals/vault.ts';
import { WEST_PAINTING } from '#demo/caves/chamber/murals/west.ts';
import { DOORWAY, FIGURE_AT, ROOM } from '#demo/caves/chamber/room/dimensions.ts';
import { FLAMES, LAMP_FINISHES, LAMP_SHEETS } from '#demo/caves/chamber/room/lamps.ts';
import { ROOM_SHEETS } from '#demo/caves/chamber/room/sheets.ts';
import { createOutlook } from '#demo/site/landscape.ts';
import { SITE } from '#demo/site/site.ts';

export const CHAMBER: Cave = {
  id: 'chamber',
  eye: SITE.chamber.eye,
  sheets: [...ROOM_SHEETS, ...LAMP_SHEETS],
  paintings: [
    WEST_PAINTING,
    EAST_PAINTING,
    NORTH_PAINTING,
    SOUTH_PAINTING,
    VAULT_WEST,
    VAULT_EAST,
    CANOPY,
    BED_PAINTING,
    PLATFORM_PAINTING,
    FLOOR_PAINTING,
    THRESHOLD_PAINTING,
    ...PASSAGE_PAINTINGS,
  ],
  finishes: LAMP_FINISHES,
  solids: [...RECLINING_SOLIDS, ...ATTENDANT_SOLIDS],
  statues: [...layDown(FIGURE_AT), ...ATTENDANTS],
  lighting: {
    // Dusk in the door, dim and blue.
    daylight: [
      {
        centre: [0, DOORWAY.height / 2, DOORWAY.outer],
        edgeU: [-DOORWAY.width / 2, 0, 0],
        edgeV: [0, DOORWAY.height / 2, 0],
        radiance: [0.32, 0.4, 0.62],
      },
    ],
    skyLights: false,
    flames: FLAMES,
    flameRadiance: [1150, 610, 215],
    documentation: [
      {
        centre: [0, 2.7, ROOM.halfDepth - 0.15],
        edgeU: [-2.6, 0, 0],
        edgeV: [0, 0.45, -0.12],
        radiance: [0.62, 0.6, 0.55],
      },
      { centre: [0, 3.75, 0.4], edgeU: [2.8, 0, 0], edgeV: [0, 0, 0.7], radiance: [0.4, 0.385, 0.35] },
    ],
  },
  mixes: {
    'as-found': { daylight: 0.9, lamps: 1, documentation: 0.75, exposure: 2.5 },
    restored: { daylight: 1, lamps: 1.05, documentation: 1, exposure: 2.2 },
    'line-drawing': { daylight: 0, lamps: 0, documentation: 2.6, exposure: 1 },
    'lamp-light': { daylight: 0.35, lamps: 1.15, documentation: 0, exposure: 2.7 },
  },
  sky: createOutlook(SITE.chamber),
};
