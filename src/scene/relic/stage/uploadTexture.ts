import type { Texture, WebGLRenderer } from 'three';

/** Uploads a texture, a part at a time; yields the bytes of each part. */
export function* uploadTexture(renderer: WebGLRenderer, texture: Texture): Generator<number, undefined> {
  if (!texture.image || texture.version === 0) return undefined;
  renderer.initTexture(texture);
  yield bytesOf(texture);
  return undefined;
}

function bytesOf(texture: Texture): number {
  const { mipmaps = [] } = texture;
  let bytes = 0;
  for (const mipmap of mipmaps) bytes += (mipmap as { data?: ArrayBufferView }).data?.byteLength ?? 0;
  if (bytes > 0) return bytes;
  const { width = 0, height = 0 } = texture.image as { width?: number; height?: number };
  return width * height * 4;
}
