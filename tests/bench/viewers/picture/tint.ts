/**
 * Marks that survive a viewer: every level of the bench's pyramid carries its own tint. The picture's detail stays in
 * the luma, so tiles cost what photographs cost to send and to decode; the chroma is one constant per level, so a
 * pixel read back from any viewer's canvas says which level was drawn there.
 */

export interface Tint {
  /** One character: `p` for the preview, `0`, `1`, `2`, … for the levels, coarse to fine. */
  readonly mark: string;
  /** Chroma offsets from grey, JPEG's YCbCr. */
  readonly cb: number;
  readonly cr: number;
}

/** Far enough apart that JPEG noise, filtering and colour management cannot take one for another. */
export const PREVIEW_TINT: Tint = { mark: 'p', cb: -40, cr: 0 };
export const LEVEL_TINTS: readonly Tint[] = [
  { mark: '0', cb: 0, cr: 40 },
  { mark: '1', cb: 0, cr: -40 },
  { mark: '2', cb: 40, cr: 0 },
];

/** Luma range that keeps every tint inside the RGB cube. */
const DARKEST = 80;
const BRIGHTEST = 176;

/** Replaces the chroma of an RGB picture (3 bytes a pixel), squeezing its luma so that nothing clips. */
export function tintPixels(rgb: Uint8Array, tint: Tint): Uint8Array {
  const tinted = new Uint8Array(rgb.length);
  const red = 1.402 * tint.cr;
  const green = -0.344 * tint.cb - 0.714 * tint.cr;
  const blue = 1.772 * tint.cb;
  const scale = (BRIGHTEST - DARKEST) / 255;
  for (let i = 0; i + 2 < rgb.length; i += 3) {
    const luma = 0.299 * rgb[i]! + 0.587 * rgb[i + 1]! + 0.114 * rgb[i + 2]!;
    const y = DARKEST + luma * scale;
    tinted[i] = Math.round(y + red);
    tinted[i + 1] = Math.round(y + green);
    tinted[i + 2] = Math.round(y + blue);
  }
  return tinted;
}
