/** The real pool over the demonstration's files. */
import type { Exhibition, ModelLod } from '#document/schema.ts';
import { createRelicPool } from '#scene/relic/createRelicPool.ts';
import type { RelicPool } from '#scene/relic/relicPool.ts';
import type { SceneHandle } from '#scene/mount.tsx';

const PREFIX = 'models.';

export function isFile(assetId: string): boolean {
  return assetId.startsWith(PREFIX);
}

export function lodsOf(assetId: string, stateId: string): ModelLod[] {
  const folder = stateId === '' ? assetId.slice(PREFIX.length) : `${assetId.slice(PREFIX.length)}/${stateId}`;
  return [
    { quality: 'thumb', uri: `${folder}/thumb.glb`, bytes: 1e5, triangles: 8_000, textureSize: 512, error: 0.002 },
    { quality: 'high', uri: `${folder}/high.glb`, bytes: 1e6, triangles: 60_000, textureSize: 2_048, error: 0 },
  ];
}

export function createFilePool(exhibition: Exhibition, scene: SceneHandle, clock: () => number): RelicPool {
  return createRelicPool({
    renderer: scene.renderer,
    scene: scene.scene,
    camera: scene.camera,
    modelOf: (id) => exhibition.assets.find((asset) => asset.kind === 'model' && asset.id === id) as never,
    resolve: (uri) => new URL(`/public/models/${uri}`, location.href).href,
    deviceClass: 'desktop',
    tileBytes: scene.tileBytes,
    workers: 1,
    clock,
    requestFrame: () => scene.invalidate(),
    prefersReducedMotion: () => false,
    onFault: (path, message) => reportError(new Error(`${path}: ${message}`)),
  });
}
