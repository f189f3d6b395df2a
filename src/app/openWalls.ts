/** What works with the distances of the walls: the tape and a wall brought closer. A chunk of its own. */
import { loadLocale } from '#i18n/loadLocale.ts';
import { createWallTape, type WallTapeLayer } from '#scene/measure/createWallTape.ts';
import { createWallDepth } from '#scene/measure/wallDepth.ts';
import { createWallView, type WallViewLayer, type WallViewOptions } from '#scene/wallView/createWallView.ts';
import type { KnownWalls } from '#scene/hotspot/knownWalls.ts';
import type { DeviceClass } from '#scene/panorama/planStores.ts';
import type { SceneHandle } from '#scene/mount.tsx';
import type { Tour } from '#tour/store.ts';
import { depthOfPlaces } from './depthOfPlaces.ts';

export interface Walls {
  readonly tape: WallTapeLayer;
  readonly view: WallViewLayer;
}

export interface WallTapeParts extends Omit<WallViewOptions, 'tour' | 'walls' | 'requestFrame' | 'pick'> {
  readonly tour: Tour;
  readonly scene: SceneHandle;
  /** The address of `exhibition.json`. */
  readonly baseUrl: string;
  readonly deviceClass: DeviceClass;
  /** Hears of the depth of every place that is loaded. */
  readonly known: KnownWalls;
}

export function openWalls({ tour, scene, baseUrl, deviceClass, known, ...parts }: WallTapeParts): Walls {
  const walls = createWallDepth({
    tour,
    deviceClass,
    known,
    ...depthOfPlaces(tour, baseUrl),
  });
  const requestFrame = (): void => scene.invalidate();
  const tape = createWallTape({
    tour,
    requestFrame,
    walls,
    loadLocale: (tag) => loadLocale(tag, tour.store.getState().exhibition.wording),
  });
  const view = createWallView({ tour, walls, requestFrame, ...parts, pick: (pointing) => tape.pick(pointing) });
  scene.add(tape);
  scene.add(view);
  return { tape, view };
}
