/** Where the bench's picture comes from: six cube faces out of a tile folder of Grotto's, or out of any 2:1 picture. */
import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { faceDirection } from '#streaming/pyramid/cube.ts';
import { FACES, type Face } from '#streaming/pyramid/pyramid.ts';

/** One cube face: square, RGB, three bytes a pixel. */
export interface FacePixels {
  readonly face: Face;
  readonly sizePx: number;
  readonly rgb: Uint8Array;
}

const TILE_PX = 512;

/** Puts the finest level of a `{z}/{f}/{y}_{x}.webp` folder together again; levels are numbered folders. */
export async function readFacesFromTiles(folder: string, sizePx: number): Promise<FacePixels[]> {
  const names = await readdir(folder);
  const level = Math.max(...names.filter((name) => /^\d+$/.test(name)).map(Number));
  const count = sizePx / TILE_PX;
  const faces: FacePixels[] = [];
  for (const face of FACES) {
    const tiles = [];
    for (let y = 0; y < count; y += 1) {
      for (let x = 0; x < count; x += 1) {
        tiles.push({
          input: join(folder, String(level), face, `${y}_${x}.webp`),
          left: x * TILE_PX,
          top: y * TILE_PX,
        });
      }
    }
    const canvas = sharp({ create: { width: sizePx, height: sizePx, channels: 3, background: 'black' } });
    const rgb = await canvas.composite(tiles).removeAlpha().raw().toBuffer();
    faces.push({ face, sizePx, rgb });
  }
  return faces;
}

/** Cuts six faces out of an equirectangular picture, bilinear: the bench compares viewers, not resamplers. */
export async function cutFacesFromEquirect(picture: string, sizePx: number): Promise<FacePixels[]> {
  if (!existsSync(picture)) throw new Error(`--picture ${picture}: no such file`);
  const { data, info } = await sharp(picture, { limitInputPixels: false })
    .removeAlpha()
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true });
  if (info.width !== 2 * info.height) {
    throw new Error(
      `--picture ${picture}: ${info.width}×${info.height} is not 2:1, expected an equirectangular picture`,
    );
  }
  return FACES.map((face, index) => ({ face, sizePx, rgb: cutFace(data, info.width, info.height, index, sizePx) }));
}

function cutFace(source: Uint8Array, width: number, height: number, face: number, sizePx: number): Uint8Array {
  const rgb = new Uint8Array(sizePx * sizePx * 3);
  let out = 0;
  for (let row = 0; row < sizePx; row += 1) {
    for (let column = 0; column < sizePx; column += 1) {
      const [x, y, z] = faceDirection(face, (column + 0.5) / sizePx, (row + 0.5) / sizePx);
      const u = (Math.atan2(x, -z) / (2 * Math.PI) + 0.5) * width - 0.5;
      const v = (0.5 - Math.atan2(y, Math.hypot(x, z)) / Math.PI) * height - 0.5;
      const left = Math.floor(u);
      const top = Math.floor(v);
      const fx = u - left;
      const fy = v - top;
      const x0 = ((left + width) % width) * 3;
      const x1 = ((left + 1 + width) % width) * 3;
      const y0 = Math.min(height - 1, Math.max(0, top)) * width * 3;
      const y1 = Math.min(height - 1, Math.max(0, top + 1)) * width * 3;
      for (let channel = 0; channel < 3; channel += 1) {
        const upper = source[y0 + x0 + channel]! * (1 - fx) + source[y0 + x1 + channel]! * fx;
        const lower = source[y1 + x0 + channel]! * (1 - fx) + source[y1 + x1 + channel]! * fx;
        rgb[out] = Math.round(upper * (1 - fy) + lower * fy);
        out += 1;
      }
    }
  }
  return rgb;
}
