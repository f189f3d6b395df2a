/** What browsers may keep without asking. */

/** A built file whose name holds the hash of its content never changes; relative to the site. */
export const HASHED_NAME = /^app\/.+-[A-Za-z0-9_-]{8}\.[a-z0-9]+$/;
export const FOREVER = 'public, max-age=31536000, immutable';
/** A curator's edit shows at the next reload. */
export const REVALIDATE = 'no-cache';

/** @param relativePath Without a slash at its beginning. */
export function cacheControlOf(relativePath: string): string {
  return HASHED_NAME.test(relativePath) ? FOREVER : REVALIDATE;
}
