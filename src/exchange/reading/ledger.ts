/**
 * Keeps account of what is read of a foreign document. Every object of it is opened here; in the end, whatever key nobody
 * asked for is a loss with its path, and its value is kept for the document's `x-import`.
 */
import { isJsonObject } from '#document/schemaWalk.ts';
import { createLossList, type LossList } from '../loss.ts';
import { type Account, Foreign } from './foreign.ts';

/** What is lost is kept beside the exhibition up to this many characters of JSON, so that it stays small enough to open. */
export const MAX_KEPT_CHARS = 2_000_000;
/** Deeper values are not kept: `x-import` is read under the limits of the document it lies in. */
const MAX_KEPT_DEPTH = 60;

export interface Kept {
  readonly path: string;
  readonly value: unknown;
}

export interface Ledger extends Account {
  readonly losses: LossList;
  /** The values that were lost, for `x-import`. */
  readonly kept: readonly Kept[];
  /** Tells of every key that was not read, in the order in which objects were opened. */
  close(): void;
}

/** Why keys without a place have none, by their name; others are unknown. */
export type KeyReasons = Readonly<Record<string, string>>;

const UNKNOWN = 'is unknown to the reader and has no place in an exhibition';

export function createLedger(reasons: KeyReasons = {}): Ledger {
  const losses = createLossList();
  const kept: Kept[] = [];
  const opened: Foreign[] = [];
  let keptChars = 0;

  function keep(path: string, value: unknown): void {
    if (depthOf(value, MAX_KEPT_DEPTH) > MAX_KEPT_DEPTH) return;
    keptChars += path.length + (JSON.stringify(value)?.length ?? 0);
    if (keptChars <= MAX_KEPT_CHARS) kept.push({ path, value });
  }

  const ledger: Ledger = {
    losses,
    kept,
    open(value, path) {
      const foreign = new Foreign(value, path, ledger);
      opened.push(foreign);
      return foreign;
    },
    lose(path, reason, value) {
      losses.add(path, reason);
      if (value !== undefined) keep(path, value);
    },
    close() {
      // A scene within a scene is opened again; what is lost of it is told once.
      const told = new Set<string>();
      for (const foreign of opened.splice(0)) {
        for (const { key, path, value } of foreign.listUnread()) {
          if (told.has(path)) continue;
          told.add(path);
          const reason = Object.hasOwn(reasons, key) ? reasons[key] : UNKNOWN;
          ledger.lose(path, `“${key.slice(0, 60)}” ${reason ?? UNKNOWN}`, value);
        }
      }
    },
  };
  return ledger;
}

function depthOf(value: unknown, limit: number): number {
  if (limit < 0) return Infinity;
  if (Array.isArray(value)) return 1 + Math.max(0, ...value.slice(0, 10_000).map((item) => depthOf(item, limit - 1)));
  if (!isJsonObject(value)) return 0;
  return 1 + Math.max(0, ...Object.values(value).map((item) => depthOf(item, limit - 1)));
}
