import type { SceneHandle } from '#scene/mount.tsx';
import type { Tour } from '#tour/store.ts';
import type { Places } from '../places.ts';

/** What flat pictures are shown with. */
export interface FlatParts {
  readonly tour: Tour;
  readonly scene: SceneHandle;
  readonly places: Places;
  readonly element: HTMLElement;
  readonly keyRegion: HTMLElement;
  readonly isMotionReduced: () => boolean;
}
