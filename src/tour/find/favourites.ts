import { createStore, type StoreApi } from 'zustand/vanilla';
import { keepKeys, MOST_FAVOURITES } from './favouriteKeys.ts';

export interface FavouritesState {
  /** Keys, the latest last. */
  readonly keys: readonly string[];
  /** What a link has brought along and nobody has answered to yet. */
  readonly offered: readonly string[];
  /** Whether the device keeps the list beyond this visit. */
  readonly isKept: boolean;
}

/** The parts of `localStorage` that are needed; each may throw. */
export interface Shelf {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
}

export interface Favourites {
  readonly store: StoreApi<FavouritesState>;
  /** Adds what is not on the list and takes off what is. A full list takes no more. */
  toggle(key: string): void;
  /** A link brought these along; they wait for an answer. */
  offer(keys: readonly string[]): void;
  /** Answers to what was offered: adds it to the list, or forgets it. */
  answer(isTaken: boolean): void;
  /** Empties the list, on the device too: for the next visitor. */
  clear(): void;
}

interface FavouritesOptions {
  /** Each exhibition has its own list. */
  readonly exhibitionId: string;
  /** Null where many share the device: nothing is written and nothing read. */
  readonly shelf: Shelf | null;
}

const VERSION = 1;

/** A visitor's own list. Where the device refuses to keep it, it lasts as long as the page does. */
export function createFavourites({ exhibitionId, shelf }: FavouritesOptions): Favourites {
  const name = `grotto.favourites.${exhibitionId}`;
  const { keys, isKept } = take(shelf, name);
  const store = createStore<FavouritesState>(() => ({ keys, offered: [], isKept }));

  const put = (list: readonly string[]): void => {
    const kept = keepKeys(list);
    store.setState({ keys: kept, isKept: keep(shelf, name, kept) });
  };

  /** Another window of the same exhibition may have added some. */
  const latest = (): readonly string[] => {
    const { keys, isKept } = store.getState();
    if (!isKept) return keys;
    const there = take(shelf, name);
    return there.isKept ? there.keys : keys;
  };

  return {
    store,
    toggle(key) {
      const list = latest();
      if (list.includes(key)) put(list.filter((one) => one !== key));
      else if (list.length < MOST_FAVOURITES) put([...list, key]);
    },
    offer(offered) {
      const { keys: list } = store.getState();
      store.setState({ offered: keepKeys(offered).filter((key) => !list.includes(key)) });
    },
    answer(isTaken) {
      const { offered } = store.getState();
      if (isTaken) put([...latest(), ...offered]);
      store.setState({ offered: [] });
    },
    clear() {
      put([]);
      store.setState({ offered: [] });
    },
  };
}

function take(shelf: Shelf | null, name: string): Pick<FavouritesState, 'keys' | 'isKept'> {
  if (!shelf) return { keys: [], isKept: false };
  try {
    return { keys: readList(shelf.getItem(name)), isKept: true };
  } catch {
    return { keys: [], isKept: false };
  }
}

/** A list as it was written; an empty one where it is none. */
export function readList(text: string | null): string[] {
  if (text === null) return [];
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== 'object' || value === null || !('version' in value) || value.version !== VERSION) return [];
    return 'keys' in value && Array.isArray(value.keys) ? keepKeys(value.keys) : [];
  } catch {
    return [];
  }
}

function keep(shelf: Shelf | null, name: string, keys: readonly string[]): boolean {
  if (!shelf) return false;
  try {
    if (keys.length === 0) shelf.removeItem(name);
    else shelf.setItem(name, JSON.stringify({ version: VERSION, keys }));
    return true;
  } catch {
    return false;
  }
}
