import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasRealdata, NEEDS, REALDATA } from './realdata.ts';
import type { Opening } from './relicFiles/page.ts';
import { openRelicStage, type RelicStage } from './relicFiles/stage.ts';

const list = (folder: string): string[] =>
  hasRealdata
    ? readdirSync(path.join(REALDATA, folder), { recursive: true, encoding: 'utf8' })
        .filter((file) => /\.(glb|gltf)$/.test(file))
        .map((file) => path.join(folder, file))
        .sort()
    : [];

interface Expected {
  readonly expect: 'reject' | 'survive' | 'inert' | 'either';
  readonly kind: string;
}

const expected: Readonly<Record<string, Expected>> = hasRealdata
  ? (JSON.parse(readFileSync(path.join(REALDATA, 'crafted/EXPECT.json'), 'utf8')) as Record<string, Expected>)
  : {};
const crafted = Object.entries(expected).filter(([, { kind }]) => kind === 'gltf');

/** Of version 1, which nobody reads any more. */
const OLD = /khronos-1\.0/;

describe(`files that others made${NEEDS}`, () => {
  let stage: RelicStage;
  beforeAll(async () => {
    if (hasRealdata) stage = await openRelicStage(REALDATA);
  });
  afterAll(() => stage?.close());

  async function open(file: string): Promise<Opening> {
    const before = stage.faults.length;
    const opening = await stage.open(file);
    expect(stage.faults.slice(before), file).toEqual([]);
    return opening;
  }

  it.skipIf(!hasRealdata)('open and show something, each of them', async () => {
    const files = [...list('gltf'), ...list('derived')].filter((file) => !/validator/.test(file));
    expect(files.length).toBeGreaterThanOrEqual(50);
    for (const file of files) {
      const { error, code, covered, draws } = await open(file);
      if (OLD.test(file)) {
        expect(code, file).toBe('old-version');
        continue;
      }
      expect(error, file).toBeNull();
      expect(covered, file).toBeGreaterThan(0);
      expect(draws, file).toBeLessThanOrEqual(200);
    }
  });

  it.skipIf(!hasRealdata)('end as their makers expect where they are hostile, and leave nothing behind', async () => {
    expect(crafted.length).toBe(77);
    for (const [file, { expect: wanted }] of crafted) {
      const { error, code } = await open(path.join('crafted', file));
      if (wanted === 'reject') expect(error, file).toMatch(/[a-z]{3}/);
      // A mutant may be no model any more; what counts is that it ends in words.
      if (/mutant/.test(file)) continue;
      if (wanted === 'survive' || wanted === 'inert') expect(error, file).toBeNull();
      expect(code, file).not.toBe('untyped');
    }
    const leavings = await stage.page.evaluate(() => [
      '__xss_open' in window,
      Object.keys(Object.getPrototypeOf({}) as object).filter((key) => key.startsWith('polluted')),
    ]);
    expect(leavings).toEqual([false, []]);
  });
});
