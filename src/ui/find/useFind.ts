import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { FavouritesState } from '#tour/find/favourites.ts';
import type { FindState } from '#tour/find/desk.ts';
import { useUi } from '../context.ts';

const NOTHING_ASKED = createStore<FindState>(() => ({
  query: '',
  found: null,
  total: 0,
  hasFailed: false,
  isFieldWanted: false,
}));
const NO_LIST = createStore<FavouritesState>(() => ({ keys: [], offered: [], isKept: false }));

/** What has been asked and found; nothing where there is no desk. */
export function useFound<T>(select: (state: FindState) => T): T {
  return useStore(useUi().find?.desk.store ?? NOTHING_ASKED, select);
}

/** The visitor's own list; an empty one where there is none. */
export function useFavourites<T>(select: (state: FavouritesState) => T): T {
  return useStore(useUi().find?.favourites.store ?? NO_LIST, select);
}
