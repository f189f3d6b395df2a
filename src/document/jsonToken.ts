/** Cutting JSON into tokens, without recursion and without regular expressions that recurse on long texts. */

export interface JsonToken {
  readonly kind: 'mark' | 'string' | 'word' | 'end' | 'bad';
  /** Offsets in UTF-16 units; `end` is behind the last one. */
  readonly start: number;
  readonly end: number;
}

const WORD = /true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?/y;
const MARKS = '{}[]:,';
const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const SPACE = 0x20;

/** The next token at or behind an offset; `bad` begins where no token can begin or where one goes wrong. */
export function readToken(text: string, from: number): JsonToken {
  const start = skipSpace(text, from);
  if (start >= text.length) return { kind: 'end', start, end: start };
  const character = text.charAt(start);
  if (MARKS.includes(character)) return { kind: 'mark', start, end: start + 1 };
  if (character === '"') {
    const end = findStringEnd(text, start);
    return end === -1 ? { kind: 'bad', start, end: start } : { kind: 'string', start, end };
  }
  const word = new RegExp(WORD);
  word.lastIndex = start;
  const end = start + (word.exec(text)?.[0].length ?? 0);
  const isWhole = end > start && !/[\w.+-]/.test(text.charAt(end));
  return isWhole ? { kind: 'word', start, end } : { kind: 'bad', start, end: start };
}

function skipSpace(text: string, from: number): number {
  let offset = from;
  for (; offset < text.length; offset++) {
    const code = text.charCodeAt(offset);
    if (code !== SPACE && code !== 0x0a && code !== 0x0d && code !== 0x09) break;
  }
  return offset;
}

/** The offset behind the closing quotation mark, or −1 where the string is no JSON. */
function findStringEnd(text: string, start: number): number {
  for (let i = start + 1; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === QUOTE) return i + 1;
    if (code < SPACE) return -1;
    if (code !== BACKSLASH) continue;
    i += 1;
    const escaped = text.charAt(i);
    if (escaped === 'u') {
      if (!/^[0-9a-f]{4}$/i.test(text.slice(i + 1, i + 5))) return -1;
      i += 4;
    } else if (escaped === '' || !'"\\/bfnrt'.includes(escaped)) return -1;
  }
  return -1;
}
