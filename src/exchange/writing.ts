/**
 * Keeps account of what an exporter says of an exhibition. Every object that it writes is told here with the keys it could
 * say; whatever key is left over in the end is a loss with its path in our document.
 */
import { isJsonObject } from '#document/schemaWalk.ts';
import { createLossList, type Loss, pointTo } from './loss.ts';

export interface WriteResult {
  /** Files of the export by their names, ready to be written. */
  readonly files: Readonly<Record<string, string>>;
  readonly losses: readonly Loss[];
  readonly lossesLeftOut: number;
}

export interface Teller {
  /** These keys of the object are said. The object itself counts as seen; what is within a key is said with it. */
  say(object: object, ...keys: readonly string[]): void;
  /** A loss that no single key stands for, at an object of the document. */
  lose(at: object, reason: string): void;
  /** The losses of the whole document, in its order. */
  close(): { losses: readonly Loss[]; lossesLeftOut: number };
}

/** @param reasons Why keys are not said, by `kind.key` or by key alone; `kind` is that of the object. */
export function createTeller(document: object, reasons: Readonly<Record<string, string>>, otherwise: string): Teller {
  const said = new Map<object, Set<string>>();
  const list = createLossList();
  const places = new WeakMap<object, string>();
  locate(document, '', places);

  function walk(value: unknown, path: string): void {
    if (Array.isArray(value)) return value.forEach((item, index) => walk(item, pointTo(path, index)));
    if (!isJsonObject(value)) return;
    const keys = said.get(value);
    for (const [key, child] of Object.entries(value)) {
      const at = pointTo(path, key);
      if (keys && !keys.has(key) && child !== undefined) list.add(at, reasonOf(value, key));
      else walk(child, at);
    }
  }

  function reasonOf(object: Record<string, unknown>, key: string): string {
    const kind = typeof object['kind'] === 'string' ? object['kind'] : '';
    return reasons[`${kind}.${key}`] ?? reasons[key] ?? (key.startsWith('x-') ? 'is a key of others' : otherwise);
  }

  return {
    say(object, ...keys) {
      const known = said.get(object) ?? new Set();
      for (const key of keys) known.add(key);
      said.set(object, known);
    },
    lose: (at, reason) => list.add(places.get(at) ?? '', reason),
    close() {
      walk(document, '');
      return { losses: list.losses, lossesLeftOut: list.leftOut };
    },
  };
}

function locate(value: unknown, path: string, places: WeakMap<object, string>): void {
  if (typeof value !== 'object' || value === null) return;
  places.set(value, path);
  for (const [key, child] of Object.entries(value)) locate(child, pointTo(path, key), places);
}
