import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Exhibition } from '#document/schema.ts';
import type { Tour } from '../store.ts';
import type { FindIndex, Found } from './findIndex.ts';
import type { Related, Relations } from './relations.ts';
import { gatherThings, type Spot } from './things.ts';
import { MAX_QUERY } from './tokens.ts';

export interface FindState {
  readonly query: string;
  /** Best first; null while there is no query, or its answer is not there yet. */
  readonly found: readonly Found[] | null;
  /** Whether the visitor has asked for the field where one types. */
  readonly isFieldWanted: boolean;
}

/** Where one asks for things. */
export interface FindDesk {
  readonly store: StoreApi<FindState>;
  /** Looks for something; the answer comes into the store, and anew where language or exhibition change. */
  ask(query: string): void;
  wantField(isWanted: boolean): void;
  /** What shares a fact or a subject with a place or a thing. */
  relatedTo(spot: Spot): Promise<readonly Related[]>;
  /** Begins to read the texts, so that the first question need not wait. */
  prepare(): void;
}

/** Gives way to whatever else the page has to do. */
export interface Pauses {
  /** Whether enough has been done at once. */
  isDue(): boolean;
  /** Fulfilled when there is time to go on; also begins the next stretch. */
  rest(): Promise<void>;
}

interface Books {
  readonly index: FindIndex;
  readonly relations: Relations;
}

/**
 * A desk over a tour. Texts are read when they are first asked for, in short stretches; what is hidden with “only what was
 * found” is not found either, since it is not in the tour's exhibition.
 */
export function createFindDesk({ store: tour }: Pick<Tour, 'store'>, pauses: Pauses): FindDesk {
  const store = createStore<FindState>(() => ({ query: '', found: null, isFieldWanted: false }));
  const books = new WeakMap<Exhibition, Promise<Books>>();
  let turn = 0;

  const open = (exhibition: Exhibition): Promise<Books> => {
    const known = books.get(exhibition);
    if (known) return known;
    const opening = readTexts(exhibition, pauses);
    books.set(exhibition, opening);
    // What failed, such as a file that did not come, may be tried again.
    opening.catch(() => books.delete(exhibition));
    return opening;
  };

  const answer = async (): Promise<void> => {
    const mine = ++turn;
    const { query } = store.getState();
    if (query.trim() === '') {
      store.setState({ found: null });
      return;
    }
    const { exhibition, language } = tour.getState();
    const { index } = await open(exhibition);
    // A slow answer must not undo a later question.
    if (mine === turn) store.setState({ found: index.search(query, language) });
  };

  tour.subscribe((state, before) => {
    if (state.exhibition !== before.exhibition || state.language !== before.language) void answer();
  });

  return {
    store,
    ask(query) {
      store.setState({ query: query.slice(0, MAX_QUERY) });
      void answer();
    },
    wantField: (isFieldWanted) => store.setState({ isFieldWanted }),
    async relatedTo(spot) {
      const { relations } = await open(tour.getState().exhibition);
      return relations.relatedTo(spot);
    },
    prepare: () => void open(tour.getState().exhibition).catch(() => undefined),
  };
}

/** Reads an exhibition in stretches that `pauses` ends. */
async function readTexts(exhibition: Exhibition, pauses: Pauses): Promise<Books> {
  const [{ FindIndex }, { Relations }] = await Promise.all([import('./findIndex.ts'), import('./relations.ts')]);
  await pauses.rest();
  const gathering = gatherThings(exhibition);
  let step = gathering.next();
  while (!step.done) {
    if (pauses.isDue()) await pauses.rest();
    step = gathering.next();
  }
  const things = step.value;
  const index = new FindIndex();
  for (const thing of things) {
    if (pauses.isDue()) await pauses.rest();
    for (const _ of index.add(thing)) if (pauses.isDue()) await pauses.rest();
  }
  const relations = new Relations();
  for (const thing of things) {
    if (pauses.isDue()) await pauses.rest();
    relations.add(thing);
  }
  return { index, relations };
}
