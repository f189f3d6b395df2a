/** What gives the walls of a place their distance for the two eyes of a headset. A chunk of its own. */
import { createEyeDepth, type EyeDepth } from '#scene/panorama/depth/createEyeDepth.ts';
import { resolveAssetUri } from '#document/uri.ts';
import type { SceneHandle } from '#scene/mount.tsx';
import type { Tour } from '#tour/store.ts';
import { pyramidIdsOf } from './places.ts';

export interface EyeDepthParts {
  readonly tour: Tour;
  readonly scene: SceneHandle;
  /** The address of `exhibition.json`. */
  readonly baseUrl: string;
  /** Seconds. */
  readonly clock: () => number;
}

/** From the beginning of a visit in a headset on; `dispose` at its end. */
export function openEyeDepth({ tour, scene, baseUrl, clock }: EyeDepthParts): EyeDepth {
  return createEyeDepth({
    tour,
    scene,
    clock,
    pyramidIdsOf,
    resolve: (uri) => resolveAssetUri(uri, baseUrl),
    createDepthWorker: () =>
      new Worker(new URL('../sources/depth/depthWorker.ts', import.meta.url), { type: 'module', name: 'depth' }),
    onFault: (path, message) =>
      tour.commands.report([
        { severity: 'warning', path, code: 'broken-depth', message, remedy: 'run “grotto check” on the exhibition' },
      ]),
  });
}
