import { loadLocale } from '#i18n/loadLocale.ts';
import { createCompareSigns } from '#scene/compare/createCompareSigns.ts';
import type { SceneHandle } from '#scene/mount.tsx';
import type { LiveCompare } from '#tour/compare/liveCompare.ts';
import type { Tour } from '#tour/store.ts';

/** Puts the names of the layers that are seen together into the picture. */
export function nameLayers(tour: Tour, scene: SceneHandle, live: LiveCompare): void {
  scene.add(
    createCompareSigns({
      tour,
      live,
      requestFrame: () => scene.invalidate(),
      loadLocale: (tag) => loadLocale(tag, tour.store.getState().exhibition.wording),
    }),
  );
}
