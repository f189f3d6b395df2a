/** Favourites in the part of an address behind `#`: `fav=hall,hall/figure`. */
import { keepKeys } from './favouriteKeys.ts';

/** Characters of the list. With place, view and language an address stays below what every reader of codes takes. */
export const MAX_FAVOURITES_LENGTH = 1_200;

/** The keys an address brings along; none where it brings none, or more text than a list of ours can be. */
export function readFavourites(hash: string): string[] {
  const part = hash
    .replace(/^#/, '')
    .split('&')
    .find((one) => one.startsWith('fav='));
  if (part === undefined) return [];
  const text = decode(part.slice('fav='.length));
  return text.length > MAX_FAVOURITES_LENGTH ? [] : keepKeys(text.split(','));
}

/** As many keys, from the first, as an address has room for. */
export function fitFavourites(keys: readonly string[]): readonly string[] {
  let length = -1;
  const end = keys.findIndex((key) => (length += key.length + 1) > MAX_FAVOURITES_LENGTH);
  return end === -1 ? keys : keys.slice(0, end);
}

/**
 * A link that opens the exhibition with the list beside it, for whoever follows it to keep or not.
 * @param page The address of the page without what is behind `#`.
 */
export function favouritesLink(page: string, keys: readonly string[], language: string): string {
  const url = new URL(page);
  // The one who scans a code has a device of one's own.
  for (const name of ['headset', 'minutes', 'profile']) url.searchParams.delete(name);
  url.hash = `panel=places&fav=${fitFavourites(keys).join(',')}&lang=${encodeURIComponent(language)}`;
  return url.href;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return '';
  }
}
