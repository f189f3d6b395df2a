/**
 * What a sample looks like: base colour, roughness and metalness as glTF has them, normal maps, a clear coat, in the
 * light of a museum. The lobes are GGX, the room's share of them after Karis, "Physically Based Shading on Mobile".
 */
import { Frame } from './frame.ts';
import { type RoomLight, SPOT } from './light.ts';
import type { Part, Surface } from './parts.ts';
import type { Raster } from './raster.ts';

export class Shader {
  readonly #room: RoomLight;
  readonly #texel = new Float32Array(4);
  readonly #orm = new Float32Array(4);
  readonly #base = new Float32Array(3);
  readonly #light = new Float32Array(3);
  readonly #geometric = new Float32Array(3);
  readonly #normal = new Float32Array(3);
  readonly #face = new Float32Array(3);
  readonly #frame = new Frame();

  constructor(room: RoomLight) {
    this.#room = room;
  }

  /** Three linear values of the sample into `out`. */
  shade(raster: Raster, at: number, part: Part, out: Float32Array): void {
    const { indices, uvs, normals, colours, surface } = part;
    const first = raster.triangles[at]!;
    const [a, b, c] = [indices[first]!, indices[first + 1]!, indices[first + 2]!];
    const u = raster.second[at]!;
    const v = raster.third[at]!;
    const w = 1 - u - v;
    const s = uvs ? w * uvs[a * 2]! + u * uvs[b * 2]! + v * uvs[c * 2]! : 0;
    const t = uvs ? w * uvs[a * 2 + 1]! + u * uvs[b * 2 + 1]! + v * uvs[c * 2 + 1]! : 0;
    const spread = this.#measureFace(part, a, b, c, raster);
    const n = this.#geometric;
    for (let k = 0; k < 3; k++) {
      n[k] = normals ? w * normals[a * 3 + k]! + u * normals[b * 3 + k]! + v * normals[c * 3 + k]! : this.#face[k]!;
    }
    normalize(n);
    if (surface.isDoubleSided && dot(n, raster.out) < 0) for (let k = 0; k < 3; k++) n[k] = -n[k]!;
    const { factor } = surface;
    surface.colour?.read(s, t, spread * surface.colour.side, this.#texel);
    for (let k = 0; k < 3; k++) {
      const paint = colours ? w * colours[a * 4 + k]! + u * colours[b * 4 + k]! + v * colours[c * 4 + k]! : 1;
      this.#base[k] = (surface.colour ? toLinear(this.#texel[k]! / 255) : 1) * factor[k]! * paint;
    }
    if (surface.isUnlit) return void out.set(this.#base);
    this.#orm.fill(255);
    surface.orm?.read(s, t, spread * surface.orm.side, this.#orm);
    this.#normal.set(n);
    if (surface.normal && uvs && normals) {
      const scale = surface.normalScale;
      surface.normal.read(s, t, spread * surface.normal.side, this.#texel);
      const x = this.#texel[0]! / 127.5 - 1;
      const y = this.#texel[1]! / 127.5 - 1;
      const z = this.#texel[2]! / 127.5 - 1;
      this.#frame.set(part, normals, uvs, first, u, v);
      this.#frame.fromMap(x * scale, y * scale, z, this.#normal);
    }
    this.#illuminate(surface, raster.out, out);
  }

  /** Plane of the triangle; returns what of the whole texture's side lies along a sample. */
  #measureFace({ positions: p, uvs }: Part, a: number, b: number, c: number, raster: Raster): number {
    const face = this.#face;
    const [ex, ey, ez] = [p[b * 3]! - p[a * 3]!, p[b * 3 + 1]! - p[a * 3 + 1]!, p[b * 3 + 2]! - p[a * 3 + 2]!];
    const [fx, fy, fz] = [p[c * 3]! - p[a * 3]!, p[c * 3 + 1]! - p[a * 3 + 1]!, p[c * 3 + 2]! - p[a * 3 + 2]!];
    face[0] = ey * fz - ez * fy;
    face[1] = ez * fx - ex * fz;
    face[2] = ex * fy - ey * fx;
    const facing = Math.abs(face[0] * raster.out[0]! + face[1] * raster.out[1]! + face[2] * raster.out[2]!);
    normalize(face);
    if (!uvs) return 0;
    const area =
      (uvs[b * 2]! - uvs[a * 2]!) * (uvs[c * 2 + 1]! - uvs[a * 2 + 1]!) -
      (uvs[b * 2 + 1]! - uvs[a * 2 + 1]!) * (uvs[c * 2]! - uvs[a * 2]!);
    return Math.sqrt(Math.abs(area) / Math.max(1e-30, facing)) * raster.metresPerSample;
  }

  #illuminate(surface: Surface, eye: readonly number[], out: Float32Array): void {
    const n = this.#normal;
    const occlusion = surface.hasOcclusion ? this.#orm[0]! / 255 : 1;
    const roughness = Math.max(0.06, (this.#orm[1]! / 255) * surface.roughness);
    const metalness = (this.#orm[2]! / 255) * surface.metalness;
    this.#room.shine(n[0]!, n[1]!, n[2]!, this.#light);
    const lit = Math.max(0, dot(n, SPOT.at));
    for (let k = 0; k < 3; k++) {
      const diffuse = this.#base[k]! * (1 - metalness);
      out[k] = diffuse * (this.#light[k]! * occlusion + (lit * SPOT.colour[k]!) / Math.PI);
      this.#base[k] = 0.04 + (this.#base[k]! - 0.04) * metalness;
    }
    this.#mirror(n, eye, roughness, this.#base, occlusion, out);
    if (surface.coat <= 0) return;
    const coat = surface.coat;
    const facing = Math.max(0, dot(this.#geometric, eye));
    const fresnel = 0.04 + 0.96 * (1 - facing) ** 5;
    for (let k = 0; k < 3; k++) out[k]! *= 1 - coat * fresnel;
    this.#base.fill(0.04 * coat);
    this.#mirror(this.#geometric, eye, Math.max(0.06, surface.coatRoughness), this.#base, occlusion, out);
  }

  /** Adds what is mirrored, `base` being the share straight on. */
  #mirror(
    n: Float32Array,
    eye: readonly number[],
    roughness: number,
    base: Float32Array,
    occlusion: number,
    out: Float32Array,
  ): void {
    const facing = Math.max(1e-3, dot(n, eye));
    const twice = 2 * facing;
    this.#room.reflect(
      twice * n[0]! - eye[0]!,
      twice * n[1]! - eye[1]!,
      twice * n[2]! - eye[2]!,
      roughness,
      this.#light,
    );
    const r0 = 1 - roughness;
    const a = Math.min(r0 * r0, 2 ** (-9.28 * facing)) * r0 + (0.0425 - 0.0275 * roughness);
    const scale = -1.04 * a + (1.04 - 0.572 * roughness);
    const bias = 1.04 * a + (0.022 * roughness - 0.04);
    const lit = Math.max(0, dot(n, SPOT.at));
    let lobe = 0;
    if (lit > 0) {
      const [hx, hy, hz] = [SPOT.at[0] + eye[0]!, SPOT.at[1] + eye[1]!, SPOT.at[2] + eye[2]!];
      const near = Math.max(0, n[0]! * hx + n[1]! * hy + n[2]! * hz) / Math.hypot(hx, hy, hz);
      const alpha = roughness ** 4;
      const shadow = lit * Math.sqrt(alpha + (1 - alpha) * facing ** 2) + facing * Math.sqrt(alpha + (1 - alpha) * lit ** 2); // prettier-ignore
      lobe = ((alpha / (near ** 2 * (alpha - 1) + 1) ** 2 / Math.PI) * 0.5 * lit) / Math.max(1e-6, shadow);
    }
    for (let k = 0; k < 3; k++) {
      out[k]! += this.#light[k]! * occlusion * (base[k]! * scale + bias) + lobe * base[k]! * SPOT.colour[k]!;
    }
  }
}

function toLinear(value: number): number {
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
}

/** The first three values. */
function normalize(a: Float32Array): void {
  const length = Math.sqrt(a[0]! * a[0]! + a[1]! * a[1]! + a[2]! * a[2]!) || 1;
  for (let k = 0; k < 3; k++) a[k]! /= length;
}

function dot(a: ArrayLike<number>, b: ArrayLike<number>): number {
  return a[0]! * b[0]! + a[1]! * b[1]! + a[2]! * b[2]!;
}
