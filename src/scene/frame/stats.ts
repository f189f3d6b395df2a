import type { WebGLRenderer } from 'three';
import type { EngineStats } from '#streaming/stats.ts';
import type { GpuTileStore } from '#scene/panorama/tileStore.ts';
import type { PanoramaEngine } from './engine.ts';
import type { SceneLayer } from './layer.ts';

/** What the latest frame and the visit so far cost; for the script API, the debug overlay and benches. */
export interface SceneStats {
  readonly framesDrawn: number;
  /** Of the latest frame, everything in the scene. */
  readonly drawCalls: number;
  readonly triangles: number;
  /** Of the latest frame, the panoramas alone. */
  readonly panoramaDrawCalls: number;
  readonly panoramaTriangles: number;
  /** GPU memory by what it is for: reserved for tiles (4 bytes per texel), taken by relics. */
  readonly textureBytes: Readonly<Record<string, number>>;
  readonly uploads: number;
  readonly uploadedBytes: number;
  readonly longestUploadMs: number;
  /** Of everything beside the panoramas, since the visit began. */
  readonly layerRequests: number;
  readonly layerBytes: number;
  readonly engine: Readonly<EngineStats>;
}

export interface StatsSources {
  readonly framesDrawn: number;
  /** Over all eyes. */
  readonly panoramas: { readonly draws: number; readonly triangles: number };
  readonly renderer: WebGLRenderer;
  readonly stores: readonly GpuTileStore[];
  readonly engine: PanoramaEngine;
  readonly layers: readonly SceneLayer[];
}

export function readStats(sources: StatsSources): SceneStats {
  const { framesDrawn, panoramas, renderer, stores, engine } = sources;
  const { render } = renderer.info;
  const layers = sources.layers.map((layer) => layer.stats());
  const textureBytes: Record<string, number> = { tiles: stores.reduce((sum, store) => sum + store.bytes, 0) };
  for (const { gpuBytes } of layers) {
    for (const [kind, bytes] of Object.entries(gpuBytes)) textureBytes[kind] = (textureBytes[kind] ?? 0) + bytes;
  }
  return {
    framesDrawn,
    drawCalls: render.calls,
    triangles: render.triangles,
    panoramaDrawCalls: panoramas.draws,
    panoramaTriangles: panoramas.triangles,
    textureBytes,
    uploads: stores.reduce((sum, store) => sum + store.uploads, 0),
    uploadedBytes: stores.reduce((sum, store) => sum + store.uploadedBytes, 0),
    longestUploadMs: Math.max(0, ...[...stores, ...layers].map(({ longestUploadMs }) => longestUploadMs)),
    layerRequests: layers.reduce((sum, { requests }) => sum + requests, 0),
    layerBytes: layers.reduce((sum, { bytes }) => sum + bytes, 0),
    engine: { ...engine.stats },
  };
}
