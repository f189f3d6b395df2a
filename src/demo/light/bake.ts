/**
 * Bakes the light of a cave: view-independent, for each light group on its own, kept apart from paint. One bake serves
 * every picture, viewpoint, resolution, layer and mix of lights.
 */
import type { Cave } from '#demo/cave/cave.ts';
import { buildScene } from '#demo/form/scene.ts';
import type { Scene } from '#demo/form/sceneTypes.ts';
import { listAlbedo, type PaintSample } from '#demo/light/albedo.ts';
import type { BakeEffort } from '#demo/light/bakeTypes.ts';
import { finishPainting } from '#demo/light/filter.ts';
import type { Lightmaps } from '#demo/light/lightTypes.ts';
import { listPoints } from '#demo/light/points.ts';
import { gatherAll } from '#demo/light/pool.ts';
import { tabulateSky } from '#demo/light/skyTable.ts';
import { spreadToVertices } from '#demo/light/vertexLight.ts';

/** By `Quality` of the command: what is looked at for a minute, what is kept, and what a patient machine makes. */
export const BAKE_EFFORTS = {
  draft: { paths: 3, panelSamples: 3, flameSamples: 2, skySamples: 8, cellScale: 2, clusterSize: 0.03 },
  normal: { paths: 10, panelSamples: 8, flameSamples: 5, skySamples: 24, cellScale: 1, clusterSize: 0.016 },
  full: { paths: 40, panelSamples: 24, flameSamples: 16, skySamples: 64, cellScale: 0.6, clusterSize: 0.01 },
} as const satisfies Record<string, BakeEffort>;

/** Rays meet a coarser scene: half the fineness, a quarter of the triangles; no difference is seen in matt light. */
const BLOCKER_FINENESS = 0.5;
const SEED = 7;

export interface BakeOptions {
  readonly effort: BakeEffort;
  /** The paintings as found, in the order of `cave.paintings`; plain plaster where missing. */
  readonly paint: readonly (PaintSample | undefined)[];
  /** Threads, at least 1; the result does not depend on it. */
  readonly jobs: number;
  progress?(share: number): void;
}

/** `scene` is the one that will be looked at: light on its free vertices is kept vertex by vertex. */
export async function bakeLight(cave: Cave, scene: Scene, options: BakeOptions): Promise<Lightmaps> {
  const { effort, paint, jobs, progress } = options;
  const blockers = buildScene(cave, BLOCKER_FINENESS);
  const set = listPoints(cave, scene, effort);
  const raw = await gatherAll(
    {
      bvh: blockers.bvh,
      positions: blockers.positions,
      normals: blockers.normals,
      indices: blockers.indices,
      albedo: listAlbedo(cave, blockers, paint),
      points: set.points,
      daylight: cave.lighting.daylight,
      documentation: cave.lighting.documentation,
      flames: cave.lighting.flames,
      flameRadiance: cave.lighting.flameRadiance,
      sky: cave.lighting.skyLights ? tabulateSky(cave) : null,
      effort,
      seed: SEED,
    },
    jobs,
    progress,
  );
  const paintings = set.grids.map((grid) => finishPainting(cave.paintings[grid.painting]!.id, grid, set.points, raw));
  return { paintings, vertices: spreadToVertices(scene, set, raw, effort.clusterSize) };
}
