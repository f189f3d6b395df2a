/** Measures of the chamber, metres, in the place's own frame (`cave/cave.ts`). */
export const ROOM = {
  /** Half the length, north and south. */
  halfLength: 4.5,
  /** Half the depth, east and west. */
  halfDepth: 2.4,
  /** Where the vault springs, and its crown. */
  spring: 3.3,
  crown: 4.2,
} as const;

export const PLATFORM = {
  height: 1,
  /** Front edge of the top; the figure lies between it and the wall. */
  edge: -0.86,
  /** The waist between the mouldings. */
  waist: -0.95,
} as const;

/** The door in the front wall and the passage to the cliff. */
export const DOORWAY = { width: 1.2, height: 2.1, outer: 3.8 } as const;

/** Where the figure lies: the middle of its frame, on the platform's top. */
export const FIGURE_AT = [0, PLATFORM.height, -1.73] as const;

/**
 * The vault's section from the west springing (t = 0) over the crown (0.5) to the east springing (1), cut in three: two
 * haunches that carry the thousand Buddhas, and the flat middle that carries the canopy.
 */
export const HAUNCH_ANGLE = 0.95;

/** Height of the vault over z. */
export function vaultHeight(z: number): number {
  const u = Math.min(1, Math.abs(z) / ROOM.halfDepth);
  return ROOM.spring + (ROOM.crown - ROOM.spring) * Math.sqrt(Math.max(0, 1 - u * u));
}

const ARC_STEPS = 2048;
const arc = new Float64Array(ARC_STEPS + 1);
for (let i = 1; i <= ARC_STEPS; i++) {
  const a = ((i - 0.5) / ARC_STEPS) * Math.PI;
  arc[i] =
    arc[i - 1]! +
    (Math.PI / ARC_STEPS) * Math.hypot(ROOM.halfDepth * Math.sin(a), (ROOM.crown - ROOM.spring) * Math.cos(a));
}

/** Metres along the section from the west springing to `angle`, 0…π. */
export function vaultArc(angle: number): number {
  const place = Math.max(0, Math.min(ARC_STEPS - 1e-9, (angle / Math.PI) * ARC_STEPS));
  const i = Math.floor(place);
  return arc[i]! + (arc[i + 1]! - arc[i]!) * (place - i);
}

/** Heights of the paintings on the vault. */
export const HAUNCH_HEIGHT = vaultArc(HAUNCH_ANGLE);
export const CANOPY_WIDTH = vaultArc(Math.PI - HAUNCH_ANGLE) - HAUNCH_HEIGHT;

/** The platform's front from its top edge down: breaks of the profile as [z, y], and metres along it. */
export const FRONT_PROFILE = [
  [PLATFORM.edge, 1],
  [PLATFORM.edge, 0.925],
  [PLATFORM.waist, 0.855],
  [PLATFORM.waist, 0.2],
  [-0.87, 0.13],
  [-0.82, 0.11],
  [-0.82, 0],
] as const;

/** Metres along `FRONT_PROFILE` at each of its breaks. */
export const FRONT_LENGTHS: readonly number[] = FRONT_PROFILE.map((_, i) => {
  let length = 0;
  for (let k = 1; k <= i; k++) {
    const [z0, y0] = FRONT_PROFILE[k - 1]!;
    const [z1, y1] = FRONT_PROFILE[k]!;
    length += Math.hypot(z1 - z0, y1 - y0);
  }
  return length;
});
