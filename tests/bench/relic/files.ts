/** The relic in the shapes that the viewers are given: Grotto's ladder, and one file as others would publish it. */
import { existsSync } from 'node:fs';
import { mkdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { NodeIO } from '@gltf-transform/core';
import { ALL_EXTENSIONS } from '@gltf-transform/extensions';
import { draco, meshopt, textureCompress, weld } from '@gltf-transform/functions';
import draco3d from 'draco3dgltf';
import { MeshoptEncoder } from 'meshoptimizer';
import sharp from 'sharp';
import type { Exhibition, ModelAsset } from '#document/schema.ts';
import { makeLadder } from '#pipeline/lod/makeLadder.ts';
import { makeSource } from './source.ts';

export const CACHE = join(import.meta.dirname, '../../../node_modules/.cache/grotto/bench-relic');
export const SINGLE_FILES = ['draco-jpeg', 'meshopt-webp'] as const;

export interface RelicFiles {
  readonly folder: string;
  readonly model: ModelAsset;
  readonly bytes: Readonly<Record<string, number>>;
}

/** Made once and kept; takes minutes the first time. */
export async function makeFiles(): Promise<RelicFiles> {
  await mkdir(CACHE, { recursive: true });
  const source = await makeSource(CACHE);
  const { entry } = await makeLadder(
    { input: source, out: join(CACHE, 'ladder'), id: 'relic', label: { en: 'Relic' }, steps: null, scale: 1, jobs: 2, isQuiet: false },
    ({ quality, bytes, triangles }) => console.error(`${quality}: ${triangles} triangles, ${bytes} bytes`),
  ); // prettier-ignore
  for (const name of SINGLE_FILES) await makeSingle(source, name);
  const bytes: Record<string, number> = {};
  for (const name of SINGLE_FILES) bytes[name] = (await stat(join(CACHE, `${name}.glb`))).size;
  for (const { quality, uri } of entry.lods) bytes[quality] = (await stat(join(CACHE, 'ladder', uri))).size;
  return { folder: CACHE, model: entry, bytes };
}

async function makeSingle(source: string, name: (typeof SINGLE_FILES)[number]): Promise<void> {
  const file = join(CACHE, `${name}.glb`);
  if (existsSync(file)) return;
  const io = new NodeIO().registerExtensions(ALL_EXTENSIONS).registerDependencies({
    'draco3d.encoder': await draco3d.createEncoderModule(),
    'draco3d.decoder': await draco3d.createDecoderModule(),
    'meshopt.encoder': MeshoptEncoder,
  });
  const document = await io.read(source);
  const isDraco = name === 'draco-jpeg';
  await document.transform(
    weld(),
    textureCompress({ encoder: sharp, targetFormat: isDraco ? 'jpeg' : 'webp', quality: 90 }),
    isDraco ? draco() : meshopt({ encoder: MeshoptEncoder, level: 'medium' }),
  );
  await writeFile(file, await io.writeBinary(document));
}

/** One hall with one relic, which an address opens at once. */
export function describeExhibition({ model }: RelicFiles): Exhibition {
  return {
    formatVersion: 1,
    id: 'bench',
    label: { en: 'Bench' },
    rights: 'http://creativecommons.org/publicdomain/zero/1.0/',
    defaultLanguage: 'en',
    languages: ['en'],
    assets: [
      { ...model, lods: model.lods.map((lod) => ({ ...lod, uri: `relic/ladder/${lod.uri}` })) },
      { kind: 'gallery', id: 'hall', label: { en: 'Hall' } },
    ],
    nodes: [
      {
        id: 'here',
        label: { en: 'Here' },
        asset: 'hall',
        hotspots: [{ kind: 'relic', id: 'relic', label: { en: 'Relic' }, model: model.id }],
      },
    ],
  };
}
