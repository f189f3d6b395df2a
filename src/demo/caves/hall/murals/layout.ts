/** Where the registers of the hall's walls lie, metres down from the top of the wall; the same on all four. */
import { HALL } from '#demo/caves/hall/dimensions.ts';

export const REGISTERS = {
  petals: { top: 0, height: 0.075 },
  beads: { top: 0.075, height: 0.035 },
  sky: { top: 0.11, height: 0.4 },
  parapet: { top: 0.51, height: 0.13 },
  vine: { top: 0.64, height: 0.1 },
  field: { top: 0.74, height: 1.56 },
  lozenges: { top: 2.3, height: 0.06 },
  donors: { top: 2.36, height: 0.47 },
  lowerBeads: { top: 2.83, height: 0.03 },
  pennants: { top: 2.86, height: HALL.wallHeight - 2.86 },
} as const;

/** Lower edge of the main field. */
export const FIELD_BOTTOM = REGISTERS.field.top + REGISTERS.field.height;

/** One cell of the thousand Buddhas. */
export const CELL = { width: 0.165, height: 0.195 } as const;
