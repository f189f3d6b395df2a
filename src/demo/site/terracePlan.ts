/**
 * Where things stand on the terrace, metres, in the terrace's own frame: x north, y up, z east of the cliff face. Read by
 * the geometry and by the plan.
 */
import { SITE } from '#demo/site/site.ts';

/** The cliff as far as it is built; it turns away at both ends. */
export const CLIFF = { south: -28, north: 30, height: 14.6 } as const;

/** The low wall at the eastern edge. */
export const PARAPET = { from: 12.6, to: 13.05, height: 0.78, south: -28, north: 30 } as const;

/** The walk along the cliff before the chamber's door: `deck` is the top of its planks. */
export const WALK = { south: -12.4, north: -6.6, from: 0.04, to: 1.42, deck: SITE.chamber.origin[1] } as const;

/** The stair up to the walk, from its foot in the north. */
export const STAIR = { foot: -3.45, top: WALK.north, from: 0.22, to: 1.3, steps: 11 } as const;

/** The bell's frame: its middle, and the mouth of the bell above the ground. */
export const BELL = { x: 3.25, z: 3.05, yaw: -0.35, mouth: 0.78 } as const;

export const STELE = { x: 2.05, z: 0.85 } as const;
export const BURNER = { x: -1.75, z: 2.1 } as const;

export interface TreePlace {
  readonly x: number;
  readonly z: number;
  readonly height: number;
  readonly yaw: number;
}

export const TREES: readonly TreePlace[] = [
  { x: 6.9, z: 10.9, height: 7.4, yaw: 0.4 },
  { x: 15.6, z: 3.1, height: 8.2, yaw: 2.3 },
  { x: -10.4, z: 10.6, height: 5.6, yaw: 4.1 },
];
