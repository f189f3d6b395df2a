/** How a tileset stands in the frame of a relic: Y up, its middle on the origin where that is wanted. */
import { dot, subtract, type Vec3 } from '#shared/vec.ts';
import { eastNorthUp, isOnEarth, toCartesian, toCartographic } from './globe.ts';
import type { ReadTile } from './readTile.ts';

export interface UprightOptions {
  /** The axis that points up in the tileset. */
  readonly up: 'y' | 'z';
  readonly isCentred: boolean;
}

export interface Upright {
  /** Of the relic's frame, told in the tileset's: its axes and its origin. */
  readonly axes: readonly [Vec3, Vec3, Vec3];
  readonly origin: Vec3;
  /** Around the whole tileset, in the relic's frame. */
  readonly min: Vec3;
  readonly max: Vec3;
}

const AS_WRITTEN = [[1, 0, 0], [0, 1, 0], [0, 0, 1]] as const satisfies Upright['axes']; // prettier-ignore
/** Z up becomes Y up; what was north lies at −Z, straight ahead of a visitor who looks along yaw 0. */
const Z_UP = [[1, 0, 0], [0, 0, 1], [0, -1, 0]] as const satisfies Upright['axes']; // prettier-ignore
/** Places along a region of the globe, between which it bends by too little to matter. */
const REGION_STEPS = 8;

type Root = Pick<ReadTile, 'boundingVolume' | 'transform'>;

export function findUpright(root: Root, { up, isCentred }: UprightOptions): Upright {
  const { points, middle, radius } = outlineOf(root);
  const flat = up === 'z' ? Z_UP : AS_WRITTEN;
  // Where something stands on the globe, up is away from it.
  const axes = isCentred && up === 'z' && isOnEarth(middle) ? axesAt(middle) : flat;
  const origin: Vec3 = isCentred ? middle : [0, 0, 0];
  const min: [number, number, number] = [Infinity, Infinity, Infinity];
  const max: [number, number, number] = [-Infinity, -Infinity, -Infinity];
  for (const point of points) {
    const from = subtract(point, origin);
    for (const k of [0, 1, 2] as const) {
      const at = dot(axes[k], from);
      min[k] = Math.min(min[k], at - radius);
      max[k] = Math.max(max[k], at + radius);
    }
  }
  return { axes, origin, min, max };
}

function axesAt(middle: Vec3): Upright['axes'] {
  const [east, north, up] = eastNorthUp(toCartographic(middle));
  return [east, up, scale(north, -1)];
}

/** Points that the volume lies between, each `radius` thick, and its middle. */
function outlineOf({ boundingVolume, transform }: Root): { points: Vec3[]; middle: Vec3; radius: number } {
  if ('region' in boundingVolume) return outlineOfRegion(boundingVolume.region);
  if ('sphere' in boundingVolume) {
    const [x = 0, y = 0, z = 0, radius = 0] = boundingVolume.sphere;
    const middle = move(transform, [x, y, z]);
    const stretch = [0, 1, 2].map((k) => Math.hypot(...subtract(move(transform, unit(k)), move(transform, [0, 0, 0]))));
    return { points: [middle], middle, radius: radius * Math.max(...stretch) };
  }
  const [x = 0, y = 0, z = 0, ...half] = boundingVolume.box;
  const axis = (k: number): Vec3 => [half[k] ?? 0, half[k + 1] ?? 0, half[k + 2] ?? 0];
  const points: Vec3[] = [];
  for (const a of [-1, 1]) {
    for (const b of [-1, 1]) {
      for (const c of [-1, 1]) {
        const along = add(add(scale(axis(0), a), scale(axis(3), b)), scale(axis(6), c));
        points.push(move(transform, add([x, y, z], along)));
      }
    }
  }
  return { points, middle: move(transform, [x, y, z]), radius: 0 };
}

/** A region tells of the globe itself: no transform moves it. */
function outlineOfRegion(region: readonly number[]): { points: Vec3[]; middle: Vec3; radius: number } {
  const [west = 0, south = 0, eastward = 0, north = 0, least = 0, greatest = 0] = region;
  const east = eastward < west ? eastward + 2 * Math.PI : eastward;
  const points: Vec3[] = [];
  for (let i = 0; i <= REGION_STEPS; i++) {
    for (let j = 0; j <= REGION_STEPS; j++) {
      const lon = west + ((east - west) * i) / REGION_STEPS;
      const lat = south + ((north - south) * j) / REGION_STEPS;
      for (const height of [least, greatest]) points.push(toCartesian({ lon, lat, height }));
    }
  }
  const middle = { lon: (west + east) / 2, lat: (south + north) / 2, height: (least + greatest) / 2 };
  return { points, middle: toCartesian(middle), radius: 0 };
}

function move(transform: readonly number[] | undefined, [x, y, z]: Vec3): Vec3 {
  if (!transform) return [x, y, z];
  const at = (k: number): number =>
    (transform[k] ?? 0) * x + (transform[k + 4] ?? 0) * y + (transform[k + 8] ?? 0) * z + (transform[k + 12] ?? 0);
  return [at(0), at(1), at(2)];
}

function unit(k: number): Vec3 {
  return [k === 0 ? 1 : 0, k === 1 ? 1 : 0, k === 2 ? 1 : 0];
}

function add(a: Vec3, b: Vec3): Vec3 {
  return [a[0] + b[0], a[1] + b[1], a[2] + b[2]];
}

function scale(v: Vec3, by: number): Vec3 {
  return [v[0] * by, v[1] * by, v[2] * by];
}
