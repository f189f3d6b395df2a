/**
 * What a glTF may ask for, found out before anything of it is decoded: numbers that a machine can hold, a tree that
 * ends, views inside their buffers, files beside it and nowhere else, extensions that are known.
 *
 * What gives a relic its shape must be right, or the file is refused. What dresses it (materials, pictures, animations)
 * costs only itself. What is not shown (cameras, lights, extras) is not read.
 */
import { VISIT_LIMITS, type RelicLimits } from '../limits.ts';
import { entryOf } from './check.ts';
import type { GltfJson } from './container.ts';
import { readAnimations } from './readAnimations.ts';
import { readAccessors, readBuffers, readBufferViews } from './readBuffers.ts';
import { readImages, readMaterials, readSamplers, readTextures } from './readMaterials.ts';
import { readMeshes } from './readMeshes.ts';
import { readNodes, readRoots, readSkins, readVariants, requireKnownExtensions } from './readNodes.ts';
import type { Gltf } from './shape.ts';

/** What can be shown; a file that requires more cannot be shown right. */
export const KNOWN_EXTENSIONS: ReadonlySet<string> = new Set([
  'EXT_mesh_gpu_instancing', 'EXT_meshopt_compression', 'EXT_texture_avif', 'EXT_texture_webp',
  'KHR_draco_mesh_compression', 'KHR_lights_punctual', 'KHR_materials_anisotropy', 'KHR_materials_clearcoat',
  'KHR_materials_dispersion', 'KHR_materials_emissive_strength', 'KHR_materials_ior', 'KHR_materials_iridescence',
  'KHR_materials_pbrSpecularGlossiness', 'KHR_materials_sheen', 'KHR_materials_specular',
  'KHR_materials_transmission', 'KHR_materials_unlit', 'KHR_materials_variants', 'KHR_materials_volume',
  'KHR_mesh_quantization', 'KHR_meshopt_compression', 'KHR_node_visibility', 'KHR_texture_basisu',
  'KHR_texture_transform', 'KHR_xmp_json_ld',
]); // prettier-ignore

export interface GatedGltf {
  readonly gltf: Gltf;
  /** What was left out, in words: where, what, why. */
  readonly losses: readonly string[];
}

export interface GateOptions {
  /** Those of a visit by default. */
  readonly limits?: RelicLimits;
  /** Extensions that a file may require; by default what a visit can show. */
  readonly known?: ReadonlySet<string>;
}

/** Throws a `ModelError`. `binBytes` is the length of a GLB's binary chunk. */
export function gateGltf(
  json: GltfJson,
  binBytes: number,
  { limits = VISIT_LIMITS, known = KNOWN_EXTENSIONS }: GateOptions = {},
): GatedGltf {
  const losses: string[] = [];
  // A file may be wrong a hundred thousand times; nobody reads more than a few of them.
  const tell = (loss: string): void => void (losses.length < 20 && losses.push(loss));
  const root = { ...entryOf(json, 'the file'), place: '' };
  requireKnownExtensions(root, known);
  const buffers = readBuffers(root, binBytes, limits);
  const bufferViews = readBufferViews(root, buffers, limits);
  const accessors = readAccessors(root, bufferViews, limits);
  const images = readImages(root, bufferViews.length, limits, tell);
  const samplers = readSamplers(root, limits, tell);
  const textures = readTextures(root, images, samplers.length, limits, tell);
  const materials = readMaterials(root, textures.length, limits, tell);
  const variants = readVariants(root);
  const meshes = readMeshes(
    root,
    { accessors, viewCount: bufferViews.length, materialCount: materials.length, variantCount: variants.length, tell },
    limits,
  );
  const skinCount = Array.isArray(json['skins']) ? json['skins'].length : 0;
  const nodes = readNodes(root, { meshes, accessors, skinCount }, limits);
  const skins = readSkins(root, nodes.length, accessors, limits);
  const roots = readRoots(root, nodes, limits);
  const animations = readAnimations(root, { nodes, meshes, accessors }, limits, tell);
  return {
    gltf: {
      buffers, bufferViews, accessors, images, samplers, textures, materials, variants, meshes, nodes, skins, roots,
      animations,
    },
    losses,
  }; // prettier-ignore
}
