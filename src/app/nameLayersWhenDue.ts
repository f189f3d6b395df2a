import type { SceneHandle } from '#scene/mount.tsx';
import type { LiveCompare } from '#tour/compare/liveCompare.ts';
import type { TourState } from '#tour/state.ts';
import type { Tour } from '#tour/store.ts';

/** The names of layers come with the first comparison, which an address may bring along, and stay. */
export function nameLayersWhenDue(tour: Tour, scene: SceneHandle, live: LiveCompare): void {
  const comeIfDue = ({ comparison }: Pick<TourState, 'comparison'>): void => {
    if (!comparison) return;
    unsubscribe();
    void import('./nameLayers.ts').then(({ nameLayers }) => nameLayers(tour, scene, live));
  };
  const unsubscribe = tour.store.subscribe(comeIfDue);
  comeIfDue(tour.store.getState());
}
