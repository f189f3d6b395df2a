/** The central-pillar cave, put together. */
import type { Cave } from '#demo/cave/cave.ts';
import { createOutlook } from '#demo/site/landscape.ts';
import { SITE } from '#demo/site/site.ts';
import { LIGHTING } from './light.ts';
import { PAINTINGS } from './paintings.ts';
import { makeCeiling } from './room/ceiling.ts';
import { makePillar } from './room/pillarBody.ts';
import { makeWalls } from './room/walls.ts';
import { SOLIDS, STATUES } from './statues/figures.ts';

export const PILLAR: Cave = {
  id: 'pillar',
  eye: SITE.pillar.eye,
  sheets: [...makeWalls(), ...makeCeiling(), ...makePillar()],
  paintings: PAINTINGS,
  finishes: [],
  solids: SOLIDS,
  statues: STATUES,
  lighting: LIGHTING,
  mixes: {
    'as-found': { daylight: 2.2, lamps: 0.9, documentation: 0.75, exposure: 2.2 },
    restored: { daylight: 1.6, lamps: 0.75, documentation: 1.15, exposure: 1.8 },
    'line-drawing': { daylight: 0.2, lamps: 0, documentation: 0.8, exposure: 1 },
    'lamp-light': { daylight: 0, lamps: 1.6, documentation: 0, exposure: 2.4 },
  },
  sky: createOutlook(SITE.pillar),
};
