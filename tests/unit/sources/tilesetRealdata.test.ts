import { readFile } from 'node:fs/promises';
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { checkTileGltf } from '#sources/tileset/checkGltf.ts';
import { checkContent } from '#sources/tileset/checkContent.ts';
import { type TilesetSurvey, surveyTileset } from '#sources/tileset/survey.ts';
import { REAL_DATA, hasRealData, titleOf } from '../../fixtures/realData.ts';

const TILES = path.join(REAL_DATA, 'tiles3d');
const CRAFTED = path.join(REAL_DATA, 'crafted/tiles3d');

/** Surveys a tileset under `folder`; whatever glTF is inside is let through, this is about the tiles. */
function survey(file: string, folder: string): Promise<TilesetSurvey> {
  return surveyTileset(pathToFileURL(file).href, `${pathToFileURL(folder).href}/`, {
    read: (url) => readFile(fileURLToPath(url)).catch(() => null),
    checkGltf: checkTileGltf,
  });
}

/** Every tileset of a folder that no other one includes, relative to it. */
function listTilesets(folder: string): string[] {
  const names = hasRealData ? readdirSync(folder, { recursive: true, encoding: 'utf8' }) : [];
  return names.filter((name) => name.endsWith('.json')).sort();
}

describe.skipIf(!hasRealData)(titleOf('the gate over tilesets that others made'), () => {
  const names = listTilesets(TILES);
  const ABSENT: Readonly<Record<string, string>> = {
    'cesium/TilesetWithDiscreteLOD/tileset.json': 'dragon_high.b3dm',
    'nasa-mars/tileset-broken-root-content.json': 'root-non-existent.b3dm',
    'nasa-mars/tileset-external-broken.json': 'nonexistent.json',
  };
  /** A root without content or children. */
  const EMPTY = 'cesium-specs/Tilesets/TilesetGlobal/tileset.json';
  const FAILING = 'failing-content-error/';

  it('lets every one pass that is not meant to fail', { timeout: 120_000 }, async () => {
    expect(names.length).toBeGreaterThan(60);
    let contents = 0;
    for (const name of names.filter((file) => !file.startsWith(FAILING) && !(file in ABSENT))) {
      const found = await survey(path.join(TILES, name), TILES);
      expect(found.faults.map(String), name).toEqual([]);
      if (name !== EMPTY) expect(found.contents, name).toBeGreaterThan(0);
      contents += found.contents;
    }
    expect(contents).toBeGreaterThan(1_900);
  });

  it.each(Object.entries(ABSENT))('tells of what is missing in %s and reads on', async (name, absent) => {
    const found = await survey(path.join(TILES, name), TILES);
    expect(found.faults.map((fault) => fault.message)).toEqual([expect.stringContaining(absent)]);
    expect(found.faults[0]?.code).toBe('missing');
    expect(found.contents).toBeGreaterThan(1);
  });

  it('tells of each content that is missing below the tileset that is meant to fail', async () => {
    const found = await survey(path.join(TILES, FAILING, 'tileset.json'), TILES);
    expect(found.files).toBe(3);
    expect(found.contents).toBe(1);
    expect(new Set(found.faults.map((fault) => fault.code))).toEqual(new Set(['missing']));
  });

  it('opens implicit tiles as if they were written down', async () => {
    const found = await survey(path.join(TILES, 'cesium/SparseImplicitOctree/tileset.json'), TILES);
    const folder = path.join(TILES, 'cesium/SparseImplicitOctree');
    expect(found.contents).toBe(readdirSync(path.join(folder, 'content')).length);
    expect(found.files).toBe(1 + readdirSync(path.join(folder, 'subtrees')).length);
  });
});

describe.skipIf(!hasRealData)(titleOf('the gate over tilesets that were made to break it'), () => {
  const expectations = hasRealData
    ? (JSON.parse(readFileSync(path.join(REAL_DATA, 'crafted/EXPECT.json'), 'utf8')) as Record<
        string,
        { expect: string }
      >)
    : {};
  const cases = Object.keys(expectations)
    .filter((name) => name.startsWith('tiles3d/'))
    .map((name) => name.slice('tiles3d/'.length));

  it.each(cases.filter((name) => name.endsWith('.json')))('refuses %s in words', async (name) => {
    expect(expectations[`tiles3d/${name}`]?.expect).toBe('reject');
    const found = await survey(path.join(CRAFTED, name), CRAFTED);
    expect(found.faults).toHaveLength(1);
    expect(found.contents).toBe(0);
    expect(found.faults[0]?.message).toMatch(WORDS[name] ?? /never/);
  });

  it.each(cases.filter((name) => !name.endsWith('.json')))('refuses %s in words', (name) => {
    const bytes = new Uint8Array(readFileSync(path.join(CRAFTED, name)));
    const place = { url: pathToFileURL(path.join(CRAFTED, name)).href, folder: 'file:///', checkGltf: () => undefined };
    expect(() => checkContent(bytes, place)).toThrow(WORDS[name] ?? /never/);
  });
});

const WORDS: Readonly<Record<string, RegExp>> = {
  'b3dm_lengths.b3dm': /its tables take 8589934590 bytes but it has 0/,
  'deep_3000.json': /more than 128 deep/,
  'implicit_64_levels.json': /availableLevels: expected a whole number from 1 to 30/,
  'nan_error.json': /root\.boundingVolume: sphere/,
  'pingpong/tileset.json': /tileset\.json → b\.json → tileset\.json/,
  'pingpong/b.json': /b\.json → tileset\.json → b\.json/,
  // Its feature table is also cut off, which is seen first.
  'pnts_4e9.pnts': /its feature table: is no JSON/,
  'self_reference/tileset.json': /tileset\.json → tileset\.json/,
};
