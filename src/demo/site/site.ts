/**
 * The invented site: a cliff that runs north and south, its face at x = 0, looking east; a terrace before it, caves
 * behind it. Site frame: right-handed, Y up, metres, north towards −Z, east towards +X, terrace floor at y = 0.
 * Everything that must agree (doors, links, plan, floors) is read from here.
 */
import type { Vec3 } from '#demo/cave/cave.ts';

export interface Door {
  /** Middle of the sill in the cave's own frame, on the cliff face. */
  readonly sill: Vec3;
  readonly width: number;
  readonly height: number;
}

export interface Place {
  readonly id: 'terrace' | 'hall' | 'pillar' | 'chamber';
  /** Where the origin of the place's own frame stands on the site. */
  readonly origin: Vec3;
  /** Where the visitor's eyes are, in the place's own frame. */
  readonly eye: Vec3;
  /** The way out, for caves: the terrace for all of them. */
  readonly door?: Door;
}

/**
 * All frames look west: −Z of the place points into the cliff, so +X of the place is north. That is why every node has
 * heading 270°.
 */
export const HEADING_DEGREES = 270;

export const SITE = {
  terrace: { id: 'terrace', origin: [0, 0, 0], eye: [0.35, 1.6, 7.2] },
  /** Square hall 5.2 × 5.2, passage 1.6 long. */
  hall: {
    id: 'hall',
    origin: [-4.2, 0, 0],
    eye: [0, 1.6, 0.3],
    door: { sill: [0, 0, 4.2], width: 1.15, height: 2.05 },
  },
  /** Central-pillar cave, 6.8 wide and 10.4 deep, passage 1.2 long; north of the hall. */
  pillar: {
    id: 'pillar',
    origin: [-6.4, 0, -11.4],
    eye: [-1.9, 1.6, 3.05],
    door: { sill: [0, 0, 6.4], width: 1.5, height: 2.3 },
  },
  /** Long chamber of the reclining figure, 9 wide and 4.8 deep, passage 1.4 long; south of the hall, up the plank walk. */
  chamber: {
    id: 'chamber',
    origin: [-3.8, 2.4, 10.6],
    eye: [-1.3, 1.6, 1.05],
    door: { sill: [0, 0, 3.8], width: 1.2, height: 2.1 },
  },
} as const satisfies Record<string, Place>;

/** From a place's own frame to the site's. */
export function toSite(place: Place, [x, y, z]: Vec3): Vec3 {
  return [place.origin[0] + z, place.origin[1] + y, place.origin[2] - x];
}

/** From the site's frame to a place's own. */
export function toPlace(place: Place, [x, y, z]: Vec3): Vec3 {
  return [place.origin[2] - z, y - place.origin[1], x - place.origin[0]];
}
