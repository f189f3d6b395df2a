/** Where things stand on the terrace, metres: x north, z east of the cliff face. Read by the geometry and by the plan. */

/** The low wall at the eastern edge. */
export const PARAPET = { from: 12.6, to: 13.05, height: 0.78, south: -27, north: 29 } as const;
