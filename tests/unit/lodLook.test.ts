import { Document, NodeIO } from '@gltf-transform/core';
import sharp from 'sharp';
import { ssim } from 'ssim.js';
import { beforeAll, describe, expect, it } from 'vitest';
import { cloneDocument } from '@gltf-transform/functions';
import { Drawing } from '#pipeline/lod/look/drawing.ts';
import { Frame, type Mesh } from '#pipeline/lod/look/frame.ts';
import type { Rgba } from '#pipeline/lod/look/mipmaps.ts';
import { measureSsim } from '#pipeline/lod/look/ssim.ts';
import { bakeNormals, takeRelief } from '#pipeline/lod/make/bakeNormals.ts';
import { simplifyDocument } from '#pipeline/lod/make/simplify.ts';

const PER_SIDE = 90;
const waveAt = (x: number, z: number): number => 0.04 * Math.sin(x * 9) * Math.cos(z * 8);

/** Waves of two metres by two that look up, their texture laid over them once; `repeats` lays it several times. */
async function makeWaves(repeats = 1): Promise<Document> {
  const document = new Document();
  const buffer = document.createBuffer();
  const [positions, normals, uvs, indices]: number[][] = [[], [], [], []];
  for (let j = 0; j <= PER_SIDE; j++) {
    for (let i = 0; i <= PER_SIDE; i++) {
      const [x, z] = [(i / PER_SIDE) * 2 - 1, (j / PER_SIDE) * 2 - 1];
      const slope = [waveAt(x + 1e-4, z) - waveAt(x - 1e-4, z), waveAt(x, z + 1e-4) - waveAt(x, z - 1e-4)];
      const normal = [-slope[0]! / 2e-4, 1, -slope[1]! / 2e-4];
      positions!.push(x, waveAt(x, z), z);
      normals!.push(...normal.map((value) => value / Math.hypot(...normal)));
      uvs!.push(((i / PER_SIDE) * repeats) % 1.0001, j / PER_SIDE);
      if (i === PER_SIDE || j === PER_SIDE) continue;
      const a = j * (PER_SIDE + 1) + i;
      indices!.push(a, a + PER_SIDE + 1, a + 1, a + 1, a + PER_SIDE + 1, a + PER_SIDE + 2);
    }
  }
  const flat = { width: 256, height: 256, channels: 3, background: '#8080ff' } as const;
  const image = await sharp({ create: flat }).png().toBuffer();
  const accessor = (type: 'VEC3' | 'VEC2' | 'SCALAR', values: Float32Array | Uint32Array) =>
    document
      .createAccessor()
      .setType(type)
      .setArray(values as Float32Array<ArrayBuffer>)
      .setBuffer(buffer);
  const texture = document.createTexture('normal').setImage(new Uint8Array(image)).setMimeType('image/png');
  const primitive = document
    .createPrimitive()
    .setAttribute('POSITION', accessor('VEC3', new Float32Array(positions!)))
    .setAttribute('NORMAL', accessor('VEC3', new Float32Array(normals!)))
    .setAttribute('TEXCOORD_0', accessor('VEC2', new Float32Array(uvs!)))
    .setIndices(accessor('SCALAR', new Uint32Array(indices!)))
    .setMaterial(document.createMaterial().setNormalTexture(texture).setRoughnessFactor(0.4));
  document.createScene().addChild(document.createNode().setMesh(document.createMesh().addPrimitive(primitive)));
  return document;
}

async function coarsen(model: Document, triangles: number, hasRelief: boolean): Promise<Document> {
  const step = cloneDocument(model);
  await simplifyDocument(step, triangles);
  const map = hasRelief ? await bakeNormals(model, step, 0, [256, 256]) : null;
  if (map) {
    const { pixels, width, height } = map;
    const image = await sharp(pixels, { raw: { width, height, channels: 4 } })
      .png()
      .toBuffer();
    step.getRoot().listTextures()[0]?.setImage(new Uint8Array(image));
    takeRelief(step, 0);
  }
  return new NodeIO().readBinary(await new NodeIO().writeBinary(step));
}

function noise(seed: number, blend = 1, base?: Rgba): Rgba {
  let state = seed;
  const pixels = Uint8Array.from({ length: 96 * 80 * 4 }, (_, i) => {
    state = (state * 48_271) % 2_147_483_647;
    return i % 4 === 3 ? 255 : (base?.pixels[i] ?? 0) * (1 - blend) + (state & 255) * blend;
  });
  return { width: 96, height: 80, pixels };
}

describe('The likeness of two pictures', () => {
  it('is 1 for the same and agrees with another implementation', () => {
    const one = noise(7);
    expect(measureSsim(one, one)).toBeCloseTo(1, 9);
    for (const blend of [0.1, 0.4, 1]) {
      const other = noise(11, blend, one);
      const [a, b] = [one, other].map(({ pixels, ...size }) => ({ ...size, data: new Uint8ClampedArray(pixels) }));
      const { mssim } = ssim(a!, b!, { ssim: 'original', downsample: false });
      expect(Math.abs(measureSsim(one, other) - mssim)).toBeLessThan(0.004);
    }
  });

  it('is not said of pictures of two sizes', () => {
    expect(() => measureSsim(noise(7), { width: 80, height: 96, pixels: noise(7).pixels })).toThrow('differ in size');
  });
});

describe('The frame of a normal map', () => {
  const mesh: Mesh = {
    positions: new Float32Array([0, 0, 0, 1, 0, 0.2, 0, 1, 0.1]),
    normals: new Float32Array([0, 0, 1, 0.3, 0, 0.95, 0, 0.2, 0.98]),
    tangents: null,
    uvs: new Float32Array([0, 1, 1, 1, 0.2, 0]),
    indices: new Uint32Array([0, 1, 2]),
  };

  it.each([
    ['as it lies', mesh],
    ['mirrored', { ...mesh, uvs: new Float32Array([1, 1, 0, 1, 0.8, 0]) }],
    ['with tangents', { ...mesh, tangents: new Float32Array([1, 0, 0, 1, 1, 0, 0, 1, 1, 0.1, 0, 1]) }],
  ])('takes back what it gave, %s', (_, { normals, uvs, ...framed }) => {
    const frame = new Frame();
    frame.set(framed, normals, uvs, 0, 0.3, 0.4);
    const value = new Float32Array(3);
    frame.fromMap(0.36, -0.48, 0.8, value);
    frame.toMap(value, value);
    [0.36, -0.48, 0.8].forEach((expected, k) => expect(value[k]).toBeCloseTo(expected, 5));
  });
});

describe('The relief of a step', () => {
  let model: Document;
  beforeAll(async () => {
    model = await makeWaves();
  });

  it('lets light fall on few triangles as on many', async () => {
    const view = { yaw: 0.4, pitch: 0.9, centre: [0, 0, 0], radius: 1.42 };
    const whole = (await Drawing.of(model)).draw(view, 160);
    const likeness = async (hasRelief: boolean): Promise<number> =>
      measureSsim(whole, (await Drawing.of(await coarsen(model, 300, hasRelief))).draw(view, 160));
    const [plain, relief] = [await likeness(false), await likeness(true)];
    expect(plain).toBeLessThan(0.95);
    expect(relief).toBeGreaterThan(0.98);
  });

  it('is not made where a texture is laid over several places', async () => {
    const repeated = await makeWaves(2);
    const step = cloneDocument(repeated);
    await simplifyDocument(step, 300);
    expect(await bakeNormals(repeated, step, 0, [256, 256])).toBeNull();
  });
});
