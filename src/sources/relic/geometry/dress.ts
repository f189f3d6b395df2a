/** Materials as three reads them. Specular and glossiness, which it has dropped, become what looks the same. */
import type { Gltf, Material, Texture } from '../gltf/shape.ts';

export interface ShownTexture extends Texture {
  /** Its green channel is to be the roughness that the alpha of its picture says as glossiness, times this factor. */
  readonly glossiness?: number;
}

export interface Dress {
  readonly materials: readonly Material[];
  readonly textures: readonly ShownTexture[];
}

interface TextureInfo {
  readonly index: number;
}

interface SpecGloss {
  readonly diffuseFactor?: readonly number[];
  readonly diffuseTexture?: TextureInfo;
  readonly specularFactor?: readonly number[];
  readonly glossinessFactor?: number;
  readonly specularGlossinessTexture?: TextureInfo;
}

const NAME = 'KHR_materials_pbrSpecularGlossiness';
/** As much as common matter reflects; three's plain material reflects so. */
const COMMON_REFLECTANCE = 0.05;
/** Of this index, all light is reflected that the specular colour says. */
const MIRROR_INDEX = 1_000;

export function dress({ materials, textures }: Pick<Gltf, 'materials' | 'textures'>): Dress {
  const shown: ShownTexture[] = [...textures];
  const dressed = materials.map((material) => {
    const { [NAME]: found, ...others } = (material['extensions'] ?? {}) as Record<string, object>;
    if (!found) return material;
    const { surface, extensions } = convert(found, shown);
    return { ...material, pbrMetallicRoughness: surface, extensions: { ...others, ...extensions } };
  });
  return { materials: dressed, textures: shown };
}

function convert(specGloss: SpecGloss, textures: ShownTexture[]): { surface: object; extensions: object } {
  const { diffuseFactor, diffuseTexture, glossinessFactor = 1, specularGlossinessTexture: picture } = specGloss;
  const { specularFactor = [1, 1, 1] } = specGloss;
  const source = textures[picture?.index ?? -1];
  if (source) textures.push({ ...source, glossiness: glossinessFactor });
  const surface = {
    metallicFactor: 0,
    roughnessFactor: source ? 1 : 1 - glossinessFactor,
    ...(diffuseFactor && { baseColorFactor: diffuseFactor }),
    ...(diffuseTexture && { baseColorTexture: diffuseTexture }),
    ...(source && { metallicRoughnessTexture: { ...picture, index: textures.length - 1 } }),
  };
  if (!picture && specularFactor.every((value) => value <= COMMON_REFLECTANCE)) return { surface, extensions: {} };
  const specular = { specularColorFactor: specularFactor, ...(picture && { specularColorTexture: picture }) };
  return { surface, extensions: { KHR_materials_specular: specular, KHR_materials_ior: { ior: MIRROR_INDEX } } };
}
