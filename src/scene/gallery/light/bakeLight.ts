/**
 * Light on the floor and the walls of a hall, worked out once when it is built: every lamp's share where it falls,
 * shadows of plinths and relics, and the dark that gathers in corners. Light that bounces is added by the shader from
 * the same pictures, blurred.
 */
import { DataTexture, DataUtils, HalfFloatType, LinearFilter, LinearMipmapLinearFilter, RGBAFormat } from 'three';
import type { Vec3 } from '#shared/vec.ts';
import type { HallPlan } from '#tour/gallery/plan.ts';
import { onWall } from '#tour/gallery/doorways.ts';
import { hangLamps, type Lamp } from './lamps.ts';
import { createOccluders, shadowAt, type Occluders } from './shadows.ts';

export interface BakedLight {
  /** Over the floor: u along x, v along z, both from −half to +half. */
  readonly floor: DataTexture;
  /** The walls side by side, back, right, front, left, each from its left end as seen from inside; v upward. */
  readonly walls: DataTexture;
  readonly lamps: readonly Lamp[];
  /** Light from all around that has been thrown back several times. */
  readonly ambient: Vec3;
}

/** Texels a metre, fewer where a hall would need more of them than this. */
const FLOOR_DENSITY = 9;
const WALL_DENSITY = 7;
const MOST_SIDE = 640;
const MOST_WALL_WIDTH = 1_536;
const WALL_ROWS = 40;
const AMBIENT: Vec3 = [0.105, 0.09, 0.076];

export function bakeLight(plan: HallPlan): BakedLight {
  const lamps = hangLamps(plan);
  const occluders = createOccluders(plan);
  return {
    floor: bakeFloor(plan, lamps, occluders),
    walls: bakeWalls(plan, lamps, occluders),
    lamps,
    ambient: AMBIENT,
  };
}

function bakeFloor({ width, depth }: HallPlan, lamps: readonly Lamp[], occluders: Occluders): DataTexture {
  const columns = Math.max(16, Math.min(MOST_SIDE, Math.round(width * FLOOR_DENSITY)));
  const rows = Math.max(16, Math.min(MOST_SIDE, Math.round(depth * FLOOR_DENSITY)));
  const light = new Float32Array(columns * rows * 3);
  const sum: [number, number, number] = [0, 0, 0];
  for (const lamp of lamps) {
    const [lx, , lz] = lamp.position;
    const [x0, x1] = rangeOf(lx - lamp.reach, lx + lamp.reach, width, columns);
    const [z0, z1] = rangeOf(lz - lamp.reach, lz + lamp.reach, depth, rows);
    for (let row = z0; row < z1; row++) {
      const z = ((row + 0.5) / rows - 0.5) * depth;
      for (let column = x0; column < x1; column++) {
        const x = ((column + 0.5) / columns - 0.5) * width;
        sum.fill(0);
        if (!addLamp(lamp, [x, 0, z], UP, sum)) continue;
        const share = shadowAt(occluders, lamp, x, 0, z);
        const at = (row * columns + column) * 3;
        for (let k = 0; k < 3; k++) light[at + k] = (light[at + k] ?? 0) + (sum[k] ?? 0) * share;
      }
    }
  }
  return toTexture(light, columns, rows, (column, row) => {
    const x = ((column + 0.5) / columns - 0.5) * width;
    const z = ((row + 0.5) / rows - 0.5) * depth;
    const toWall = Math.min(width / 2 - Math.abs(x), depth / 2 - Math.abs(z));
    return openness(toWall) * occluders.opennessAt(x, z);
  });
}

function bakeWalls({ width, depth, height }: HallPlan, lamps: readonly Lamp[], occluders: Occluders): DataTexture {
  const around = 2 * (width + depth);
  const columns = Math.max(64, Math.min(MOST_WALL_WIDTH, Math.round(around * WALL_DENSITY)));
  const light = new Float32Array(columns * WALL_ROWS * 3);
  const open = new Float32Array(columns);
  const sum: [number, number, number] = [0, 0, 0];
  for (let column = 0; column < columns; column++) {
    const { point, normal, toCorner } = wallAt(((column + 0.5) / columns) * around, width, depth);
    open[column] = openness(toCorner);
    const near = lamps.filter(
      ({ position, reach }) => Math.hypot(position[0] - point[0], position[2] - point[2]) < reach + 0.5,
    );
    for (let row = 0; row < WALL_ROWS; row++) {
      const y = ((row + 0.5) / WALL_ROWS) * height;
      const at = (row * columns + column) * 3;
      for (const lamp of near) {
        sum.fill(0);
        if (!addLamp(lamp, [point[0], y, point[2]], normal, sum)) continue;
        const share = lamp.exhibit ? shadowAt(occluders, lamp, point[0], y, point[2]) : 1;
        for (let k = 0; k < 3; k++) light[at + k] = (light[at + k] ?? 0) + (sum[k] ?? 0) * share;
      }
    }
  }
  return toTexture(light, columns, WALL_ROWS, (column, row) => {
    const y = ((row + 0.5) / WALL_ROWS) * height;
    return (open[column] ?? 1) * openness(y) * openness(height - y);
  });
}

const UP: Vec3 = [0, 1, 0];

/** Where along the unrolled walls a length lies; see `BakedLight.walls`. */
export function wallAt(length: number, width: number, depth: number) {
  let left = length;
  for (const side of ['back', 'right', 'front', 'left'] as const) {
    const long = side === 'back' || side === 'front' ? width : depth;
    if (left <= long || side === 'left') {
      const along = left - long / 2;
      const { x, z, turn } = onWall(side, along, width, depth);
      const normal: Vec3 = [Math.sin(turn), 0, Math.cos(turn)];
      return { point: [x, 0, z] as Vec3, normal, toCorner: Math.min(left, long - left) };
    }
    left -= long;
  }
  throw new RangeError('wallAt: beyond the walls');
}

/** Adds what a lamp gives to a point without anything in the way; says whether it gives anything. */
function addLamp(lamp: Lamp, [px, py, pz]: Vec3, [nx, ny, nz]: Vec3, sum: [number, number, number]): boolean {
  const dx = px - lamp.position[0];
  const dy = py - lamp.position[1];
  const dz = pz - lamp.position[2];
  const distance = Math.hypot(dx, dy, dz);
  const facing = -(dx * nx + dy * ny + dz * nz) / distance;
  if (facing <= 0) return false;
  const along = (dx * lamp.direction[0] + dy * lamp.direction[1] + dz * lamp.direction[2]) / distance;
  if (along <= lamp.outer) return false;
  const t = Math.min(1, (along - lamp.outer) / (lamp.inner - lamp.outer));
  const amount = (t * t * (3 - 2 * t) * facing) / Math.max(0.25, distance * distance);
  for (let k = 0; k < 3; k++) sum[k] = (sum[k] ?? 0) + (lamp.intensity[k] ?? 0) * amount;
  return true;
}

/** How much of the light from all around reaches what lies this near to a wall that stands beside it. */
function openness(distance: number): number {
  return 1 - 0.5 * Math.exp(-distance / 0.32);
}

function rangeOf(from: number, to: number, length: number, count: number): [number, number] {
  const index = (value: number) => Math.floor((value / length + 0.5) * count);
  return [Math.max(0, index(from)), Math.min(count, index(to) + 1)];
}

/** Red, green, blue: light from lamps; alpha: how open the place is to light from all around. */
function toTexture(
  light: Float32Array,
  columns: number,
  rows: number,
  open: (column: number, row: number) => number,
): DataTexture {
  const data = new Uint16Array(columns * rows * 4);
  for (let i = 0; i < columns * rows; i++) {
    for (let k = 0; k < 3; k++) data[4 * i + k] = DataUtils.toHalfFloat(Math.min(1_000, light[3 * i + k] ?? 0));
    data[4 * i + 3] = DataUtils.toHalfFloat(open(i % columns, Math.floor(i / columns)));
  }
  const texture = new DataTexture(data, columns, rows, RGBAFormat, HalfFloatType);
  texture.magFilter = LinearFilter;
  texture.minFilter = LinearMipmapLinearFilter;
  texture.generateMipmaps = true;
  texture.needsUpdate = true;
  return texture;
}
