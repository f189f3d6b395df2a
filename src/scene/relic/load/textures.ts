/** The textures of a model: sniffed, measured, decoded away from the page. A bad one costs itself, not the relic. */
import type { GLTFParser } from 'three/addons/loaders/GLTFLoader.js';
import {
  ClampToEdgeWrapping, CompressedTexture, LinearFilter, LinearMipmapLinearFilter, LinearMipmapNearestFilter,
  MirroredRepeatWrapping, NearestFilter, NearestMipmapLinearFilter, NearestMipmapNearestFilter, RepeatWrapping,
  RGB_ETC2_Format, RGBA_ASTC_4x4_Format, RGBA_BPTC_Format, RGBA_ETC2_EAC_Format, RGBA_S3TC_DXT1_Format,
  RGBA_S3TC_DXT5_Format, RGBAFormat, Texture, UnsignedByteType,
} from 'three'; // prettier-ignore
import type { CompressedPixelFormat } from 'three';
import { readImageHeader } from '#sources/http/imageHeader.ts';
import type { DecodedTexture, TextureFormat } from '../decode/protocol.ts';

const FORMATS = {
  astc4x4: RGBA_ASTC_4x4_Format,
  bc7: RGBA_BPTC_Format,
  bc1: RGBA_S3TC_DXT1_Format,
  bc3: RGBA_S3TC_DXT5_Format,
  etc1: RGB_ETC2_Format,
  etc2: RGBA_ETC2_EAC_Format,
  rgba8: RGBAFormat,
} satisfies Record<TextureFormat, number>;

const FILTERS: Readonly<Record<number, typeof LinearFilter | typeof NearestFilter | typeof LinearMipmapLinearFilter>> =
  {
    9728: NearestFilter,
    9729: LinearFilter,
    9984: NearestMipmapNearestFilter as unknown as typeof NearestFilter,
    9985: LinearMipmapNearestFilter as unknown as typeof LinearFilter,
    9986: NearestMipmapLinearFilter as unknown as typeof LinearFilter,
    9987: LinearMipmapLinearFilter,
  };
const WRAPPINGS: Readonly<Record<number, typeof RepeatWrapping>> = {
  33071: ClampToEdgeWrapping as unknown as typeof RepeatWrapping,
  33648: MirroredRepeatWrapping as unknown as typeof RepeatWrapping,
  10497: RepeatWrapping,
};
/** Decoded, such a picture has a gigabyte; no GPU takes more. */
const MOST_PICTURE_PX = 16_384;
const KTX2_MAGIC = [0xab, 0x4b, 0x54, 0x58, 0x20, 0x32, 0x30, 0xbb];

export interface TextureSources {
  /** The bytes of an image that lies beside the model. */
  readonly fetchFile: (uri: string) => Promise<Uint8Array>;
  readonly transcode: (source: Uint8Array) => Promise<DecodedTexture>;
  readonly mostPx: number;
  readonly anisotropy: number;
  readonly onLoss: (message: string) => void;
}

interface TextureDef {
  readonly source?: number;
  readonly sampler?: number;
  readonly name?: string;
}
interface ImageDef {
  readonly uri?: string;
  readonly bufferView?: number;
}
interface SamplerDef {
  readonly magFilter?: number;
  readonly minFilter?: number;
  readonly wrapS?: number;
  readonly wrapT?: number;
}

/** A plugin of GLTFLoader that makes every texture of a file. */
export function createTexturePlugin(parser: GLTFParser, sources: TextureSources) {
  const json = parser.json as { textures?: TextureDef[]; images?: ImageDef[]; samplers?: SamplerDef[] };
  const pictures = new Map<number, Promise<Texture>>();
  const textures = new Map<string, Promise<Texture | null>>();

  async function read(image: number): Promise<Texture> {
    const { uri, bufferView } = json.images?.[image] ?? {};
    if (bufferView !== undefined) {
      const bytes = new Uint8Array((await parser.getDependency('bufferView', bufferView)) as ArrayBuffer);
      return decode(bytes, sources);
    }
    if (uri === undefined) throw new Error('has neither an address nor data');
    return decode(uri.startsWith('data:') ? readDataUri(uri) : await sources.fetchFile(uri), sources);
  }

  return {
    name: 'GROTTO_textures',
    loadTexture(index: number): Promise<Texture | null> {
      const { source = -1, sampler: samplerIndex, name = '' } = json.textures?.[index] ?? {};
      const key = `${source}:${samplerIndex}`;
      let texture = textures.get(key);
      texture ??= (pictures.get(source) ?? keep(pictures, source, read(source))).then(
        (picture) => dress(picture.clone(), json.samplers?.[samplerIndex ?? -1] ?? {}, name, sources.anisotropy),
        (error: unknown) => {
          sources.onLoss(`images.${source}: ${error instanceof Error ? error.message : String(error)}; left out`);
          return null;
        },
      );
      textures.set(key, texture);
      return texture;
    },
  };
}

function keep<K, V>(map: Map<K, V>, key: K, value: V): V {
  map.set(key, value);
  return value;
}

function dress(texture: Texture, sampler: SamplerDef, name: string, anisotropy: number): Texture {
  texture.flipY = false;
  texture.name = name;
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

async function decode(bytes: Uint8Array, { transcode, mostPx }: TextureSources): Promise<Texture> {
  if (KTX2_MAGIC.every((byte, at) => bytes[at] === byte)) return fromTranscoded(await transcode(bytes.slice()));
  const header = readImageHeader(bytes);
  if (!header) throw new Error('is no JPEG, PNG, WebP, AVIF or KTX2 picture');
  const { widthPx, heightPx, type } = header;
  if (widthPx < 1 || heightPx < 1 || Math.max(widthPx, heightPx) > MOST_PICTURE_PX) {
    throw new Error(`has ${widthPx} × ${heightPx} px; expected 1 to ${MOST_PICTURE_PX}`);
  }
  const shrink = Math.min(1, mostPx / Math.max(widthPx, heightPx));
  const blob = new Blob([bytes as Uint8Array<ArrayBuffer>], { type: `image/${type}` });
  const bitmap = await createImageBitmap(blob, {
    premultiplyAlpha: 'none',
    colorSpaceConversion: 'none',
    ...(shrink < 1 && {
      resizeWidth: Math.max(1, Math.round(widthPx * shrink)),
      resizeHeight: Math.max(1, Math.round(heightPx * shrink)),
      resizeQuality: 'high' as const,
    }),
  }).catch(() => {
    throw new Error('is damaged and cannot be decoded');
  });
  return new Texture(bitmap);
}

function fromTranscoded({ format, widthPx, heightPx, levels, isPremultiplied }: DecodedTexture): Texture {
  const texture = new CompressedTexture(
    [...levels] as never,
    widthPx,
    heightPx,
    FORMATS[format] as CompressedPixelFormat,
    UnsignedByteType,
  );
  texture.premultiplyAlpha = isPremultiplied;
  return texture;
}

function readDataUri(uri: string): Uint8Array {
  const comma = uri.indexOf(',');
  const isBase64 = uri.slice(0, comma).endsWith(';base64');
  const text = isBase64 ? atob(uri.slice(comma + 1)) : decodeURIComponent(uri.slice(comma + 1));
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}

/** GPU bytes of a texture with its mipmaps, as it will lie there. */
export function textureBytes(texture: Texture): number {
  if (texture instanceof CompressedTexture) {
    return texture.mipmaps.reduce((sum, level) => sum + ((level as { data?: Uint8Array }).data?.byteLength ?? 0), 0);
  }
  const { width = 0, height = 0 } = (texture.image ?? {}) as { width?: number; height?: number };
  return Math.round(width * height * 4 * (texture.generateMipmaps ? 4 / 3 : 1));
}
