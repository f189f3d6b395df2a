/** One exhibition of what the importers make of other viewers' configurations, and of sources that name the same files. */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Asset, ExhibitionNode } from '#document/schema.ts';
import { importDocument } from '#exchange/importDocument.ts';
import { openFolder } from '#pipeline/check/openFolder.ts';
import type { PeerCase } from './cases.ts';

/** A place and how it came about. */
export interface OurPlace {
  readonly node: string;
  readonly by: 'import' | 'source';
}

/** Writes `exhibition.json` into the folder that holds all files; returns the places of each case, by its name. */
export async function makeExhibition(
  folder: string,
  cases: readonly PeerCase[],
): Promise<ReadonlyMap<string, readonly OurPlace[]>> {
  const assets: unknown[] = [];
  const nodes: ExhibitionNode[] = [];
  const places = new Map<string, OurPlace[]>();
  const add = (one: PeerCase, by: OurPlace['by'], layers: unknown) => {
    const node = `place-${nodes.length}`;
    assets.push({ kind: 'panorama', id: node, label: { en: one.name }, layers });
    nodes.push({ id: node, label: { en: one.name }, asset: node });
    places.set(one.name, [...(places.get(one.name) ?? []), { node, by }]);
  };
  for (const one of cases) {
    add(one, 'import', await importLayers(folder, one));
    const layer = { id: 'as-found', kind: 'as-found', label: { en: one.name } };
    if (one.source) add(one, 'source', [{ ...layer, source: one.source }]);
  }
  const exhibition = { formatVersion: 1, id: 'peers', label: { en: 'Side by side' }, defaultLanguage: 'en', languages: ['en'], assets, nodes }; // prettier-ignore
  writeFileSync(path.join(folder, 'exhibition.json'), JSON.stringify(exhibition));
  return places;
}

/** The layers of the one panorama that an import makes; throws, with what was lost, where it makes another number. */
async function importLayers(folder: string, { file, name, scene }: PeerCase) {
  const bytes = new Uint8Array(readFileSync(path.join(folder, file)));
  const { document, losses } = await importDocument(bytes, { folder: await openFolder(folder), name: file });
  const found = document.assets.filter((asset): asset is Asset & { kind: 'panorama' } => asset.kind === 'panorama');
  const [panorama, ...others] = scene === undefined ? found : found.filter(({ id }) => id === scene);
  if (!panorama || others.length > 0) throw new Error(`${name}: ${found.length} panoramas\n${JSON.stringify(losses)}`);
  return panorama.layers;
}
