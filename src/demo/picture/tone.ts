/** From radiance to stored sRGB bytes. */
import { encodeSrgb } from '#pipeline/tile/pixels/transfer.ts';

/** Radiance times exposure above this is white. */
export const WHITE_POINT = 12;
const STEPS = 8192;

/** A filmic curve: shadows a little deeper, highlights rolled off, 1 at the white point. Both 0 to 1 and more. */
export function developLight(light: number): number {
  const rolled = Math.min(1, (light * (1 + light / 14)) / (1 + light * 0.6));
  return rolled * (1 - 0.22 * (1 - rolled) ** 2);
}

/** Square root of light ÷ WHITE_POINT, in steps → byte. */
const FILM = tabulate(developLight);
/** The line drawing is paper: its light is what it is. */
const PAPER = tabulate((light) => Math.min(1, light));

function tabulate(curve: (light: number) => number): Uint8Array {
  return Uint8Array.from({ length: STEPS + 1 }, (_, i) =>
    Math.round(255 * encodeSrgb(Math.max(0, Math.min(1, curve((i / STEPS) ** 2 * WHITE_POINT))))),
  );
}

const SCALE = (STEPS * STEPS) / WHITE_POINT;

export function toneByte(light: number, isPaper: boolean): number {
  const index = light <= 0 ? 0 : light >= WHITE_POINT ? STEPS : (Math.sqrt(light * SCALE) + 0.5) | 0;
  return (isPaper ? PAPER : FILM)[index]!;
}
