/**
 * Between stored values and light. All filtering happens in linear light, held as 16-bit integers: the finest step of
 * an 8-bit sRGB picture, in the deepest shadow, is still twenty of them. Display P3 has the same transfer curve.
 */

/** Stored 8-bit value → linear light, 0 to 65,535. */
export const LINEAR_OF_8 = Uint16Array.from({ length: 256 }, (_, value) => toLinear16(value / 255));

/** Linear light, 0 to 65,535 → stored 8-bit value, rounded to the nearest. */
export const STORED_8_OF_LINEAR = Uint8Array.from({ length: 65_536 }, (_, light) =>
  Math.round(255 * encodeSrgb(light / 65_535)),
);

let linearOf16: Uint16Array | undefined;

/** Stored 16-bit value → linear light; the table is made when first asked for, since few pictures need it. */
export function getLinearOf16(): Uint16Array {
  linearOf16 ??= Uint16Array.from({ length: 65_536 }, (_, value) => toLinear16(value / 65_535));
  return linearOf16;
}

/** The sRGB curve from stored value to light, both 0 to 1. */
export function decodeSrgb(value: number): number {
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
}

/** The sRGB curve from light to stored value, both 0 to 1. */
export function encodeSrgb(light: number): number {
  return light <= 0.0031308 ? light * 12.92 : 1.055 * light ** (1 / 2.4) - 0.055;
}

function toLinear16(value: number): number {
  return Math.round(65_535 * decodeSrgb(value));
}
