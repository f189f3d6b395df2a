import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { readContainer } from '#sources/relic/gltf/container.ts';
import { gateGltf } from '#sources/relic/gltf/gate.ts';
import { ModelError } from '#sources/relic/gltf/modelError.ts';
import { hasRealData, REAL_DATA, titleOf } from '../fixtures/realData.ts';

const CORPUS = path.join(REAL_DATA, 'gltf/validator');

interface Report {
  readonly issues: { readonly messages: readonly { readonly code: string; readonly severity: number }[] };
}

/** What the file is refused for; null where it passes. */
function refusal(file: string): string | null {
  try {
    const { json, bin } = readContainer(new Uint8Array(readFileSync(file)));
    gateGltf(json, bin?.length ?? 0);
    return null;
  } catch (error) {
    if (error instanceof ModelError) return error.code;
    throw error;
  }
}

const files = hasRealData
  ? readdirSync(CORPUS, { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.(gltf|glb)$/.test(name))
      .map((name) => {
        const report = JSON.parse(readFileSync(path.join(CORPUS, `${name}.report.json`), 'utf8')) as Report;
        const errors = report.issues.messages.filter(({ severity }) => severity === 0).map(({ code }) => code);
        return { name, errors: new Set(errors), refused: refusal(path.join(CORPUS, name)) };
      })
  : [];

/**
 * Errors that break a reader. What else the validator calls an error is tolerated: bounds that lie are measured anew,
 * unknown objects are ignored, animations and cameras that lead nowhere do not play, pictures that are none are left
 * out; the relic itself can be shown.
 */
const FATAL = [
  'BUFFER_VIEW_TOO_LONG', 'GLB_LENGTH_MISMATCH', 'GLB_LENGTH_TOO_SMALL', 'GLB_UNEXPECTED_END_OF_HEADER',
  'GLB_UNEXPECTED_FIRST_CHUNK', 'INVALID_JSON', 'NODE_LOOP', 'NODE_PARENT_OVERRIDE', 'UNKNOWN_ASSET_MAJOR_VERSION',
]; // prettier-ignore

/** Valid by the letter, but without the data that they speak of, or with it elsewhere. */
const EMPTY = [
  'base/accessor/unknown_type.gltf', 'base/accessor/valid.gltf', 'base/buffer/non_relative_uri.gltf',
  'base/json/integer_written_as_float.gltf', 'base/root/unused_objects.gltf',
]; // prettier-ignore

describe('the gate of glTF, beside the reports of the Khronos validator', () => {
  it.skipIf(!hasRealData)(titleOf('refuses every file with an error that breaks a reader'), () => {
    expect(files.length).toBeGreaterThan(180);
    for (const code of FATAL) {
      const broken = files.filter(({ errors }) => errors.has(code));
      expect(broken.length, code).toBeGreaterThan(0);
      expect(
        broken.filter(({ refused }) => refused === null).map(({ name }) => name),
        code,
      ).toEqual([]);
    }
  });

  it.skipIf(!hasRealData)(titleOf('lets every valid file pass that brings its own data'), () => {
    const refused = files.filter((file) => file.errors.size === 0 && file.refused !== null).map(({ name }) => name);
    expect(refused.sort()).toEqual(EMPTY);
  });
});

const asset = { version: '2.0' };
const gate = (json: Record<string, unknown>, binBytes = 0): string => {
  try {
    gateGltf({ asset, ...json }, binBytes);
    return 'passes';
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
};

describe('the gate of glTF', () => {
  it('says where and what to do', () => {
    const huge = { accessors: [{ count: 4e9, componentType: 5126, type: 'VEC3' }] };
    expect(gate(huge)).toBe('accessors.0.count: expected 0 to 50000000, found 4000000000');
    const elsewhere = { buffers: [{ byteLength: 4, uri: '//x.example/a.bin' }] };
    expect(gate(elsewhere)).toContain('put the file beside the model');
    expect(gate({ nodes: [{ children: [0] }] })).toContain('nodes.0 is its own child');
    expect(gate({ extensionsRequired: ['ACME_magic'] })).toContain('ACME_magic');
  });

  it('refuses what would grow beyond all bounds once it is decoded', () => {
    const meshopt = { buffer: 0, byteLength: 64, byteStride: 16, count: 40_000_000, mode: 'ATTRIBUTES' };
    const json = {
      buffers: [{ byteLength: 64 }],
      bufferViews: [{ buffer: 0, byteLength: 64, extensions: { EXT_meshopt_compression: meshopt } }],
    };
    expect(gate(json, 64)).toContain('64 bytes would become 640000000');
  });

  it('takes lights, cameras and pictures from elsewhere out and says which pictures', () => {
    const light = { KHR_lights_punctual: { light: 0 } };
    const gated = gateGltf(
      {
        asset,
        extensions: { KHR_lights_punctual: { lights: [{}] } },
        extensionsRequired: ['KHR_lights_punctual'],
        cameras: [{}],
        nodes: [{ camera: 0, extensions: light }],
        images: [{ uri: 'https://x.example/a.png' }, { uri: 'here.png' }, { uri: 'drawing.svg' }],
      },
      0,
    );
    const text = JSON.stringify(gated.json);
    expect(text).not.toMatch(/light|camera|x\.example|svg/);
    expect(text).toContain('here.png');
    expect(gated.losses.map((loss) => loss.split(':')[0])).toEqual(['images.0', 'images.2']);
  });

  it('draws what stands twice in one place once, unless it moves', () => {
    const nodes = [{ mesh: 0 }, { mesh: 0 }, { mesh: 0, translation: [1, 0, 0] }, { mesh: 0 }];
    const meshes = [{ primitives: [] }];
    const animations = [{ channels: [{ target: { node: 3, path: 'scale' } }] }];
    const { json } = gateGltf({ asset, nodes, meshes, animations, scenes: [{ nodes: [0, 1, 2, 3] }] }, 0);
    expect(json['scenes']).toEqual([{ nodes: [0, 2, 3] }]);
  });
});
