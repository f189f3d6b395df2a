/** `grotto import` on real folders: what it writes, what it says, how it ends. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkExhibition } from '#document/check/checkExhibition.ts';
import type { ModelAsset } from '#document/schema.ts';
import { openFolder } from '#pipeline/check/openFolder.ts';
import { runGrotto } from '#pipeline/main.ts';
import { makeGlb } from '../fixtures/foreignFolder.ts';

let root = '';

beforeAll(() => {
  root = mkdtempSync(path.join(tmpdir(), 'grotto-import-'));
  mkdirSync(path.join(root, 'voyager'));
  writeFileSync(path.join(root, 'voyager/box.glb'), makeGlb(12, [0, 0, 0], [10, 20, 30]));
  const svx = {
    asset: { type: 'application/si-dpo-3d.document+json', version: '1.0' },
    scene: 0,
    scenes: [{ nodes: [0] }],
    nodes: [{ name: 'Box', model: 0 }],
    models: [
      { units: 'cm', derivatives: [{ usage: 'Web3D', quality: 'High', assets: [{ uri: 'box.glb', type: 'Model' }] }], tags: 'a' },
    ],
  }; // prettier-ignore
  writeFileSync(path.join(root, 'voyager/box.svx.json'), JSON.stringify(svx));
  writeFileSync(path.join(root, 'nothing.json'), '{"a": 1}');
});

afterAll(() => rmSync(root, { recursive: true, force: true }));

async function run(...args: string[]) {
  let out = '';
  let err = '';
  const code = await runGrotto(['import', ...args], {
    out: (text) => (out += text),
    err: (text) => (err += text),
    cwd: root,
    isTerminal: false,
  });
  return { code, out, err };
}

describe('grotto import', () => {
  it('makes a folder that the check finds sound, and says what was lost', async () => {
    const { code, out, err } = await run('voyager', '--out', 'made', '--language', 'en', '--report', 'losses.json');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toBe(
      '/models/0/tags: “tags” have no place: annotations of a relic have no subjects\nvoyager: 1 loss\n',
    );
    expect(JSON.parse(readFileSync(path.join(root, 'losses.json'), 'utf8')).losses).toHaveLength(1);
    const document = readFileSync(path.join(root, 'made/exhibition.json'));
    const { exhibition, faults } = await checkExhibition(document, await openFolder(path.join(root, 'made')));
    expect(faults.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(exhibition?.label).toEqual({ en: 'Box' });
    const model = exhibition?.assets.find((asset): asset is ModelAsset => asset.kind === 'model');
    const file = readFileSync(path.join(root, 'made', model?.lods[0]?.uri ?? ''));
    expect(file.readUInt32LE(8)).toBe(file.length);
    expect([...file.subarray(-4)]).toEqual([1, 2, 3, 4]);
    const json = JSON.parse(file.subarray(20, 20 + file.readUInt32LE(12)).toString());
    expect(json.nodes[json.scenes[0].nodes[0]]).toMatchObject({ children: [0] });
    expect(json.nodes[json.scenes[0].nodes[0]].matrix[0]).toBeCloseTo(0.01);
  });

  it('writes nothing when it is only asked', async () => {
    const { code, out } = await run('voyager/box.svx.json', '--dry-run', '--json');
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ format: 'voyager', lossesLeftOut: 0 });
  });

  it('says what is wrong with the command line, and what it cannot read', async () => {
    expect(await run()).toMatchObject({ code: 2, out: '' });
    expect((await run('voyager')).err).toContain('--out');
    expect((await run('voyager', '--out', 'voyager')).err).toContain('another folder');
    expect((await run('voyager', '--out', 'x', '--from', 'word')).err).toContain('expected iiif, iiif-image, voyager');
    expect(await run('nothing.json', '--dry-run')).toMatchObject({
      code: 1,
      err: 'grotto import: the file is in none of the formats that are read: iiif, iiif-image, voyager, pannellum, photo-sphere-viewer, marzipano, krpano, deep-zoom, zoomify\n',
    });
    expect((await run('absent', '--dry-run')).code).toBe(2);
  });
});
