import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Exhibition } from '#document/schema.ts';
import type { Tour } from '../store.ts';
import type { Found } from './findIndex.ts';
import type { Library } from './library.ts';
import { type Related, Relations } from './relations.ts';
import { gatherThings, type Spot, type Thing } from './things.ts';

export interface FindState {
  readonly query: string;
  /** The best, first to last; null while there is no query, or its answer is not there yet. */
  readonly found: readonly Found[] | null;
  /** How many were found in all. */
  readonly total: number;
  /** Whether the question could not be answered; asked once more, it may be. */
  readonly hasFailed: boolean;
  /** Whether the visitor has asked for the field where one types. */
  readonly isFieldWanted: boolean;
}

/** Where one asks for things. */
export interface FindDesk {
  readonly store: StoreApi<FindState>;
  /**
   * Looks for something; the answer comes into the store, and anew where language or exhibition change. The same once
   * more where it has failed.
   */
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

export interface DeskOptions {
  readonly tour: Pick<Tour, 'store'>;
  readonly pauses: Pauses;
  openLibrary(): Library;
}

const NOTHING_ASKED = { query: '', found: null, total: 0, hasFailed: false } as const;
/** More are not drawn at once; another word narrows them down. */
const MOST_FOUND = 60;
/** Things are handed over so many at a time. */
const BATCH = 20;

/** What has been read of one exhibition. */
interface Reading {
  readonly exhibition: Exhibition;
  readonly things: Promise<{ readonly things: readonly Thing[]; readonly relations: Relations }>;
  /** Opened with the first question; null until then. */
  library: Promise<Library> | null;
  isClosed: boolean;
}

/**
 * A desk over a tour. Texts are gathered when they are first wanted, in short stretches, and searched in the library;
 * what is hidden with “only what was found” is not found either, since it is not in the tour's exhibition.
 */
export function createFindDesk({ tour, pauses, openLibrary }: DeskOptions): FindDesk {
  const store = createStore<FindState>(() => ({ ...NOTHING_ASKED, isFieldWanted: false }));
  let reading: Reading | null = null;
  let isAsking = false;
  let isAskedAnew = false;

  const read = (): Reading => {
    const { exhibition } = tour.store.getState();
    if (reading?.exhibition === exhibition) return reading;
    if (reading) close(reading);
    reading = { exhibition, things: gather(exhibition, pauses), library: null, isClosed: false };
    return reading;
  };

  const libraryOf = (of: Reading): Promise<Library> => {
    of.library ??= fill(of, pauses, openLibrary);
    return of.library;
  };

  const search = async (): Promise<void> => {
    const { query } = store.getState();
    if (query.trim() === '') {
      store.setState({ found: null, total: 0 });
      return;
    }
    const { language } = tour.store.getState();
    const of = read();
    const library = await libraryOf(of);
    const [{ things }, answer] = await Promise.all([of.things, library.search(query, language, MOST_FOUND)]);
    // Whoever has typed on in the meantime is not answered the old question.
    if (store.getState().query !== query || reading !== of) return;
    const found = answer.found.flatMap((one) => {
      const thing = things[one.thing];
      return thing ? [{ ...one, thing }] : [];
    });
    store.setState({ found, total: answer.total, hasFailed: false });
  };

  /** One question at a time; the latest after that, those between never. */
  const ask = async (): Promise<void> => {
    if (isAsking) {
      isAskedAnew = true;
      return;
    }
    isAsking = true;
    do {
      isAskedAnew = false;
      await search().catch(() => {
        if (reading) close(reading);
        // The next question is asked of another library.
        reading = null;
        store.setState({ found: null, total: 0, hasFailed: true });
      });
    } while (isAskedAnew);
    isAsking = false;
  };

  tour.store.subscribe((state, before) => {
    if (state.exhibition !== before.exhibition || state.language !== before.language) void ask();
  });

  return {
    store,
    ask(query) {
      store.setState(query.trim() === '' ? { ...NOTHING_ASKED, query } : { query, hasFailed: false });
      void ask();
    },
    wantField: (isFieldWanted) => store.setState({ isFieldWanted }),
    async relatedTo(spot) {
      const { relations } = await read().things;
      return relations.relatedTo(spot);
    },
    prepare: () => void libraryOf(read()).catch(() => undefined),
  };
}

async function gather(exhibition: Exhibition, pauses: Pauses) {
  await pauses.rest();
  const gathering = gatherThings(exhibition);
  let step = gathering.next();
  while (!step.done) {
    if (pauses.isDue()) await pauses.rest();
    step = gathering.next();
  }
  const things = step.value;
  const relations = new Relations();
  for (const thing of things) {
    if (pauses.isDue()) await pauses.rest();
    relations.add(thing);
  }
  return { things, relations };
}

async function fill(of: Reading, pauses: Pauses, openLibrary: () => Library): Promise<Library> {
  const { things } = await of.things;
  const library = openLibrary();
  for (let at = 0; at < things.length && !of.isClosed; at += BATCH) {
    if (pauses.isDue()) await pauses.rest();
    library.add(things.slice(at, at + BATCH));
  }
  if (of.isClosed) library.close();
  return library;
}

function close(reading: Reading): void {
  reading.isClosed = true;
  void reading.library?.then(
    (library) => library.close(),
    () => undefined,
  );
}
