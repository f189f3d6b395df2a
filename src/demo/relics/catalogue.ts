/** Facts about the finished models, read back from the files: what the document and its checks go by. */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Vec3 } from '#demo/cave/cave.ts';
import type { ModelLod } from '#document/relicSchema.ts';
import { measureDistance } from '#pipeline/lod/make/measureError.ts';
import { COARSER, FINEST, folderOf } from './ladder.ts';
import { createIo } from './model/gltf.ts';
import { readSurface } from './model/readSurface.ts';
import { RELIC_IDS, STATES_OF } from './relic.ts';
import type { RelicId, RestorationState } from './relic.ts';

export interface CatalogueEntry {
  readonly id: RelicId;
  readonly state?: RestorationState;
  /** Real width, height and depth, metres. */
  readonly size: Vec3;
  /** Of the vertices as they are drawn, metres. */
  readonly low: Vec3;
  readonly high: Vec3;
  /** Coarse to fine; addresses are relative to the folder of the models. */
  readonly lods: readonly ModelLod[];
}

const MIPMAPS = 4 / 3;
const RGBA = 4;
const QUALITIES = [...COARSER.map(({ quality }) => quality), FINEST] as const;

/** In the order of the relics, states in theirs. */
export async function describeModels(folder: string): Promise<CatalogueEntry[]> {
  const entries: CatalogueEntry[] = [];
  for (const id of RELIC_IDS)
    for (const state of STATES_OF[id] ?? [undefined]) {
      const which = state ? { id, state } : { id };
      entries.push({ ...which, ...(await describeLadder(folder, folderOf(which))) });
    }
  return entries;
}

async function describeLadder(folder: string, at: string): Promise<Omit<CatalogueEntry, 'id' | 'state'>> {
  const finest = await describeGlb(await readFile(path.join(folder, at, `${FINEST}.glb`)));
  const lods: ModelLod[] = [];
  for (const quality of QUALITIES) {
    const uri = `${at}/${quality}.glb`;
    if (!existsSync(path.join(folder, uri))) continue;
    const bytes = await readFile(path.join(folder, uri));
    const { triangles, draws, textureSize, gpuBytes, sharpTo, surface } = await describeGlb(bytes);
    const error = quality === FINEST ? 0 : measureDistance(finest.surface, surface);
    const weight = { bytes: bytes.length, triangles, draws, textureSize, gpuBytes };
    lods.push({
      quality,
      uri,
      ...weight,
      ...(error > 0 && { error: toMicrometres(error) }),
      ...(sharpTo !== undefined && { sharpTo }),
    });
  }
  const { size, low, high } = finest;
  return { size, low, high, lods };
}

/** What a GLB of ours holds. */
export async function describeGlb(glb: Uint8Array) {
  const document = await (await createIo()).readBinary(glb);
  const root = document.getRoot();
  const surface = readSurface(document);
  const low = [Infinity, Infinity, Infinity];
  const high = [-Infinity, -Infinity, -Infinity];
  surface.positions.forEach((value, i) => {
    low[i % 3] = Math.min(low[i % 3]!, value);
    high[i % 3] = Math.max(high[i % 3]!, value);
  });
  const { size, sharpTo } = root.getExtras();
  if (!Array.isArray(size)) throw new Error('describeGlb: the file does not say its size; make it anew');
  const textures = root.listTextures().map((texture) => ({
    name: texture.getName(),
    side: texture.getSize()?.[0] ?? 0,
    bytes: texture.getImage()?.length ?? 0,
  }));
  const geometryBytes = root.listAccessors().reduce((sum, accessor) => sum + accessor.getByteLength(), 0);
  return {
    size: size as unknown as Vec3,
    low: low.map(toMicrometres) as unknown as Vec3,
    high: high.map(toMicrometres) as unknown as Vec3,
    triangles: surface.indices.length / 3,
    vertices: surface.positions.length / 3,
    draws: root.listNodes().reduce((sum, node) => sum + (node.getMesh()?.listPrimitives().length ?? 0), 0),
    textures,
    textureSize: Math.max(0, ...textures.map(({ side }) => side)),
    gpuBytes: textures.reduce((sum, { side }) => sum + Math.round(side * side * RGBA * MIPMAPS), geometryBytes),
    /** Steps below the finest say up to which size they are like it. */
    ...(typeof sharpTo === 'number' && { sharpTo }),
    surface,
  };
}

function toMicrometres(metres: number): number {
  return Math.round(metres * 1e6) / 1e6;
}
