/**
 * What a glTF may ask for, found out before anything of it is decoded: numbers that a browser can hold, a tree that
 * ends, views inside their buffers, files beside it and nowhere else, extensions that are known. Whatever passes can
 * be given to a loader that believes what it reads.
 */
import { findAssetUriFault } from '../../http/assetUri.ts';
import { type GltfJson, isObject, listOf } from './container.ts';
import { ModelError } from './modelError.ts';
import { readCount, readIndex } from './numbers.ts';
import { gateImages, withoutLights } from './pictures.ts';
import { gateTree } from './tree.ts';
import { withoutTwins } from './twins.ts';

/** What the loader understands; a file that requires more cannot be shown right. */
export const KNOWN_EXTENSIONS: ReadonlySet<string> = new Set([
  'EXT_mesh_gpu_instancing', 'EXT_meshopt_compression', 'EXT_texture_avif', 'EXT_texture_webp',
  'KHR_draco_mesh_compression', 'KHR_materials_anisotropy', 'KHR_materials_clearcoat', 'KHR_materials_dispersion',
  'KHR_materials_emissive_strength', 'KHR_materials_ior', 'KHR_materials_iridescence',
  'KHR_materials_pbrSpecularGlossiness', 'KHR_materials_sheen', 'KHR_materials_specular',
  'KHR_materials_transmission', 'KHR_materials_unlit', 'KHR_materials_variants', 'KHR_materials_volume',
  'KHR_mesh_quantization', 'KHR_meshopt_compression', 'KHR_texture_basisu', 'KHR_texture_transform',
  'KHR_xmp_json_ld', 'KHR_lights_punctual',
]); // prettier-ignore

/** A scan of two million triangles stays far below; beyond it a relic wants steps or tiles. */
const MOST_ELEMENTS = 50_000_000;
/** Of all accessors together, in bytes as they are decoded. */
const MOST_DECODED_BYTES = 1_500_000_000;
const MOST_NODES = 200_000;
const MOST_MESHES = 100_000;
const MOST_IMAGES = 1_000;

const COMPONENT_BYTES: Readonly<Record<number, number>> = { 5120: 1, 5121: 1, 5122: 2, 5123: 2, 5125: 4, 5126: 4 };
const COMPONENTS: Readonly<Record<string, number>> = {
  SCALAR: 1, VEC2: 2, VEC3: 3, VEC4: 4, MAT2: 4, MAT3: 9, MAT4: 16,
}; // prettier-ignore

export interface GatedGltf {
  /** The file's own JSON without what must not be followed: lights, cameras, unsafe pictures. */
  readonly json: GltfJson;
  /** Addresses of the buffers that lie beside the file, as they stand in it. */
  readonly files: readonly string[];
  /** What was left out, in words. */
  readonly losses: readonly string[];
}

/** Throws a `ModelError`. `binBytes` is the length of a GLB's binary chunk. */
export function gateGltf(json: GltfJson, binBytes: number): GatedGltf {
  gateExtensions(json);
  gateCounts(json);
  const bufferBytes = gateBuffers(json, binBytes);
  const views = gateViews(json, bufferBytes);
  gateAccessors(json, views);
  gateTree(json);
  const losses: string[] = [];
  const images = gateImages(json, losses);
  return {
    json: withoutTwins(withoutLights({ ...json, ...(images && { images }) })),
    files: listOf(json['buffers']).flatMap(({ uri }) =>
      typeof uri === 'string' && !uri.startsWith('data:') ? [uri] : [],
    ),
    losses,
  };
}

function gateExtensions(json: GltfJson): void {
  const required = Array.isArray(json['extensionsRequired']) ? (json['extensionsRequired'] as unknown[]) : [];
  for (const extension of required) {
    if (typeof extension === 'string' && KNOWN_EXTENSIONS.has(extension)) continue;
    const name = typeof extension === 'string' ? extension.slice(0, 80) : typeof extension;
    throw new ModelError(
      'unknown-extension',
      `it needs the extension ${name}, which is not known here; export without`,
    );
  }
}

function gateCounts(json: GltfJson): void {
  for (const [kind, most] of [
    ['nodes', MOST_NODES],
    ['meshes', MOST_MESHES],
    ['images', MOST_IMAGES],
    ['textures', MOST_IMAGES],
    ['materials', MOST_MESHES],
    ['accessors', MOST_NODES],
  ] as const) {
    const count = listOf(json[kind]).length;
    if (count > most) throw new ModelError('too-large', `${kind}: expected at most ${most}, found ${count}`);
  }
}

/** Bytes of each buffer that are really there, or will be once its file is here. */
function gateBuffers(json: GltfJson, binBytes: number): number[] {
  return listOf(json['buffers']).map((buffer, index) => {
    const place = `buffers.${index}`;
    const declared = readCount(buffer['byteLength'], `${place}.byteLength`, MOST_DECODED_BYTES);
    const { uri } = buffer;
    const isFallback = isObject(buffer['extensions']) && hasMeshopt(buffer['extensions']);
    if (uri === undefined) {
      // The chunk may be padded, so it may be longer, never shorter.
      if (index === 0 && !isFallback && declared > binBytes) {
        throw new ModelError('cut-off', `${place}: ${declared} bytes are declared, ${binBytes} are there`);
      }
      return declared;
    }
    if (typeof uri !== 'string') throw new ModelError('broken-data', `${place}.uri: expected an address`);
    if (uri.startsWith('data:')) {
      if (!/^data:application\/(octet-stream|gltf-buffer);base64,/.test(uri)) {
        throw new ModelError('unsafe-uri', `${place}.uri: expected data of type application/octet-stream`);
      }
      return declared;
    }
    const fault = findAssetUriFault(uri);
    if (fault !== null) throw new ModelError('unsafe-uri', `${place}.uri ${fault}; put the file beside the model`);
    return declared;
  });
}

interface View {
  readonly bytes: number;
}

function gateViews(json: GltfJson, bufferBytes: readonly number[]): View[] {
  return listOf(json['bufferViews']).map((view, index) => {
    const place = `bufferViews.${index}`;
    const meshopt = isObject(view['extensions']) ? findMeshopt(view['extensions']) : null;
    if (meshopt) {
      const packed = gateRange(meshopt, place, bufferBytes);
      const count = readCount(meshopt['count'], `${place}.count`, MOST_ELEMENTS);
      const stride = readCount(meshopt['byteStride'], `${place}.byteStride`, 256);
      // No codec packs better than a few hundred to one; more is a lie.
      if (count * stride > Math.max(packed, 64) * 4_096) {
        throw new ModelError('too-large', `${place}: ${packed} bytes would become ${count * stride}; export it again`);
      }
      return { bytes: count * stride };
    }
    return { bytes: gateRange(view, place, bufferBytes) };
  });
}

function gateRange(range: Record<string, unknown>, place: string, bufferBytes: readonly number[]): number {
  const buffer = readIndex(range['buffer'], `${place}.buffer`, bufferBytes.length);
  const offset = readCount(range['byteOffset'] ?? 0, `${place}.byteOffset`, MOST_DECODED_BYTES);
  const length = readCount(range['byteLength'], `${place}.byteLength`, MOST_DECODED_BYTES);
  const there = bufferBytes[buffer] ?? 0;
  if (offset + length > there) {
    throw new ModelError('broken-data', `${place}: ends at byte ${offset + length} of a buffer of ${there}`);
  }
  return length;
}

function gateAccessors(json: GltfJson, views: readonly View[]): void {
  let sum = 0;
  listOf(json['accessors']).forEach((accessor, index) => {
    const place = `accessors.${index}`;
    const count = readCount(accessor['count'], `${place}.count`, MOST_ELEMENTS);
    const component = COMPONENT_BYTES[Number(accessor['componentType'])];
    const components = COMPONENTS[String(accessor['type'])];
    if (component === undefined || components === undefined) {
      throw new ModelError('broken-data', `${place}: expected a component type and a type of glTF`);
    }
    const bytes = count * component * components;
    sum += bytes;
    if (sum > MOST_DECODED_BYTES) throw new ModelError('too-large', `${place}: the file would need ${sum} bytes`);
    if (accessor['bufferView'] !== undefined) {
      const view = views[readIndex(accessor['bufferView'], `${place}.bufferView`, views.length)];
      const offset = readCount(accessor['byteOffset'] ?? 0, `${place}.byteOffset`, MOST_DECODED_BYTES);
      const stride = readStride(json, Number(accessor['bufferView'])) ?? component * components;
      const end = count === 0 ? 0 : offset + stride * (count - 1) + component * components;
      if (end > (view?.bytes ?? 0)) {
        throw new ModelError('broken-data', `${place}: ends at byte ${end} of a view of ${view?.bytes ?? 0}`);
      }
    }
    if (isObject(accessor['sparse'])) gateSparse(accessor['sparse'], count, component * components, views, place);
  });
}

function readStride(json: GltfJson, view: number): number | undefined {
  const stride = listOf(json['bufferViews'])[view]?.['byteStride'];
  return typeof stride === 'number' && stride > 0 ? stride : undefined;
}

function gateSparse(
  sparse: Record<string, unknown>,
  most: number,
  valueBytes: number,
  views: readonly View[],
  place: string,
): void {
  const count = readCount(sparse['count'], `${place}.sparse.count`, most);
  for (const [part, bytes] of [
    ['indices', COMPONENT_BYTES[Number(isObject(sparse['indices']) ? sparse['indices']['componentType'] : 0)] ?? 0],
    ['values', valueBytes],
  ] as const) {
    const range = sparse[part];
    if (!isObject(range) || bytes === 0) throw new ModelError('broken-data', `${place}.sparse.${part} is missing`);
    const view = views[readIndex(range['bufferView'], `${place}.sparse.${part}.bufferView`, views.length)];
    const offset = readCount(range['byteOffset'] ?? 0, `${place}.sparse.${part}.byteOffset`, MOST_DECODED_BYTES);
    if (offset + count * bytes > (view?.bytes ?? 0)) {
      throw new ModelError('broken-data', `${place}.sparse.${part}: ends beyond its view`);
    }
  }
}

function hasMeshopt(extensions: Record<string, unknown>): boolean {
  return findMeshopt(extensions) !== null;
}

function findMeshopt(extensions: Record<string, unknown>): Record<string, unknown> | null {
  const found = extensions['EXT_meshopt_compression'] ?? extensions['KHR_meshopt_compression'];
  return isObject(found) ? found : null;
}
