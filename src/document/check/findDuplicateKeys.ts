import type { Fault } from '../fault.ts';
import { placeOf } from '../jsonFault.ts';
import { readToken } from '../jsonToken.ts';

const MAX_FOUND = 20;

/**
 * Keys that an object of a JSON text has twice: the later one silently replaces the earlier. Reads a text that
 * `JSON.parse` accepts; a document of this kind has no other way to tell.
 */
export function findDuplicateKeys(text: string): Fault[] {
  const found: Fault[] = [];
  const open: (Set<string> | null)[] = [];
  let isName = false;
  for (let offset = 0; ;) {
    const { kind, start, end } = readToken(text, offset);
    if (kind === 'end' || kind === 'bad') return found;
    offset = end;
    const token = kind === 'mark' ? text.charAt(start) : kind;
    if (token === '{' || token === '[') {
      open.push(token === '{' ? new Set() : null);
      isName = token === '{';
    } else if (token === '}' || token === ']') {
      open.pop();
      isName = false;
    } else if (token === ',') isName = open.at(-1) !== null;
    else if (token === ':') isName = false;
    else if (isName && kind === 'string') {
      const names = open.at(-1);
      const name = JSON.parse(text.slice(start, end)) as string;
      if (names?.has(name) && found.length < MAX_FOUND) {
        const message = `${placeOf(text, start)}: the key "${name.slice(0, 60)}" stands here for the second time; only this one counts`;
        found.push({ severity: 'warning', path: '', code: 'duplicate-key', message });
      }
      names?.add(name);
    }
  }
}
