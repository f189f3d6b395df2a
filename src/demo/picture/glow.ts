/**
 * The veil that bright things throw over the eye: a wide bloom round doors and sky, a halo round every flame. It depends
 * on the direction of sight alone, so it agrees wherever pictures of one eye meet.
 */
import type { Flame, Vec3 } from '#demo/cave/cave.ts';
import { createTracer } from '#demo/form/bvh.ts';
import type { Scene } from '#demo/form/sceneTypes.ts';
import type { Picture } from '#demo/picture/shade.ts';
import { faceDirection, facePoint } from '#streaming/pyramid/cube.ts';

/** Cells along a face's side of the bloom's net; its knots on shared edges are the same for both faces. */
const CELLS = 48;
const KNOTS = CELLS + 1;
/** Radians. */
const BLOOM_WIDTH = 0.075;
const BLOOM_STRENGTH = 0.14;
/** Radiance times exposure from which things bloom, and above which they bloom no more. */
const BLOOM_FROM = 0.9;
const BLOOM_MOST = 6;
const HALO_COLOUR = [1, 0.55, 0.2] as const;

/** Faces of a small cube picture of the same eye: linear radiance, 3 values a pixel, for each picture. */
export interface SmallCube {
  readonly size: number;
  /** [face][picture]. */
  readonly faces: readonly (readonly Float32Array[])[];
}

export interface Glow {
  /** For each picture 6 faces × KNOTS × KNOTS × 3. */
  readonly bloom: readonly Float32Array[];
  /** Direction (unit), angular size and strength of each flame that is seen: 5 numbers each. */
  readonly halos: Float64Array;
}

export function createGlow(
  cube: SmallCube,
  pictures: readonly Picture[],
  scene: Scene,
  flames: readonly Flame[],
  eye: Vec3,
): Glow {
  const bloom = pictures.map((picture, p) => spreadBloom(cube, p, picture));
  return { bloom, halos: findHalos(scene, flames, eye) };
}

function spreadBloom(cube: SmallCube, p: number, { layer, mix }: Picture): Float32Array {
  const knots = new Float32Array(6 * KNOTS * KNOTS * 3);
  if (layer === 'line-drawing') return knots;
  const directions = listKnots();
  const reach = Math.cos(3 * BLOOM_WIDTH);
  for (let face = 0; face < 6; face++) {
    const pixels = cube.faces[face]![p]!;
    for (let y = 0; y < cube.size; y++)
      for (let x = 0; x < cube.size; x++) {
        const at = (y * cube.size + x) * 3;
        const light = [0, 1, 2].map((c) =>
          Math.min(BLOOM_MOST, Math.max(0, pixels[at + c]! * mix.exposure - BLOOM_FROM)),
        );
        if (light[0] === 0 && light[1] === 0 && light[2] === 0) continue;
        const [dx, dy, dz] = faceDirection(face, (x + 0.5) / cube.size, (y + 0.5) / cube.size);
        const square = dx * dx + dy * dy + dz * dz;
        const length = Math.sqrt(square);
        // Solid angle of the pixel, times the bloom's own normalisation.
        const share = (4 / cube.size ** 2 / (square * length)) * (BLOOM_STRENGTH / (2 * Math.PI * BLOOM_WIDTH ** 2));
        for (let k = 0; k < directions.length; k += 3) {
          const cosine = (directions[k]! * dx + directions[k + 1]! * dy + directions[k + 2]! * dz) / length;
          if (cosine < reach) continue;
          const weight = (share * Math.exp((cosine - 1) / BLOOM_WIDTH ** 2)) / mix.exposure;
          for (let c = 0; c < 3; c++) knots[k + c]! += light[c]! * weight;
        }
      }
  }
  return knots;
}

function listKnots(): Float64Array {
  const directions = new Float64Array(6 * KNOTS * KNOTS * 3);
  for (let face = 0, at = 0; face < 6; face++)
    for (let y = 0; y < KNOTS; y++)
      for (let x = 0; x < KNOTS; x++, at += 3) {
        const [dx, dy, dz] = faceDirection(face, x / CELLS, y / CELLS);
        const scale = 1 / Math.hypot(dx, dy, dz);
        directions.set([dx * scale, dy * scale, dz * scale], at);
      }
  return directions;
}

/** Flames that are hidden have no halo; those half hidden, half of one. */
function findHalos(scene: Scene, flames: readonly Flame[], eye: Vec3): Float64Array {
  const tracer = createTracer(scene.bvh);
  const halos: number[] = [];
  for (const { position, size } of flames) {
    let seen = 0;
    let middle: Vec3 = [0, 0, 1];
    let distance = 1;
    for (const height of [0.25, 0.5, 0.8]) {
      const [x, y, z] = [position[0] - eye[0], position[1] + size * height - eye[1], position[2] - eye[2]];
      const length = Math.hypot(x, y, z);
      if (!tracer.any(eye[0], eye[1], eye[2], x / length, y / length, z / length, length - size * 0.25)) seen += 1 / 3;
      if (height !== 0.5) continue;
      middle = [x / length, y / length, z / length];
      distance = length;
    }
    if (seen > 0) halos.push(...middle, (size * 1.1) / distance, seen);
  }
  return Float64Array.from(halos);
}

/** Adds the bloom in a direction of any length to `out`, 3 numbers a picture. */
export function addBloom(glow: Glow, direction: Vec3, out: Float64Array): void {
  const { face, u, v } = facePoint(direction);
  const x = Math.min(u * CELLS, CELLS - 1e-9);
  const y = Math.min(v * CELLS, CELLS - 1e-9);
  const x0 = Math.floor(x);
  const y0 = Math.floor(y);
  const fx = x - x0;
  const fy = y - y0;
  const at = ((face * KNOTS + y0) * KNOTS + x0) * 3;
  for (let p = 0; p < glow.bloom.length; p++) {
    const knots = glow.bloom[p]!;
    for (let c = 0; c < 3; c++) {
      const upper = knots[at + c]! * (1 - fx) + knots[at + 3 + c]! * fx;
      const lower = knots[at + KNOTS * 3 + c]! * (1 - fx) + knots[at + KNOTS * 3 + 3 + c]! * fx;
      out[p * 3 + c]! += upper * (1 - fy) + lower * fy;
    }
  }
}

/** Farther from a flame than so many of its sizes nothing of its halo is left. */
const HALO_REACH = 9;

/** The halos that may reach a circle of directions round `middle` (unit) of the angle `radius`. */
export function nearHalos(glow: Glow, middle: Vec3, radius: number): Float64Array {
  const near: number[] = [];
  for (let i = 0; i < glow.halos.length; i += 5) {
    const cosine = middle[0] * glow.halos[i]! + middle[1] * glow.halos[i + 1]! + middle[2] * glow.halos[i + 2]!;
    if (Math.acos(Math.min(1, Math.max(-1, cosine))) < radius + HALO_REACH * glow.halos[i + 3]!)
      near.push(...glow.halos.subarray(i, i + 5));
  }
  return Float64Array.from(near);
}

/** Brightness of the halos (radiance times exposure of their red) in a unit direction. */
export function haloLight(halos: Float64Array, dx: number, dy: number, dz: number): number {
  let sum = 0;
  for (let i = 0; i < halos.length; i += 5) {
    const x = halos[i]! - dx;
    const y = halos[i + 1]! - dy;
    const z = halos[i + 2]! - dz;
    const size = halos[i + 3]!;
    const square = (x * x + y * y + z * z) / (size * size);
    if (square > HALO_REACH * HALO_REACH) continue;
    const edge = 1 - square / (HALO_REACH * HALO_REACH);
    sum += (0.1 * Math.exp(-square / 3) + 0.028 * Math.exp(-square / 18)) * edge * edge * halos[i + 4]!;
  }
  return sum;
}

export function haloColour(channel: number): number {
  return HALO_COLOUR[channel]!;
}
