/**
 * Measures of the square hall with its truncated-pyramid ceiling, metres, in the hall's own frame (see `cave/cave.ts`).
 * Room and paintings both read them, so that they fit.
 *
 * Paintings of walls have x from the left as seen from inside and y down from the top of the wall; west is the inner wall
 * (−Z), north is +X. Slopes: x as their wall's, y down the slope from the caisson's edge. Floor: x as the room's x from
 * −width/2, y as z from −depth/2, on through the passage.
 */
export const HALL = {
  width: 5.2,
  depth: 5.2,
  /** From the floor to the foot of the ceiling. */
  wallHeight: 3.1,
  /** Foot of the caisson's upright edge. */
  top: 4.6,
  /** Side of the caisson and the height of its upright edge. */
  caisson: 1.8,
  lip: 0.14,
  /** Half width at its floor, height of its floor above the hall's, height inside, depth. */
  niche: { halfWidth: 1.5, floor: 0.77, height: 1.8, depth: 1.38 },
  door: { width: 1.15, height: 2.05, length: 1.6 },
} as const;

/** Length of a ceiling slope from the wall to the caisson's edge. */
export const SLANT = Math.hypot((HALL.width - HALL.caisson) / 2, HALL.top - HALL.wallHeight);

/** Size of the niche's painting (see `nicheShape.ts` for who lies where on it) and of its floor's. */
export const NICHE_PAINTING = { width: 5, height: 2.9 } as const;
export const NICHE_FLOOR_PAINTING = { width: 4, height: 2.2 } as const;

/** The hall's floor, then from y = `depth` the passage's, in the middle of the width. */
export const FLOOR_PAINTING = { width: 5.2, height: 7 } as const;

/**
 * Both sides and the ceiling of the passage on one painting. Each side: x from its left as seen from inside the passage,
 * y down from the ceiling. Ceiling: x as the room's x from the passage's −X side, y outwards from the hall.
 */
export const PASSAGE_PAINTING = { width: 4.5, height: 2.05, northX: 0, southX: 1.65, ceilingX: 3.3 } as const;
