/** How far a compressed picture is from the one it was made of: the peak signal-to-noise ratio, decibels. */
import type { Picture } from './pixels.ts';

export interface Psnr {
  /** Over red, green and blue together. */
  readonly all: number;
  /** Of the worst of the three: for textures whose channels mean different things. */
  readonly worst: number;
}

/** What equal pictures are given, as infinity cannot be written down. */
const EQUAL = 99;

export function measurePsnr(a: Picture, b: Picture): Psnr {
  const sums = [0, 0, 0];
  for (let i = 0; i < a.pixels.length; i += 4) {
    for (let k = 0; k < 3; k++) sums[k]! += (a.pixels[i + k]! - b.pixels[i + k]!) ** 2;
  }
  const texels = a.pixels.length / 4;
  return {
    all: toDecibels((sums[0]! + sums[1]! + sums[2]!) / texels / 3),
    worst: Math.min(...sums.map((sum) => toDecibels(sum / texels))),
  };
}

function toDecibels(meanSquare: number): number {
  return meanSquare > 0 ? Math.min(EQUAL, 10 * Math.log10(255 ** 2 / meanSquare)) : EQUAL;
}
