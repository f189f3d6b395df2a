/** Where each relic is spoken of, and where it stands in the place itself. */
import type { Vec3 } from '#demo/cave/cave.ts';
import { HEADING_DEGREES, SITE, toSite } from '#demo/site/site.ts';
import type { Ground } from './ground.ts';
import type { PlaceText, Spot, Stands } from './place.ts';

interface Station {
  readonly place: PlaceText['id'];
  /** Where its mark is, for what does not stand there by itself. */
  readonly spot?: Spot;
  readonly stand?: Stand;
}

/** In the place's own frame, metres. */
interface Stand {
  readonly x: number;
  readonly z: number;
  /** Of what it stands on, where the place's geometry cannot be asked. */
  readonly level: number;
  /** Half the width of what must be level below it. */
  readonly footing: number;
  /** Degrees from facing the visitor, counter-clockwise seen from above. */
  readonly turn?: number;
}

/**
 * Those on the terrace are seen in its pictures already. The others stand on the hall's floor and altar, on the plinth of
 * the pillar, on the platform of the lying figure: where there is room, and nothing painted is hidden that matters.
 */
export const STATIONS: Readonly<Record<string, Station>> = {
  'bronze-bell': { place: 'terrace', spot: { point: [3.25, 1.1, 3.05] } },
  'ritual-tripod': { place: 'terrace', spot: { point: [-1.75, 1.25, 2.1] } },
  scroll: { place: 'terrace', spot: { yaw: 165, pitch: -6 } },
  'jade-disc': { place: 'hall', stand: { x: -0.28, z: -2.7, level: 0.758, footing: 0.06 } },
  'clay-bodhisattva': { place: 'hall', stand: { x: -1.3, z: -1.9, level: 0, footing: 0.1, turn: -8 } },
  'mural-fragment': { place: 'hall', stand: { x: 1.3, z: -1.9, level: 0, footing: 0.12, turn: 8 } },
  'gilt-casket': { place: 'pillar', stand: { x: -0.9, z: 0.11, level: 0.365, footing: 0.09, turn: 20 } },
  'manuscript-scroll': { place: 'pillar', stand: { x: 0.2, z: 0.9, level: 0, footing: 0.16 } },
  'celadon-vase': { place: 'chamber', stand: { x: 0.85, z: -1.06, level: 1, footing: 0.12 } },
  'glazed-horse': { place: 'chamber', stand: { x: 1.08, z: 0.28, level: 0, footing: 0.2, turn: 52 } },
};

export interface Placed {
  readonly spot: Spot;
  readonly stands?: Stands;
}

/** The mark at the middle of the relic, and the relic on the ground below it with its front to the visitor. */
export function placeRelic({ place, spot, stand }: Station, height: number, ground: Ground): Placed {
  if (!stand) {
    if (!spot) throw new Error(`placeRelic: a station in ${place} has neither spot nor stand`);
    return { spot };
  }
  const { x, z, level, footing, turn = 0 } = stand;
  const y = ground(place, { x, z, level, footing });
  const { eye } = SITE[place];
  const facing = (Math.atan2(eye[0] - x, eye[2] - z) * 180) / Math.PI + turn;
  const at: Vec3 = [x, y, z];
  const [siteX, siteY, siteZ] = toSite(SITE[place], at).map((metres) => Math.round(metres * 1000) / 1000 + 0);
  return {
    spot: { point: [x, y + height / 2, z] },
    stands: {
      position: [siteX!, siteY!, siteZ!],
      turn: Math.round((((HEADING_DEGREES - facing) % 360) + 360) % 360),
    },
  };
}
