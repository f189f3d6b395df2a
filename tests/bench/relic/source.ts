/**
 * What the relic bench measures with: a vase turned on the wheel, 0.4 m high, of about 1.5 million triangles with relief
 * in its geometry, and a colour texture of 4096². Drawn by rule, the same on every machine.
 */
import { existsSync } from 'node:fs';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Document, NodeIO } from '@gltf-transform/core';
import { createFbmTile, createSampler, smoothStep } from '#demo/noise/noise.ts';
import { drawGlaze } from './glaze.ts';

const NAME = 'vase-1';
const COLUMNS = 1224;
const ROWS = 613;
const TEXTURE_SIDE = 4096;
const NOISE = 1024;

/** Radius and height along the wall, metres: from under the foot, up the outside, over the lip, down the inside. */
const PROFILE: readonly (readonly [number, number])[] = [
  [0.002, 0.004], [0.036, 0.004], [0.04, 0], [0.047, 0], [0.049, 0.006], [0.052, 0.02], [0.07, 0.06], [0.094, 0.11],
  [0.106, 0.16], [0.104, 0.205], [0.085, 0.245], [0.056, 0.275], [0.037, 0.3], [0.031, 0.33], [0.033, 0.36],
  [0.046, 0.388], [0.054, 0.397], [0.0545, 0.4], [0.051, 0.399], [0.042, 0.386], [0.029, 0.36], [0.027, 0.33],
  [0.033, 0.3], [0.052, 0.274], [0.08, 0.243], [0.098, 0.205], [0.1, 0.16], [0.088, 0.11], [0.064, 0.06],
  [0.044, 0.022], [0.02, 0.014], [0.002, 0.013],
]; // prettier-ignore
/** Of the profile's length: what lies beyond it is the inside, which is turned smooth. */
const OUTSIDE = 0.54;

/** Makes the vase as a GLB in the folder, or finds it there; returns its path. */
export async function makeSource(folder: string): Promise<string> {
  const file = path.join(folder, `${NAME}.glb`);
  if (existsSync(file)) return file;
  await mkdir(folder, { recursive: true });
  const relief = createRelief();
  const glb = await writeVase(turnVase(relief), await drawGlaze(TEXTURE_SIDE, relief));
  await writeFile(`${file}.partial`, glb);
  await rename(`${file}.partial`, file);
  return file;
}

interface Vase {
  readonly positions: Float32Array<ArrayBuffer>;
  readonly normals: Float32Array<ArrayBuffer>;
  readonly uvs: Float32Array<ArrayBuffer>;
  readonly indices: Uint32Array<ArrayBuffer>;
}

/** Heights −1…1 over the unrolled wall: petals at the foot, rings, a meander of ribs, the marks of hand and tool. */
function createRelief(): (u: number, v: number) => number {
  const coarse = createSampler(createFbmTile(NOISE, 8, 5, 0.5, 31), NOISE);
  const fine = createSampler(createFbmTile(NOISE, 64, 4, 0.6, 32), NOISE);
  return (u, v) => {
    const outside = 1 - smoothStep(OUTSIDE - 0.02, OUTSIDE, v);
    const petal = Math.abs(((u * 18) % 1) - 0.5) * 2;
    const petals = smoothStep(0.1, 0.13, v) * (1 - smoothStep(0.2 - 0.05 * petal, 0.21 - 0.05 * petal, v));
    const rib = Math.cos(u * 36 * 2 * Math.PI) * smoothStep(0.33, 0.35, v) * (1 - smoothStep(0.4, 0.42, v));
    const rings = Math.exp(-(((v - 0.235) / 0.004) ** 2)) + Math.exp(-(((v - 0.425) / 0.004) ** 2));
    const carved = 0.35 * petals * (1 - petal ** 6) + 0.25 * rib + 0.5 * rings;
    const wheel = 0.08 * Math.sin(v * 900 + 3 * coarse(u, v));
    return outside * carved + wheel + 0.3 * (coarse(u, v) - 0.5) + 0.16 * (fine(u * 2, v * 2) - 0.5);
  };
}

const RELIEF_METRES = 0.0022;

function turnVase(relief: (u: number, v: number) => number): Vase {
  const profile = smoothProfile();
  const across = COLUMNS + 1;
  const positions = new Float32Array(across * ROWS * 3);
  const uvs = new Float32Array(across * ROWS * 2);
  for (let row = 0; row < ROWS; row++) {
    const v = row / (ROWS - 1);
    const { radius, height, outX, outY } = profile(v);
    for (let column = 0; column < across; column++) {
      const u = column / COLUMNS;
      // The last column lies on the first, to the bit: only its texture coordinate differs.
      const turn = ((column % COLUMNS) / COLUMNS) * 2 * Math.PI;
      const lift = relief(column % COLUMNS === 0 ? 0 : u, v) * RELIEF_METRES * smoothStep(0, 0.004, radius - 0.002);
      const at = row * across + column;
      positions[at * 3] = Math.sin(turn) * (radius + outX * lift);
      positions[at * 3 + 1] = height + outY * lift;
      positions[at * 3 + 2] = Math.cos(turn) * (radius + outX * lift);
      uvs.set([u, v], at * 2);
    }
  }
  const indices = new Uint32Array(COLUMNS * (ROWS - 1) * 6);
  let next = 0;
  for (let row = 0; row < ROWS - 1; row++)
    for (let column = 0; column < COLUMNS; column++) {
      const a = row * across + column;
      indices.set([a, a + 1, a + across, a + across, a + 1, a + across + 1], next);
      next += 6;
    }
  return { positions, normals: measureNormals(positions, indices, across), uvs, indices };
}

/** A smooth curve through the profile by its length, 0…1, and the direction out of the wall. */
function smoothProfile() {
  const lengths = [0];
  for (let i = 1; i < PROFILE.length; i++) {
    const [a, b] = [PROFILE[i - 1]!, PROFILE[i]!];
    lengths.push(lengths[i - 1]! + Math.hypot(b[0] - a[0], b[1] - a[1]));
  }
  const total = lengths.at(-1)!;
  const pointAt = (v: number): [number, number] => {
    const length = Math.min(1, Math.max(0, v)) * total;
    let i = 1;
    while (i < PROFILE.length - 1 && lengths[i]! < length) i++;
    const t = (length - lengths[i - 1]!) / (lengths[i]! - lengths[i - 1]!);
    const four = [i - 2, i - 1, i, i + 1].map((at) => PROFILE[Math.min(PROFILE.length - 1, Math.max(0, at))]!);
    return [0, 1].map((axis) =>
      bend(
        four.map((point) => point[axis]!),
        t,
      ),
    ) as [number, number];
  };
  return (v: number) => {
    const [radius, height] = pointAt(v);
    const [r0, h0] = pointAt(v - 1e-3);
    const [r1, h1] = pointAt(v + 1e-3);
    const size = Math.hypot(r1 - r0, h1 - h0);
    return { radius, height, outX: (h1 - h0) / size, outY: -(r1 - r0) / size };
  };
}

/** Catmull–Rom, at half tension so that sharp corners of the profile do not swing. */
function bend([a = 0, b = 0, c = 0, d = 0]: readonly number[], t: number): number {
  const into = (c - a) * 0.25;
  const away = (d - b) * 0.25;
  const t2 = t * t;
  const t3 = t2 * t;
  return b * (2 * t3 - 3 * t2 + 1) + into * (t3 - 2 * t2 + t) + c * (3 * t2 - 2 * t3) + away * (t3 - t2);
}

/** By the area of the triangles around a vertex, the same on both sides of the seam. */
function measureNormals(positions: Float32Array, indices: Uint32Array, across: number): Float32Array<ArrayBuffer> {
  const normals = new Float32Array(positions.length);
  for (let t = 0; t < indices.length; t += 3) {
    const [a, b, c] = [indices[t]! * 3, indices[t + 1]! * 3, indices[t + 2]! * 3];
    const ux = positions[b]! - positions[a]!;
    const uy = positions[b + 1]! - positions[a + 1]!;
    const uz = positions[b + 2]! - positions[a + 2]!;
    const vx = positions[c]! - positions[a]!;
    const vy = positions[c + 1]! - positions[a + 1]!;
    const vz = positions[c + 2]! - positions[a + 2]!;
    for (const corner of [a, b, c]) {
      normals[corner]! += uy * vz - uz * vy;
      normals[corner + 1]! += uz * vx - ux * vz;
      normals[corner + 2]! += ux * vy - uy * vx;
    }
  }
  for (let row = 0; row < ROWS; row++) {
    const first = row * across * 3;
    const last = first + COLUMNS * 3;
    for (let axis = 0; axis < 3; axis++)
      normals[first + axis] = normals[last + axis] = normals[first + axis]! + normals[last + axis]!;
  }
  for (let at = 0; at < normals.length; at += 3) {
    const length = Math.hypot(normals[at]!, normals[at + 1]!, normals[at + 2]!) || 1;
    for (let axis = 0; axis < 3; axis++) normals[at + axis]! /= length;
  }
  return normals;
}

async function writeVase({ positions, normals, uvs, indices }: Vase, png: Uint8Array): Promise<Uint8Array> {
  const document = new Document();
  const buffer = document.createBuffer();
  const accessor = (type: 'SCALAR' | 'VEC2' | 'VEC3', array: Float32Array<ArrayBuffer> | Uint32Array<ArrayBuffer>) =>
    document.createAccessor().setType(type).setArray(array).setBuffer(buffer);
  const colour = document.createTexture('glaze').setImage(new Uint8Array(png)).setMimeType('image/png');
  const material = document.createMaterial('glaze').setBaseColorTexture(colour);
  material.setMetallicFactor(0).setRoughnessFactor(0.35);
  const primitive = document
    .createPrimitive()
    .setMaterial(material)
    .setIndices(accessor('SCALAR', indices))
    .setAttribute('POSITION', accessor('VEC3', positions))
    .setAttribute('NORMAL', accessor('VEC3', normals))
    .setAttribute('TEXCOORD_0', accessor('VEC2', uvs));
  const node = document.createNode('vase').setMesh(document.createMesh('vase').addPrimitive(primitive));
  document.getRoot().setDefaultScene(document.createScene('vase').addChild(node));
  return new NodeIO().writeBinary(document);
}
