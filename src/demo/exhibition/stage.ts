/** The last step: the document, the picture of the caisson, what the viewer needs to know of all that was made. */
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import sharp from 'sharp';
import { paintings } from '#demo/caves/hall/murals/paintings.ts';
import type { Stage, StageContext } from '#demo/make/stage.ts';
import { paintSurface } from '#demo/paint/paintSurface.ts';
import { CAISSON_URI, composeExhibition } from './compose.ts';
import type { RelicFile } from './relicAssets.ts';

const CAISSON_PIXELS = 1000;

export const EXHIBITION_STAGE: Stage = {
  name: 'exhibition',
  title: 'Exhibition document',
  sources: ['exhibition', 'site', 'caves', 'paint', 'noise'],
  needs: [],
  async run({ out, progress }: StageContext) {
    await writeCaisson(out);
    progress(0.7);
    const exhibition = await composeExhibition(out, await readCatalogue(out));
    const file = path.join(out, 'exhibition.json');
    await writeFile(`${file}.partial`, `${JSON.stringify(exhibition, null, 2)}\n`);
    await rename(`${file}.partial`, file);
    return ['exhibition.json', CAISSON_URI];
  },
};

async function writeCaisson(out: string): Promise<void> {
  const painting = paintings.find(({ id }) => id === 'caisson');
  if (!painting) throw new Error('the hall has no painting "caisson"');
  const { width, height, asFound } = paintSurface(painting, CAISSON_PIXELS / painting.width);
  const file = path.join(out, CAISSON_URI);
  await mkdir(path.dirname(file), { recursive: true });
  await sharp(asFound, { raw: { width, height, channels: 3 } })
    .webp({ quality: 84, smartSubsample: true })
    .toFile(`${file}.partial`);
  await rename(`${file}.partial`, file);
}

/** What the makers of the relics have written down of their models. */
async function readCatalogue(out: string): Promise<RelicFile[]> {
  const text = await readFile(path.join(out, 'models/catalogue.json'), 'utf8').catch(() => '[]');
  return JSON.parse(text) as RelicFile[];
}
