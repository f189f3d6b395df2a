/**
 * Flames as bodies of glowing gas that stand in the cave: each eye sees them where they are, and what stands before them
 * hides them. A flame rises from its `position` by its `size` and leans a little, each its own way.
 */
import type { Flame, Vec3 } from '#demo/cave/cave.ts';
import { createRandom } from '#demo/noise/random.ts';
import { BLOCK, type CanvasTile } from '#demo/picture/canvasTile.ts';
import type { Camera } from '#demo/picture/camera.ts';
import type { Picture } from '#demo/picture/shade.ts';

/** Half width against height. */
const WIDTH = 0.2;
const LEAN = 0.09;
/** Radiance times exposure through the middle: what the eye takes for a flame in any light. */
const CORE = [14, 9.4, 4.2] as const;
const BASE = [0.9, 1.1, 2.6] as const;
const SAMPLES = 3;

/** Share of the flames in a picture: none in a drawing, none where lamps are out. */
export function flameShare({ layer, mix }: Picture): number {
  return layer === 'line-drawing' || mix.lamps <= 0 ? 0 : Math.min(1, 0.6 + mix.lamps * 0.5);
}

/** Adds the flames to the radiance of a tile. */
export function drawFlames(
  tile: CanvasTile,
  camera: Camera,
  flames: readonly Flame[],
  pictures: readonly Picture[],
): void {
  const shares = pictures.map(flameShare);
  if (!shares.some((share) => share > 0)) return;
  flames.forEach((flame, i) => drawFlame(tile, camera, flame, i, pictures, shares));
}

function drawFlame(
  tile: CanvasTile,
  camera: Camera,
  flame: Flame,
  index: number,
  pictures: readonly Picture[],
  shares: readonly number[],
): void {
  const box = boundFlame(tile, camera, flame);
  if (!box) return;
  const body = createBody(flame, index, camera.origin);
  const { origin, corner, right, down } = camera;
  const sum = new Float64Array(4);
  for (let y = box.top; y < box.bottom; y++)
    for (let x = box.left; x < box.right; x++) {
      const pixel = (y - tile.rect.y + BLOCK) * tile.width + x - tile.rect.x + BLOCK;
      sum.fill(0);
      for (let s = 0; s < SAMPLES * SAMPLES; s++) {
        const px = x + ((s % SAMPLES) + 0.5) / SAMPLES;
        const py = y + (Math.floor(s / SAMPLES) + 0.5) / SAMPLES;
        const dx = corner[0] + px * right[0] + py * down[0];
        const dy = corner[1] + px * right[1] + py * down[1];
        const dz = corner[2] + px * right[2] + py * down[2];
        body.add(origin, dx, dy, dz, tile.depths[pixel]!, sum);
      }
      if (sum[3] === 0) continue;
      const weight = 1 / (SAMPLES * SAMPLES);
      for (let p = 0; p < pictures.length; p++) {
        const share = shares[p]!;
        if (share === 0) continue;
        const picture = tile.radiance[p]!;
        const scale = (weight * share) / pictures[p]!.mix.exposure;
        for (let c = 0; c < 3; c++)
          picture[pixel * 3 + c] = picture[pixel * 3 + c]! * (1 - sum[3]! * weight * share) + sum[c]! * scale;
      }
    }
}

/** The body of one flame; `add` adds red, green, blue and cover along a ray (depth along the camera's axis) to `sum`. */
function createBody({ position, size }: Flame, index: number, eye: Vec3) {
  const random = createRandom(7001 + index);
  const turn = random.between(0, 2 * Math.PI);
  const lean = LEAN * size * random.between(0.3, 1);
  const leanX = Math.cos(turn) * lean;
  const leanZ = Math.sin(turn) * lean;
  const height = size * random.between(0.92, 1.08);
  const across = Math.hypot(position[0] - eye[0], position[2] - eye[2]);

  function add(origin: Vec3, dx: number, dy: number, dz: number, depth: number, sum: Float64Array): void {
    const level = dx * dx + dz * dz;
    if (level < 1e-9) return;
    // Where the ray passes the flame's axis, first upright, then leaning as at that height.
    let x = position[0] - origin[0];
    let z = position[2] - origin[2];
    let t = (x * dx + z * dz) / level;
    const rise = Math.max(0, Math.min(1, (origin[1] + t * dy - position[1]) / height));
    x += leanX * rise * rise;
    z += leanZ * rise * rise;
    t = (x * dx + z * dz) / level;
    if (t <= 0 || t > depth) return;
    const h = (origin[1] + t * dy - position[1]) / height;
    if (h <= 0 || h >= 1) return;
    const fromTop = 1 - h;
    const half = size * WIDTH * Math.sin(Math.PI * fromTop ** 1.5) ** 0.8 * (0.35 + 0.65 * fromTop) + across * 1e-5;
    const q = ((x - t * dx) ** 2 + (z - t * dz) ** 2) / (half * half);
    if (q >= 1) return;
    const thick = Math.sqrt(1 - q);
    const foot = Math.max(0, 1 - h / 0.22) ** 1.5;
    const tip = Math.max(0, (h - 0.55) / 0.45);
    const fade = 1 - 0.55 * tip;
    sum[0]! += thick * fade * (CORE[0] * (1 - foot) + BASE[0] * foot);
    sum[1]! += thick * fade * (CORE[1] * (1 - 0.45 * tip) * (1 - foot) + BASE[1] * foot);
    sum[2]! += thick * fade * (CORE[2] * (1 - 0.75 * tip) * (1 - foot) + BASE[2] * foot);
    sum[3]! += Math.min(1, thick * 1.5) * (1 - foot * 0.7) * fade;
  }

  return { add };
}

/** The pixels of the tile a flame may touch; null where none. */
function boundFlame({ rect }: CanvasTile, { origin, corner, right, down }: Camera, { position, size }: Flame) {
  const area = right[0] ** 2 + right[1] ** 2 + right[2] ** 2;
  const forward: Vec3 = [
    (right[1] * down[2] - right[2] * down[1]) / area,
    (right[2] * down[0] - right[0] * down[2]) / area,
    (right[0] * down[1] - right[1] * down[0]) / area,
  ];
  const middle: Vec3 = [position[0] - origin[0], position[1] + size / 2 - origin[1], position[2] - origin[2]];
  const along = (axis: Vec3, p: Vec3) => p[0] * axis[0] + p[1] * axis[1] + p[2] * axis[2];
  const depth = along(forward, middle);
  if (depth < size * 2) return null;
  const x = (along(right, middle) / depth - along(right, corner)) / area;
  const y = (along(down, middle) / depth - along(down, corner)) / area;
  const distance = Math.hypot(...middle);
  // Far from the middle of the plane everything is drawn out, by at most the square of this.
  const reach = (((size * 0.9) / depth) * (distance / depth)) / Math.sqrt(area) + 2;
  const left = Math.max(rect.x, Math.floor(x - reach));
  const top = Math.max(rect.y, Math.floor(y - reach));
  const end = Math.min(rect.x + rect.width, Math.ceil(x + reach));
  const bottom = Math.min(rect.y + rect.height, Math.ceil(y + reach));
  return left < end && top < bottom ? { left, top, right: end, bottom } : null;
}
