/**
 * Materials and textures. A relic is itself without its dress, so what is wrong here costs the part that is wrong, with
 * a word about it, and never the relic.
 */
import { findAssetUriFault } from '../../http/assetUri.ts';
import type { RelicLimits } from '../limits.ts';
import {
  childOf, choiceOf, entriesOf, extensionOf, fail, flagOf, integerOf, numberOf, numbersOf, referenceOf,
  requiredReference, textOf, type Entry,
} from './check.ts'; // prettier-ignore
import { ModelError } from './modelError.ts';
import type { Image, Material, Sampler, Texture } from './shape.ts';

type Field =
  | { readonly kind: 'number'; readonly least: number; readonly most: number }
  | { readonly kind: 'colour'; readonly length: 3 | 4; readonly most: number }
  | { readonly kind: 'texture'; readonly factor?: 'scale' | 'strength' };

const unit: Field = { kind: 'number', least: 0, most: 1 };
const number = (least: number, most: number): Field => ({ kind: 'number', least, most });
const rgb: Field = { kind: 'colour', length: 3, most: 1 };
const rgba: Field = { kind: 'colour', length: 4, most: 1 };
const texture: Field = { kind: 'texture' };

const METAL_ROUGH = {
  baseColorFactor: rgba, baseColorTexture: texture, metallicFactor: unit, roughnessFactor: unit,
  metallicRoughnessTexture: texture,
} satisfies Record<string, Field>; // prettier-ignore

const EXTENSIONS: Readonly<Record<string, Readonly<Record<string, Field>>>> = {
  KHR_materials_anisotropy: {
    anisotropyStrength: unit, anisotropyRotation: number(-1e3, 1e3), anisotropyTexture: texture,
  },
  KHR_materials_clearcoat: {
    clearcoatFactor: unit, clearcoatTexture: texture, clearcoatRoughnessFactor: unit,
    clearcoatRoughnessTexture: texture, clearcoatNormalTexture: { kind: 'texture', factor: 'scale' },
  },
  KHR_materials_dispersion: { dispersion: number(0, 100) },
  // Brighter than a lamp is a light, and lights are the room's.
  KHR_materials_emissive_strength: { emissiveStrength: number(0, 100) },
  KHR_materials_ior: { ior: number(0, 1e3) },
  KHR_materials_iridescence: {
    iridescenceFactor: unit, iridescenceTexture: texture, iridescenceIor: number(1, 100),
    iridescenceThicknessMinimum: number(0, 1e5), iridescenceThicknessMaximum: number(0, 1e5),
    iridescenceThicknessTexture: texture,
  },
  KHR_materials_pbrSpecularGlossiness: {
    diffuseFactor: rgba, diffuseTexture: texture, specularFactor: rgb, glossinessFactor: unit,
    specularGlossinessTexture: texture,
  },
  KHR_materials_sheen: {
    sheenColorFactor: rgb, sheenColorTexture: texture, sheenRoughnessFactor: unit, sheenRoughnessTexture: texture,
  },
  KHR_materials_specular: {
    specularFactor: unit, specularTexture: texture, specularColorFactor: { kind: 'colour', length: 3, most: 1e3 },
    specularColorTexture: texture,
  },
  KHR_materials_transmission: { transmissionFactor: unit, transmissionTexture: texture },
  KHR_materials_unlit: {},
  KHR_materials_volume: {
    thicknessFactor: number(0, 1e6), thicknessTexture: texture, attenuationDistance: number(1e-9, 1e9),
    attenuationColor: rgb,
  },
}; // prettier-ignore

export type Tell = (loss: string) => void;

export function readMaterials(root: Entry, textureCount: number, limits: RelicLimits, tell: Tell): Material[] {
  return entriesOf(root, 'materials', limits.materials).map((entry) =>
    spare(tell, 'the surface is left plain', {}, () => readMaterial(entry, { textureCount, tell })),
  );
}

/** What `read` gives, or `otherwise` with a word about why. */
export function spare<T>(tell: Tell, consequence: string, otherwise: T, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof ModelError)) throw error;
    tell(`${error.message}; ${consequence}`);
    return otherwise;
  }
}

interface TextureList {
  readonly textureCount: number;
  readonly tell: Tell;
}

function readMaterial(entry: Entry, list: TextureList): Material {
  const core = childOf(entry, 'pbrMetallicRoughness');
  const extensions: Record<string, object> = {};
  for (const [name, fields] of Object.entries(EXTENSIONS)) {
    const found = extensionOf(entry, name);
    if (found) extensions[name] = readFields(found, fields, list);
  }
  const surface = readFields(entry, {
    normalTexture: { kind: 'texture', factor: 'scale' },
    occlusionTexture: { kind: 'texture', factor: 'strength' },
    emissiveTexture: texture,
    emissiveFactor: rgb,
    alphaCutoff: number(0, 1e3),
  }, list); // prettier-ignore
  return {
    ...surface,
    alphaMode: choiceOf(entry, 'alphaMode', ['OPAQUE', 'MASK', 'BLEND'] as const),
    doubleSided: flagOf(entry, 'doubleSided'),
    ...(core && { pbrMetallicRoughness: readFields(core, METAL_ROUGH, list) }),
    ...(Object.keys(extensions).length > 0 && { extensions }),
  };
}

function readFields(entry: Entry, fields: Readonly<Record<string, Field>>, list: TextureList): object {
  const found: Record<string, unknown> = {};
  for (const [key, field] of Object.entries(fields)) {
    const value = readField(entry, key, field, list);
    if (value !== undefined && value !== null) found[key] = value;
  }
  return found;
}

function readField(entry: Entry, key: string, field: Field, { textureCount, tell }: TextureList): unknown {
  switch (field.kind) {
    case 'number':
      return clamp(numberOf(entry, key, -Infinity, Infinity), field.least, field.most);
    case 'colour':
      return numbersOf(entry, key, field.length)?.map((value) => clamp(value, 0, field.most));
    case 'texture': {
      return spare(tell, 'the texture is left out', null, () => {
        const info = childOf(entry, key);
        return info && readTextureInfo(info, field.factor, textureCount);
      });
    }
  }
}

/** A factor a little beyond its range is how programs round; every viewer takes it for the end of the range. */
function clamp(value: number | undefined, least: number, most: number): number | undefined {
  return value === undefined ? undefined : Math.min(most, Math.max(least, value));
}

function readTextureInfo(entry: Entry, factor: 'scale' | 'strength' | undefined, textureCount: number): object {
  const scale = factor && numberOf(entry, factor, -1e3, 1e3);
  const transform = extensionOf(entry, 'KHR_texture_transform');
  const texCoord = (transform && integerOf(transform, 'texCoord', 0, 3)) ?? integerOf(entry, 'texCoord', 0, 3);
  return {
    index: requiredReference(entry, 'index', 'textures', textureCount),
    ...(texCoord !== undefined && { texCoord }),
    ...(factor && scale !== undefined && { [factor]: scale }),
    ...(transform && { extensions: { KHR_texture_transform: readTransform(transform) } }),
  };
}

function readTransform(entry: Entry): object {
  const offset = numbersOf(entry, 'offset', 2);
  const scale = numbersOf(entry, 'scale', 2);
  const rotation = numberOf(entry, 'rotation', -1e6, 1e6);
  return { ...(offset && { offset }), ...(scale && { scale }), ...(rotation !== undefined && { rotation }) };
}

/** Where a texture's pictures stand, the best first. */
const BETTER_SOURCES = ['KHR_texture_basisu', 'EXT_texture_avif', 'EXT_texture_webp'];

export function readTextures(
  root: Entry,
  images: readonly Image[],
  samplerCount: number,
  limits: RelicLimits,
  tell: Tell,
): Texture[] {
  return entriesOf(root, 'textures', limits.images).map((entry) =>
    spare(tell, 'the texture is left out', { sources: [] }, () => {
      const holders = [...BETTER_SOURCES.map((name) => extensionOf(entry, name)), entry];
      const named = holders.flatMap((holder) => {
        const source = holder && referenceOf(holder, 'source', 'images', images.length);
        return source === null || source === undefined ? [] : [source];
      });
      const sampler = referenceOf(entry, 'sampler', 'samplers', samplerCount);
      const sources = named.filter((source) => images[source] !== null);
      return { sources, ...(sampler !== undefined && { sampler }) };
    }),
  );
}

export function readSamplers(root: Entry, limits: RelicLimits, tell: Tell): Sampler[] {
  return entriesOf(root, 'samplers', limits.images).map((entry) =>
    spare<Sampler>(tell, 'its textures are sampled plainly', {}, () => {
      const minFilter = integerOf(entry, 'minFilter', 9728, 9987);
      const magFilter = integerOf(entry, 'magFilter', 9728, 9729);
      const wrapS = choiceOf(entry, 'wrapS', [10497, 33071, 33648] as const);
      const wrapT = choiceOf(entry, 'wrapT', [10497, 33071, 33648] as const);
      return {
        ...(minFilter !== undefined && { minFilter }),
        ...(magFilter !== undefined && { magFilter }),
        wrapS,
        wrapT,
      };
    }),
  );
}

const PICTURE_DATA = /^data:image\/(png|jpeg|webp|avif|ktx2)[;,]/i;

/** A picture that lies elsewhere, or is none, costs the textures that show it. */
export function readImages(root: Entry, viewCount: number, limits: RelicLimits, tell: Tell): Image[] {
  return entriesOf(root, 'images', limits.images).map((entry) =>
    spare(tell, 'the picture is left out', null, () => {
      const uri = textOf(entry, 'uri');
      if (uri === undefined) return { bufferView: requiredReference(entry, 'bufferView', 'bufferViews', viewCount) };
      if (PICTURE_DATA.test(uri)) return { uri };
      const fault = findAssetUriFault(uri);
      if (fault !== null) fail(`${entry.place}.uri`, `the address ${fault}; put the picture beside the model`);
      if (/\.svgz?$/i.test(uri)) fail(`${entry.place}.uri`, 'a drawing (SVG) is no texture');
      return { uri };
    }),
  );
}
