/** Outlines on the walls are sent for once the first picture is sharp, where a place has any. */
import type { AreasOptions } from '#scene/area/createAreas.ts';
import { bringPatiently } from '#shared/bringPatiently.ts';
import type { SceneHandle } from '#scene/mount.tsx';
import { findNode } from '#tour/selectors/findNode.ts';
import type { TourState } from '#tour/state.ts';

export async function awaitAreas(scene: SceneHandle, options: Omit<AreasOptions, 'requestFrame'>): Promise<void> {
  const { store } = options.tour;
  await scene.whenSharp();
  const comeIfDue = ({ exhibition, nodeId }: TourState): void => {
    if (!findNode(exhibition, nodeId)?.hotspots?.some(({ area }) => area)) return;
    unsubscribe();
    void bringPatiently(() => import('#scene/area/createAreas.ts')).then(({ createAreas }) => {
      scene.add(createAreas({ ...options, requestFrame: () => scene.invalidate() }));
      scene.invalidate();
    });
  };
  const unsubscribe = store.subscribe(comeIfDue);
  comeIfDue(store.getState());
}
