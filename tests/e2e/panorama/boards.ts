/** Boards with a piece of wall, for the play page; a new one takes the place of the last. */
import { Group } from 'three';
import { loadLocale } from '#i18n/loadLocale.ts';
import { KnownWalls } from '#scene/hotspot/knownWalls.ts';
import type { SceneHandle } from '#scene/mount.tsx';
import type { Pyramid } from '#streaming/pyramid/pyramid.ts';
import type { Tour } from '#tour/store.ts';
import type { Quad } from '#tour/wallView/quad.ts';
import type { Wall, WallFrame } from '#tour/wallView/state.ts';
import { createNearWall, type NearWall } from '#xr/wall/createNearWall.ts';
import { WallQuad } from '#xr/wall/wallQuad.ts';

export class Boards {
  #remove: (() => void) | null = null;

  async show(scene: SceneHandle, wall: Wall, frame: WallFrame, board: Quad): Promise<number> {
    const quad = new WallQuad(board);
    quad.aim(wall, frame);
    this.#remove?.();
    this.#remove = scene.add({
      group: new Group(), hasCamera: false, hidesPanoramas: false, isSettled: true, quad,
      aim: () => undefined, frame: () => false, restoreContext: () => undefined, dispose: () => undefined,
      stats: () => ({ gpuBytes: {}, bytes: 0, requests: 0, longestUploadMs: 0 }),
    }); // prettier-ignore
    await scene.whenSharp();
    return quad.pxPerMetre;
  }

  near(scene: SceneHandle, tour: Tour, pyramid: Pyramid | null): NearWall {
    this.#remove?.();
    const near = createNearWall({
      tour,
      known: new KnownWalls(),
      pyramid: () => pyramid,
      centre: () => [0, 0, 0],
      loadLocale,
      requestFrame: () => scene.invalidate(),
    });
    this.#remove = scene.add(near.layer);
    return near;
  }
}
