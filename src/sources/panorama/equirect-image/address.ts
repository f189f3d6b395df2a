import type { EquirectImageSource } from './schema.ts';

/** The picture every tile of the pyramid is cut from. */
export function equirectImageUri(source: EquirectImageSource): string {
  return source.uri;
}
