/** The stages that make the relics: one for each, so that one may be made anew alone, and one for the catalogue. */
import { mkdir, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import sharp from 'sharp';
import type { Quality, Stage, StageContext } from '#demo/make/stage.ts';
import { describeModels } from './catalogue.ts';
import { COARSER, FINEST, folderOf, makeCoarserSteps } from './ladder.ts';
import { FINENESS, buildModel } from './model/buildModel.ts';
import { nameOf, writeGlb } from './model/gltf.ts';
import type { TextureQuality } from './model/gltf.ts';
import { renderPortrait } from './portrait/render.ts';
import { RELIC_IDS } from './relic.ts';
import type { Relic, RelicId } from './relic.ts';
import { RELIC_SOURCES, createRelics } from './relics.ts';

export const TEXTURES = {
  draft: { colour: 80, normal: 80, orm: 76, ormScale: 1 },
  normal: { colour: 80, normal: 78, orm: 72, ormScale: 0.5 },
  full: { colour: 90, normal: 90, orm: 90, ormScale: 1 },
} as const satisfies Record<Quality, TextureQuality>;

/** Side in pixels and rays a pixel along a side. */
const PORTRAIT = {
  draft: { side: 180, samples: 1 },
  normal: { side: 900, samples: 2 },
  full: { side: 900, samples: 3 },
} as const satisfies Record<Quality, object>;

export const RELICS_STAGES: readonly Stage[] = [...RELIC_IDS.map(stageOf), catalogueStage()];

function stageOf(id: RelicId): Stage {
  return {
    name: `relic-${id}`,
    title: `Relic ${id}: steps and picture`,
    sources: [
      'relics/model',
      'relics/portrait',
      'relics/matter',
      'relics/relic.ts',
      'relics/stage.ts',
      'relics/ladder.ts',
      '../pipeline/lod/look',
      '../pipeline/lod/make',
      '../pipeline/lod/textures',
      '../pipeline/lod/read/readModel.ts',
      'noise',
      'form/fields.ts',
      'form/surfaceNets.ts',
      'form/bvh.ts',
      ...RELIC_SOURCES[id],
    ],
    parameters: { FINENESS, TEXTURES, PORTRAIT, COARSER },
    run: (context) => makeRelic(id, context),
  };
}

async function makeRelic(id: RelicId, context: StageContext): Promise<string[]> {
  const written: string[] = [];
  const relics = createRelics(id);
  for (const [i, relic] of relics.entries()) {
    const name = nameOf(relic);
    const progress = (fraction: number) => context.progress((i + fraction) / relics.length, name);
    const model = await buildModel(relic, FINENESS[context.quality], (fraction) => progress(fraction * 0.75));
    const glb = await writeGlb(relic, model.mesh, model.maps, TEXTURES[context.quality]);
    const folder = `models/${folderOf(relic)}`;
    written.push(await write(context, `${folder}/${FINEST}.glb`, glb));
    for (const file of await makeCoarserSteps(path.join(context.out, folder))) written.push(`${folder}/${file}`);
    progress(0.8);
    written.push(
      await write(context, `pictures/relics/${name}.webp`, await takePicture(relic, model, context.quality)),
    );
  }
  return written;
}

async function takePicture(relic: Relic, model: Awaited<ReturnType<typeof buildModel>>, quality: Quality) {
  const { side, samples } = PORTRAIT[quality];
  const pixels = renderPortrait(relic, model, relic.view, side, samples);
  return sharp(pixels, { raw: { width: side, height: side, channels: 3 } })
    .webp({ quality: 86, effort: 5 })
    .toBuffer();
}

function catalogueStage(): Stage {
  return {
    name: 'relic-catalogue',
    title: 'Catalogue of the relics',
    sources: ['relics/catalogue.ts', 'relics/ladder.ts', 'relics/relic.ts', 'relics/stage.ts'],
    needs: RELIC_IDS.map((id) => `relic-${id}`),
    async run(context) {
      const catalogue = await describeModels(path.join(context.out, 'models'));
      return [await write(context, 'models/catalogue.json', `${JSON.stringify(catalogue, undefined, 2)}\n`)];
    },
  };
}

/** Writes under another name first, so that what is there is always whole. */
async function write(context: StageContext, name: string, data: Uint8Array | string): Promise<string> {
  const target = path.join(context.out, name);
  await mkdir(path.dirname(target), { recursive: true });
  await writeFile(`${target}.part`, data);
  await rename(`${target}.part`, target);
  return name;
}
