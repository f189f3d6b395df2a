/** Colours of the scroll, sRGB 0…255: mineral pigments on aged silk, as estimates and not as measurements. */
export type Colour = readonly [red: number, green: number, blue: number];

export const SILK: Colour = [201, 172, 124];
export const INK: Colour = [45, 38, 33];
export const PALE_INK: Colour = [104, 92, 76];
export const AZURITE: Colour = [30, 82, 134];
export const PALE_AZURITE: Colour = [92, 136, 158];
export const MALACHITE: Colour = [50, 114, 92];
export const PALE_MALACHITE: Colour = [132, 160, 116];
export const OCHRE: Colour = [176, 128, 74];
export const UMBER: Colour = [112, 76, 46];
export const WHITE: Colour = [232, 220, 194];
export const CINNABAR: Colour = [172, 56, 38];
export const SEAL_RED: Colour = [166, 44, 32];
export const LEAF: Colour = [66, 92, 58];
export const DARK_LEAF: Colour = [40, 62, 46];
export const RED_LEAF: Colour = [156, 88, 56];
export const BLOSSOM: Colour = [226, 190, 176];
export const ROOF: Colour = [84, 90, 92];
export const THATCH: Colour = [148, 116, 74];
export const PAPER: Colour = [221, 205, 170];

export function mixColours(a: Colour, b: Colour, t: number): Colour {
  return [a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t, a[2] + (b[2] - a[2]) * t];
}
