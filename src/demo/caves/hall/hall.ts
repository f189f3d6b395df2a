/** The square hall: a truncated-pyramid ceiling, a niche with five figures, a thousand Buddhas on the walls. */
import type { Cave, Panel } from '#demo/cave/cave.ts';
import { HALL as SIZE } from '#demo/caves/hall/dimensions.ts';
import { paintings } from '#demo/caves/hall/murals/paintings.ts';
import { CEILING } from '#demo/caves/hall/room/ceiling.ts';
import { GROUND } from '#demo/caves/hall/room/ground.ts';
import { FLAMES, LAMP_FINISHES, LAMP_SHEETS } from '#demo/caves/hall/room/lamps.ts';
import { WALLS } from '#demo/caves/hall/room/walls.ts';
import { STATUE_SOLIDS, STATUES } from '#demo/caves/hall/statues.ts';
import { landscape } from '#demo/site/landscape.ts';
import { SITE } from '#demo/site/site.ts';

const { door } = SITE.hall;

/** Evening sky in the doorway; shines inwards. */
const DOORWAY: Panel = {
  centre: [0, door.height / 2, door.sill[2] - 0.02],
  edgeU: [-door.width / 2, 0, 0],
  edgeV: [0, door.height / 2, 0],
  radiance: [11, 13.4, 17.6],
};

/** Soft boxes about the middle of the room, one to each side, as a photographer would hang sheets of paper. */
function softBox(centre: Panel['centre'], edgeU: Panel['edgeU'], edgeV: Panel['edgeV'], strength: number): Panel {
  return { centre, edgeU, edgeV, radiance: [strength, strength * 0.97, strength * 0.92] };
}

const DOCUMENTATION: readonly Panel[] = [
  // Two towards the niche from left and right, the left one brighter, so that figures keep their form.
  softBox([-1.35, 2.0, 0.5], [0.42, 0, 0.28], [0, -0.6, 0], 1.15),
  softBox([1.35, 2.0, 0.5], [0.42, 0, -0.28], [0, -0.6, 0], 0.7),
  softBox([0, 1.9, 0.9], [0.6, 0, 0], [0, 0.5, 0], 0.85),
  softBox([0.5, 1.9, 0.2], [0, 0, -0.7], [0, 0.55, 0], 0.95),
  softBox([-0.5, 1.9, 0.2], [0, 0, 0.7], [0, 0.55, 0], 0.95),
  // Upwards to the ceiling and down to the floor.
  softBox([0, 1.1, 0.2], [0, 0, 0.7], [0.7, 0, 0], 2.6),
  softBox([0, 3.1, 0.2], [0.6, 0, 0], [0, 0, 0.6], 0.8),
];

/** What shows where walls leave a hair's breadth between them: the dark of the rock. */
const CREVICE = 0.012;

export const HALL: Cave = {
  id: 'hall',
  eye: SITE.hall.eye,
  sheets: [...WALLS, ...CEILING, ...GROUND, ...LAMP_SHEETS],
  paintings,
  finishes: LAMP_FINISHES,
  solids: STATUE_SOLIDS,
  statues: STATUES,
  lighting: {
    daylight: [DOORWAY],
    skyLights: false,
    flames: FLAMES,
    flameRadiance: [560, 290, 96],
    documentation: DOCUMENTATION,
  },
  mixes: {
    'as-found': { daylight: 0.45, lamps: 1.8, documentation: 1.75, exposure: 1.1 },
    restored: { daylight: 0.4, lamps: 1.3, documentation: 2.1, exposure: 1.1 },
    'line-drawing': { daylight: 0, lamps: 0, documentation: 1, exposure: 1 },
    'lamp-light': { daylight: 0.02, lamps: 2.8, documentation: 0, exposure: 1.1 },
  },
  sky(x, y, z, layer, out) {
    const ahead = SIZE.depth / 2 + SIZE.door.length - SITE.hall.eye[2];
    const isInDoorway = z > 0.3 && Math.abs((x / z) * ahead) < SIZE.door.width && (y / z) * ahead < SIZE.door.height;
    if (isInDoorway) landscape(x, y, z, layer, out);
    else out.fill(CREVICE);
  },
};
