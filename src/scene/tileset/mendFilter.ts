import { LinearFilter } from 'three';
import type { Texture } from 'three';

/** Blocks without smaller pictures of themselves cannot be sampled as if they had some: they would be black. */
export function mendFilter(texture: Texture): void {
  const { isCompressedTexture, mipmaps } = texture as Texture & { readonly isCompressedTexture?: boolean };
  if (isCompressedTexture === true && (mipmaps?.length ?? 0) < 2) texture.minFilter = LinearFilter;
}
