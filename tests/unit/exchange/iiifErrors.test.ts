/** Manifests that are wrong on purpose, and hostile ones: refused in words, or mended with a report; never acted on. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { ExchangeError } from '#exchange/loss.ts';
import type { ImportResult } from '#exchange/result.ts';
import { makeFolder } from '../../fixtures/foreignFolder.ts';
import { importValid } from '../../fixtures/importing.ts';
import { hasRealData, REAL_DATA, titleOf } from '../../fixtures/realData.ts';

const folder = makeFolder({});

async function importFile(...parts: string[]): Promise<ImportResult | string> {
  const bytes = readFileSync(path.join(REAL_DATA, ...parts));
  try {
    return await importValid(new Uint8Array(parts.at(-1)?.endsWith('.gz') ? gunzipSync(bytes) : bytes), { folder });
  } catch (error) {
    if (error instanceof ExchangeError) return error.message;
    throw error;
  }
}

describe.skipIf(!hasRealData)(titleOf('the numbered erroneous manifests of the specification'), () => {
  it('are each refused with a reason, or mended with a report', async () => {
    for (const version of ['2.0', '2.1']) {
      const errors = path.join('iiif/api/presentation', version, 'example/errors');
      const numbers = readdirSync(path.join(REAL_DATA, errors)).filter((name) => /^\d+$/.test(name));
      expect(numbers.length).toBeGreaterThan(20);
      for (const number of numbers) {
        const found = await importFile(errors, number, 'manifest.json');
        const report =
          typeof found === 'string' ? found : found.losses.map(({ path: at, reason }) => `${at} ${reason}`).join();
        expect(report.length, `${version}/${number}`).toBeGreaterThan(10);
      }
    }
  });

  it('say of each mistake where it is', async () => {
    const told = async (number: number) => {
      const found = await importFile('iiif/api/presentation/2.1/example/errors', String(number), 'manifest.json');
      return typeof found === 'string'
        ? found
        : found.losses.map(({ path: at, reason }) => `${at}: ${reason}`).join('\n');
    };
    expect(await told(0)).toContain('line 1, column 1');
    expect(await told(6)).toContain('of the type “fish”');
    expect(await told(8)).toContain('/@id: its id “fish” is no address');
    expect(await told(10)).toContain('/label: expected a text, found “1”');
    expect(await told(20)).toContain('/sequences/0/canvases/0: expected an object, found “asdf”');
    expect(await told(22)).toContain('/sequences/0/canvases/0: it has no id');
    expect(await told(24)).toContain('/sequences/0/canvases/0: it has no label');
    expect(await told(26)).toContain('/sequences/0/canvases/0: it says no size');
    expect(await told(32)).toContain('/sequences/0/canvases/0/images: expected a list, found an object');
    expect(await told(34)).toContain('/images/0/motivation: it is painted for another motivation than painting: “somethingElse”'); // prettier-ignore
    expect(await told(44)).toContain('/resource/width: expected a number from 1 to 1000000000, found “six”');
    expect(await told(46)).toContain('/description: expected a text under “@value”, found none');
    expect(await told(50)).toContain('/viewingDirection: “upside-down” is no direction of viewing');
  });
});

describe.skipIf(!hasRealData)(titleOf('hostile manifests'), () => {
  it('come out as words that nothing acts on', async () => {
    const found = await importFile('crafted/iiif/manifest_hostile.json');
    if (typeof found === 'string') throw new Error(found);
    const { 'x-import': kept, ...shown } = found.document as unknown as Record<string, unknown>;
    const text = JSON.stringify(shown);
    expect(text).not.toMatch(/<script|onerror=|onclick=|javascript:|attacker\.invalid/i);
    expect(JSON.stringify(kept)).toContain('javascript:window.__xss_open=1');
    expect(({} as Record<string, unknown>)['x']).toBeUndefined();
  });

  it('end where collections name each other, and where there are eight thousand canvases', async () => {
    expect(await importFile('crafted/iiif/collection_cycle/a.json')).toMatchObject({ format: 'iiif-3' });
    const many = await importFile('crafted/iiif/manifest_8000_canvases.json.gz');
    expect(typeof many === 'string' ? many : many.losses.length).toBeGreaterThanOrEqual(8_000);
  });

  it('are refused where they are the description of a picture of impossible size', async () => {
    for (const name of ['info_1e9.json', 'info_zero.json'])
      expect(await importFile('crafted/iiif', name)).toContain('sizes that no picture has');
  });
});
