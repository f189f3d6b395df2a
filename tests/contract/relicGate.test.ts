import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { gateGltf } from '#sources/relic/gltf/gate.ts';
import { hasRealData, REAL_DATA, titleOf } from '../fixtures/realData.ts';
import { type Opened, openInNode } from './relicFiles/openInNode.ts';

const CORPUS = path.join(REAL_DATA, 'gltf/validator');

interface Report {
  readonly issues: { readonly messages: readonly Issue[] };
}
interface Issue {
  readonly code: string;
  readonly severity: number;
  readonly pointer?: string;
}

/** Errors that are passed over without a word: where they stand, if not anywhere, and why they may. */
const TOLERATED: readonly (readonly [code: RegExp, where: RegExp, why: string])[] = [
  [/^ACCESSOR_(MIN|MAX)_MISMATCH$|^ACCESSOR_ELEMENT_OUT_OF_M/, /./, 'bounds are measured, never believed'],
  [/_WITHOUT_BOUNDS$/, /./, 'bounds are measured, never believed'],
  [/^ACCESSOR_(VECTOR3_NON_UNIT|INVALID_SIGN)$/, /./, 'shaders bring directions to length; light may fall oddly'],
  [/^ACCESSOR_INDEX_OOB$/, /./, 'no node of that file shows the mesh; one that is shown is refused'],
  [/^GLB_DUPLICATE_CHUNK$/, /./, 'what follows the first two chunks is not read'],
  [/^(UNEXPECTED_EXTENSION_OBJECT|UNDECLARED_EXTENSION|NON_REQUIRED_EXTENSION)$/, /./, 'where an extension is known it is read, elsewhere it is not, declared or not'],
  [/^DUPLICATE_ELEMENTS$/, /extensions(Used|Required)/, 'a name said twice says the same'],
  [/^TYPE_MISMATCH$/, /extensions\/|extras/, 'unknown extensions are not read'],
  [/^EMPTY_ENTITY$/, /lights|scenes|nodes/, 'an empty list is an empty list'],
  [/^MESH_PRIMITIVE_INVALID_ATTRIBUTE$/, /./, 'attributes that are not known are not read'],
  [/^NODE_MATRIX_(TRS|NON_TRS)$/, /./, 'the matrix counts, and a slanted one is applied as it is'],
  [/^NODE_SKIN_WITH_NON_SKINNED_MESH$/, /./, 'the mesh stands still'],
  [/^SKIN_(NO_COMMON_ROOT|SKELETON_INVALID)$/, /./, 'a skin needs its joints, wherever they hang'],
  [/CAMERA|LIGHT/, /./, 'cameras and lights are not read'],
  [/./, /^\/?(cameras|extensions\/KHR_lights_punctual)|camera|KHR_lights_punctual/, 'cameras and lights are not read'],
  [/^IMAGE_(NON_ENABLED_)?MIME_TYPE|^TEXTURE_INVALID_IMAGE_MIME_TYPE$/, /./, 'a picture is what its first bytes say'],
  [/^(IMAGE_DATA_INVALID|INVALID_URI)$/, /images/, 'pictures are told of when they are decoded, where something wears them'],
  [/^KHR_ANIMATION_POINTER/, /./, 'nothing that pointers move is known here'],
  [/VARIANT/, /./, 'the first mapping counts'],
  [/./, /KHR_materials_variants/, 'variants without names are numbered; mappings without variants are not read'],
  [/^UNSATISFIED_DEPENDENCY$/, /accessors\/\d+\/byteOffset/, 'an offset of nothing into nothing'],
]; // prettier-ignore

/** Errors that break a reader: these are refused, not only told of. */
const FATAL = [
  'BUFFER_VIEW_TOO_LONG', 'GLB_LENGTH_MISMATCH', 'GLB_LENGTH_TOO_SMALL', 'GLB_UNEXPECTED_END_OF_HEADER',
  'GLB_UNEXPECTED_FIRST_CHUNK', 'INVALID_JSON', 'NODE_LOOP', 'NODE_PARENT_OVERRIDE', 'SCENE_NON_ROOT_NODE',
  'UNKNOWN_ASSET_MAJOR_VERSION', 'UNUSED_EXTENSION_REQUIRED', 'VALUE_MULTIPLE_OF',
  'MESH_PRIMITIVE_MORPH_TARGET_INVALID_ATTRIBUTE_COUNT',
]; // prettier-ignore

/** Valid by the letter, but without the data that they speak of, or with it elsewhere, or of a later version. */
const WITHOUT_DATA = [
  'base/accessor/unknown_type.gltf', 'base/accessor/valid.gltf', 'base/animation/valid.gltf',
  'base/buffer/non_relative_uri.gltf', 'base/json/integer_written_as_float.gltf', 'base/material/valid.gltf',
  'base/root/unused_objects.gltf',
]; // prettier-ignore

interface Judged {
  readonly name: string;
  readonly errors: readonly Issue[];
  readonly opened: Opened;
}

describe('the gate of glTF, beside the reports of the Khronos validator', () => {
  const files: Judged[] = [];
  beforeAll(async () => {
    if (!hasRealData) return;
    for (const name of readdirSync(CORPUS, { recursive: true, encoding: 'utf8' }).sort()) {
      if (!/\.(gltf|glb)$/.test(name)) continue;
      const report = JSON.parse(readFileSync(path.join(CORPUS, `${name}.report.json`), 'utf8')) as Report;
      const errors = report.issues.messages.filter(({ severity }) => severity === 0);
      files.push({ name, errors, opened: await openInNode(path.join(CORPUS, name)) });
    }
  });

  it.skipIf(!hasRealData)(titleOf('refuses every file with an error that breaks a reader'), () => {
    for (const code of FATAL) {
      const broken = files.filter(({ errors }) => errors.some((error) => error.code === code));
      expect(broken.length, code).toBeGreaterThan(0);
      const passed = broken.filter(({ opened }) => opened.refused === null).map(({ name }) => name);
      expect(passed, code).toEqual([]);
    }
  });

  it.skipIf(!hasRealData)(titleOf('has a word for every error of a file, or a reason to pass it over'), () => {
    expect(files.length).toBe(183);
    const silent: string[] = [];
    for (const { name, errors, opened } of files) {
      if (opened.refused !== null || opened.losses.length > 0) continue;
      for (const { code, pointer = '' } of errors) {
        const isTolerated = TOLERATED.some(([codes, where]) => codes.test(code) && where.test(`${pointer} ${name}`));
        if (!isTolerated) silent.push(`${name}: ${code} at ${pointer}`);
      }
    }
    expect(silent).toEqual([]);
  });

  it.skipIf(!hasRealData)(titleOf('passes over no more than it must: each reason is needed by some file'), () => {
    const passed = files.filter(({ opened }) => opened.refused === null && opened.losses.length === 0);
    for (const [codes, where, why] of TOLERATED) {
      const isNeeded = passed.some(({ name, errors }) =>
        errors.some(({ code, pointer = '' }) => codes.test(code) && where.test(`${pointer} ${name}`)),
      );
      expect(isNeeded, why).toBe(true);
    }
  });

  it.skipIf(!hasRealData)(
    titleOf('lets every valid file pass that brings its own data, and loses nothing of it'),
    () => {
      const odd = files.filter(({ errors, opened }) => {
        return errors.length === 0 && (opened.refused !== null || opened.losses.length > 0);
      });
      expect(odd.map(({ name }) => name)).toEqual(WITHOUT_DATA);
    },
  );

  it.skipIf(!hasRealData)(titleOf('says what to do, in every refusal'), () => {
    const curt = files.flatMap(({ opened }) => (opened.message?.includes(';') === false ? [opened.message] : []));
    expect(curt).toEqual([]);
  });
});

const asset = { version: '2.0' };
const gate = (json: Record<string, unknown>, binBytes = 0): string => {
  try {
    const { losses } = gateGltf({ asset, ...json }, binBytes);
    return losses.length > 0 ? `loses ${losses.join(' | ')}` : 'passes';
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
};

describe('the gate of glTF', () => {
  it('says where and what to do', () => {
    const huge = { accessors: [{ count: 4e9, componentType: 5126, type: 'VEC3' }] };
    expect(gate(huge)).toBe(
      'accessors.0.count: expected at most 50000000, found 4000000000; make steps of it with “grotto lod”',
    );
    const elsewhere = { buffers: [{ byteLength: 4, uri: '//x.example/a.bin' }] };
    expect(gate(elsewhere)).toContain('put the file beside the model');
    expect(gate({ nodes: [{ children: [0] }] })).toContain('nodes.0 is its own child');
    expect(gate({ extensionsRequired: ['ACME_magic'] })).toContain('ACME_magic');
  });

  it('refuses what would grow beyond all bounds once it is unpacked', () => {
    const meshopt = { buffer: 0, byteLength: 64, byteStride: 16, count: 40_000_000, mode: 'ATTRIBUTES' };
    const json = {
      buffers: [{ byteLength: 64 }],
      bufferViews: [{ buffer: 0, byteLength: 64, byteStride: 16, extensions: { EXT_meshopt_compression: meshopt } }],
    };
    expect(gate(json, 64)).toContain('64 bytes would become 640000000');
    const zeros = { count: 45_000_000, componentType: 5126, type: 'MAT4' };
    expect(gate({ accessors: [zeros] })).toContain('the file needs more than');
  });

  it('takes no number, name or list of a file at its word', () => {
    const view = { buffer: 0, byteLength: 12 };
    const buffers = [{ byteLength: 12 }];
    const accessor = { bufferView: 0, count: 1, componentType: 5126, type: 'VEC3' };
    const wrong: readonly [Record<string, unknown>, string][] = [
      [{ buffers: {} }, 'buffers: expected a list, found an object'],
      [{ buffers: [7] }, 'buffers.0: expected an object, found 7'],
      [{ buffers, bufferViews: [{ ...view, byteOffset: 4 }] }, 'bufferViews.0: ends at byte 16 of a buffer of 12'],
      [{ buffers, bufferViews: [{ ...view, byteOffset: -4 }] }, 'bufferViews.0.byteOffset: expected a number from 0'],
      [{ buffers, bufferViews: [{ ...view, buffer: 0.5 }] }, 'bufferViews.0.buffer: expected a number of buffers'],
      [{ buffers, bufferViews: [view], accessors: [{ ...accessor, count: 2 }] }, 'accessors.0: ends at byte 24 of a view of 12'],
      [{ buffers, bufferViews: [view], accessors: [{ ...accessor, type: '__proto__' }] }, 'accessors.0.type: expected one of SCALAR'],
      [{ nodes: [{ rotation: [0, 0, 0, '1'] }] }, 'nodes.0.rotation: expected 4 numbers'],
      [{ nodes: [{ scale: [Infinity, 1, 1] }] }, 'nodes.0.scale: expected 3 numbers'],
      [{ nodes: [{ mesh: 3 }] }, 'nodes.0.mesh: names meshes.3, but there are 0'],
      [{ nodes: [{}], scenes: [{ nodes: [0, 0] }] }, 'scenes.0.nodes: names an entry twice'],
      [{ meshes: [{ primitives: [] }] }, 'meshes.0: has no primitives'],
    ]; // prettier-ignore
    for (const [json, message] of wrong) expect(gate(json, 12)).toContain(message);
  });

  it('carries nothing on that it does not understand', () => {
    const hostile = JSON.parse(
      '{"__proto__": {"polluted": 1}, "constructor": {"prototype": {"polluted": 1}}}',
    ) as object;
    const { gltf } = gateGltf(
      {
        asset,
        extras: hostile,
        extensions: { KHR_lights_punctual: { lights: [{}] }, ACME: hostile },
        extensionsRequired: ['KHR_lights_punctual'],
        cameras: [{}],
        nodes: [{ camera: 0, name: '<img src=x onerror=alert(1)>', extras: hostile, extensions: { ACME: hostile } }],
        materials: [{ name: 'gold', extras: hostile, extensions: { ACME: hostile } }],
      },
      0,
    );
    expect(JSON.stringify(gltf)).not.toMatch(/polluted|light|camera|onerror|ACME|gold/);
    expect((Object.prototype as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  it('lets a picture from elsewhere cost itself, in words', () => {
    const images = [{ uri: 'https://x.example/a.png' }, { uri: 'here.png' }, { uri: 'drawing.svg' }, {}];
    const textures = images.map((_, source) => ({ source }));
    const { gltf, losses } = gateGltf({ asset, images, textures }, 0);
    expect(gltf.textures.map(({ sources }) => sources)).toEqual([[], [1], [], []]);
    expect(losses.map((loss) => loss.split(':')[0])).toEqual(['images.0.uri', 'images.2.uri', 'images.3']);
  });

  it('lets a broken material, texture or animation cost itself, in words', () => {
    const broken = { pbrMetallicRoughness: { baseColorFactor: 'red' } };
    const textured = { pbrMetallicRoughness: { baseColorTexture: { index: 9 }, roughnessFactor: 0.5 } };
    const { gltf, losses } = gateGltf({ asset, materials: [broken, textured], animations: [{ channels: 3 }] }, 0);
    expect(gltf.materials[1]).toMatchObject({ pbrMetallicRoughness: { roughnessFactor: 0.5 } });
    expect(losses.map((loss) => loss.split('; ').at(-1))).toEqual([
      'the surface is left plain', 'the texture is left out', 'the animation is left out',
    ]); // prettier-ignore
  });

  it('takes the best picture of a texture first and keeps the others to fall back on', () => {
    const images = [{ uri: 'a.png' }, { uri: 'a.webp' }, { uri: 'a.ktx2' }];
    const extensions = { EXT_texture_webp: { source: 1 }, KHR_texture_basisu: { source: 2 } };
    const { gltf } = gateGltf({ asset, images, textures: [{ source: 0, extensions }] }, 0);
    expect(gltf.textures).toEqual([{ sources: [2, 1, 0] }]);
  });

  it('walks as many nodes as it lets pass, and refuses a tree that is too deep', () => {
    const nodes = Array.from({ length: 200_000 }, (_, index) => ({ children: index % 400 < 399 ? [index + 1] : [] }));
    expect(gate({ nodes })).toBe('passes');
    const deep = Array.from({ length: 600 }, (_, index) => ({ children: index < 599 ? [index + 1] : [] }));
    expect(gate({ nodes: deep })).toContain('lies more than 512 deep');
  });
});
