/**
 * The colours of the murals, each as it may have been and as it is found. All values are estimates for a picture, in sRGB;
 * none was measured. What they follow is the documented behaviour of the pigments of wall paintings along the Silk Road:
 *
 * - Red lead (minium) and flesh tinted with it turn to brown-black lead dioxide (plattnerite), in light and damp.
 * - Cinnabar greys and darkens a little in light.
 * - Organic tints (plum, gold-like yellows over a glaze) fade; gold leaf rubs off and shows its ochre ground.
 * - Malachite, azurite, lapis, red and yellow ochre, soot black and kaolin white hardly change; they gather dust.
 *
 * Sources disagree about lead white, which may blacken as well; here white is kaolin, which does not.
 */
export interface PigmentColour {
  readonly restored: string;
  readonly found: string;
}

export const PIGMENTS = {
  /** Kaolin and lime ground over the clay plaster. */
  ground: { restored: '#ece0c6', found: '#d9c8a6' },
  /** Red ochre, the field behind everything. */
  ochreRed: { restored: '#a8462f', found: '#8d4a36' },
  cinnabar: { restored: '#c4412a', found: '#a44a36' },
  redLead: { restored: '#dd6c35', found: '#54382d' },
  /** Lead white warmed with red lead. */
  flesh: { restored: '#efcda9', found: '#86634d' },
  /** Stronger red lead, for the soft shading of flesh. */
  fleshShade: { restored: '#d68b63', found: '#4c362d' },
  white: { restored: '#f4ecdd', found: '#dccfb6' },
  malachite: { restored: '#3d9377', found: '#55907a' },
  malachiteLight: { restored: '#93c6a6', found: '#9dbda4' },
  azurite: { restored: '#2d67a6', found: '#426f94' },
  azuriteLight: { restored: '#86aecb', found: '#93adb2' },
  lapis: { restored: '#33499a', found: '#454f7c' },
  ink: { restored: '#2a221e', found: '#382c26' },
  black: { restored: '#33291f', found: '#40332a' },
  brown: { restored: '#6d4330', found: '#5d4433' },
  ochre: { restored: '#d9a64a', found: '#bb955c' },
  gold: { restored: '#d3a748', found: '#b08c4e' },
  grey: { restored: '#a79e92', found: '#a0927f' },
  plum: { restored: '#84504f', found: '#6f4d46' },
} as const satisfies Record<string, PigmentColour>;

export type Pigment = keyof typeof PIGMENTS;

/** A painting's own colours; pigments that are left out keep their common value. */
export type PigmentChanges = Readonly<Partial<Record<Pigment, PigmentColour>>>;

/**
 * A darker, coarser palette as of the Northern dynasties: earth red and brown-black grounds, greyed malachite and azurite,
 * heavy white, flesh gone almost black with pale bridges of the nose. Give it to `Painter.usePigments`.
 */
export const NORTHERN_PIGMENTS = {
  ground: { restored: '#dccdb0', found: '#c4b08d' },
  ochreRed: { restored: '#94402c', found: '#743d2e' },
  cinnabar: { restored: '#b14230', found: '#8a4335' },
  redLead: { restored: '#cf6236', found: '#43302a' },
  flesh: { restored: '#e2b48e', found: '#6d5243' },
  fleshShade: { restored: '#bf6f4d', found: '#3a2b26' },
  white: { restored: '#efe6d6', found: '#d8cdb8' },
  malachite: { restored: '#3f8672', found: '#5a8676' },
  malachiteLight: { restored: '#8db9a0', found: '#93ac98' },
  azurite: { restored: '#2f5f97', found: '#466783' },
  azuriteLight: { restored: '#82a4bd', found: '#8aa0a4' },
  black: { restored: '#3a2d24', found: '#3b2f28' },
  brown: { restored: '#5c3a2c', found: '#4b382e' },
} as const satisfies PigmentChanges;

/** Paper and ink of the line drawing. */
export const DRAWING = { paper: '#f0e7d3', ink: '#2e241e' } as const;

/** '#rrggbb' as [r, g, b], 0…255. */
export function parseColour(colour: string): [r: number, g: number, b: number] {
  const value = Number.parseInt(colour.slice(1), 16);
  return [(value >> 16) & 255, (value >> 8) & 255, value & 255];
}
