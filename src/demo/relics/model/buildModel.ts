/** From the field to a finished model: mesh, lighter mesh, texture coordinates, textures. */
import type { Quality } from '#demo/make/stage.ts';
import type { Relic } from '../relic.ts';
import { bakeMaps } from './bakeMaps.ts';
import type { Maps } from './bakeMaps.ts';
import { carryOver, measureOpenness } from './openness.ts';
import { meshRelic, simplifyMesh } from './sourceMesh.ts';
import { unwrapMesh } from './unwrap.ts';
import type { UnwrappedMesh } from './unwrap.ts';

export interface Fineness {
  /** Side of the source's cells against the relic's own. */
  readonly cells: number;
  /** Greatest number of triangles of the model. */
  readonly triangles: number;
  /** Greatest side of the textures, pixels. */
  readonly texture: number;
}

export const FINENESS = {
  draft: { cells: 4.5, triangles: 12_000, texture: 320 },
  normal: { cells: 1, triangles: 60_000, texture: 2048 },
  full: { cells: 1, triangles: Infinity, texture: 4096 },
} as const satisfies Record<Quality, Fineness>;

/** Triangles of the stand-in that says how open each part lies. */
const SHADE_TRIANGLES = 24_000;

export interface Model {
  readonly mesh: UnwrappedMesh;
  readonly maps: Maps;
  /** Triangles of the mesh it was made from. */
  readonly sourceTriangles: number;
}

export async function buildModel(
  relic: Relic,
  fineness: Fineness,
  progress: (fraction: number) => void = () => undefined,
): Promise<Model> {
  const source = meshRelic(relic, relic.sourceCell * Math.min(fineness.cells, relic.coarsest ?? Infinity));
  progress(0.25);
  const side = Math.min(fineness.texture, relic.finestTexture);
  const mesh = unwrapMesh(
    await simplifyMesh(source, fineness.triangles),
    Math.max(128, Math.min(448, Math.round(side / 4))),
  );
  progress(0.35);
  const extent = Math.max(...relic.size);
  const shade = await simplifyMesh(source, Math.min(SHADE_TRIANGLES, fineness.triangles / 3));
  const openness = carryOver(measureOpenness(shade, extent * 0.5), shade, mesh, extent * 0.024);
  progress(0.45);
  const maps = bakeMaps(relic, mesh, openness, side, (fraction) => progress(0.45 + fraction * 0.55));
  return { mesh, maps, sourceTriangles: source.indices.length / 3 };
}
