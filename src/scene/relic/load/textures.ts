/** Textures of a model, made of pictures that were decoded away from the page. A bad one costs itself, not the relic. */
import {
  ClampToEdgeWrapping, CompressedTexture, LinearFilter, LinearMipmapLinearFilter, LinearMipmapNearestFilter,
  MirroredRepeatWrapping, NearestFilter, NearestMipmapLinearFilter, NearestMipmapNearestFilter, RepeatWrapping,
  RGB_ETC2_Format, RGBA_ASTC_4x4_Format, RGBA_BPTC_Format, RGBA_ETC2_EAC_Format, RGBA_S3TC_DXT1_Format,
  RGBA_S3TC_DXT5_Format, RGBAFormat, Texture, UnsignedByteType,
} from 'three'; // prettier-ignore
import type { CompressedPixelFormat, MinificationTextureFilter, WebGLRenderer, Wrapping } from 'three';
import type { Sampler } from '#sources/relic/gltf/shape.ts';
import type { DecodedTexture, TextureFormat, TextureSupport } from '../decode/protocol.ts';

const FORMATS = {
  astc4x4: RGBA_ASTC_4x4_Format,
  bc7: RGBA_BPTC_Format,
  bc1: RGBA_S3TC_DXT1_Format,
  bc3: RGBA_S3TC_DXT5_Format,
  etc1: RGB_ETC2_Format,
  etc2: RGBA_ETC2_EAC_Format,
  rgba8: RGBAFormat,
} satisfies Record<TextureFormat, number>;

const FILTERS: Readonly<Record<number, MinificationTextureFilter>> = {
  9728: NearestFilter,
  9729: LinearFilter,
  9984: NearestMipmapNearestFilter,
  9985: LinearMipmapNearestFilter,
  9986: NearestMipmapLinearFilter,
  9987: LinearMipmapLinearFilter,
};
const WRAPPINGS: Readonly<Record<number, Wrapping>> = {
  33071: ClampToEdgeWrapping,
  33648: MirroredRepeatWrapping,
  10497: RepeatWrapping,
};

export function toTexture(picture: ImageBitmap | DecodedTexture): Texture {
  if (picture instanceof ImageBitmap) return new Texture(picture);
  const { format, widthPx, heightPx, levels } = picture;
  const texture = new CompressedTexture(
    [...levels] as never,
    widthPx,
    heightPx,
    FORMATS[format] as CompressedPixelFormat,
    UnsignedByteType,
  );
  return texture;
}

/** The same picture as a texture that is sampled as the file says. */
export function dressTexture(picture: Texture, sampler: Sampler, anisotropy: number): Texture {
  const texture = picture.clone();
  texture.flipY = false;
  texture.magFilter = sampler.magFilter === 9728 ? NearestFilter : LinearFilter;
  texture.minFilter = FILTERS[sampler.minFilter ?? 9987] ?? LinearMipmapLinearFilter;
  const isCompressed = texture instanceof CompressedTexture;
  if (isCompressed && texture.mipmaps.length < 2) texture.minFilter = LinearFilter;
  texture.wrapS = WRAPPINGS[sampler.wrapS ?? 10497] ?? RepeatWrapping;
  texture.wrapT = WRAPPINGS[sampler.wrapT ?? 10497] ?? RepeatWrapping;
  texture.generateMipmaps = !isCompressed && texture.minFilter !== NearestFilter && texture.minFilter !== LinearFilter;
  texture.anisotropy = anisotropy;
  texture.needsUpdate = true;
  return texture;
}

/**
 * What this GPU takes textures in. One that claims all of them makes them up: some drivers take ASTC and ETC only to
 * unpack them on the page, so blocks that such a machine has in hardware are preferred.
 */
export function readTextureSupport({ extensions }: WebGLRenderer): TextureSupport {
  const astc = extensions.has('WEBGL_compressed_texture_astc');
  const etc2 = extensions.has('WEBGL_compressed_texture_etc');
  const bc7 = extensions.has('EXT_texture_compression_bptc');
  const s3tc = extensions.has('WEBGL_compressed_texture_s3tc');
  return bc7 && s3tc ? { astc: false, etc2: false, bc7, s3tc } : { astc, etc2, bc7, s3tc };
}

/** GPU bytes of a texture with its mipmaps, as it will lie there. */
export function textureBytes(texture: Texture): number {
  if (texture instanceof CompressedTexture) {
    return texture.mipmaps.reduce((sum, level) => sum + ((level as { data?: Uint8Array }).data?.byteLength ?? 0), 0);
  }
  const { width = 0, height = 0 } = (texture.image ?? {}) as { width?: number; height?: number };
  return Math.round(width * height * 4 * (texture.generateMipmaps ? 4 / 3 : 1));
}
