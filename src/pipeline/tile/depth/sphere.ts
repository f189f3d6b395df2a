/** Nearness along the ray in every direction of the panorama, from whatever the input is. */
import { toRadians } from '#shared/angle.ts';
import { rotationInto, type Rotation } from '#shared/pose.ts';
import { directionOf, type Vec3, yawPitchOf } from '#shared/vec.ts';
import { cellIndex, interpolateNearness, type Interpolated, type NearnessAt } from '#sources/depth/interpolate.ts';
import { faceDirection, facePoint } from '#streaming/pyramid/cube.ts';
import type { DepthInput } from './input.ts';
import type { NearnessMap } from './nearness.ts';
import type { DepthOptions } from './options.ts';

export interface Sphere {
  readonly map: NearnessMap;
  /**
   * What sampling may be off, as a part of the distance, at 95 of 100 pixels; at the others, bends and edges, the written
   * picture bends as well, which whoever reads it sees.
   */
  readonly share: number;
}

/** Says what lies in a direction of the input's own frame. */
type Sampler = (direction: Vec3) => Interpolated | null;

/** Larger parts of a distance are edges, which show as such in what is written. */
const MOST_SHARE = 0.05;
const BINS = 500;

/** `width` is even. Maps that fit as they are go through untouched. */
export function toSphere(
  layout: DepthInput['layout'],
  along: 'ray' | 'axis',
  maps: readonly NearnessMap[],
  width: number,
  pose: DepthOptions['pose'],
): Sphere {
  const [whole] = maps;
  const height = width / 2;
  if (whole && layout === 'equirect' && !pose && whole.width === width && whole.height === height)
    return { map: whole, share: 0 };
  const sample = layout === 'faces' ? faceSampler(maps, along) : sphereSampler(maps);
  const into = pose && rotationInto(toRadians(pose.yaw), toRadians(pose.pitch), toRadians(pose.roll));
  const nearness = new Float32Array(width * height);
  const histogram = new Float64Array(BINS + 1);
  for (let y = 0, i = 0; y < height; y++) {
    const pitch = (0.5 - (y + 0.5) / height) * Math.PI;
    for (let x = 0; x < width; x++, i++) {
      const direction = directionOf(((x + 0.5) / width - 0.5) * 2 * Math.PI, pitch);
      const found = sample(into ? turn(into, direction) : direction);
      if (!found) continue;
      nearness[i] = found.nearness;
      const share = Math.max(found.nearness / found.lowest, found.highest / found.nearness) - 1;
      // As many pixels for every part of the sphere.
      if (share < MOST_SHARE) histogram[Math.ceil((share / MOST_SHARE) * BINS)]! += Math.cos(pitch);
    }
  }
  return { map: { width, height, nearness }, share: quantile(histogram, 0.95) };
}

function sphereSampler([map]: readonly NearnessMap[]): Sampler {
  if (!map) throw new RangeError('there is no map');
  const { width, height, nearness } = map;
  const at: NearnessAt = (column, row) => nearness[cellIndex(width, height, column, row)] ?? 0;
  return (direction) => {
    const { yaw, pitch } = yawPitchOf(direction);
    return interpolateNearness(at, (yaw / (2 * Math.PI) + 0.5) * width - 0.5, (0.5 - pitch / Math.PI) * height - 0.5);
  };
}

/**
 * One over the distance along the axis is linear over any flat wall, so faces are interpolated in that, whatever they
 * hold; beyond a face's border it goes on as it was.
 */
function faceSampler(maps: readonly NearnessMap[], along: 'ray' | 'axis'): Sampler {
  const size = maps[0]?.width ?? 0;
  const lengthAt = (face: number, x: number, y: number): number =>
    Math.hypot(...faceDirection(face, (x + 0.5) / size, (y + 0.5) / size));
  if (along === 'ray') {
    maps.forEach(({ nearness }, face) => {
      for (let i = 0; i < nearness.length; i++)
        nearness[i] = (nearness[i] ?? 0) * lengthAt(face, i % size, Math.floor(i / size));
    });
  }
  const ats = maps.map(({ nearness }): NearnessAt => {
    const inside = (x: number, y: number): number => nearness[y * size + x] ?? 0;
    const goOn = (near: number, next: number): number => (near > 0 && next > 0 ? Math.max(0, 2 * near - next) : 0);
    const inRow = (x: number, y: number): number =>
      x < 0
        ? goOn(inside(0, y), inside(1, y))
        : x >= size
          ? goOn(inside(size - 1, y), inside(size - 2, y))
          : inside(x, y);
    return (x, y) => {
      if (y < 0) return goOn(inRow(x, 0), inRow(x, 1));
      return y >= size ? goOn(inRow(x, size - 1), inRow(x, size - 2)) : inRow(x, y);
    };
  });
  return (direction) => {
    const { face, u, v } = facePoint(direction);
    const at = ats[face];
    const clamp = (cell: number): number => Math.min(size - 0.501, Math.max(-0.499, cell));
    const found = at && interpolateNearness(at, clamp(u * size - 0.5), clamp(v * size - 0.5));
    if (!found) return null;
    const length = Math.hypot(...faceDirection(face, u, v));
    const { nearness, lowest, highest, isEdge } = found;
    return { nearness: nearness / length, lowest: lowest / length, highest: highest / length, isEdge };
  };
}

function turn(m: Rotation, [x, y, z]: Vec3): Vec3 {
  return [m[0] * x + m[1] * y + m[2] * z, m[3] * x + m[4] * y + m[5] * z, m[6] * x + m[7] * y + m[8] * z];
}

/** The share below which that part of the weight lies. */
function quantile(histogram: Float64Array, part: number): number {
  const wanted = part * histogram.reduce((sum, weight) => sum + weight, 0);
  let sum = 0;
  const bin = histogram.findIndex((weight) => (sum += weight) >= wanted && wanted > 0);
  return (Math.max(0, bin) / BINS) * MOST_SHARE;
}
