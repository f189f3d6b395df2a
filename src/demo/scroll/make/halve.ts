/** Halves pictures in linear light, so that fine dark lines on bright silk keep their weight in coarser levels. */
import type { Pixels } from '#demo/scroll/make/pixels.ts';

/** sRGB (IEC 61966-2-1) to linear light, scaled to 0…65535. */
const toLinear = new Float64Array(256);
for (let i = 0; i < 256; i++) {
  const c = i / 255;
  toLinear[i] = 65535 * (c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4));
}
const toSrgb = new Uint8Array(65536);
for (let i = 0; i < 65536; i++) {
  const c = i / 65535;
  toSrgb[i] = Math.round(255 * (c <= 0.0031308 ? c * 12.92 : 1.055 * Math.pow(c, 1 / 2.4) - 0.055));
}

/** Means of 2 × 2 pixels; where a side is odd its last pixels are used twice. */
export function halveLinear(pixels: Pixels): Pixels {
  const width = Math.ceil(pixels.width / 2);
  const height = Math.ceil(pixels.height / 2);
  const data = new Uint8Array(width * height * 3);
  const from = pixels.data;
  for (let y = 0; y < height; y++) {
    const upper = 2 * y * pixels.width;
    const lower = Math.min(pixels.height - 1, 2 * y + 1) * pixels.width;
    for (let x = 0; x < width; x++) {
      const left = 2 * x;
      const right = Math.min(pixels.width - 1, left + 1);
      for (let c = 0; c < 3; c++) {
        const sum =
          toLinear[from[(upper + left) * 3 + c]!]! +
          toLinear[from[(upper + right) * 3 + c]!]! +
          toLinear[from[(lower + left) * 3 + c]!]! +
          toLinear[from[(lower + right) * 3 + c]!]!;
        data[(y * width + x) * 3 + c] = toSrgb[Math.round(sum / 4)]!;
      }
    }
  }
  return { width, height, data };
}
