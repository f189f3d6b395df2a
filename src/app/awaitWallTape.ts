/** The part of the tape that is there from the start: it sends for the rest when a visitor first takes it up. */
import { resolveAssetUri } from '#document/uri.ts';
import type { KnownWalls } from '#scene/hotspot/knownWalls.ts';
import type { Pointing } from '#scene/look/desk.ts';
import type { WallTapeLayer } from '#scene/measure/createWallTape.ts';
import type { DeviceClass } from '#scene/panorama/planStores.ts';
import type { SceneHandle } from '#scene/mount.tsx';
import type { Tour } from '#tour/store.ts';

export interface AwaitedTape {
  /** Whether a press at a direction was the tape's. */
  pick(pointing: Pointing): boolean;
}

export interface WallTapeParts {
  readonly tour: Tour;
  readonly scene: SceneHandle;
  readonly walls: KnownWalls;
  /** The address of `exhibition.json`. */
  readonly baseUrl: string;
  readonly deviceClass: DeviceClass;
}

export function awaitWallTape(parts: WallTapeParts): AwaitedTape {
  const { store } = parts.tour;
  let layer: WallTapeLayer | null = null;
  const unsubscribe = store.subscribe(({ tape }) => {
    if (!tape) return;
    unsubscribe();
    void import('#scene/measure/createWallTape.ts').then(({ createWallTape }) => {
      layer = createWallTape(optionsOf(parts));
      parts.scene.add(layer);
    });
  });
  // Until it is here, presses on the walls are nobody else's.
  const isHeld = (): boolean => store.getState().tape !== null && store.getState().panel?.kind === 'measure';
  return { pick: (pointing) => layer?.pick(pointing) ?? isHeld() };
}

function optionsOf({ tour, scene, walls, baseUrl, deviceClass }: WallTapeParts) {
  return {
    tour,
    walls,
    requestFrame: () => scene.invalidate(),
    resolve: (uri: string) => resolveAssetUri(uri, baseUrl),
    deviceClass,
    createDepthWorker: () =>
      new Worker(new URL('../sources/depth/depthWorker.ts', import.meta.url), { type: 'module', name: 'depth' }),
    onFault: (path: string, message: string) =>
      tour.commands.report([
        { severity: 'warning', path, code: 'broken-depth', message, remedy: 'run “grotto check” on the exhibition' },
      ]),
  };
}
