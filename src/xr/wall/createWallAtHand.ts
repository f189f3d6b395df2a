/** The near wall over the sessions of a headset: in the scene from one's beginning to its end, with no marks before it. */
import { loadLocale } from '#i18n/loadLocale.ts';
import type { KnownWalls } from '#scene/hotspot/knownWalls.ts';
import type { SceneHandle } from '#scene/mount.tsx';
import type { Vec3 } from '#shared/vec.ts';
import type { Pyramid } from '#streaming/pyramid/pyramid.ts';
import type { Tour } from '#tour/store.ts';
import type { Ray } from '../input/pointer.ts';
import type { HeadPlace } from '../panel/placing.ts';
import { createNearWall, type NearWall } from './createNearWall.ts';

export interface WallAtHandOptions {
  readonly tour: Tour;
  readonly scene: Pick<SceneHandle, 'add' | 'invalidate'>;
  readonly walls: KnownWalls;
  /** The picture of a place; null where it has none. */
  readonly pyramidOf: (nodeId: string) => Pyramid | null;
  /** Where in the place the centre of the picture is, metres. */
  readonly centre: Vec3;
  /** Hides what stands in the picture while a board does before it. */
  readonly hideMarks: (isHidden: boolean) => void;
}

export interface WallAtHand {
  readonly near: NearWall;
  /** Brings the wall closer that a ray meets; false where there is none. */
  bring(ray: Ray): boolean;
  begin(): void;
  /** Once a frame, after the pointers and before the scene draws. */
  frame(head: HeadPlace, seconds: number): void;
  end(): void;
}

export function createWallAtHand(options: WallAtHandOptions): WallAtHand {
  const { tour, scene, walls, pyramidOf, centre, hideMarks } = options;
  const near = createNearWall({
    tour,
    known: walls,
    pyramid: () => pyramidOf(tour.store.getState().nodeId),
    centre: () => centre,
    loadLocale: (tag) => loadLocale(tag, tour.store.getState().exhibition.wording),
    requestFrame: () => scene.invalidate(),
  });
  const head = { x: 0, y: 0, z: 0, yaw: 0 };
  let remove: (() => void) | null = null;
  let isOpen = false;
  const tellMarks = (): void => {
    if (near.isOpen === isOpen) return;
    isOpen = near.isOpen;
    hideMarks(isOpen);
  };
  return {
    near,
    bring: (ray) => near.open(ray, head),
    begin() {
      remove ??= scene.add(near.layer);
    },
    frame({ position, yaw }, seconds) {
      [head.x, head.y, head.z] = position;
      head.yaw = yaw;
      near.frame(head, seconds);
      tellMarks();
    },
    end() {
      near.close();
      tellMarks();
      remove?.();
      remove = null;
    },
  };
}
