/** How high the ground lies where a relic is put up, asked of the depth pictures, which were made from the caves' geometry. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import sharp from 'sharp';
import { equirectDirection } from '#demo/picture/depth.ts';
import { SITE } from '#demo/site/site.ts';
import type { PlaceText } from './place.ts';

interface Footing {
  readonly x: number;
  readonly z: number;
  /** About where the ground lies, metres. */
  readonly level: number;
  /** Half the width of what is asked. */
  readonly footing: number;
}

/** Metres in the place's frame, a millimetre's precision; the level itself where there is no depth picture. */
export type Ground = (place: PlaceText['id'], footing: Footing) => number;

/** Beyond this the ground is not what the level says: something else stands in the way. */
const TOLERANCE = 0.05;
const SAMPLES = 5;

export async function readGround(folder: string, places: readonly PlaceText['id'][]): Promise<Ground> {
  const depths = new Map<string, { millimetres: Uint16Array; width: number; height: number }>();
  for (const place of places) {
    const file = path.join(folder, `panoramas/${place}/depth.png`);
    if (!existsSync(file)) continue;
    const { data, info } = await sharp(file)
      .toColourspace('grey16')
      .raw({ depth: 'ushort' })
      .toBuffer({ resolveWithObject: true });
    const millimetres = new Uint16Array(data.buffer, data.byteOffset, data.length / 2);
    depths.set(place, { millimetres, width: info.width, height: info.height });
  }
  return (place, { x, z, level, footing }) => {
    const depth = depths.get(place);
    if (!depth) return level;
    const { eye } = SITE[place];
    const heights: number[] = [];
    for (let j = 0; j < SAMPLES; j++)
      for (let i = 0; i < SAMPLES; i++) {
        const offset = (k: number) => (k / (SAMPLES - 1) - 0.5) * 2 * footing;
        const across = x + offset(i) - eye[0];
        const along = z + offset(j) - eye[2];
        const yaw = Math.atan2(across, -along);
        const pitch = Math.atan2(level - eye[1], Math.hypot(across, along));
        const column = Math.floor((yaw / (2 * Math.PI) + 0.5) * depth.width);
        const row = Math.floor((0.5 - pitch / Math.PI) * depth.height);
        const metres = depth.millimetres[row * depth.width + column]! / 1000;
        const height = eye[1] + equirectDirection(column, row, depth.width, depth.height)[1] * metres;
        if (Math.abs(height - level) > TOLERANCE)
          throw new Error(`readGround: ${place} at ${x}, ${z}: ground at ${height.toFixed(3)} m, expected ${level}`);
        heights.push(height);
      }
    // Feet stand on what is highest, a stray pixel apart.
    heights.sort((a, b) => a - b);
    return Math.round(heights[Math.floor(heights.length * 0.8)]! * 1000) / 1000;
  };
}
