import type { WebGLRenderer } from 'three';
import type { EngineStats } from '#streaming/stats.ts';
import type { GpuTileStore } from '#scene/panorama/tileStore.ts';
import type { PanoramaEngine } from './engine.ts';

/** What the latest frame and the visit so far cost; for the script API, the debug overlay and benches. */
export interface SceneStats {
  readonly framesDrawn: number;
  /** Of the latest frame, everything in the scene. */
  readonly drawCalls: number;
  readonly triangles: number;
  /** Of the latest frame, the panoramas alone. */
  readonly panoramaDrawCalls: number;
  /** Reserved GPU memory: 4 bytes per texel. */
  readonly textureBytes: { readonly tiles: number };
  readonly uploads: number;
  readonly uploadedBytes: number;
  readonly longestUploadMs: number;
  readonly engine: Readonly<EngineStats>;
}

export interface StatsSources {
  readonly framesDrawn: number;
  readonly panoramaDrawCalls: number;
  readonly renderer: WebGLRenderer;
  readonly stores: readonly GpuTileStore[];
  readonly engine: PanoramaEngine;
}

export function readStats({ framesDrawn, panoramaDrawCalls, renderer, stores, engine }: StatsSources): SceneStats {
  const { render } = renderer.info;
  return {
    framesDrawn,
    drawCalls: render.calls,
    triangles: render.triangles,
    panoramaDrawCalls,
    textureBytes: { tiles: stores.reduce((sum, store) => sum + store.bytes, 0) },
    uploads: stores.reduce((sum, store) => sum + store.uploads, 0),
    uploadedBytes: stores.reduce((sum, store) => sum + store.uploadedBytes, 0),
    longestUploadMs: stores.reduce((most, store) => Math.max(most, store.longestUploadMs), 0),
    engine: { ...engine.stats },
  };
}
