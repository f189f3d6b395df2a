/** The real pool over the demonstration's files. */
import { PerspectiveCamera, Scene } from 'three';
import type { Exhibition, ModelLod } from '#document/schema.ts';
import { createRelicPool } from '#scene/relic/createRelicPool.ts';
import type { RelicPool } from '#scene/relic/relicPool.ts';
import type { SceneHandle } from '#scene/mount.tsx';

const PREFIX = 'models.';

export function isFile(assetId: string): boolean {
  return assetId.startsWith(PREFIX);
}

export function lodsOf(assetId: string, stateId: string): ModelLod[] {
  const name = assetId.slice(PREFIX.length);
  const file = stateId === '' ? name : `${name}-${stateId}`;
  return [{ quality: 'high', uri: `${name}/${file}.glb`, bytes: 1e6, triangles: 60_000, textureSize: 2_048 }];
}

export function createFilePool(exhibition: Exhibition, scene: SceneHandle, clock: () => number): RelicPool {
  return createRelicPool({
    renderer: scene.renderer,
    // Only what lights and clips there are matters to what is compiled ahead; a test has time.
    scene: new Scene(),
    camera: new PerspectiveCamera(),
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
