import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Document, NodeIO } from '@gltf-transform/core';
import { KHRMaterialsPBRSpecularGlossiness } from '@gltf-transform/extensions';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { ModelAsset } from '#document/schema.ts';
import { createModelIo } from '#pipeline/lod/read/readModel.ts';
import { runGrotto } from '#pipeline/main.ts';

const realdata = path.resolve(import.meta.dirname, '../../../shared/realdata');
const isThere = existsSync(realdata);
const folder = mkdtempSync(path.join(tmpdir(), 'grotto-lod-'));
afterAll(() => rmSync(folder, { recursive: true }));
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

async function lod(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const said = { out: '', err: '' };
  const code = await runGrotto(['lod', '--jobs', '1', ...args], {
    out: (text) => void (said.out += text),
    err: (text) => void (said.err += text),
    cwd: folder,
    isTerminal: false,
  });
  return { code, ...said };
}

const readEntry = (name: string) =>
  JSON.parse(readFileSync(path.join(folder, name, 'model.json'), 'utf8')) as ModelAsset;

/** A wavy sheet of `side`² quads, one metre wide, with a texture. */
async function makeModel(side: number): Promise<Document> {
  const document = new Document();
  const buffer = document.createBuffer();
  const row = side + 1;
  const positions = new Float32Array(row * row * 3);
  const uvs = new Float32Array(row * row * 2);
  const indices: number[] = [];
  for (let j = 0; j < row; j++) {
    for (let i = 0; i < row; i++) {
      const [u, v] = [i / side, j / side];
      positions.set([u - 0.5, 0.05 * Math.sin(u * 20) * Math.cos(v * 17), v - 0.5], (j * row + i) * 3);
      uvs.set([u, v], (j * row + i) * 2);
      const a = j * row + i;
      if (i < side && j < side) indices.push(a, a + row, a + 1, a + 1, a + row, a + row + 1);
    }
  }
  const pixels = Uint8Array.from({ length: 48 * 40 * 3 }, (_, index) => (index * 7) % 251);
  const image = await sharp(pixels, { raw: { width: 48, height: 40, channels: 3 } })
    .png()
    .toBuffer();
  const texture = document.createTexture('colour').setImage(new Uint8Array(image)).setMimeType('image/png');
  const primitive = document
    .createPrimitive()
    .setAttribute('POSITION', document.createAccessor().setType('VEC3').setArray(positions).setBuffer(buffer))
    .setAttribute('TEXCOORD_0', document.createAccessor().setType('VEC2').setArray(uvs).setBuffer(buffer))
    .setIndices(document.createAccessor().setArray(new Uint32Array(indices)).setBuffer(buffer))
    .setMaterial(document.createMaterial('m').setBaseColorTexture(texture));
  const node = document.createNode().setMesh(document.createMesh().addPrimitive(primitive)).setScale([2, -2, 2]);
  document.createScene().addChild(node);
  return document;
}

beforeAll(async () => {
  writeFileSync(path.join(folder, 'sheet.glb'), await new NodeIO().writeBinary(await makeModel(130)));
});

describe('grotto lod', () => {
  it('makes steps that grow, within their numbers, of the same size, and writes what they weigh', async () => {
    const { code, out, err } = await lod('sheet.glb', '--out', 'sheet', '--label-en', 'Sheet', '--label-zh', '片');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(
      out
        .split('\n')
        .filter((line) => line !== '' && !line.startsWith(' '))
        .map((line) => line.split(':')[0])
        .sort(),
    ).toEqual(['low', 'thumb']);
    const entry = readEntry('sheet');
    expect(entry).toMatchObject({ kind: 'model', id: 'sheet', label: { en: 'Sheet', 'zh-Hans': '片' } });
    expect(entry.boundingBox).toEqual({ min: [-1, -0.1, -1], max: [1, 0.1, 1] });
    const [thumb, low] = entry.lods;
    expect(thumb?.triangles).toBeLessThanOrEqual(10_000);
    expect(thumb?.triangles).toBeGreaterThan(7_000);
    expect(low?.triangles).toBe(130 * 130 * 2);
    expect(low?.error).toBeUndefined();
    // Seen to look like the model, up to twice the size it is meant for; the finest is not compared with itself.
    expect(thumb?.sharpTo).toBeGreaterThan(100);
    expect(thumb?.sharpTo).toBeLessThan(600);
    expect(low?.sharpTo).toBeUndefined();
    // Two metres wide, waves of ten centimetres: three quarters of the triangles are worth millimetres.
    expect(thumb?.error).toBeGreaterThan(0);
    expect(thumb?.error).toBeLessThan(0.02);
    const io = await createModelIo();
    for (const step of entry.lods) {
      const bytes = readFileSync(path.join(folder, 'sheet', step.uri));
      expect(bytes.length).toBe(step.bytes);
      const document = await io.readBinary(new Uint8Array(bytes));
      const [texture] = document.getRoot().listTextures();
      expect(texture?.getMimeType()).toBe(step.quality === 'thumb' ? 'image/webp' : 'image/ktx2');
      expect(texture?.getSize()).toEqual([48, 40]);
      expect(
        document
          .getRoot()
          .listExtensionsRequired()
          .map(({ extensionName }) => extensionName),
      ).toContain('EXT_meshopt_compression');
    }
  });

  it('lowers quality and size of a thumb until it weighs no more than its goal', async () => {
    const document = await makeModel(130);
    let state = 7;
    const noise = Uint8Array.from({ length: 512 * 512 * 3 }, () => (state = (state * 48_271) % 2_147_483_647) & 255);
    const image = await sharp(noise, { raw: { width: 512, height: 512, channels: 3 } })
      .png()
      .toBuffer();
    document.getRoot().listTextures()[0]?.setImage(new Uint8Array(image));
    writeFileSync(path.join(folder, 'noise.glb'), await new NodeIO().writeBinary(document));
    expect((await lod('noise.glb', '--out', 'noise', '--steps', 'thumb', '--quick')).err).toBe('');
    const [thumb] = readEntry('noise').lods;
    expect(thumb?.bytes).toBeLessThanOrEqual(150_000);
    expect(thumb?.textureSize).toBeLessThan(512);
    expect(thumb?.draws).toBe(1);
  });

  it('makes the same bytes again, and says that it had them', async () => {
    const before = readFileSync(path.join(folder, 'sheet/thumb.glb'));
    const again = await lod('sheet.glb', '--out', 'again', '--steps', 'thumb');
    expect(again.out).toContain('kept from before');
    expect(readFileSync(path.join(folder, 'again/thumb.glb')).equals(before)).toBe(true);
    expect(readdirSync(path.join(folder, 'again')).sort()).toEqual(['model.json', 'thumb.glb']);
  });

  it('turns specular-glossiness into metal and roughness', async () => {
    const document = await makeModel(4);
    const extension = document.createExtension(KHRMaterialsPBRSpecularGlossiness);
    document
      .getRoot()
      .listMaterials()[0]
      ?.setExtension(extension.extensionName, extension.createPBRSpecularGlossiness().setGlossinessFactor(0.25));
    const bytes = await new NodeIO().registerExtensions([KHRMaterialsPBRSpecularGlossiness]).writeBinary(document);
    writeFileSync(path.join(folder, 'gloss.glb'), bytes);
    expect((await lod('gloss.glb', '--out', 'gloss', '--steps', 'thumb', '--quick')).err).toBe('');
    const made = await (await createModelIo()).read(path.join(folder, 'gloss/thumb.glb'));
    expect(made.getRoot().listMaterials()[0]?.getRoughnessFactor()).toBeCloseTo(0.75, 2);
    expect(
      made
        .getRoot()
        .listExtensionsUsed()
        .map(({ extensionName }) => extensionName),
    ).not.toContain('KHR_materials_pbrSpecularGlossiness');
  });

  it('puts its entry into an exhibition and leaves the rest of it', async () => {
    writeFileSync(
      path.join(folder, 'exhibition.json'),
      JSON.stringify({ id: 'e', assets: [{ id: 'a', kind: 'image' }] }),
    );
    const { code, out } = await lod('sheet.glb', '--out', 'models/s', '--exhibition', '.', '--steps', 'thumb');
    expect({ code, said: out.includes('model "s" added') }).toEqual({ code: 0, said: true });
    const document = JSON.parse(readFileSync(path.join(folder, 'exhibition.json'), 'utf8')) as { assets: unknown[] };
    expect(document.assets).toMatchObject([{ id: 'a' }, { id: 's', lods: [{ uri: 'models/s/thumb.glb' }] }]);
    expect((await lod('sheet.glb', '--out', 'models/a', '--exhibition', '.', '--steps', 'thumb')).err).toContain(
      'asset "a" is there and is no model',
    );
  });

  it.each([
    ['obj', 'o a\nv 0 0 0\nv 1000 0 0\nv 0 1000 0\nv 0 0 1000\nf 1 2 3\nf 1 3 4\n', 'MTL'],
    [
      'ply',
      'ply\nformat ascii 1.0\nelement vertex 4\nproperty float x\nproperty float y\nproperty float z\nelement face 2\n' +
        'property list uchar int vertex_indices\nend_header\n0 0 0\n1000 0 0\n0 1000 0\n0 0 1000\n3 0 1 2\n3 0 2 3\n',
      'taken for metres',
    ],
    [
      'stl',
      'solid s\nfacet normal 0 0 1\nouter loop\nvertex 0 0 0\nvertex 1000 0 0\nvertex 0 1000 0\nendloop\nendfacet\n' +
        'facet normal 1 0 0\nouter loop\nvertex 0 0 0\nvertex 0 1000 0\nvertex 0 0 1000\nendloop\nendfacet\nendsolid s\n',
      'no colour',
    ],
  ])('reads a scan as %s and says what is lost', async (format, text, loss) => {
    writeFileSync(path.join(folder, `scan.${format}`), text);
    const { code, err } = await lod(`scan.${format}`, '--out', `scan-${format}`, '--scale', '0.001', '--quick');
    expect(code).toBe(0);
    expect(err).toContain(loss);
    const entry = readEntry(`scan-${format}`);
    expect(entry.lods.map(({ triangles }) => triangles)).toEqual([2]);
    expect(entry.boundingBox).toEqual({ min: [0, 0, 0], max: [1, 1, 1] });
    writeFileSync(path.join(folder, `bad.${format}`), 'nothing of the kind');
    const bad = await lod(`bad.${format}`, '--out', 'bad');
    expect(bad.code).toBe(1);
    expect(bad.err.trim().split('\n')).toHaveLength(1);
  });

  it.each([
    [
      'buffers',
      [{ byteLength: 4, uri: 'https://elsewhere.invalid/x.bin' }],
      'buffers.0.uri names a protocol; put the file beside the model',
    ],
    ['buffers', [{ byteLength: 4, uri: '../../etc/passwd' }], 'buffers.0.uri climbs out of a folder'],
    ['images', [{ uri: '//elsewhere.invalid/x.png' }], 'images.0.uri: the address begins with a slash'],
    ['images', [{ uri: '%2e%2e/x.png' }], 'climbs out of a folder'],
    ['buffers', [{ byteLength: 4, uri: 'gone.bin' }], 'needs the file "gone.bin", which is not beside it'],
    ['accessors', [{ count: 4e9, type: 'VEC3', componentType: 5126 }], 'accessors.0.count: expected at most 100000000'],
    ['extensionsRequired', ['EXT_unheard_of'], 'needs the extension EXT_unheard_of'],
    ['asset', { version: '1.0' }, 'is glTF 1.0; export it as glTF 2.0'],
  ])('refuses %s that lie: %j', async (key, value, words) => {
    writeFileSync(path.join(folder, 'liar.gltf'), JSON.stringify({ asset: { version: '2.0' }, [key]: value }));
    const { code, err } = await lod('liar.gltf', '--out', 'liar');
    expect(code).toBe(1);
    expect(err).toContain(words);
    expect(err.trim().split('\n')).toHaveLength(1);
    expect(existsSync(path.join(folder, 'liar'))).toBe(false);
  });
});

const title = isThere ? '' : ' (skipped: ../shared/realdata is absent)';

describe.skipIf(!isThere)(`grotto lod on files that others made${title}`, () => {
  it.each([
    ['gltf/heritage/astronaut.glb', 1604],
    ['derived/avocado-draco.glb', 682],
    ['derived/avocado-meshopt-quantized.glb', 682],
    ['derived/avocado-ktx2-etc1s.glb', 682],
    ['derived/avocado-webp.glb', 682],
  ])('makes a thumb of %s', async (file, triangles) => {
    const name = file.replace(/[^\w]/g, '-');
    const { code, err } = await lod(path.join(realdata, file), '--out', name, '--steps', 'thumb', '--quick');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(readEntry(name).lods[0]?.triangles).toBe(triangles);
  });

  it('carries the rights of a model over', async () => {
    await lod(path.join(realdata, 'derived/avocado-xmp.glb'), '--out', 'xmp', '--steps', 'thumb', '--quick');
    expect(readEntry('xmp').rights).toBe('http://creativecommons.org/publicdomain/zero/1.0/');
    const json = readFileSync(path.join(folder, 'xmp/thumb.glb')).toString('latin1');
    expect(json).toContain('KHR_xmp_json_ld');
    expect(json).toContain('CC0-1.0');
  });
});
