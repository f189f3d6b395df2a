/** Texts that are read and searched elsewhere, so that neither holds up the page: what goes there and what comes back. */
import { FindIndex, type Found } from './findIndex.ts';
import type { Thing } from './things.ts';

/** As `Found`, its thing by number in the order in which things were added. */
export type FoundAt = Omit<Found, 'thing'> & { readonly thing: number };

export interface Answer {
  /** Of all that was found. */
  readonly total: number;
  /** The best of it. */
  readonly found: readonly FoundAt[];
}

export interface Library {
  add(things: readonly Thing[]): void;
  /** @param most How many are answered. */
  search(query: string, language: string, most: number): Promise<Answer>;
  close(): void;
}

export type LibraryRequest =
  | { readonly kind: 'add'; readonly things: readonly Thing[] }
  | {
      readonly kind: 'search';
      readonly id: number;
      readonly query: string;
      readonly language: string;
      readonly most: number;
    };

export interface LibraryReply {
  readonly id: number;
  readonly answer: Answer;
}

/** What does the work, wherever it is put. */
export class Shelves {
  readonly #index = new FindIndex();
  readonly #numbers = new Map<Thing, number>();

  add(things: readonly Thing[]): void {
    for (const thing of things) {
      this.#numbers.set(thing, this.#numbers.size);
      this.#index.add(thing);
    }
  }

  search(query: string, language: string, most: number): Answer {
    const found = this.#index.search(query, language);
    const best = found.slice(0, most).map((one) => ({ ...one, thing: this.#numbers.get(one.thing) ?? -1 }));
    return { total: found.length, found: best };
  }
}
