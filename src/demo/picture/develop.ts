/** Radiance, veil and exposure to stored bytes. */
import type { Vec3 } from '#demo/cave/cave.ts';
import { BLOCK, type CanvasTile } from '#demo/picture/canvasTile.ts';
import type { Camera } from '#demo/picture/camera.ts';
import { flameShare } from '#demo/picture/flames.ts';
import { addBloom, haloColour, haloLight, nearHalos, type Glow } from '#demo/picture/glow.ts';
import type { Picture } from '#demo/picture/shade.ts';
import { toneByte } from '#demo/picture/tone.ts';

/** sRGB bytes of the tile without its ring, 3 a pixel, for each picture. */
export function developTile(tile: CanvasTile, camera: Camera, pictures: readonly Picture[], glow: Glow): Uint8Array[] {
  const { width, height } = tile.rect;
  const out = pictures.map(() => new Uint8Array(width * height * 3));
  const halos = tileHalos(tile, camera, glow);
  const shares = pictures.map(flameShare);
  const stride = pictures.length * 3;
  const bloom = [0, 1, 2, 3].map(() => new Float64Array(stride));
  for (let y0 = 0; y0 < height; y0 += BLOCK)
    for (let x0 = 0; x0 < width; x0 += BLOCK) {
      bloom.forEach((values, corner) => {
        values.fill(0);
        const x = tile.rect.x + x0 + (corner & 1) * BLOCK;
        const y = tile.rect.y + y0 + (corner >> 1) * BLOCK;
        addBloom(glow, directionAt(camera, x, y), values);
      });
      const [a, b, c, d] = bloom as [Float64Array, Float64Array, Float64Array, Float64Array];
      const right = Math.min(BLOCK, width - x0);
      const bottom = Math.min(BLOCK, height - y0);
      for (let j = 0; j < bottom; j++)
        for (let i = 0; i < right; i++) {
          const from = ((y0 + j + BLOCK) * tile.width + x0 + i + BLOCK) * 3;
          const to = ((y0 + j) * width + x0 + i) * 3;
          const halo =
            halos.length === 0 ? 0 : haloAt(camera, halos, tile.rect.x + x0 + i + 0.5, tile.rect.y + y0 + j + 0.5);
          const fx = (i + 0.5) / BLOCK;
          const fy = (j + 0.5) / BLOCK;
          const [wa, wb, wc, wd] = [(1 - fx) * (1 - fy), fx * (1 - fy), (1 - fx) * fy, fx * fy];
          for (let p = 0; p < pictures.length; p++) {
            const { layer, mix } = pictures[p]!;
            const radiance = tile.radiance[p]!;
            const bytes = out[p]!;
            for (let channel = 0; channel < 3; channel++) {
              const k = p * 3 + channel;
              const veil = a[k]! * wa + b[k]! * wb + c[k]! * wc + d[k]! * wd;
              const light = (radiance[from + channel]! + veil) * mix.exposure + halo * shares[p]! * haloColour(channel);
              bytes[to + channel] = toneByte(light, layer === 'line-drawing');
            }
          }
        }
    }
  return out;
}

function directionAt({ corner, right, down }: Camera, x: number, y: number): Vec3 {
  return [
    corner[0] + x * right[0] + y * down[0],
    corner[1] + x * right[1] + y * down[1],
    corner[2] + x * right[2] + y * down[2],
  ];
}

function haloAt({ corner, right, down }: Camera, halos: Float64Array, x: number, y: number): number {
  const dx = corner[0] + x * right[0] + y * down[0];
  const dy = corner[1] + x * right[1] + y * down[1];
  const dz = corner[2] + x * right[2] + y * down[2];
  const scale = 1 / Math.sqrt(dx * dx + dy * dy + dz * dz);
  return haloLight(halos, dx * scale, dy * scale, dz * scale);
}

function tileHalos({ rect }: CanvasTile, camera: Camera, glow: Glow): Float64Array {
  const unit = (d: Vec3): Vec3 => {
    const scale = 1 / Math.hypot(...d);
    return [d[0] * scale, d[1] * scale, d[2] * scale];
  };
  const middle = unit(directionAt(camera, rect.x + rect.width / 2, rect.y + rect.height / 2));
  let radius = 0;
  for (const [x, y] of [[0, 0], [1, 0], [0, 1], [1, 1]] as const) {
    const corner = unit(directionAt(camera, rect.x + rect.width * x, rect.y + rect.height * y));
    const cosine = middle[0] * corner[0] + middle[1] * corner[1] + middle[2] * corner[2];
    radius = Math.max(radius, Math.acos(Math.min(1, cosine)));
  } // prettier-ignore
  return nearHalos(glow, middle, radius);
}
