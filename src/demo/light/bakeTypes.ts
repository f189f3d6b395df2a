/** What the threads of a bake share: plain data and shared memory, no functions. */
import type { Flame, Panel, Rgb } from '#demo/cave/cave.ts';
import type { Bvh } from '#demo/form/sceneTypes.ts';

/** Values a point: place x, y, z, unit normal x, y, z. */
export const POINT_STRIDE = 6;
/** Values a point in the raw result: direct light, indirect light, share of rays that met a back side. */
export const RAW_STRIDE = 37;

/** How much work goes into a point. */
export interface BakeEffort {
  /** Paths of three bounces for indirect light. */
  readonly paths: number;
  /** Shadow rays to each panel, and to each flame that matters. */
  readonly panelSamples: number;
  readonly flameSamples: number;
  readonly skySamples: number;
  /** Side of the light cells against what the paintings ask for. */
  readonly cellScale: number;
  /** Side of the clusters in which light on finishes and statues is gathered, metres. */
  readonly clusterSize: number;
}

/** The sky as a source: a table of radiance, and the running sum of its light for choosing directions. */
export interface SkyTable {
  readonly columns: number;
  readonly rows: number;
  /** Three values a cell; row 0 is straight up. */
  readonly radiance: Float32Array;
  /** Running share of luminance × solid angle, cell by cell, ending in 1. */
  readonly shares: Float32Array;
}

export interface BakeJob {
  readonly bvh: Bvh;
  /** Of the scene that rays meet, which may be coarser than the one that is looked at. */
  readonly positions: Float32Array;
  readonly normals: Float32Array;
  readonly indices: Uint32Array;
  /** Three linear values a triangle. */
  readonly albedo: Float32Array;
  /** POINT_STRIDE values a point. */
  readonly points: Float32Array;
  readonly daylight: readonly Panel[];
  readonly documentation: readonly Panel[];
  readonly flames: readonly Flame[];
  readonly flameRadiance: Rgb;
  readonly sky: SkyTable | null;
  readonly effort: BakeEffort;
  readonly seed: number;
}
