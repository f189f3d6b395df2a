/**
 * The gate that every address of a document passes. An asset is a file of the exhibition's own folder, named by a
 * relative path; nothing in a document can make the page ask another origin. Links are only ever followed by the
 * visitor, and only where http, https or mailto leads.
 */
import { decodeUri, findAssetUriFault } from '#sources/http/assetUri.ts';

const CONTROL_OR_SPACE = /[\p{Cc}\s]/u;

export { findAssetUriFault };

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
  const segments = decodeUri(uri)?.split('/') ?? [];
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
