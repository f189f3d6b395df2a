/** What gives the walls of a place their distance for the two eyes of a headset. A chunk of its own. */
import { createEyeDepth, type EyeDepth } from '#scene/panorama/depth/createEyeDepth.ts';
import type { SceneHandle } from '#scene/mount.tsx';
import type { Tour } from '#tour/store.ts';
import { pyramidIdsOf } from './places.ts';
import { depthOfPlaces } from './depthOfPlaces.ts';

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
    ...depthOfPlaces(tour, baseUrl),
  });
}
