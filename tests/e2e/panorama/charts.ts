/** Pictures whose colour at every point is known: each direction's own, one colour throughout, or labelled tiles. */
import sharp from 'sharp';
import { faceDirection } from '#streaming/pyramid/cube.ts';
import { FACES } from '#streaming/pyramid/pyramid.ts';
import { directionOf } from '#shared/vec.ts';
import type { Vec3 } from '#shared/vec.ts';

export type Colour = readonly [number, number, number];

export const PLUM: Colour = [143, 61, 202];
export const MOSS: Colour = [88, 160, 72];

/** A colour that varies smoothly over the whole sphere and tells every direction from its mirror images. */
export function colourOf(direction: Vec3): Colour {
  const length = Math.hypot(...direction);
  return direction.map((value) => 128 + 110 * (value / length)) as unknown as Colour;
}

/** Another such colour: what the same place might be by another light. */
export function glowOf(direction: Vec3): Colour {
  const [x, y, z] = colourOf(direction);
  return [0.4 * z + 90, 0.35 * x + 40, 0.3 * y + 5];
}

/** Turns of the finest code of `phaseOf` per radian. */
export const PHASES_PER_RADIAN = 12;

/** A colour that tells yaw (red, green) and pitch (blue) to a part of a pixel, for whoever knows them to a few degrees. */
export function phaseOf([x, y, z]: Vec3): Colour {
  const [yaw, pitch] = [Math.atan2(x, -z), Math.atan2(y, Math.hypot(x, z))].map((angle) => 2 * Math.PI * PHASES_PER_RADIAN * angle) as [number, number]; // prettier-ignore
  return [128 + 110 * Math.cos(yaw), 128 + 110 * Math.sin(yaw), 128 + 110 * Math.cos(pitch)];
}

/** A colour for each level: which of them a pixel shows. */
export const LEVEL_COLOURS: readonly Colour[] = [[200, 40, 40], [40, 200, 40], [40, 40, 200], [200, 200, 40], [200, 40, 200]]; // prettier-ignore

type ColourAt = (u: number, v: number) => Colour;

export async function pngOf(width: number, height: number, colourAt: ColourAt): Promise<Buffer> {
  const data = Buffer.alloc(width * height * 3);
  for (let y = 0, at = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      for (const value of colourAt((x + 0.5) / width, (y + 0.5) / height)) data[at++] = Math.round(value);
    }
  }
  return sharp(data, { raw: { width, height, channels: 3 } })
    .png({ compressionLevel: 1 })
    .toBuffer();
}

interface TileAddress {
  readonly face: number;
  readonly faceSize: number;
  readonly tileSize: number;
  readonly x: number;
  readonly y: number;
}

export function directionTile(
  { face, faceSize, tileSize, x, y }: TileAddress,
  colour: (direction: Vec3) => Colour = colourOf,
): Promise<Buffer> {
  const width = Math.min(tileSize, faceSize - x * tileSize);
  const height = Math.min(tileSize, faceSize - y * tileSize);
  return pngOf(width, height, (u, v) =>
    colour(faceDirection(face, (x * tileSize + u * width) / faceSize, (y * tileSize + v * height) / faceSize)),
  );
}

export function uniformTile(colour: Colour, { faceSize, tileSize, x, y }: TileAddress): Promise<Buffer> {
  return pngOf(Math.min(tileSize, faceSize - x * tileSize), Math.min(tileSize, faceSize - y * tileSize), () => colour);
}

/** Waves of six texels along both axes of a face, through its tiles: what shows a line wherever one is. */
export function waveTile({ faceSize, tileSize, x, y }: TileAddress): Promise<Buffer> {
  const width = Math.min(tileSize, faceSize - x * tileSize);
  const height = Math.min(tileSize, faceSize - y * tileSize);
  const wave = (texel: number): number => 128 + 100 * Math.sin((texel * Math.PI) / 3);
  return pngOf(width, height, (u, v) => [wave(x * tileSize + u * width), wave(y * tileSize + v * height), 90]);
}

/** A tile with its face, level and place written on it, framed. */
export function labelledTile(label: string, { face, faceSize, tileSize, x, y }: TileAddress): Promise<Buffer> {
  const width = Math.min(tileSize, faceSize - x * tileSize);
  const height = Math.min(tileSize, faceSize - y * tileSize);
  const hue = face * 60;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">
    <rect width="100%" height="100%" fill="hsl(${hue},45%,${(x + y) % 2 ? 38 : 46}%)"/>
    <rect x="1" y="1" width="${width - 2}" height="${height - 2}" fill="none" stroke="white" stroke-width="2"/>
    <text x="50%" y="50%" font-size="${width / 5}" fill="white" text-anchor="middle" dominant-baseline="central"
      font-family="sans-serif">${FACES[face]} ${label} ${x},${y}</text></svg>`;
  return sharp(Buffer.from(svg)).png().toBuffer();
}

/** The chart as one equirectangular picture. */
export function directionEquirect(
  width: number,
  height: number,
  colour: (direction: Vec3) => Colour = colourOf,
): Promise<Buffer> {
  return pngOf(width, height, (u, v) => colour(directionOf((u - 0.5) * 2 * Math.PI, (0.5 - v) * Math.PI)));
}
