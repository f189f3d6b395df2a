/**
 * The relief that a step's triangles have lost, put into its normal map: for every texel the normal that the model shows
 * there, said in the frame of the step's own surface. So light falls on a thumb as on the whole. Needs a texture that is
 * laid out once over the model, and the same layout in both.
 */
import type { Document, Material, Primitive, Texture } from '@gltf-transform/core';
import { KHRTextureTransform } from '@gltf-transform/extensions';
import { Frame, type Mesh } from '../look/frame.ts';
import { readPicture } from '../textures/picture.ts';
import type { Picture } from '../textures/pixels.ts';
import { forEachTexel, measureUvArea } from './uvRaster.ts';

/** Texels along one of the step's, at most, over which the model's normals are gathered. */
const MOST_FINENESS = 2;
/** Layouts that cover this many times what they fill lie on themselves. */
const OVERLAP = 1.03;

/**
 * Takes the step after simplifying, its primitives in the model's order. Null where the layout does not allow it. The map
 * is right once `takeRelief` has been called.
 */
export async function bakeNormals(
  model: Document,
  step: Document,
  index: number,
  size: readonly [width: number, height: number],
): Promise<Picture | null> {
  const texture = model.getRoot().listTextures()[index];
  const pairs = pairPrimitives(model, step, texture);
  const image = texture?.getImage();
  const [sourceWidth = 0] = texture?.getSize() ?? [];
  if (!texture || !image || pairs.length === 0) return null;
  const [width, height] = size;
  const fineness = Math.min(MOST_FINENESS, Math.max(1, Math.floor(sourceWidth / width)));
  const fine = [width * fineness, height * fineness] as const;
  const map = await readPicture(image, texture.getMimeType(), ...fine);
  const wanted = new Float32Array(fine[0] * fine[1] * 3);
  let covered = 0;
  let laidOut = 0;
  for (const { whole, scale } of pairs) {
    covered += gatherNormals(whole, map, scale, wanted);
    laidOut += measureUvArea(whole) * fine[0] * fine[1];
  }
  if (covered === 0 || laidOut > covered * OVERLAP) return null;
  const sums = new Float32Array(width * height * 3);
  for (const { coarse } of pairs) sayIn(coarse, wanted, fine, fineness, sums);
  fill(sums, width, height);
  return { pixels: encode(sums), width, height };
}

/** Drops what only the model's own normal map goes with. */
export function takeRelief(step: Document, index: number): void {
  const texture = step.getRoot().listTextures()[index];
  for (const primitive of step
    .getRoot()
    .listMeshes()
    .flatMap((mesh) => mesh.listPrimitives())) {
    const material = primitive.getMaterial();
    if (!texture || material?.getNormalTexture() !== texture) continue;
    primitive.setAttribute('TANGENT', null);
    material.setNormalScale(1);
  }
}

interface Pair {
  readonly whole: Mesh;
  readonly coarse: Mesh;
  readonly scale: number;
}

/** Empty where one of those that show the texture cannot be baked. */
function pairPrimitives(model: Document, step: Document, texture: Texture | undefined): Pair[] {
  const [before, after] = [model, step].map((document) =>
    document
      .getRoot()
      .listMeshes()
      .flatMap((mesh) => mesh.listPrimitives()),
  ) as [Primitive[], Primitive[]];
  const pairs: Pair[] = [];
  for (const [i, primitive] of before.entries()) {
    const material = primitive.getMaterial();
    if (material?.getNormalTexture() !== texture) continue;
    const other = after[i];
    const whole = layOut(primitive);
    // Tangents that come with the model belong to vertices that have moved.
    const coarse = other && layOut(other);
    if (!whole || !coarse || !material || !isPlain(material)) return [];
    pairs.push({ whole, coarse: { ...coarse, tangents: null }, scale: material.getNormalScale() });
  }
  return pairs;
}

function isPlain(material: Material): boolean {
  const info = material.getNormalTextureInfo();
  return info?.getTexCoord() === 0 && !info.getExtension(KHRTextureTransform.EXTENSION_NAME);
}

function layOut(primitive: Primitive): Mesh | null {
  const [positions, normals, uvs] = ['POSITION', 'NORMAL', 'TEXCOORD_0'].map((name) =>
    primitive.getAttribute(name)?.getArray(),
  );
  const tangents = primitive.getAttribute('TANGENT')?.getArray() ?? null;
  const indices = primitive.getIndices()?.getArray();
  if (!(positions instanceof Float32Array) || !(normals instanceof Float32Array) || !indices) return null;
  if (!(uvs instanceof Float32Array) || !uvs.every((value) => value >= -1e-3 && value <= 1.001)) return null;
  return {
    positions,
    normals,
    uvs,
    tangents: tangents instanceof Float32Array ? tangents : null,
    indices: Uint32Array.from(indices),
  };
}

/** Writes the normals that the mesh shows; returns how many texels it is the first to fill. */
function gatherNormals(mesh: Mesh, map: Picture, scale: number, wanted: Float32Array): number {
  const { pixels, width, height } = map;
  const frame = new Frame();
  const shown = new Float32Array(3);
  let filled = 0;
  for (let first = 0; first + 2 < mesh.indices.length; first += 3) {
    forEachTexel(mesh, first, width, height, (texel, u, v) => {
      frame.set(mesh, mesh.normals, mesh.uvs, first, u, v);
      const x = (pixels[texel * 4]! / 127.5 - 1) * scale;
      const y = (pixels[texel * 4 + 1]! / 127.5 - 1) * scale;
      frame.fromMap(x, y, pixels[texel * 4 + 2]! / 127.5 - 1, shown);
      if (wanted[texel * 3] === 0 && wanted[texel * 3 + 1] === 0 && wanted[texel * 3 + 2] === 0) filled++;
      wanted.set(shown, texel * 3);
    });
  }
  return filled;
}

function sayIn(
  mesh: Mesh,
  wanted: Float32Array,
  [width, height]: readonly [number, number],
  fineness: number,
  sums: Float32Array,
): void {
  const frame = new Frame();
  const direction = new Float32Array(3);
  for (let first = 0; first + 2 < mesh.indices.length; first += 3) {
    forEachTexel(mesh, first, width, height, (texel, u, v) => {
      for (let k = 0; k < 3; k++) direction[k] = wanted[texel * 3 + k]!;
      if (direction[0] === 0 && direction[1] === 0 && direction[2] === 0) return;
      frame.set(mesh, mesh.normals, mesh.uvs, first, u, v);
      frame.toMap(direction, direction);
      const x = Math.floor((texel % width) / fineness);
      const y = Math.floor(texel / width / fineness);
      const at = (y * (width / fineness) + x) * 3;
      for (let k = 0; k < 3; k++) sums[at + k]! += direction[k]!;
    });
  }
}

/** Fills what lies beside the layout from what is near, so that every mipmap reads what belongs there. */
function fill(sums: Float32Array, width: number, height: number): void {
  if (width === 1 && height === 1) return;
  const [across, down] = [Math.ceil(width / 2), Math.ceil(height / 2)];
  const smaller = new Float32Array(across * down * 3);
  const parentOf = (texel: number): number =>
    (Math.floor(texel / width / 2) * across + Math.floor((texel % width) / 2)) * 3;
  for (let texel = 0; texel < width * height; texel++) {
    const at = parentOf(texel);
    const length = lengthAt(sums, texel * 3) || 1;
    for (let k = 0; k < 3; k++) smaller[at + k]! += sums[texel * 3 + k]! / length;
  }
  fill(smaller, across, down);
  for (let texel = 0; texel < width * height; texel++) {
    if (lengthAt(sums, texel * 3) > 0) continue;
    const at = parentOf(texel);
    for (let k = 0; k < 3; k++) sums[texel * 3 + k] = smaller[at + k]!;
  }
}

function lengthAt(values: Float32Array, at: number): number {
  return Math.sqrt(values[at]! ** 2 + values[at + 1]! ** 2 + values[at + 2]! ** 2);
}

function encode(sums: Float32Array): Uint8Array {
  const pixels = new Uint8Array((sums.length / 3) * 4).fill(255);
  for (let at = 0; at * 3 < sums.length; at++) {
    const length = lengthAt(sums, at * 3) || 1;
    for (let k = 0; k < 3; k++) pixels[at * 4 + k] = Math.round((sums[at * 3 + k]! / length) * 127.5 + 127.5);
  }
  return pixels;
}
