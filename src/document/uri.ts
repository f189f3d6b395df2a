/**
 * The gate that every address of a document passes. An asset is a file of the exhibition's own folder, named by a
 * relative path; nothing in a document can make the page ask another origin. Links are only ever followed by the
 * visitor, and only where http, https or mailto leads.
 */

/** Stands in for a placeholder of a template when the template itself is judged. */
const PLACEHOLDER = /\{[a-z]\}/g;
const CONTROL = /\p{Cc}/u;
const CONTROL_OR_SPACE = /[\p{Cc}\s]/u;
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
  const path = decode(uri.replace(PLACEHOLDER, '0'));
  if (path === null) return 'holds an escape that is no UTF-8';
  const segments = path.split('/');
  if (segments.includes('..')) return 'climbs out of a folder by “..”';
  if (segments.at(-1) === '' || segments.at(-1) === '.') return 'names a folder, not a file';
  if (segments.includes('')) return 'holds an empty folder name';
  return null;
}

/**
 * The full address of an asset, or null where the gate refuses it. `baseUrl` is the address of `exhibition.json`;
 * what comes back lies in the same folder or below it.
 */
export function resolveAssetUri(uri: string, baseUrl: string): string | null {
  if (findAssetUriFault(uri) !== null || !URL.canParse(uri, baseUrl)) return null;
  const folder = new URL('.', baseUrl);
  const resolved = new URL(uri, baseUrl);
  // The gate above should have seen to this; a difference between it and the browser's own reading must not matter.
  const isWithin = resolved.origin === folder.origin && resolved.protocol === folder.protocol;
  return isWithin && resolved.href.startsWith(folder.href) ? resolved.href : null;
}

/** The file an asset's address names, relative to the exhibition's folder with `/` between names; null if refused. */
export function assetPath(uri: string): string | null {
  if (findAssetUriFault(uri) !== null) return null;
  const segments = decode(uri)?.split('/') ?? [];
  return segments.filter((segment) => segment !== '.').join('/');
}

/** A link as it may stand in `href` (to be opened with `noopener noreferrer`), or null where it must not be followed. */
export function safeLinkUrl(url: string): string | null {
  if (CONTROL_OR_SPACE.test(url) || url.includes('\\')) return null;
  const isWeb = /^https?:\/\/[^/]/i.test(url);
  const isMail = /^mailto:[^?&/]+@[^?&/]+$/i.test(url);
  if (!(isWeb || isMail) || !URL.canParse(url)) return null;
  const parsed = new URL(url);
  if (parsed.username !== '' || parsed.password !== '') return null;
  return parsed.href;
}

function decode(uri: string): string | null {
  try {
    return decodeURIComponent(uri);
  } catch {
    return null;
  }
}
