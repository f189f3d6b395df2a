import { mkdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import sharp from 'sharp';

/** `GROTTO_SHEETS=1` keeps a picture of everything, below the folder for temporary files. */
export const WANTS_SHEETS = process.env['GROTTO_SHEETS'] === '1';

export interface Picture {
  readonly name: string;
  readonly png: Buffer;
}

/** A picture of all pictures, to be looked at. */
export async function writeSheet(name: string, pictures: readonly Picture[]): Promise<void> {
  const [columns, width, height] = [8, 240, 180];
  const rows = Math.ceil(pictures.length / columns);
  const tiles = await Promise.all(
    pictures.map(async ({ png, name: title }, i) => {
      const label = `<svg width="${width}" height="${height}"><text x="4" y="${height - 6}" font-size="9" fill="white">${title.replace('/tileset.json', '').slice(-48)}</text></svg>`;
      const input = await sharp(png)
        .resize(width, height)
        .composite([{ input: Buffer.from(label) }])
        .png()
        .toBuffer();
      return { input, left: (i % columns) * width, top: Math.floor(i / columns) * height };
    }),
  );
  const folder = path.join(tmpdir(), 'grotto-sheets');
  await mkdir(folder, { recursive: true });
  const sheet = sharp({ create: { width: columns * width, height: rows * height, channels: 3, background: '#000' } });
  await writeFile(path.join(folder, `${name}.png`), await sheet.composite(tiles).png().toBuffer());
}
