/** JSON from anybody: bytes in, an object or one clear error out. */
import { MOST_JSON_BYTES } from './limits.ts';
import { TilesetError } from './tilesetError.ts';

/** `part` names a piece of the file, such as `its feature table`; empty for the file itself. */
export function parseJson(bytes: Uint8Array, file: string, part = ''): Record<string, unknown> {
  const where = part === '' ? '' : `${part}: `;
  if (bytes.length > MOST_JSON_BYTES) {
    const problem = `${where}${Math.round(bytes.length / 1e6)} MB of JSON; expected at most ${MOST_JSON_BYTES / 2 ** 20}`;
    throw new TilesetError('too-large', file, problem);
  }
  // Feature tables are padded with spaces, some exporters pad with NUL.
  const text = new TextDecoder()
    .decode(bytes)
    .replace(/^\ufeff/, '')
    .replace(/\0+$/, '');
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    const isPage = /^\s*</.test(text);
    const problem = isPage
      ? 'is a web page, not JSON; the server may have answered with a page of its own: check the address'
      : 'is no JSON; it may be cut off or damaged: copy it again';
    throw new TilesetError('not-a-tileset', file, `${where}${problem}`);
  }
  if (isRecord(value)) return value;
  throw new TilesetError('not-a-tileset', file, `${where}expected a JSON object`);
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
