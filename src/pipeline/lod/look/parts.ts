/** A model laid out for drawing: triangles where they stand in the scene, textures decoded with their mipmaps. */
import { type Document, type Material, type Primitive, type Texture, TextureInfo } from '@gltf-transform/core';
import {
  type Clearcoat,
  KHRMaterialsClearcoat,
  KHRMaterialsUnlit,
  KHRTextureTransform,
  type Transform,
} from '@gltf-transform/extensions';
import { fitSize, readPicture } from '../textures/picture.ts';
import { Mipmaps } from './mipmaps.ts';

export interface Surface {
  readonly colour: Mipmaps | null;
  readonly normal: Mipmaps | null;
  /** Occlusion, roughness, metalness. */
  readonly orm: Mipmaps | null;
  readonly hasOcclusion: boolean;
  readonly factor: readonly number[];
  readonly roughness: number;
  readonly metalness: number;
  readonly normalScale: number;
  /** Of a lacquer or glaze over it all, 0 to 1, and how rough that is. */
  readonly coat: number;
  readonly coatRoughness: number;
  readonly isDoubleSided: boolean;
  readonly isUnlit: boolean;
  /** Below this alpha nothing is there; 0 where all is. */
  readonly cutoff: number;
}

/** Vertices in the frame of the scene, metres. */
export interface Part {
  readonly positions: Float32Array;
  readonly normals: Float32Array | null;
  /** Four values a vertex: the direction of u, and on which side of it v lies. */
  readonly tangents: Float32Array | null;
  readonly uvs: Float32Array | null;
  /** Four values a vertex. */
  readonly colours: Float32Array | null;
  readonly indices: Uint32Array;
  readonly surface: Surface;
}

const TRIANGLES = 4;
/** Pictures show no more than this of a texture: the largest drawn is a third of it across. */
const MOST_SIDE = 4096;

/** At rest, copies that are drawn in one call once. */
export async function readParts(document: Document): Promise<Part[]> {
  const textures = new Map<Texture, Mipmaps>();
  const materials = document.getRoot().listMaterials();
  for (const texture of document.getRoot().listTextures()) {
    const image = texture.getImage();
    const [width = 0, height = 0] = texture.getSize() ?? [];
    if (!image || width * height === 0) continue;
    const size = fitSize(width, height, MOST_SIDE, 1);
    const isRepeated = materials.every((material) => isRepeatedIn(material, texture));
    textures.set(texture, new Mipmaps(await readPicture(image, texture.getMimeType(), ...size), isRepeated));
  }
  const parts: Part[] = [];
  for (const node of document.getRoot().listNodes()) {
    for (const primitive of node.getMesh()?.listPrimitives() ?? []) {
      const part = layOut(primitive, node.getWorldMatrix(), textures);
      if (part) parts.push(part);
    }
  }
  return parts;
}

function isRepeatedIn(material: Material, texture: Texture): boolean {
  if (material.getBaseColorTexture() !== texture) return true;
  return material.getBaseColorTextureInfo()?.getWrapS() !== TextureInfo.WrapMode.CLAMP_TO_EDGE;
}

function layOut(primitive: Primitive, matrix: readonly number[], textures: ReadonlyMap<Texture, Mipmaps>): Part | null {
  const position = primitive.getAttribute('POSITION');
  if (!position || primitive.getMode() !== TRIANGLES) return null;
  const count = position.getCount();
  const normal = primitive.getAttribute('NORMAL');
  const tangent = primitive.getAttribute('TANGENT');
  const uv = primitive.getAttribute('TEXCOORD_0');
  const paint = primitive.getAttribute('COLOR_0');
  const transform = primitive
    .getMaterial()
    ?.getBaseColorTextureInfo()
    ?.getExtension<Transform>(KHRTextureTransform.EXTENSION_NAME);
  const [offsetU, offsetV] = transform?.getOffset() ?? [0, 0];
  const [scaleU, scaleV] = transform?.getScale() ?? [1, 1];
  const positions = new Float32Array(count * 3);
  const normals = normal && new Float32Array(count * 3);
  const tangents = tangent && new Float32Array(count * 4);
  const uvs = uv && new Float32Array(count * 2);
  const colours = paint && new Float32Array(count * 4).fill(1);
  const element: number[] = [];
  const turned = new Float32Array(3);
  for (let vertex = 0; vertex < count; vertex++) {
    position.getElement(vertex, element);
    turn(matrix, element, 1, turned);
    positions.set(turned, vertex * 3);
    if (normals) {
      normal.getElement(vertex, element);
      turn(matrix, element, 0, turned);
      const length = Math.hypot(turned[0]!, turned[1]!, turned[2]!) || 1;
      for (let k = 0; k < 3; k++) normals[vertex * 3 + k] = turned[k]! / length;
    }
    if (tangents) {
      tangent.getElement(vertex, element);
      turn(matrix, element, 0, turned);
      tangents.set(turned, vertex * 4);
      tangents[vertex * 4 + 3] = element[3]!;
    }
    if (uvs) {
      uv.getElement(vertex, element);
      uvs[vertex * 2] = element[0]! * scaleU + offsetU;
      uvs[vertex * 2 + 1] = element[1]! * scaleV + offsetV;
    }
    if (colours) {
      paint.getElement(vertex, element);
      for (let k = 0; k < paint.getElementSize(); k++) colours[vertex * 4 + k] = element[k]!;
    }
  }
  const corners = primitive.getIndices()?.getArray();
  const indices = corners ? Uint32Array.from(corners) : Uint32Array.from({ length: count }, (_, i) => i);
  return { positions, normals, tangents, uvs, colours, indices, surface: surfaceOf(primitive.getMaterial(), textures) };
}

/** By the upper 3 × 3 of the matrix, and moved where `w` is 1; scales that differ by axis bend normals a little. */
function turn(m: readonly number[], p: readonly number[], w: number, out: Float32Array): void {
  for (let k = 0; k < 3; k++) out[k] = m[k]! * p[0]! + m[4 + k]! * p[1]! + m[8 + k]! * p[2]! + m[12 + k]! * w;
}

function surfaceOf(material: Material | null, textures: ReadonlyMap<Texture, Mipmaps>): Surface {
  const of = (texture: Texture | null | undefined): Mipmaps | null => (texture && textures.get(texture)) ?? null;
  const orm = material?.getMetallicRoughnessTexture();
  const coat = material?.getExtension<Clearcoat>(KHRMaterialsClearcoat.EXTENSION_NAME);
  return {
    colour: of(material?.getBaseColorTexture()),
    normal: of(material?.getNormalTexture()),
    orm: of(orm),
    hasOcclusion: Boolean(orm) && material?.getOcclusionTexture() === orm,
    factor: material?.getBaseColorFactor() ?? [1, 1, 1, 1],
    roughness: material?.getRoughnessFactor() ?? 1,
    metalness: material?.getMetallicFactor() ?? 0,
    normalScale: material?.getNormalScale() ?? 1,
    coat: coat?.getClearcoatFactor() ?? 0,
    coatRoughness: coat?.getClearcoatRoughnessFactor() ?? 0,
    isDoubleSided: material?.getDoubleSided() ?? false,
    isUnlit: Boolean(material?.getExtension(KHRMaterialsUnlit.EXTENSION_NAME)),
    cutoff: material?.getAlphaMode() === 'MASK' ? material.getAlphaCutoff() : 0,
  };
}
