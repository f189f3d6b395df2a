/**
 * The cliff face: how far it stands out at each place, metres towards the east (+z), over x (north) and y (up). Beds of
 * gravel stone in ledges, runnels of old rain, overhangs; even around doors and niches, so that frames fit.
 */
import { createNoise3, smoothStep } from '#demo/noise/noise.ts';
import { SITE } from '#demo/site/site.ts';
import { CLIFF } from '#demo/site/terracePlan.ts';

/** A rectangle cut out of the face. */
export interface Opening {
  readonly id: string;
  readonly kind: 'door' | 'niche';
  readonly left: number;
  readonly right: number;
  readonly bottom: number;
  readonly top: number;
}

function door(id: 'hall' | 'pillar' | 'chamber'): Opening {
  const { origin, door: opening } = SITE[id];
  const x = -origin[2] + opening.sill[0];
  const bottom = origin[1] + opening.sill[1];
  const half = opening.width / 2;
  return { id, kind: 'door', left: x - half, right: x + half, bottom, top: bottom + opening.height };
}

function niche(id: string, x: number, bottom: number, width: number, height: number): Opening {
  return { id, kind: 'niche', left: x - width / 2, right: x + width / 2, bottom, top: bottom + height };
}

export const DOORS: readonly Opening[] = [door('hall'), door('pillar'), door('chamber')];

/** Small niches; most have lost their figures. */
export const NICHES: readonly Opening[] = [
  niche('niche-1', -2.35, 0.95, 0.9, 1.3),
  niche('niche-2', 5.35, 1.1, 1.05, 1.5),
  niche('niche-3', 7.35, 3.7, 0.8, 1.1),
  niche('niche-4', -4.55, 3.85, 0.95, 1.3),
  niche('niche-5', -7.9, 6.3, 1.0, 1.3),
  niche('niche-6', 3.35, 6.55, 1.1, 1.45),
  niche('niche-7', 9.2, 6.1, 0.9, 1.15),
  niche('niche-8', -1.9, 7.15, 0.9, 1.2),
  niche('niche-9', 6.2, 9.0, 0.9, 1.2),
  niche('niche-10', -5.2, 9.4, 1.0, 1.25),
];

export const OPENINGS: readonly Opening[] = [...DOORS, ...NICHES];

const noise = createNoise3(907);

function waves(x: number, y: number, z: number): number {
  return noise(x, y, z) * 0.66 + noise(x * 2.1, y * 2.1, z + 7) * 0.34 - 0.5;
}

/** Where a bed of stone begins and ends shifts slowly along the cliff. */
export function bedding(x: number, y: number): number {
  return y + 0.5 * waves(x * 0.09, y * 0.05, 3) + 0.06 * x * smoothStep(0, 1, noise(x * 0.03, 0, 9) - 0.3);
}

/** The face without openings. */
function rawDepth(x: number, y: number): number {
  const bed = bedding(x, y);
  const large = 1.5 * waves(x * 0.11, y * 0.1, 1);
  const ledges =
    0.17 * Math.sin((bed * 2 * Math.PI) / 2.35) * (0.25 + noise(x * 0.13, bed * 0.2, 6)) +
    0.075 * Math.sin((bed * 2 * Math.PI) / 1.13 + 1.3) * (0.4 + noise(x * 0.2, y * 0.2, 5));
  const height = smoothStep(1.5, 7, y);
  const groove = 1 - Math.abs(2 * noise(x * 0.3 + 0.1 * Math.sin(y * 0.4), y * 0.04, 11) - 1);
  const runnels = -0.4 * height * smoothStep(0.2, 1, groove);
  const lip = 0.75 * smoothStep(5.2, 6.1, bed) * smoothStep(9.5, 6.4, bed) * (0.35 + 0.9 * noise(x * 0.16, 2, 17));
  const lean = -0.115 * Math.max(0, y - 4.5) - 0.006 * Math.max(0, y - 8) ** 2;
  const foot = 0.34 * smoothStep(1.1, -0.2, y) * (0.35 + noise(x * 0.5, 0, 23));
  const bumps = 0.15 * waves(x * 0.62, y * 0.8, 29);
  const north = Math.max(0, x - 24.5);
  const south = Math.max(0, -22.5 - x);
  return large + ledges + runnels + lip + lean + foot + bumps - 0.34 * north * north - 0.34 * south * south;
}

/** 1 inside an opening's surroundings, 0 well away from it. */
function nearness(opening: Opening, x: number, y: number, margin: number, reach: number): number {
  const dx = Math.max(opening.left - x, x - opening.right, 0);
  const dy = Math.max(opening.bottom - y, y - opening.top, 0);
  return smoothStep(margin + reach, margin, Math.sqrt(dx * dx + dy * dy));
}

const LEVELS: ReadonlyMap<string, number> = new Map(
  NICHES.map((place) => [place.id, rawDepth((place.left + place.right) / 2, (place.bottom + place.top) / 2)]),
);

/** The level, metres, that the face keeps around an opening: 0 at doors. */
export function levelOf(opening: Opening): number {
  return LEVELS.get(opening.id) ?? 0;
}

/** Where plaster still holds before the hall the rock was dressed flat. */
const DRESSED = { left: -2.6, right: 2.7, bottom: 0, top: 5 } as const;

export function cliffDepth(x: number, y: number): number {
  let depth = rawDepth(x, y);
  const dx = Math.max(DRESSED.left - x, x - DRESSED.right, 0);
  const dy = Math.max(DRESSED.bottom - y, y - DRESSED.top, 0);
  depth += (-0.04 - depth) * 0.92 * smoothStep(1.1, 0.1, Math.sqrt(dx * dx + dy * dy));
  if (y < 2.9 && x < -5) depth += (Math.min(depth, 0) - depth) * smoothStep(-5, -6.2, x) * smoothStep(-14, -12.6, x);
  for (const opening of DOORS) {
    const near = nearness(opening, x, y, 0.35, 1.4);
    if (near > 0) depth += -depth * near;
  }
  for (const opening of NICHES) {
    const near = nearness(opening, x, y, 0.06, 0.7);
    if (near > 0) depth += (levelOf(opening) - depth) * near;
  }
  return depth;
}

/** Height of the cliff's edge. */
export function cliffTop(x: number): number {
  return CLIFF.height + 2.2 * waves(x * 0.12, 3, 41) + 0.7 * waves(x * 0.7, 5, 43) + 0.25 * waves(x * 2.3, 1, 47);
}
