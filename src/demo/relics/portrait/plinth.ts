/** The plinth: a round grey slab, its light and the soft shadow of the relic kept on a small grid. */
import type { Tracer } from '#demo/form/bvh.ts';
import { createRandom } from '#demo/noise/random.ts';
import { SOFT_BOXES, ambientOn, solidAngle } from './studio.ts';

const RAYS_A_BOX = 10;
const RAYS_UP = 20;

/** Linear. */
const COLOUR = [0.105, 0.1, 0.094];

/** Writes the radiance of the slab at a place; `radius` in metres, y = 0. */
export type Plinth = (x: number, z: number, out: Float64Array) => void;

/** `turn` is the angle of the camera, which the lights go along with; `side` is that of the grid. */
export function lightPlinth(tracer: Tracer, radius: number, turn: number, side: number): Plinth {
  const random = createRandom(31);
  const grid = new Float32Array(side * side * 3);
  const cos = Math.cos(turn);
  const sin = Math.sin(turn);
  const ambient = new Float64Array(3);
  ambientOn(1, ambient);
  for (let row = 0; row < side; row++)
    for (let column = 0; column < side; column++) {
      const at = (row * side + column) * 3;
      const x = ((column + 0.5) / side - 0.5) * 2 * radius;
      const z = ((row + 0.5) / side - 0.5) * 2 * radius;
      if (x * x + z * z > radius * radius * 1.05) continue;
      const start = radius * 2e-4;
      let free = 0;
      for (let ray = 0; ray < RAYS_UP; ray++) {
        const lift = Math.sqrt((ray + random()) / RAYS_UP);
        const angle = random() * 2 * Math.PI;
        const flat = Math.sqrt(1 - lift * lift);
        if (!tracer.any(x, start, z, Math.cos(angle) * flat, lift, Math.sin(angle) * flat, radius)) free++;
      }
      for (let k = 0; k < 3; k++) grid[at + k] = (ambient[k]! * free) / RAYS_UP;
      for (const box of SOFT_BOXES) {
        let seen = 0;
        for (let ray = 0; ray < RAYS_A_BOX; ray++) {
          const u = (((ray % 5) + random()) / 5 - 0.5) * 2 * box.width;
          const v = ((Math.floor(ray / 5) + random()) / 2 - 0.5) * 2 * box.height;
          const px = box.towards[0] + box.across[0] * u + box.up[0] * v;
          const py = box.towards[1] + box.across[1] * u + box.up[1] * v;
          const pz = box.towards[2] + box.across[2] * u + box.up[2] * v;
          const length = Math.hypot(px, py, pz);
          if (
            !tracer.any(
              x,
              start,
              z,
              (px * cos + pz * sin) / length,
              py / length,
              (pz * cos - px * sin) / length,
              radius * 4,
            )
          )
            seen++;
        }
        const strength = ((seen / RAYS_A_BOX) * solidAngle(box) * box.towards[1]) / 2.2;
        for (let k = 0; k < 3; k++) grid[at + k]! += box.radiance[k]! * strength;
      }
    }
  const read = (column: number, row: number, k: number) =>
    grid[(Math.min(side - 1, Math.max(0, row)) * side + Math.min(side - 1, Math.max(0, column))) * 3 + k]!;
  return (x, z, out) => {
    const u = ((x / radius + 1) / 2) * side - 0.5;
    const v = ((z / radius + 1) / 2) * side - 0.5;
    const column = Math.floor(u);
    const row = Math.floor(v);
    const fu = u - column;
    const fv = v - row;
    for (let k = 0; k < 3; k++) {
      const top = read(column, row, k) * (1 - fu) + read(column + 1, row, k) * fu;
      const bottom = read(column, row + 1, k) * (1 - fu) + read(column + 1, row + 1, k) * fu;
      out[k] = (COLOUR[k]! * (top + (bottom - top) * fv)) / Math.PI;
    }
  };
}
