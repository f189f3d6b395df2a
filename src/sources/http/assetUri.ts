/**
 * Addresses of files beside or below another one. What passes can lead nowhere else: not to another origin, not out of
 * the folder.
 */

/** Stands in for a placeholder of a template when the template itself is judged. */
const PLACEHOLDER = /\{[a-z]\}/g;
const CONTROL = /\p{Cc}/u;
const OUTER_SPACE = /^\s|\s$/;
const BAD_ESCAPE = /%(?![0-9a-f]{2})/i;
const ESCAPED_SEPARATOR = /%(2f|5c)/i;
const ESCAPED_CONTROL = /%([01][0-9a-f]|7f)/i;

/** Why an address cannot be an asset's, as the end of a sentence; null where it can. Templates may be given whole. */
export function findAssetUriFault(uri: string): string | null {
  if (uri === '') return 'is empty';
  if (CONTROL.test(uri)) return 'holds a control character';
  if (OUTER_SPACE.test(uri)) return 'begins or ends with a space';
  if (uri.includes('\\')) return 'holds a backslash';
  if (uri.startsWith('/')) return 'begins with a slash and so leaves the exhibition’s folder';
  if (/[?#]/.test(uri)) return 'holds ? or #, which no file of the folder is asked with';
  if (/^[^/]*:/.test(uri)) return 'names a protocol';
  if (BAD_ESCAPE.test(uri)) return 'holds % without two hexadecimal digits';
  if (ESCAPED_SEPARATOR.test(uri)) return 'holds an escaped slash or backslash';
  if (ESCAPED_CONTROL.test(uri)) return 'holds an escaped control character';
  const path = decodeUri(uri.replace(PLACEHOLDER, '0'));
  if (path === null) return 'holds an escape that is no UTF-8';
  const segments = path.split('/');
  if (segments.includes('..')) return 'climbs out of a folder by “..”';
  if (segments.at(-1) === '' || segments.at(-1) === '.') return 'names a folder, not a file';
  if (segments.includes('')) return 'holds an empty folder name';
  return null;
}

/** Null where the escapes are no UTF-8. */
export function decodeUri(uri: string): string | null {
  try {
    return decodeURIComponent(uri);
  } catch {
    return null;
  }
}
