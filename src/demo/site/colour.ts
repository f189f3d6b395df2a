/** From colours as one picks them to light as it is summed. */

/** Linear light of an sRGB byte (IEC 61966-2-1). */
export const LINEAR_OF_BYTE: Float32Array = Float32Array.from({ length: 256 }, (_, byte) => linearOfByte(byte));

function linearOfByte(byte: number): number {
  const value = byte / 255;
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
}

/** '#rrggbb' as linear [r, g, b]. */
export function linearOf(colour: string): [r: number, g: number, b: number] {
  const value = Number.parseInt(colour.slice(1), 16);
  return [linearOfByte((value >> 16) & 255), linearOfByte((value >> 8) & 255), linearOfByte(value & 255)];
}
