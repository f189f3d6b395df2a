import { placeOf } from '../jsonFault.ts';
import type { Fault } from '../fault.ts';

const MAX_FOUND = 20;
const TOKEN = /"(?:[^"\\]|\\.)*"|[{}[\],:]/gsu;

/**
 * Keys that an object of a JSON text has twice: the later one silently replaces the earlier. Reads a text that
 * `JSON.parse` accepts; a document of this kind has no other way to tell.
 */
export function findDuplicateKeys(text: string): Fault[] {
  const found: Fault[] = [];
  const open: (Set<string> | null)[] = [];
  let isName = false;
  for (const { 0: token, index } of text.matchAll(TOKEN)) {
    if (token === '{' || token === '[') {
      open.push(token === '{' ? new Set() : null);
      isName = token === '{';
    } else if (token === '}' || token === ']') {
      open.pop();
      isName = false;
    } else if (token === ',') isName = open.at(-1) !== null;
    else if (token === ':') isName = false;
    else if (isName) {
      const names = open.at(-1);
      const name = JSON.parse(token) as string;
      if (names?.has(name) && found.length < MAX_FOUND) {
        const message = `${placeOf(text, index)}: the key "${name}" stands here for the second time; only this one counts`;
        found.push({ severity: 'warning', path: '', code: 'duplicate-key', message });
      }
      names?.add(name);
    }
  }
  return found;
}
