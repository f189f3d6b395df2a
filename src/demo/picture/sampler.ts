/** One ray, one sample: what is met, and how it looks in every picture. */
import type { Cave, SolidColour } from '#demo/cave/cave.ts';
import type { Layer } from '#demo/cave/layer.ts';
import { LAYERS } from '#demo/cave/layer.ts';
import { createExactTracer, type ExactTracer } from '#demo/form/exact.ts';
import type { Part, Scene } from '#demo/form/sceneTypes.ts';
import type { Lightmaps } from '#demo/light/lightTypes.ts';
import type { Camera } from '#demo/picture/camera.ts';
import { TextureReader } from '#demo/picture/fetch.ts';
import { LightReader, RELIGHT_STRIDE } from '#demo/picture/lightReader.ts';
import { Shader, type Picture } from '#demo/picture/shade.ts';
import type { Texture } from '#demo/picture/texture.ts';
import { decodeSrgb } from '#pipeline/tile/pixels/transfer.ts';

/** All a picture is made from. */
export interface Sight {
  readonly cave: Cave;
  readonly scene: Scene;
  /** In the order of `cave.paintings`. */
  readonly textures: readonly Texture[];
  readonly light: Lightmaps;
}

/** The part of a sample that met nothing. */
export const SKY = -1;
const FINENESS = 16;
const LIGHT = Float32Array.from({ length: 255 * FINENESS + 1 }, (_, i) => decodeSrgb(i / 255 / FINENESS));
/** Least cosine used for footprints: walls seen edge-on do not stretch without end. */
const LEAST_COSINE = 0.02;

export class Sampler {
  readonly shader: Shader;
  readonly reader = new TextureReader();
  readonly light: LightReader;
  /** Index of the part met by the last ray, SKY for none. */
  part = SKY;
  /** Depth of the last hit along the axis of the camera, metres. */
  depth = Infinity;
  readonly hit: ExactTracer;
  /** Unit normal, then unit vectors along the painting to the right and down; set by `frameHit`. */
  readonly frame = new Float64Array(9);
  /** u and v per metre along those vectors: more than 1 where a painting is squeezed. */
  readonly #stretch = new Float64Array(2);
  readonly #sight: Sight;
  readonly #camera: Camera;
  readonly #relight = new Float64Array(RELIGHT_STRIDE);
  readonly #albedo = new Float64Array(9);
  readonly #shine = new Float64Array(3);
  readonly #sky = new Float64Array(3);
  readonly #colour: SolidColour = { r: 0, g: 0, b: 0, shine: 0 };
  /** Of the layers in LAYERS, those that some picture shows. */
  readonly #layers: readonly number[];
  #dx = 0;
  #dy = 0;
  #dz = 0;
  #length = 1;

  constructor(sight: Sight, camera: Camera, pictures: readonly Picture[]) {
    this.#sight = sight;
    this.#camera = camera;
    this.#layers = [...new Set(pictures.map(({ layer }) => LAYERS.indexOf(layer)))];
    this.shader = new Shader(pictures);
    this.light = new LightReader(sight.light, sight.scene);
    this.hit = createExactTracer(keepStatueMeshes(sight.cave), sight.scene);
  }

  /** Sends a ray through the point (x, y) of the picture plane, in pixels. */
  trace(x: number, y: number): void {
    const { origin, corner, right, down } = this.#camera;
    const dx = corner[0] + x * right[0] + y * down[0];
    const dy = corner[1] + x * right[1] + y * down[1];
    const dz = corner[2] + x * right[2] + y * down[2];
    const length = Math.sqrt(dx * dx + dy * dy + dz * dz);
    this.#length = length;
    this.#dx = dx / length;
    this.#dy = dy / length;
    this.#dz = dz / length;
    const { hit } = this;
    if (!hit.trace(origin[0], origin[1], origin[2], this.#dx, this.#dy, this.#dz)) {
      this.part = SKY;
      this.depth = Infinity;
      return;
    }
    this.part = this.#sight.scene.partOfTriangle[hit.triangle]!;
    this.depth = hit.distance / length;
    if (hit.part.kind !== 'statue' && hit.nx * this.#dx + hit.ny * this.#dy + hit.nz * this.#dz > 0) {
      hit.nx = -hit.nx;
      hit.ny = -hit.ny;
      hit.nz = -hit.nz;
    }
  }

  /** Radiance of the last hit into `shader.radiance`; `spacing` is the distance of samples, pixels. */
  shade(spacing: number): void {
    if (this.part === SKY) this.#shadeSky();
    else if (this.hit.part.kind === 'painted') this.#shadePainting(this.hit.part.painting, spacing);
    else this.#shadeBare(this.hit.part);
  }

  /** Sets `frame` for a hit on a painted part. */
  frameHit(): void {
    const { hit, frame } = this;
    const { positions, uvs, indices } = this.#sight.scene;
    const a = indices[hit.triangle * 3]!;
    const b = indices[hit.triangle * 3 + 1]!;
    const c = indices[hit.triangle * 3 + 2]!;
    frame[0] = hit.nx;
    frame[1] = hit.ny;
    frame[2] = hit.nz;
    const u1 = uvs[b * 2]! - uvs[a * 2]!;
    const v1 = uvs[b * 2 + 1]! - uvs[a * 2 + 1]!;
    const u2 = uvs[c * 2]! - uvs[a * 2]!;
    const v2 = uvs[c * 2 + 1]! - uvs[a * 2 + 1]!;
    const determinant = u1 * v2 - u2 * v1;
    const k = Math.abs(determinant) > 1e-12 ? 1 / determinant : 0;
    for (let axis = 0; axis < 3; axis++) {
      const from = positions[a * 3 + axis]!;
      const p = positions[b * 3 + axis]! - from;
      const q = positions[c * 3 + axis]! - from;
      frame[3 + axis] = (p * v2 - q * v1) * k;
      frame[6 + axis] = (q * u1 - p * u2) * k;
    }
    this.#stretch[0] = normalise(frame, 3);
    this.#stretch[1] = normalise(frame, 6);
  }

  #shadePainting(painting: number, spacing: number): void {
    const { hit, reader } = this;
    const texture = this.#sight.textures[painting]!;
    this.frameHit();
    this.#setFootprint(texture, spacing);
    reader.fetch(texture, hit.u, hit.v);
    this.light.readPainting(painting, hit.u, hit.v, hit.nx, hit.ny, hit.nz, this.#relight, 0);
    this.shader.shadePainting(reader.values, this.#relight, 0, this.frame);
  }

  /** Where the neighbouring samples' rays meet the plane of the wall. */
  #setFootprint(texture: Texture, spacing: number): void {
    const { frame, depth } = this;
    const { right, down } = this.#camera;
    const [nx, ny, nz] = [frame[0]!, frame[1]!, frame[2]!];
    const length = this.#length;
    const cosine = Math.min(-LEAST_COSINE, nx * this.#dx + ny * this.#dy + nz * this.#dz) * length;
    const scale = depth * spacing;
    const alongX = (nx * right[0] + ny * right[1] + nz * right[2]) / cosine;
    const xx = (right[0] - this.#dx * length * alongX) * scale;
    const xy = (right[1] - this.#dy * length * alongX) * scale;
    const xz = (right[2] - this.#dz * length * alongX) * scale;
    const alongY = (nx * down[0] + ny * down[1] + nz * down[2]) / cosine;
    const yx = (down[0] - this.#dx * length * alongY) * scale;
    const yy = (down[1] - this.#dy * length * alongY) * scale;
    const yz = (down[2] - this.#dz * length * alongY) * scale;
    const su = this.#stretch[0]!;
    const sv = this.#stretch[1]!;
    this.reader.setFootprint(
      texture,
      (xx * frame[3]! + xy * frame[4]! + xz * frame[5]!) * su,
      (xx * frame[6]! + xy * frame[7]! + xz * frame[8]!) * sv,
      (yx * frame[3]! + yy * frame[4]! + yz * frame[5]!) * su,
      (yx * frame[6]! + yy * frame[7]! + yz * frame[8]!) * sv,
    );
  }

  #shadeBare(part: Exclude<Part, { kind: 'painted' }>): void {
    const { hit } = this;
    for (const l of this.#layers) this.#setColour(part, LAYERS[l]!, l);
    this.light.readTriangle(hit.triangle, hit.weightB, hit.weightC, this.#relight, 0);
    this.shader.shadeBare(
      this.#albedo,
      this.#shine,
      this.#relight,
      0,
      hit.nx,
      hit.ny,
      hit.nz,
      this.#dx,
      this.#dy,
      this.#dz,
      part.kind === 'statue',
    );
  }

  #setColour(part: Exclude<Part, { kind: 'painted' }>, layer: Layer, l: number): void {
    const { cave } = this.#sight;
    const albedo = this.#albedo;
    if (part.kind === 'statue') {
      const colour = this.#colour;
      const { ownX, ownY, ownZ } = this.hit;
      cave.solids[part.solid]!.colour(ownX, ownY, ownZ, layer, cave.statues[part.statue]!.variant, colour);
      albedo[l * 3] = decodeByte(colour.r);
      albedo[l * 3 + 1] = decodeByte(colour.g);
      albedo[l * 3 + 2] = decodeByte(colour.b);
      this.#shine[l] = colour.shine;
      return;
    }
    const { colour, shine } = cave.finishes[part.finish]!;
    for (let c = 0; c < 3; c++) albedo[l * 3 + c] = decodeByte(colour[layer][c]!);
    this.#shine[l] = shine;
  }

  #shadeSky(): void {
    const { pictures, radiance } = this.shader;
    for (let p = 0; p < pictures.length; p++) {
      const { id, layer, mix } = pictures[p]!;
      this.#sight.cave.sky(this.#dx, this.#dy, this.#dz, layer, this.#sky);
      // By lamplight it is night outside, as dark as the mix says.
      const dim = id === 'lamp-light' ? Math.min(1, mix.daylight) : 1;
      for (let c = 0; c < 3; c++) radiance[p * 3 + c] = this.#sky[c]! * dim;
    }
  }
}

/** Statues are taken as their meshes, whose normals come from the field: refining every ray would cost ten times as much. */
export function keepStatueMeshes(cave: Cave): Cave {
  return { ...cave, solids: cave.solids.map((solid) => ({ ...solid, distance: () => 0 })) };
}

/** sRGB 0…255, whole or not → linear light. */
function decodeByte(value: number): number {
  return LIGHT[value <= 0 ? 0 : value >= 255 ? 255 * FINENESS : (value * FINENESS + 0.5) | 0]!;
}

/** Returns 1 ÷ the length it had. */
function normalise(values: Float64Array, at: number): number {
  const x = values[at]!;
  const y = values[at + 1]!;
  const z = values[at + 2]!;
  const scale = 1 / (Math.sqrt(x * x + y * y + z * z) || 1);
  values[at] = x * scale;
  values[at + 1] = y * scale;
  values[at + 2] = z * scale;
  return scale;
}
