/**
 * Reading JSON that anybody may have written: bytes or text in, a value or one clear fault out. Names such as
 * `__proto__` come out as the object's own data; lone surrogates, NULs and bidi controls come out as the text they are.
 */
import type { Fault } from './fault.ts';
import { locateJsonFault, placeOf } from './jsonFault.ts';

export const MAX_JSON_BYTES = 16 * 1024 * 1024;
/** Objects and arrays within each other; an exhibition needs about ten. */
export const MAX_JSON_DEPTH = 100;

export type JsonReading =
  | { readonly value: unknown; readonly warnings: readonly Fault[]; readonly fault?: undefined }
  | { readonly fault: Fault };

export function readJson(input: string | Uint8Array): JsonReading {
  if (input.length > MAX_JSON_BYTES) {
    const found = `${(input.length / 1_048_576).toFixed(1)} MB`;
    return refuse('too-large', `expected at most ${MAX_JSON_BYTES / 1_048_576} MB of JSON, found ${found}`);
  }
  const encoding = typeof input === 'string' ? undefined : findForeignEncoding(input);
  if (encoding) {
    return refuse('wrong-encoding', `expected UTF-8, found ${encoding}`, 'save the file as UTF-8');
  }
  const text = typeof input === 'string' ? input.replace(/^\ufeff/, '') : new TextDecoder().decode(input);
  if (/^\s*$/.test(text)) return refuse('empty-document', 'the file is empty; expected a JSON object');
  if (/^\s*</.test(text)) {
    const remedy = 'the server may have answered with a page of its own: check the address';
    return refuse('not-json', 'expected JSON, found HTML or XML', remedy);
  }
  const tooDeep = findTooDeep(text);
  if (tooDeep !== -1) {
    const place = placeOf(text, tooDeep);
    return refuse('too-deep', `${place}: more than ${MAX_JSON_DEPTH} objects and arrays within each other`);
  }
  try {
    return { value: JSON.parse(text), warnings: warnOfLostBytes(input, text) };
  } catch {
    const { offset, message, remedy } = locateJsonFault(text);
    return refuse('not-json', `${placeOf(text, offset)}: ${message}`, remedy);
  }
}

function refuse(code: string, message: string, remedy?: string): JsonReading {
  return { fault: { severity: 'error', path: '', code, message, ...(remedy !== undefined && { remedy }) } };
}

function findForeignEncoding(bytes: Uint8Array): string | undefined {
  const [a, b, c] = bytes;
  if ((a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff)) return 'UTF-16';
  // Text of a JSON file begins with ASCII; a zero byte among the first two is half of a wider character.
  if (bytes.length >= 2 && (a === 0 || b === 0)) return 'UTF-16 or UTF-32';
  if (a === 0x1f && b === 0x8b) return 'a gzip archive';
  if (a === 0x50 && b === 0x4b && c === 0x03) return 'a zip archive';
  return undefined;
}

/** The offset where objects and arrays go deeper than allowed, or −1. Looks before parsing, since parsers recurse. */
function findTooDeep(text: string): number {
  let depth = 0;
  let isInString = false;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (isInString) {
      if (code === BACKSLASH) i++;
      else if (code === QUOTE) isInString = false;
    } else if (code === QUOTE) isInString = true;
    else if (code === BRACKET || code === BRACE) {
      if (++depth > MAX_JSON_DEPTH) return i;
    } else if (code === BRACKET + 2 || code === BRACE + 2) depth--;
  }
  return -1;
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const BRACKET = 0x5b;
const BRACE = 0x7b;

function warnOfLostBytes(input: string | Uint8Array, text: string): Fault[] {
  if (typeof input === 'string') return [];
  const offset = text.indexOf('\ufffd');
  if (offset === -1) return [];
  return [
    {
      severity: 'warning',
      path: '',
      code: 'wrong-encoding',
      message: `${placeOf(text, offset)}: a character is lost (�): the file is not wholly UTF-8`,
      remedy: 'save the file as UTF-8',
    },
  ];
}
