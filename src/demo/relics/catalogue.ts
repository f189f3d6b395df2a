/** Facts about the finished models, read back from the files: what the document and its checks go by. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Vec3 } from '#demo/cave/cave.ts';
import { createIo, nameOf } from './model/gltf.ts';
import { RELIC_IDS, STATES_OF } from './relic.ts';
import type { RelicId, RestorationState } from './relic.ts';

export interface CatalogueEntry {
  readonly id: RelicId;
  readonly state?: RestorationState;
  /** Relative to the folder of the models. */
  readonly file: string;
  /** Real width, height and depth, metres. */
  readonly size: Vec3;
  /** Of the vertices as they are drawn, metres. */
  readonly low: Vec3;
  readonly high: Vec3;
  readonly triangles: number;
  readonly vertices: number;
  readonly bytes: number;
  /** Sides of the textures, pixels. */
  readonly textures: readonly { readonly name: string; readonly side: number; readonly bytes: number }[];
}

/** In the order of the relics, states in theirs. */
export async function describeModels(folder: string): Promise<CatalogueEntry[]> {
  const entries: CatalogueEntry[] = [];
  for (const id of RELIC_IDS)
    for (const state of STATES_OF[id] ?? [undefined]) {
      const which = state ? { id, state } : { id };
      const file = `${id}/${nameOf(which)}.glb`;
      const bytes = await readFile(path.join(folder, file));
      entries.push({ ...which, file, ...(await describeGlb(bytes)), bytes: bytes.length });
    }
  return entries;
}

/** What a GLB of ours holds. */
export async function describeGlb(glb: Uint8Array) {
  const document = await (await createIo()).readBinary(glb);
  const root = document.getRoot();
  const node = root.listNodes()[0];
  const primitive = node?.getMesh()?.listPrimitives()[0];
  const position = primitive?.getAttribute('POSITION');
  if (!node || !primitive || !position) throw new Error('describeGlb: the file holds no mesh; make it anew');
  const low = [Infinity, Infinity, Infinity];
  const high = [-Infinity, -Infinity, -Infinity];
  const matrix = node.getWorldMatrix();
  const at = [0, 0, 0];
  for (let v = 0; v < position.getCount(); v++) {
    position.getElement(v, at);
    for (let k = 0; k < 3; k++) {
      const value = matrix[k]! * at[0]! + matrix[4 + k]! * at[1]! + matrix[8 + k]! * at[2]! + matrix[12 + k]!;
      low[k] = Math.min(low[k]!, value);
      high[k] = Math.max(high[k]!, value);
    }
  }
  const size = root.getExtras()['size'];
  if (!Array.isArray(size)) throw new Error('describeGlb: the file does not say its size; make it anew');
  return {
    size: size as unknown as Vec3,
    low: low.map(toMicrometres) as unknown as Vec3,
    high: high.map(toMicrometres) as unknown as Vec3,
    triangles: (primitive.getIndices()?.getCount() ?? 0) / 3,
    vertices: position.getCount(),
    textures: root.listTextures().map((texture) => ({
      name: texture.getName(),
      side: texture.getSize()?.[0] ?? 0,
      bytes: texture.getImage()?.length ?? 0,
    })),
  };
}

function toMicrometres(metres: number): number {
  return Math.round(metres * 1e6) / 1e6;
}
