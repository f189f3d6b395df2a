/**
 * The terrace before the cliff at dusk, where the visit begins. The cliff face is z = 0 and looks east; x grows north.
 * Openings lie where the caves' doors are (`site/site.ts`), everything else where `site/terracePlan.ts` says.
 */
import type { Cave } from '#demo/cave/cave.ts';
import type { Layer } from '#demo/cave/layer.ts';
import { END_WALL } from '#demo/caves/terrace/doors/endWall.ts';
import {
  flat,
  PASSAGE_PAINTING,
  passageSheets,
  ROOM_FINISH,
  ROOM_FLAMES,
  roomSheets,
} from '#demo/caves/terrace/doors/passages.ts';
import { GROUND_PAINTINGS, groundSheets } from '#demo/caves/terrace/ground/ground.ts';
import { PARAPET_PAINTING, parapetSheet } from '#demo/caves/terrace/ground/parapet.ts';
import { cliffPaintings } from '#demo/caves/terrace/rock/paintings.ts';
import { cliffSheets } from '#demo/caves/terrace/rock/lattice.ts';
import { NICHE_PAINTING, nicheSheets } from '#demo/caves/terrace/rock/niches.ts';
import { LANTERN_FLAMES, lanternTimbers, SOLIDS, STATUES } from '#demo/caves/terrace/things/things.ts';
import { bellFrameTimbers, doorTimbers } from '#demo/caves/terrace/timber/frames.ts';
import { timberPainting } from '#demo/caves/terrace/timber/grain.ts';
import { walkTimbers } from '#demo/caves/terrace/timber/plankWalk.ts';
import { stackTimbers, timberSheets } from '#demo/caves/terrace/timber/yard.ts';
import { createVista, skyLight } from '#demo/site/landscape.ts';
import { SITE } from '#demo/site/site.ts';

const yard = stackTimbers([...walkTimbers(), ...doorTimbers(), ...bellFrameTimbers(), ...lanternTimbers()]);

const vista = createVista();
/** The sky is shown darker than it lights: an eye that is used to the rock's shade sees dusk, a film sees pastel. */
const SKY_SHOWN = 0.52;

function eveningVista(x: number, y: number, z: number, layer: Layer, out: Float64Array): void {
  vista(x, y, z, layer, out);
  if (layer === 'line-drawing') return;
  for (let c = 0; c < 3; c++) out[c]! *= SKY_SHOWN;
}

export const TERRACE: Cave = {
  id: 'terrace',
  eye: SITE.terrace.eye,
  sheets: [
    ...cliffSheets(),
    ...nicheSheets(),
    ...passageSheets(),
    ...roomSheets(),
    ...groundSheets(),
    parapetSheet(),
    ...yard.stock.flatMap((place) => timberSheets(place, 'timber')),
    // Rock behind the face, so that no crack between sheets lets the sky through.
    flat('rock-core', [-30, -1, -9.5], [32, -1, -9.5], [-30, 13, -9.5], [0, 5, 10], 40, 10),
  ],
  paintings: [
    ...cliffPaintings(),
    NICHE_PAINTING,
    PASSAGE_PAINTING,
    END_WALL,
    ...GROUND_PAINTINGS,
    PARAPET_PAINTING,
    timberPainting(yard.stock, yard.height),
  ],
  finishes: [
    ROOM_FINISH,
    {
      id: 'rock-core',
      colour: { 'as-found': [60, 50, 42], restored: [60, 50, 42], 'line-drawing': [200, 188, 164] },
      shine: 0,
    },
  ],
  solids: SOLIDS,
  statues: STATUES,
  lighting: {
    daylight: [],
    skyLights: true,
    skyLight,
    flames: [...LANTERN_FLAMES, ...ROOM_FLAMES],
    flameRadiance: [980, 470, 160],
    documentation: [],
  },
  mixes: {
    'as-found': { daylight: 1, lamps: 1.45, documentation: 0, exposure: 2.15 },
    restored: { daylight: 1.05, lamps: 1.5, documentation: 0, exposure: 2.2 },
    'line-drawing': { daylight: 1.6, lamps: 0.25, documentation: 0, exposure: 1 },
  },
  sky: eveningVista,
};
