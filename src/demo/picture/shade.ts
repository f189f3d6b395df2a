/** From paint, relief and light to radiance, for every picture of a cave at once. */
import type { LightGroup, Mix } from '#demo/cave/cave.ts';
import type { Layer } from '#demo/cave/layer.ts';
import { LIGHT_GROUPS } from '#demo/cave/cave.ts';
import { RELIGHT_GROUP } from '#demo/picture/lightReader.ts';

/** The pictures of a cave: its layers, and the paint as found by lamps alone. */
export type PictureId = Layer | 'lamp-light';

export interface Picture {
  readonly id: PictureId;
  readonly layer: Layer;
  readonly mix: Mix;
}

/** A third of the relief is left on the restored wall. */
const RESTORED_RELIEF = 1 / 3;
/** A detail normal turned into the light brightens at most so much. */
const MOST_SHARE = 2;
const LAYER_OFFSET: Readonly<Record<Layer, number>> = { 'as-found': 0, restored: 3, 'line-drawing': 6 };

export class Shader {
  readonly pictures: readonly Picture[];
  /** Radiance of the last shading, 3 numbers a picture. */
  readonly radiance: Float64Array;
  /** Weight of each light group, 3 numbers a picture. */
  readonly #weights: Float64Array;
  readonly #shares = new Float64Array(3);
  readonly #restoredShares = new Float64Array(3);
  readonly #gleam = new Float64Array(9);

  constructor(pictures: readonly Picture[]) {
    this.pictures = pictures;
    this.radiance = new Float64Array(pictures.length * 3);
    this.#weights = Float64Array.from(
      pictures.flatMap(({ mix }) => LIGHT_GROUPS.map((group: LightGroup) => mix[group])),
    );
  }

  /**
   * A painted wall. `texel` as from `TextureReader.values`, `light` as from `LightReader` at `at`; n the unit normal, and
   * U, V unit vectors along the painting to the right and down, 9 numbers in `frame`.
   */
  shadePainting(texel: Float64Array, light: Float64Array, at: number, frame: Float64Array): void {
    const gx = texel[9]!;
    const gy = texel[10]!;
    this.#setShares(this.#shares, light, at, frame, gx, gy);
    this.#setShares(this.#restoredShares, light, at, frame, gx * RESTORED_RELIEF, gy * RESTORED_RELIEF);
    const { pictures, radiance } = this;
    for (let p = 0; p < pictures.length; p++) {
      const { layer } = pictures[p]!;
      const colour = LAYER_OFFSET[layer];
      if (layer === 'line-drawing') {
        const paper = paperTone(this.#luminance(p, light, at));
        for (let c = 0; c < 3; c++) radiance[p * 3 + c] = texel[colour + c]! * paper;
        continue;
      }
      const shares = layer === 'restored' ? this.#restoredShares : this.#shares;
      this.#setRadiance(p, shares, light, at, texel[colour]!, texel[colour + 1]!, texel[colour + 2]!);
    }
  }

  /**
   * A solid or a finish: `albedo` linear, 3 numbers for each of the layers as found, restored, line drawing; `shine` for
   * the same three. n is the unit normal, d the unit direction of sight.
   */
  shadeBare(
    albedo: Float64Array,
    shine: Float64Array,
    light: Float64Array,
    at: number,
    nx: number,
    ny: number,
    nz: number,
    dx: number,
    dy: number,
    dz: number,
    isStatue: boolean,
  ): void {
    for (let g = 0; g < 3; g++) this.#shares[g] = share(light, at + g * RELIGHT_GROUP, nx, ny, nz);
    const polish = Math.max(shine[0]!, shine[1]!);
    if (polish > 0) this.#setGleam(light, at, nx, ny, nz, dx, dy, dz);
    const { pictures, radiance } = this;
    for (let p = 0; p < pictures.length; p++) {
      const { layer } = pictures[p]!;
      const colour = LAYER_OFFSET[layer];
      const r = albedo[colour]!;
      const g = albedo[colour + 1]!;
      const b = albedo[colour + 2]!;
      if (layer === 'line-drawing') {
        const luminance = this.#luminance(p, light, at);
        const paper = isStatue ? shadowTone(luminance, nx * dx + ny * dy + nz * dz) : paperTone(luminance);
        radiance[p * 3] = r * paper;
        radiance[p * 3 + 1] = g * paper;
        radiance[p * 3 + 2] = b * paper;
        continue;
      }
      this.#setRadiance(p, this.#shares, light, at, r, g, b);
      const gilding = shine[colour / 3]! * 2;
      if (gilding > 0) {
        radiance[p * 3]! += this.#mixGleam(p, 0) * r * gilding;
        radiance[p * 3 + 1]! += this.#mixGleam(p, 1) * g * gilding;
        radiance[p * 3 + 2]! += this.#mixGleam(p, 2) * b * gilding;
      }
    }
  }

  #setRadiance(
    p: number,
    shares: Float64Array,
    light: Float64Array,
    at: number,
    r: number,
    g: number,
    b: number,
  ): void {
    const weights = this.#weights;
    const w0 = weights[p * 3]! * shares[0]!;
    const w1 = weights[p * 3 + 1]! * shares[1]!;
    const w2 = weights[p * 3 + 2]! * shares[2]!;
    const second = at + RELIGHT_GROUP;
    const third = second + RELIGHT_GROUP;
    this.radiance[p * 3] = r * (light[at]! * w0 + light[second]! * w1 + light[third]! * w2);
    this.radiance[p * 3 + 1] = g * (light[at + 1]! * w0 + light[second + 1]! * w1 + light[third + 1]! * w2);
    this.radiance[p * 3 + 2] = b * (light[at + 2]! * w0 + light[second + 2]! * w1 + light[third + 2]! * w2);
  }

  /** Light as it falls on the smooth surface, weighed for one picture. */
  #luminance(p: number, light: Float64Array, at: number): number {
    let sum = 0;
    for (let g = 0; g < 3; g++) {
      const from = at + g * RELIGHT_GROUP;
      sum += this.#weights[p * 3 + g]! * (light[from]! * 0.3 + light[from + 1]! * 0.6 + light[from + 2]! * 0.1);
    }
    return sum;
  }

  #setShares(shares: Float64Array, light: Float64Array, at: number, frame: Float64Array, gx: number, gy: number): void {
    const x = frame[0]! - gx * frame[3]! - gy * frame[6]!;
    const y = frame[1]! - gx * frame[4]! - gy * frame[7]!;
    const z = frame[2]! - gx * frame[5]! - gy * frame[8]!;
    const scale = 1 / Math.sqrt(x * x + y * y + z * z);
    for (let g = 0; g < 3; g++) shares[g] = share(light, at + g * RELIGHT_GROUP, x * scale, y * scale, z * scale);
  }

  /** Reflection of each group's light in polished metal: a broad lobe and a narrow one. */
  #setGleam(
    light: Float64Array,
    at: number,
    nx: number,
    ny: number,
    nz: number,
    dx: number,
    dy: number,
    dz: number,
  ): void {
    const twice = 2 * (nx * dx + ny * dy + nz * dz);
    const rx = dx - twice * nx;
    const ry = dy - twice * ny;
    const rz = dz - twice * nz;
    for (let g = 0; g < 3; g++) {
      const from = at + g * RELIGHT_GROUP;
      const wx = light[from + 4]!;
      const wy = light[from + 5]!;
      const wz = light[from + 6]!;
      const length = Math.sqrt(wx * wx + wy * wy + wz * wz) + 1e-12;
      const cosine = Math.max(0, (rx * wx + ry * wy + rz * wz) / length);
      const lobes = (cosine ** 12 * 1.3 + cosine ** 60 * 1.6) * (1 - light[from + 3]!);
      for (let c = 0; c < 3; c++) this.#gleam[g * 3 + c] = light[from + c]! * lobes;
    }
  }

  #mixGleam(p: number, channel: number): number {
    const weights = this.#weights;
    return (
      this.#gleam[channel]! * weights[p * 3]! +
      this.#gleam[3 + channel]! * weights[p * 3 + 1]! +
      this.#gleam[6 + channel]! * weights[p * 3 + 2]!
    );
  }
}

function share(light: Float64Array, from: number, x: number, y: number, z: number): number {
  const constant = light[from + 3]!;
  const turned = x * light[from + 4]! + y * light[from + 5]! + z * light[from + 6]!;
  const sum = turned > 0 ? constant + turned : constant;
  return sum < MOST_SHARE ? sum : MOST_SHARE;
}

/** Paper of the line drawing: nearly even, only a breath of the room's light. */
function paperTone(luminance: number): number {
  return 0.82 + (0.26 * luminance) / (luminance + 0.35);
}

/** Figures in the round are no part of a drawing: they stand in it as soft shadows, darker where they turn away. */
function shadowTone(luminance: number, facing: number): number {
  return (0.4 + (0.75 * luminance) / (luminance + 0.35)) * (0.78 + 0.22 * Math.abs(facing));
}
