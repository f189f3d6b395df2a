/** An object of a foreign document. Whatever is asked of it counts as read; the rest is a loss (see `ledger.ts`). */
import { isJsonObject, type JsonObject } from '#document/schemaWalk.ts';
import { pointTo, quote } from '../loss.ts';

/** Where objects are opened and losses are told. */
export interface Account {
  open(value: JsonObject, path: string): Foreign;
  /** Notes a loss. A value that is given is kept. */
  lose(path: string, reason: string, value?: unknown): void;
}

/** Longer lists are cut, so that no file can keep the reader busy without end. */
export const MAX_LIST = 20_000;

export interface ForeignItem {
  readonly value: unknown;
  readonly path: string;
}

export class Foreign {
  readonly path: string;
  readonly ledger: Account;
  readonly #value: JsonObject;
  readonly #read = new Set<string>();

  constructor(value: JsonObject, path: string, ledger: Account) {
    this.#value = value;
    this.path = path;
    this.ledger = ledger;
  }

  at(key: string): string {
    return pointTo(this.path, key);
  }

  has(key: string): boolean {
    return Object.hasOwn(this.#value, key) && this.#value[key] !== null;
  }

  keys(): string[] {
    return Object.keys(this.#value);
  }

  /** Looks without reading. */
  peek(key: string): unknown {
    return this.has(key) ? this.#value[key] : undefined;
  }

  /** Looks at a text without reading it; empty where there is none. */
  glance(key: string): string {
    const value = this.peek(key);
    return typeof value === 'string' ? value : '';
  }

  /** The value as it is; undefined for null too. */
  take(key: string): unknown {
    this.#read.add(key);
    return this.peek(key);
  }

  /** Keys that say nothing which an exhibition could miss. */
  ignore(...keys: readonly string[]): void {
    for (const key of keys) this.#read.add(key);
  }

  /** Reads a key only to say why it is lost. Nothing is said where it is not there. */
  lose(key: string, reason: string): void {
    const value = this.take(key);
    if (value !== undefined) this.ledger.lose(this.at(key), reason, value);
  }

  text(key: string): string | undefined {
    const value = this.take(key);
    if (value === undefined || typeof value === 'string') return value;
    return this.#refuse(key, value, 'a text');
  }

  /** A finite number; out of range it is a loss. */
  number(key: string, least = -Infinity, most = Infinity): number | undefined {
    const value = this.take(key);
    if (value === undefined) return undefined;
    if (typeof value === 'number' && Number.isFinite(value) && value >= least && value <= most) return value;
    const range = least === -Infinity ? 'a number' : `a number from ${least} to ${most}`;
    return this.#refuse(key, value, range);
  }

  flag(key: string): boolean | undefined {
    const value = this.take(key);
    if (value === undefined || typeof value === 'boolean') return value;
    return this.#refuse(key, value, 'true or false');
  }

  /** Numbers of exactly this count. */
  numbers(key: string, count: number): number[] | undefined {
    const value = this.take(key);
    if (value === undefined) return undefined;
    if (Array.isArray(value) && value.length === count && value.every((one) => Number.isFinite(one)))
      return value as number[];
    return this.#refuse(key, value, `a list of ${count} numbers`);
  }

  object(key: string): Foreign | undefined {
    const value = this.take(key);
    if (value === undefined) return undefined;
    if (isJsonObject(value)) return this.ledger.open(value, this.at(key));
    return this.#refuse(key, value, 'an object');
  }

  /** A list, or a single thing as a list of one where `isLoose`. */
  list(key: string, isLoose = false): ForeignItem[] {
    const value = this.take(key);
    if (value === undefined) return [];
    const path = this.at(key);
    if (!Array.isArray(value)) {
      if (isLoose) return [{ value, path }];
      this.#refuse(key, value, 'a list');
      return [];
    }
    const rest = value.length - MAX_LIST;
    if (rest > 0) this.ledger.lose(path, `of ${value.length} entries the last ${rest} are left out: too many to read`);
    return value.slice(0, MAX_LIST).map((item: unknown, index) => ({ value: item, path: pointTo(path, index) }));
  }

  /** The objects of a list; what else is in it is a loss. */
  objects(key: string, isLoose = false): Foreign[] {
    return this.list(key, isLoose).flatMap(({ value, path }) => {
      if (isJsonObject(value)) return [this.ledger.open(value, path)];
      this.ledger.lose(path, `expected an object, found ${quote(value)}`, value);
      return [];
    });
  }

  listUnread(): { key: string; path: string; value: unknown }[] {
    return Object.keys(this.#value)
      .filter((key) => !this.#read.has(key) && this.#value[key] !== null)
      .map((key) => ({ key, path: this.at(key), value: this.#value[key] }));
  }

  #refuse(key: string, value: unknown, expected: string): undefined {
    this.ledger.lose(this.at(key), `expected ${expected}, found ${quote(value)}`, value);
    return undefined;
  }
}
