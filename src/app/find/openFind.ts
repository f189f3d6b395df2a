/** Wires finding and favourites to the browser: its idle time, its storage, its address. */
import { createFindDesk } from '#tour/find/desk.ts';
import { createFavourites, type Shelf } from '#tour/find/favourites.ts';
import { readFavourites } from '#tour/find/favouritesAddress.ts';
import type { Tour } from '#tour/store.ts';
import type { FindTools } from '#ui/ports.ts';
import { createPauses } from './createPauses.ts';
import { openLibrary } from './openLibrary.ts';
import { readSharing } from '../headset/readSharing.ts';

/**
 * @param hash What stood behind `#` when the page was opened; the visit has rewritten it since.
 * @param isKiosk Whether many visitors use this page one after the other.
 */
export function openFind(tour: Tour, hash: string, isKiosk: boolean): FindTools {
  const favourites = createFavourites({
    exhibitionId: tour.store.getState().wholeExhibition.id,
    shelf: isKiosk || readSharing(location.search) !== null ? null : findShelf(),
  });
  favourites.offer(readFavourites(hash));
  addEventListener('hashchange', ({ newURL }) => {
    const offered = readFavourites(new URL(newURL).hash);
    if (offered.length > 0) favourites.offer(offered);
  });
  const desk = createFindDesk({ tour, pauses: createPauses(), openLibrary });
  tour.store.subscribe((state, before) => {
    if (state.visitor === before.visitor) return;
    favourites.clear();
    desk.ask('');
  });
  return { desk, favourites };
}

/** Null where the browser refuses even to name its storage. */
function findShelf(): Shelf | null {
  try {
    return localStorage;
  } catch {
    return null;
  }
}
