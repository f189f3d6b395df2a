/** Puts a panorama's entry into an exhibition.json, leaving everything else in it as it stands. */
import { readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { PanoramaAsset, PanoramaDepth } from '#document/schema.ts';
import { CommandError } from '../../command.ts';

type Json = Record<string, unknown>;

/**
 * Adds the panorama, or, where one of that id is there, its layer; a layer of the same id is replaced.
 * The file appears in its new form at once. Returns what was done, as one sentence.
 */
export async function mergeEntry(exhibitionFolder: string, entry: PanoramaAsset): Promise<string> {
  return mergeWith(exhibitionFolder, (assets) => mergeInto(assets, entry));
}

/** Puts depth into the panorama of that id, which must be there. */
export async function mergeDepth(exhibitionFolder: string, id: string, depth: PanoramaDepth): Promise<string> {
  return mergeWith(exhibitionFolder, (assets) => {
    const existing = assets.find((asset): asset is Json => isObject(asset) && asset['id'] === id);
    if (existing?.['kind'] !== 'panorama')
      throw new CommandError(`there is no panorama "${id}"; tile its picture first, or name another --id`);
    existing['depth'] = depth;
    return `depth of panorama "${id}" set`;
  });
}

async function mergeWith(exhibitionFolder: string, merge: (assets: unknown[]) => string): Promise<string> {
  const file = path.join(exhibitionFolder, 'exhibition.json');
  const document = await readDocument(file);
  const assets = (document['assets'] ??= []);
  if (!Array.isArray(assets)) throw new CommandError(`${file}: assets: expected a list; mend it and merge again`);
  const said = merge(assets);
  await replaceDocument(file, document);
  return `${file}: ${said}`;
}

/** The file appears in its new form at once. */
export async function replaceDocument(file: string, document: object): Promise<void> {
  const unfinished = `${file}.tmp`;
  await writeFile(unfinished, `${JSON.stringify(document, null, 2)}\n`);
  await rename(unfinished, file);
}

export async function readDocument(file: string): Promise<Json> {
  let parsed: unknown;
  try {
    parsed = JSON.parse((await readFile(file, 'utf8')).replace(/^\uFEFF/, ''));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new CommandError(`${file}: cannot be read (${reason}); expected an exhibition document`);
  }
  if (!isObject(parsed)) throw new CommandError(`${file}: expected an object; grotto check says more`);
  return parsed;
}

function mergeInto(assets: unknown[], entry: PanoramaAsset): string {
  const existing = assets.find((asset): asset is Json => isObject(asset) && asset['id'] === entry.id);
  if (!existing) {
    assets.push(entry);
    return `panorama "${entry.id}" added`;
  }
  if (existing['kind'] !== 'panorama')
    throw new CommandError(`asset "${entry.id}" is there and is no panorama; choose another --id`);
  const layers = (existing['layers'] ??= []);
  if (!Array.isArray(layers)) throw new CommandError(`asset "${entry.id}": layers: expected a list`);
  const [layer] = entry.layers;
  const index = layers.findIndex((other) => isObject(other) && other['id'] === layer?.id);
  if (index < 0) layers.push(layer);
  else layers[index] = layer;
  const isOnlyLayer = layers.length === 1;
  for (const key of ['pose', 'coverage', 'poster', 'colorProfile'] as const) {
    if (entry[key] !== undefined && (isOnlyLayer || existing[key] === undefined)) existing[key] = entry[key];
  }
  // Depth comes only when it was asked for.
  if (entry.depth !== undefined) existing['depth'] = entry.depth;
  return `layer "${layer?.id}" of panorama "${entry.id}" ${index < 0 ? 'added' : 'replaced'}`;
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
