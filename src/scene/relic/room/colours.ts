/** Of the relic room; sRGB. What is drawn over the relic shares its colours with the marks of a place. */

/** Unfired clay, as a sculptor's model. */
export const CLAY = '#a59480';
export const WIRE_BODY = '#221d19';
/** Faint blue-green as on a film held against the light; what overlaps adds up. */
export const X_RAY = '#bcd8d0';
/** Cinnabar: the filled cut. Where the mesh does not close, it is hatched with the darker one. */
export const CUT = '#8f3f2c';
export const CUT_HATCH = '#5a2a20';
export const LAMP_LIGHT = '#ffe3c4';
export const STONE = '#463f38';
export const FLOOR = '#2a2622';
