/** Pictures in memory, cut into tiles and written. */
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import sharp from 'sharp';
import type { Colour } from '../panorama/charts.ts';

/** Three bytes a pixel. */
export interface Picture {
  readonly data: Buffer;
  readonly width: number;
  readonly height: number;
}

/** A picture by the colour of each point, in fractions of its width and height. */
export function paint(width: number, height: number, colourAt: (u: number, v: number) => Colour): Picture {
  const data = Buffer.alloc(width * height * 3);
  for (let y = 0, at = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      for (const value of colourAt((x + 0.5) / width, (y + 0.5) / height)) data[at++] = Math.round(value);
    }
  }
  return { data, width, height };
}

/** A picture seen the other way round, by half a turn. */
export function turn({ data, width, height }: Picture): Picture {
  const turned = Buffer.alloc(data.length);
  for (let i = 0; i < width * height; i++) data.copy(turned, (width * height - 1 - i) * 3, i * 3, i * 3 + 3);
  return { data: turned, width, height };
}

/** Pixels. */
export type Box = readonly [left: number, top: number, width: number, height: number];

/** Writes a picture, or a part of it: a PNG, or a JPEG of the best quality where the file is called so. */
export async function save(file: string, picture: Picture, box?: Box): Promise<void> {
  mkdirSync(path.dirname(file), { recursive: true });
  const { data, width, height } = box ? crop(picture, box) : picture;
  const pixels = sharp(data, { raw: { width, height, channels: 3 } });
  const isJpeg = file.endsWith('.jpg');
  await (
    isJpeg ? pixels.jpeg({ quality: 95, chromaSubsampling: '4:4:4' }) : pixels.png({ compressionLevel: 1 })
  ).toFile(file);
}

function crop({ data, width }: Picture, [left, top, boxWidth, boxHeight]: Box): Picture {
  const cut = Buffer.alloc(boxWidth * boxHeight * 3);
  for (let y = 0; y < boxHeight; y++) {
    const from = ((top + y) * width + left) * 3;
    data.copy(cut, y * boxWidth * 3, from, from + boxWidth * 3);
  }
  return { data: cut, width: boxWidth, height: boxHeight };
}

/** Calls back for each tile of a picture, in columns and rows from 0, with its pixels. */
export async function eachTile(picture: Picture, tile: number, use: (x: number, y: number, box: Box) => Promise<void>, tileHeight = tile) {
  for (let y = 0; y * tileHeight < picture.height; y++) {
    for (let x = 0; x * tile < picture.width; x++) {
      const [left, top] = [x * tile, y * tileHeight];
      await use(x, y, [left, top, Math.min(tile, picture.width - left), Math.min(tileHeight, picture.height - top)]);
    }
  }
} // prettier-ignore
