/**
 * Baked light in the form that shading wants: for each group the light itself (red, green, blue) and four numbers a, w
 * with which a detail normal m gets the share a + m·w of it (see `light/lightTypes.ts`). They are smooth, so they may be
 * interpolated over a few pixels.
 */
import {
  GROUP_STRIDE,
  LIGHT_STRIDE,
  VERTEX_STRIDE,
  type Lightmaps,
  type PaintingLight,
} from '#demo/light/lightTypes.ts';
import type { Scene } from '#demo/form/sceneTypes.ts';

/** Numbers a group: red, green, blue, a, w x, y, z. */
export const RELIGHT_GROUP = 7;
export const RELIGHT_STRIDE = 21;
/** Light is never taken to come from one point alone. */
const MOST_DIRECTED = 0.95;
/** Least cosine between the baked normal and the light: grazing light is not blown up without end. */
const LEAST_COSINE = 0.2;

export class LightReader {
  readonly #light: Lightmaps;
  readonly #scene: Scene;
  readonly #sample = new Float64Array(LIGHT_STRIDE);

  constructor(light: Lightmaps, scene: Scene) {
    this.#light = light;
    this.#scene = scene;
  }

  /** Light on a painting at u, v metres, gathered for the unit normal n; writes RELIGHT_STRIDE numbers at `at`. */
  readPainting(
    painting: number,
    u: number,
    v: number,
    nx: number,
    ny: number,
    nz: number,
    out: Float64Array,
    at: number,
  ): void {
    sampleLight(this.#light.paintings[painting]!, u, v, this.#sample);
    prepare(this.#sample, nx, ny, nz, out, at);
  }

  /** Light on a triangle of free vertices; `b` and `c` weigh its second and third corner. */
  readTriangle(triangle: number, b: number, c: number, out: Float64Array, at: number): void {
    const { indices, firstFreeVertex } = this.#scene;
    const { vertices } = this.#light;
    const i = (indices[triangle * 3]! - firstFreeVertex) * VERTEX_STRIDE;
    const j = (indices[triangle * 3 + 1]! - firstFreeVertex) * VERTEX_STRIDE;
    const k = (indices[triangle * 3 + 2]! - firstFreeVertex) * VERTEX_STRIDE;
    const a = 1 - b - c;
    for (let n = 0; n < LIGHT_STRIDE; n++)
      this.#sample[n] = vertices[i + n]! * a + vertices[j + n]! * b + vertices[k + n]! * c;
    const x = vertices[i + 18]! * a + vertices[j + 18]! * b + vertices[k + 18]! * c;
    const y = vertices[i + 19]! * a + vertices[j + 19]! * b + vertices[k + 19]! * c;
    const z = vertices[i + 20]! * a + vertices[j + 20]! * b + vertices[k + 20]! * c;
    const scale = 1 / (Math.sqrt(x * x + y * y + z * z) || 1);
    prepare(this.#sample, x * scale, y * scale, z * scale, out, at);
  }
}

function sampleLight({ width, height, cell, values }: PaintingLight, u: number, v: number, out: Float64Array): void {
  const x = Math.min(Math.max(u / cell, 0), width - 1);
  const y = Math.min(Math.max(v / cell, 0), height - 1);
  const x0 = Math.min(x | 0, Math.max(0, width - 2));
  const y0 = Math.min(y | 0, Math.max(0, height - 2));
  const fx = x - x0;
  const fy = y - y0;
  const a = (y0 * width + x0) * LIGHT_STRIDE;
  const b = width > 1 ? a + LIGHT_STRIDE : a;
  const down = height > 1 ? width * LIGHT_STRIDE : 0;
  const wa = (1 - fx) * (1 - fy);
  const wb = fx * (1 - fy);
  const wc = (1 - fx) * fy;
  const wd = fx * fy;
  for (let k = 0; k < LIGHT_STRIDE; k++)
    out[k] = values[a + k]! * wa + values[b + k]! * wb + values[a + down + k]! * wc + values[b + down + k]! * wd;
}

function prepare(light: Float64Array, nx: number, ny: number, nz: number, out: Float64Array, at: number): void {
  for (let group = 0; group < 3; group++) {
    const from = group * GROUP_STRIDE;
    const to = at + group * RELIGHT_GROUP;
    const red = light[from]!;
    const green = light[from + 1]!;
    const blue = light[from + 2]!;
    const x = light[from + 3]!;
    const y = light[from + 4]!;
    const z = light[from + 5]!;
    const length = Math.sqrt(x * x + y * y + z * z) + 1e-12;
    const luminance = red * 0.3 + green * 0.6 + blue * 0.1 + 1e-12;
    const directed = Math.min(1, length / luminance) * MOST_DIRECTED;
    const cosine = Math.max(LEAST_COSINE, (nx * x + ny * y + nz * z) / length);
    const scale = directed / (cosine * length);
    out[to] = red;
    out[to + 1] = green;
    out[to + 2] = blue;
    out[to + 3] = 1 - directed;
    out[to + 4] = x * scale;
    out[to + 5] = y * scale;
    out[to + 6] = z * scale;
  }
}
