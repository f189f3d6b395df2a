/** What the settled picture ought to look like at the sample points, straight from the tiles. */
import { join } from 'node:path';
import sharp from 'sharp';
import { facePoint } from '#streaming/pyramid/cube.ts';
import { FACES } from '#streaming/pyramid/pyramid.ts';
import { SAMPLE_COLUMNS, SAMPLE_ROWS, sampleDirection } from '../view.ts';
import { FINEST_SIZE, LEVEL_SIZES, TILE_SIZE } from './pyramid.ts';

/** Reads the finest level's luma; the function returned gives it at every sample point for a yaw in degrees, pitch 0. */
export async function readExpectedLumas(folder: string): Promise<(yaw: number) => number[]> {
  const faces: Uint8Array[] = [];
  for (const face of FACES) faces.push(await readFace(join(folder, String(LEVEL_SIZES.length), face)));
  return (yaw) => {
    const lumas: number[] = [];
    for (let point = 0; point < SAMPLE_COLUMNS * SAMPLE_ROWS; point += 1) {
      const { face, u, v } = facePoint(sampleDirection(point, yaw));
      const column = Math.min(FINEST_SIZE - 1, Math.floor(u * FINEST_SIZE));
      const row = Math.min(FINEST_SIZE - 1, Math.floor(v * FINEST_SIZE));
      lumas.push(faces[face]![row * FINEST_SIZE + column]!);
    }
    return lumas;
  };
}

async function readFace(folder: string): Promise<Uint8Array> {
  const luma = new Uint8Array(FINEST_SIZE * FINEST_SIZE);
  const count = FINEST_SIZE / TILE_SIZE;
  for (let y = 0; y < count; y += 1) {
    for (let x = 0; x < count; x += 1) {
      const rgb = await sharp(join(folder, `${y}_${x}.jpg`))
        .removeAlpha()
        .raw()
        .toBuffer();
      for (let i = 0; i < TILE_SIZE * TILE_SIZE; i += 1) {
        const value = 0.299 * rgb[3 * i]! + 0.587 * rgb[3 * i + 1]! + 0.114 * rgb[3 * i + 2]!;
        luma[(y * TILE_SIZE + Math.floor(i / TILE_SIZE)) * FINEST_SIZE + x * TILE_SIZE + (i % TILE_SIZE)] = value;
      }
    }
  }
  return luma;
}
