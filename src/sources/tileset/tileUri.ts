/** The gate every address inside a tileset passes: a file of the exhibition's own folder, whatever it is written like. */
import { TilesetError, fileNameOf } from './tilesetError.ts';

const CONTROL = /\p{Cc}/u;
const ESCAPED_SEPARATOR = /%(2f|5c|00)/i;

/**
 * The full address of a file that `from` names, without query and fragment: no file of a folder is asked with them.
 * Going up by `..` is common in tilesets and allowed as long as it ends inside `folder` (with a slash at its end).
 */
export function resolveTileUri(uri: unknown, from: string, folder: string): string {
  const file = fileNameOf(from);
  const refuse = (why: string): never => {
    throw new TilesetError(
      'bad-uri',
      file,
      `names the file ${quote(uri)}, which ${why}; use a path relative to ${file}`,
    );
  };
  if (typeof uri !== 'string') return refuse('is no text');
  const path = uri.split(/[?#]/, 1)[0] ?? '';
  if (path === '') return refuse('is empty');
  if (CONTROL.test(path)) return refuse('holds a control character');
  if (path.includes('\\')) return refuse('holds a backslash');
  if (ESCAPED_SEPARATOR.test(path)) return refuse('holds an escaped slash, backslash or NUL');
  if (path.startsWith('/')) return refuse('begins with a slash');
  if (/^[^/]*:/.test(path)) return refuse('names a protocol or another server');
  if (path.endsWith('/')) return refuse('is a folder');
  if (!URL.canParse(path, from)) return refuse('is no address');
  const url = new URL(path, from);
  if (!isInside(url.href, folder)) return refuse('lies outside the exhibition’s folder');
  return url.href;
}

/** Whether an address, as the browser reads it, lies in a folder or below it. */
export function isInside(url: string, folder: string): boolean {
  return URL.canParse(url) && new URL(url).href.startsWith(new URL('.', folder).href);
}

/** What a hostile name may do to a message is be long; control characters are shown as escapes. */
function quote(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 120 ? `${text.slice(0, 120)}…"` : text;
}
