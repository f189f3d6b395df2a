/** A room whose walls are known to the last bit: a box around the panorama's centre with a round pillar in it. Metres. */
import { directionOf, type Vec3 } from '#shared/vec.ts';
import sharp from 'sharp';

export const BOX = { least: [-2.1, -1.6, -3], most: [2.4, 1.5, 2.6] } as const;
export const PILLAR = { x: 0.75, z: -1.7, radius: 0.3 } as const;

/** How far a ray from a point in the room goes until it meets something; and whether that is the pillar. */
export function castRay(from: Vec3, direction: Vec3): { metres: number; isPillar: boolean } {
  let metres = Infinity;
  for (const k of [0, 1, 2] as const) {
    const slope = direction[k];
    if (slope === 0) continue;
    metres = Math.min(metres, ((slope > 0 ? BOX.most[k] : BOX.least[k]) - from[k]) / slope);
  }
  const [x, z] = [from[0] - PILLAR.x, from[2] - PILLAR.z];
  const a = direction[0] ** 2 + direction[2] ** 2;
  const b = x * direction[0] + z * direction[2];
  const c = x * x + z * z - PILLAR.radius ** 2;
  const root = b * b - a * c;
  if (root <= 0 || b >= 0) return { metres, isPillar: false };
  const pillar = (-b - Math.sqrt(root)) / a;
  return pillar < metres ? { metres: pillar, isPillar: true } : { metres, isPillar: false };
}

/** Its depth from the origin, millimetres. */
export function roomDepth(width: number): Promise<Buffer> {
  const height = width / 2;
  const data = new Uint16Array(width * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const direction = directionOf(((x + 0.5) / width - 0.5) * 2 * Math.PI, (0.5 - (y + 0.5) / height) * Math.PI);
      data[y * width + x] = Math.round(castRay([0, 0, 0], direction).metres * 1_000);
    }
  }
  return sharp(data, { raw: { width, height, channels: 1 } })
    .toColourspace('grey16')
    .png()
    .toBuffer();
}
