/**
 * Scans in the formats of scanners and printers, as a glTF document: geometry, normals, vertex colours and texture
 * coordinates come over; what does not is said.
 */
import { Document } from '@gltf-transform/core';
import type { BufferGeometry, Mesh as ThreeMesh } from 'three';
import { OBJLoader } from 'three/addons/loaders/OBJLoader.js';
import { PLYLoader } from 'three/addons/loaders/PLYLoader.js';
import { STLLoader } from 'three/addons/loaders/STLLoader.js';
import { CommandError } from '../../command.ts';

export interface Converted {
  readonly document: Document;
  /** What the result lacks, each a sentence without its stop. */
  readonly losses: readonly string[];
}

const LOSSES = {
  obj: ['materials and textures of the MTL file are left out', 'units are taken for metres'],
  ply: ['units are taken for metres'],
  stl: ['an STL has no colour', 'units are taken for metres; STL files are often in millimetres, see --scale'],
} as const;

export type ConvertedFormat = keyof typeof LOSSES;

/** The format by the name's ending, or null for what is no such scan. */
export function formatOf(name: string): ConvertedFormat | null {
  const ending = /\.([a-z]+)$/i.exec(name)?.[1]?.toLowerCase();
  return ending !== undefined && ending in LOSSES ? (ending as ConvertedFormat) : null;
}

/** `scale` brings the file's unit to metres. Throws a `CommandError` where there is nothing to be read. */
export function convertScan(name: string, bytes: Uint8Array, format: ConvertedFormat, scale: number): Converted {
  const geometries = readGeometries(name, bytes, format);
  const document = new Document();
  const buffer = document.createBuffer();
  const mesh = document.createMesh(name);
  let triangles = 0;
  for (const geometry of geometries) {
    const position = geometry.getAttribute('position');
    const corners = geometry.index?.count ?? position?.count ?? 0;
    if (!position || corners < 3) continue;
    triangles += Math.floor(corners / 3);
    const positions = Float32Array.from(position.array, (value) => value * scale);
    if (!positions.every(Number.isFinite)) throw new CommandError(`${name}: holds coordinates that are no numbers`);
    const primitive = document.createPrimitive().setMaterial(document.createMaterial().setRoughnessFactor(0.8));
    const accessor = (type: 'VEC2' | 'VEC3', values: Float32Array<ArrayBuffer>) =>
      document.createAccessor().setType(type).setArray(values).setBuffer(buffer);
    primitive.setAttribute('POSITION', accessor('VEC3', positions));
    for (const [from, to, type] of [
      ['normal', 'NORMAL', 'VEC3'],
      ['color', 'COLOR_0', 'VEC3'],
      ['uv', 'TEXCOORD_0', 'VEC2'],
    ] as const) {
      const attribute = geometry.getAttribute(from);
      if (attribute) primitive.setAttribute(to, accessor(type, Float32Array.from(attribute.array)));
    }
    if (geometry.index) {
      primitive.setIndices(
        document.createAccessor().setArray(Uint32Array.from(geometry.index.array)).setBuffer(buffer),
      );
    }
    mesh.addPrimitive(primitive);
  }
  if (triangles === 0) throw new CommandError(`${name}: holds no triangles; point clouds cannot be shown`);
  document.createScene().addChild(document.createNode(name).setMesh(mesh));
  return { document, losses: LOSSES[format] };
}

function readGeometries(name: string, bytes: Uint8Array, format: ConvertedFormat): BufferGeometry[] {
  const buffer = bytes.slice().buffer;
  try {
    switch (format) {
      case 'stl':
        return [new STLLoader().parse(buffer)];
      case 'ply':
        return [new PLYLoader().parse(buffer)];
      case 'obj': {
        const found: BufferGeometry[] = [];
        new OBJLoader().parse(new TextDecoder().decode(bytes)).traverse((thing) => {
          if ('isMesh' in thing) found.push((thing as ThreeMesh).geometry);
        });
        return found;
      }
    }
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new CommandError(`${name}: cannot be read as ${format.toUpperCase()}: ${reason}`);
  }
}
