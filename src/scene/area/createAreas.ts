/** The areas of a place, outlined on its walls: quiet at rest, bright while one points at them or the page speaks of them. */
import { Group } from 'three';
import type { SceneLayer } from '#scene/frame/layer.ts';
import type { MarkFocus } from '#scene/hotspot/focus.ts';
import type { KnownWalls } from '#scene/hotspot/knownWalls.ts';
import { yawPitchOf } from '#shared/vec.ts';
import { listMarks, type Mark, type MarkArea } from '#tour/marks.ts';
import { findNode } from '#tour/selectors/findNode.ts';
import type { TourState } from '#tour/state.ts';
import type { Tour } from '#tour/store.ts';
import { type AreaLight, AreaPicture } from './areaPicture.ts';
import { shapeOf } from './shape.ts';

export interface AreasOptions {
  readonly tour: Pick<Tour, 'store'>;
  readonly focus: MarkFocus;
  readonly walls: KnownWalls;
  /** Whether marks show at this moment. */
  readonly isShown: () => boolean;
  readonly requestFrame: () => void;
}

const AT_REST: AreaLight = { outline: 0, inside: 0 };
/** While its panel is read, nothing lies over what it speaks of. */
const READ: AreaLight = { outline: 1, inside: 0 };
const LIT: AreaLight = { outline: 1, inside: 1 };

export function createAreas({ tour, focus, walls, isShown, requestFrame }: AreasOptions): SceneLayer {
  const { store } = tour;
  const picture = new AreaPicture();
  const group = new Group();
  group.name = 'areas';
  group.add(picture.mesh);
  let areas: readonly (Mark & { readonly area: MarkArea })[] = [];

  const light = (): void => {
    const { panel } = store.getState();
    const readId = panel?.kind === 'hotspot' ? panel.hotspotId : null;
    areas.forEach(({ key, id }, index) => {
      picture.light(index, focus.isLit(key) ? LIT : id === readId ? READ : AT_REST);
    });
    requestFrame();
  };
  const show = (): void => {
    const { exhibition, nodeId, language } = store.getState();
    const known = walls.of(findNode(exhibition, nodeId)?.asset ?? '');
    areas = listMarks(exhibition, nodeId, language).filter(hasArea);
    picture.show(
      areas.map(({ area }) => shapeOf(area.polygon)),
      (direction) => {
        const { yaw, pitch } = yawPitchOf(direction);
        return known?.(yaw, pitch)?.metres ?? Infinity;
      },
    );
    light();
  };
  const follow = (state: TourState, before: TourState): void => {
    if (state.nodeId !== before.nodeId || state.exhibition !== before.exhibition) show();
    else if (state.panel !== before.panel) light();
  };
  const stop = [store.subscribe(follow), focus.subscribe(light), walls.subscribe(show)];
  show();

  return {
    group,
    hasCamera: false,
    hidesPanoramas: false,
    isSettled: true,
    aim: () => undefined,
    frame() {
      group.visible = isShown();
      return false;
    },
    stats: () => {
      const { gpuBytes } = picture;
      // A place without areas looks the same before this has come as after.
      return { gpuBytes: gpuBytes > 0 ? { areas: gpuBytes } : {}, bytes: 0, requests: 0, longestUploadMs: 0 };
    },
    restoreContext: () => undefined,
    dispose() {
      for (const unsubscribe of stop) unsubscribe();
      picture.dispose();
    },
  };
}

function hasArea(mark: Mark): mark is Mark & { readonly area: MarkArea } {
  return mark.area !== undefined;
}
