/**
 * A relic as a GLB file: quantised and meshopt-compressed geometry, WebP textures, rights in the asset, in its extras
 * and as XMP. Units are metres, Y is up; the same relic gives the same bytes.
 */
import { Document, NodeIO, Logger } from '@gltf-transform/core';
import type { Material } from '@gltf-transform/core';
import {
  EXTMeshoptCompression,
  EXTTextureAVIF,
  EXTTextureWebP,
  KHRMaterialsClearcoat,
  KHRMeshQuantization,
  KHRXMP,
} from '@gltf-transform/extensions';
import { quantize, reorder } from '@gltf-transform/functions';
import { MeshoptDecoder, MeshoptEncoder } from 'meshoptimizer';
import sharp from 'sharp';
import type { Relic } from '../relic.ts';
import type { Maps } from './bakeMaps.ts';
import type { UnwrappedMesh } from './unwrap.ts';

export const LICENCE = 'CC0-1.0';
const COPYRIGHT = 'CC0-1.0, no rights reserved; synthetic, made by the program of the Grotto project';
const SOURCE_TYPE = 'http://cv.iptc.org/newscodes/digitalsourcetype/algorithmicMedia';

export interface TextureQuality {
  /** WebP quality, 1…100. */
  readonly colour: number;
  readonly normal: number;
  readonly orm: number;
  /** Side of the occlusion, roughness and metalness, against that of the others. */
  readonly ormScale: number;
}

export async function createIo(): Promise<NodeIO> {
  await MeshoptDecoder.ready;
  await MeshoptEncoder.ready;
  return new NodeIO()
    .registerExtensions([
      EXTMeshoptCompression,
      EXTTextureAVIF,
      EXTTextureWebP,
      KHRMaterialsClearcoat,
      KHRMeshQuantization,
      KHRXMP,
    ])
    .registerDependencies({ 'meshopt.decoder': MeshoptDecoder, 'meshopt.encoder': MeshoptEncoder });
}

export async function writeGlb(
  relic: Relic,
  mesh: UnwrappedMesh,
  maps: Maps,
  quality: TextureQuality,
): Promise<Uint8Array> {
  const document = new Document().setLogger(new Logger(Logger.Verbosity.WARN));
  describe(document, relic);
  const buffer = document.createBuffer();
  const accessor = (
    type: 'SCALAR' | 'VEC2' | 'VEC3' | 'VEC4',
    array: Float32Array<ArrayBuffer> | Uint32Array<ArrayBuffer>,
  ) => document.createAccessor().setType(type).setArray(array).setBuffer(buffer);
  const material = await createMaterial(document, relic, maps, quality);
  const primitive = document
    .createPrimitive()
    .setMaterial(material)
    .setIndices(accessor('SCALAR', new Uint32Array(mesh.indices)))
    .setAttribute('POSITION', accessor('VEC3', new Float32Array(mesh.positions)))
    .setAttribute('NORMAL', accessor('VEC3', new Float32Array(mesh.normals)))
    .setAttribute('TANGENT', accessor('VEC4', new Float32Array(mesh.tangents)))
    .setAttribute('TEXCOORD_0', accessor('VEC2', new Float32Array(mesh.uvs)));
  const name = nameOf(relic);
  const node = document.createNode(name).setMesh(document.createMesh(name).addPrimitive(primitive));
  document.getRoot().setDefaultScene(document.createScene(name).addChild(node));
  await MeshoptEncoder.ready;
  await document.transform(
    reorder({ encoder: MeshoptEncoder, target: 'size' }),
    quantize({ quantizePosition: 14, quantizeNormal: 8, quantizeTexcoord: 14 }),
  );
  document
    .createExtension(EXTMeshoptCompression)
    .setRequired(true)
    .setEncoderOptions({ method: EXTMeshoptCompression.EncoderMethod.FILTER });
  return (await createIo()).writeBinary(document);
}

/** Of node and file: the id; states other than the one that is on show, the reassembled, are added to it. */
export function nameOf({ id, state }: Pick<Relic, 'id' | 'state'>): string {
  return state && state !== 'reassembled' ? `${id}-${state}` : id;
}

function describe(document: Document, relic: Relic) {
  const asset = document.getRoot().getAsset();
  asset.generator = 'Grotto demonstration';
  asset.copyright = COPYRIGHT;
  document.getRoot().setExtras({
    title: relic.title,
    license: LICENCE,
    digitalSourceType: SOURCE_TYPE,
    size: [...relic.size],
  });
  const packet = document
    .createExtension(KHRXMP)
    .createPacket()
    .setContext({
      dc: 'http://purl.org/dc/elements/1.1/',
      xmpRights: 'http://ns.adobe.com/xap/1.0/rights/',
      Iptc4xmpExt: 'http://iptc.org/std/Iptc4xmpExt/2008-02-29/',
    })
    .setProperty('dc:title', { '@type': 'rdf:Alt', 'rdf:_1': { '@language': 'en', '@value': relic.title } })
    .setProperty('dc:rights', { '@type': 'rdf:Alt', 'rdf:_1': { '@language': 'en', '@value': COPYRIGHT } })
    .setProperty('xmpRights:WebStatement', 'https://creativecommons.org/publicdomain/zero/1.0/')
    .setProperty('Iptc4xmpExt:DigitalSourceType', SOURCE_TYPE);
  document.getRoot().setExtension('KHR_xmp_json_ld', packet);
}

async function createMaterial(
  document: Document,
  relic: Relic,
  maps: Maps,
  quality: TextureQuality,
): Promise<Material> {
  document.createExtension(EXTTextureWebP).setRequired(true);
  const texture = async (name: string, pixels: Uint8Array, level: number, scale: number) => {
    const side = Math.round(maps.side * scale);
    const image = await sharp(pixels, { raw: { width: maps.side, height: maps.side, channels: 3 } })
      .resize(side, side)
      .webp({ quality: level, effort: 5, smartSubsample: true })
      .toBuffer();
    return document.createTexture(name).setImage(new Uint8Array(image)).setMimeType('image/webp');
  };
  const orm = await texture('occlusion-roughness-metalness', maps.orm, quality.orm, quality.ormScale);
  const material = document
    .createMaterial(nameOf(relic))
    .setBaseColorTexture(await texture('colour', maps.colour, quality.colour, 1))
    .setMetallicRoughnessTexture(orm)
    .setOcclusionTexture(orm)
    .setNormalTexture(await texture('normal', maps.normal, quality.normal, 1))
    .setRoughnessFactor(1)
    .setMetallicFactor(1);
  if (relic.coat) {
    const coat = document
      .createExtension(KHRMaterialsClearcoat)
      .createClearcoat()
      .setClearcoatFactor(relic.coat.strength)
      .setClearcoatRoughnessFactor(relic.coat.roughness);
    material.setExtension('KHR_materials_clearcoat', coat);
  }
  return material;
}
