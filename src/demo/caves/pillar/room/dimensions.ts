/**
 * The measures of the cave, metres, before the hand of the cutters is added (`handCut.ts`). Half sizes are marked so.
 * Proportions after published plans of Northern Wei central-pillar caves, rounded to our own numbers.
 */
export const ROOM = {
  halfWidth: 3.4,
  /** Inner end and front wall. */
  back: -5.2,
  front: 5.2,
  /** The flat ceiling, and the eaves of the gabled part. */
  ceiling: 4.3,
  /** The gabled part lies between here and the front wall. */
  eave: 1.7,
  ridgeZ: 3.45,
  ridge: 5.6,
} as const;

export const PASSAGE = { halfWidth: 0.75, height: 2.3, cliff: 6.4 } as const;

/** The square pillar and the two steps of its base. */
export const PILLAR_BODY = {
  centreZ: -1.5,
  half: 1.2,
  foot: 0.82,
  steps: [
    { half: 1.72, low: 0, high: 0.36 },
    { half: 1.5, low: 0.36, high: 0.82 },
  ],
} as const;

/** Faces of the pillar, turned counter-clockwise from the front as seen from above. */
export const FACES = [
  { id: 'front', yaw: 0 },
  { id: 'north', yaw: Math.PI / 2 },
  { id: 'back', yaw: Math.PI },
  { id: 'south', yaw: -Math.PI / 2 },
] as const;
export type Face = (typeof FACES)[number];

/** A niche: upright sides up to `spring`, a half circle of radius `half` above. Heights are those of the room. */
export interface Niche {
  readonly id: string;
  readonly half: number;
  readonly sill: number;
  readonly spring: number;
  readonly depth: number;
}

export const FRONT_NICHE: Niche = { id: 'great', half: 0.77, sill: 0.88, spring: 2.42, depth: 0.72 };
export const LOWER_NICHE: Niche = { id: 'lower', half: 0.5, sill: 0.92, spring: 1.74, depth: 0.42 };
export const UPPER_NICHE: Niche = { id: 'upper', half: 0.42, sill: 2.6, spring: 3.12, depth: 0.36 };
/** Height at which the faces with two niches are parted. */
export const FACE_MIDDLE = 2.42;

export function nicheTop(niche: Niche): number {
  return niche.spring + niche.half;
}

/** Rafters of the gabled ceiling: `count` on each slope, half width and depth of their section. */
export const RAFTERS = { count: 13, half: 0.065, depth: 0.075 } as const;
/** Purlins: half width and the height of their lower faces. */
export const PURLINS = { half: 0.12, eaveLow: 4.15, ridgeLow: 5.4 } as const;

/** Height of the gabled ceiling above a place. */
export function gableHeight(z: number): number {
  const run = z < ROOM.ridgeZ ? ROOM.ridgeZ - ROOM.eave : ROOM.front - ROOM.ridgeZ;
  return ROOM.ridge - ((ROOM.ridge - ROOM.ceiling) * Math.abs(z - ROOM.ridgeZ)) / run;
}

/** Length of a slope from eave to ridge. */
export const SLOPE = Math.hypot(ROOM.ridge - ROOM.ceiling, ROOM.ridgeZ - ROOM.eave);
