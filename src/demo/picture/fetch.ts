/**
 * Reads a texture under a pixel's footprint: two neighbouring levels blended, and several taps along the longer axis
 * where a wall is seen at a grazing angle (after J. McCormack et al., "Feline", 1999), so that the shorter axis keeps
 * its sharpness.
 */
import { SLOPE_ZERO, TEXEL_BYTES, type Texture, type TextureLevel } from '#demo/picture/texture.ts';
import { decodeSrgb } from '#pipeline/tile/pixels/transfer.ts';

/** Stored byte → linear light 0…1. */
const LIGHT = Float32Array.from({ length: 256 }, (_, value) => decodeSrgb(value / 255));
/** Levels are taken this much finer than the footprint asks for; the picture stays crisp and does not yet alias. */
const SHARPER = 0.25;
const MOST_TAPS = 8;

export class TextureReader {
  /** Linear light of the last fetch: as found, restored, line drawing, 3 values each; then the slopes right and down. */
  readonly values = new Float64Array(11);
  #taps = 1;
  #stepU = 0;
  #stepV = 0;
  #level = 0;
  #blend = 0;

  /**
   * Sets the footprint for the fetches that follow: how u and v (metres) change from one sample to the next, to the
   * right and downwards.
   */
  setFootprint(texture: Texture, ux: number, vx: number, uy: number, vy: number): void {
    const finest = texture.levels[0]!;
    const perMetre = finest.width / texture.width;
    // Eigenvalues of the 2 × 2 matrix of the ellipse that the pixel's circle becomes.
    const uu = ux * ux + uy * uy;
    const vv = vx * vx + vy * vy;
    const uv = ux * vx + uy * vy;
    const mean = (uu + vv) / 2;
    const spread = Math.sqrt(((uu - vv) / 2) ** 2 + uv * uv);
    const major = Math.sqrt(mean + spread);
    const minor = Math.sqrt(Math.max(0, mean - spread));
    const longest = major * perMetre;
    const taps = longest < 1.5 ? 1 : Math.min(MOST_TAPS, Math.ceil(major / Math.max(minor, 1 / perMetre, 1e-9) - 0.25));
    const width = Math.max(minor, major / taps) * perMetre;
    const level = Math.max(0, Math.min(texture.levels.length - 1, Math.log2(Math.max(width, 1e-6)) - SHARPER));
    this.#level = Math.floor(level);
    this.#blend = level - this.#level;
    this.#taps = taps;
    let du = uu - vv + 2 * spread;
    let dv = 2 * uv;
    if (Math.abs(du) + Math.abs(dv) < 1e-30) {
      du = 0;
      dv = 1;
    }
    const scale = major / taps / Math.sqrt(du * du + dv * dv);
    this.#stepU = du * scale;
    this.#stepV = dv * scale;
  }

  /** u, v in metres from the top left of the painting; beyond its edges the edge goes on. */
  fetch(texture: Texture, u: number, v: number): void {
    const { values } = this;
    values.fill(0);
    const taps = this.#taps;
    const fine = texture.levels[this.#level]!;
    const coarse = this.#blend > 0.02 ? texture.levels[this.#level + 1] : undefined;
    const inverse = 1 / taps;
    const x = u / texture.width;
    const y = v / texture.height;
    for (let tap = 0; tap < taps; tap++) {
      const off = tap - (taps - 1) / 2;
      const tx = x + (off * this.#stepU) / texture.width;
      const ty = y + (off * this.#stepV) / texture.height;
      if (coarse) {
        addBilinear(fine, tx, ty, inverse * (1 - this.#blend), values);
        addBilinear(coarse, tx, ty, inverse * this.#blend, values);
      } else addBilinear(fine, tx, ty, inverse, values);
    }
  }
}

function addBilinear(level: TextureLevel, u: number, v: number, weight: number, values: Float64Array): void {
  const { width, height, texels } = level;
  let x = u * width - 0.5;
  let y = v * height - 0.5;
  x = x < 0 ? 0 : x > width - 1 ? width - 1 : x;
  y = y < 0 ? 0 : y > height - 1 ? height - 1 : y;
  const x0 = x | 0;
  const y0 = y | 0;
  const fx = x - x0;
  const fy = y - y0;
  const a = (y0 * width + x0) * TEXEL_BYTES;
  const b = x0 + 1 < width ? a + TEXEL_BYTES : a;
  const down = y0 + 1 < height ? width * TEXEL_BYTES : 0;
  const c = a + down;
  const d = b + down;
  const wa = (1 - fx) * (1 - fy) * weight;
  const wb = fx * (1 - fy) * weight;
  const wc = (1 - fx) * fy * weight;
  const wd = fx * fy * weight;
  for (let k = 0; k < 9; k++)
    values[k]! +=
      LIGHT[texels[a + k]!]! * wa +
      LIGHT[texels[b + k]!]! * wb +
      LIGHT[texels[c + k]!]! * wc +
      LIGHT[texels[d + k]!]! * wd;
  for (let k = 9; k < 11; k++)
    values[k]! +=
      (texels[a + k]! * wa + texels[b + k]! * wb + texels[c + k]! * wc + texels[d + k]! * wd - SLOPE_ZERO * weight) /
      127;
}
