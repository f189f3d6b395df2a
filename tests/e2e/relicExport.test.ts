import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { NEEDS, hasRealdata } from './realdata.ts';
import type { Made } from './relicExport/page.ts';
import { type TilesetPage, type TilesetStage, openStage } from './tileset/stage.ts';

const WHALE = 'gltf/heritage/whale_cranium.glb';
const AVOCADO = 'derived/avocado-meshopt-quantized.glb';

let stage: TilesetStage;
let opened: TilesetPage;

beforeAll(async () => {
  if (!hasRealdata) return;
  stage = await openStage(['relicExport/page.html']);
  opened = await stage.open('relicExport/page.html', { width: 320, height: 240 });
});
afterAll(() => stage?.close());
afterEach(() => expect(opened.complaints.splice(0)).toEqual([]));

const makeUsdz = (uri: string, isGivenBack = false): Promise<Made> =>
  opened.page.evaluate(([u, given]) => window.exportPlay.usdz(u, given), [uri, isGivenBack] as const);

interface Entry {
  readonly name: string;
  readonly method: number;
  readonly offset: number;
  readonly bytes: Buffer;
}

/** The files of a zip in the order they lie in, read from their own headers. */
function listEntries(zip: Buffer): Entry[] {
  const entries: Entry[] = [];
  for (let at = 0; zip.readUInt32LE(at) === 0x04034b50;) {
    const [size, nameLength, extraLength] = [
      zip.readUInt32LE(at + 18),
      zip.readUInt16LE(at + 26),
      zip.readUInt16LE(at + 28),
    ];
    const offset = at + 30 + nameLength + extraLength;
    const name = zip.toString('utf8', at + 30, at + 30 + nameLength);
    entries.push({ name, method: zip.readUInt16LE(at + 8), offset, bytes: zip.subarray(offset, offset + size) });
    at = offset + size;
  }
  return entries;
}

describe.skipIf(!hasRealdata)(`a relic as USDZ${NEEDS}`, () => {
  it.each([WHALE, AVOCADO])(
    'is a stored zip whose files begin every 64 bytes, in metres, at its size: %s',
    async (uri) => {
      const made = await makeUsdz(uri);
      const entries = listEntries(Buffer.from(made.bytes, 'base64'));
      expect(entries.length).toBeGreaterThan(2);
      expect(entries.map(({ method }) => method)).toEqual(entries.map(() => 0));
      expect(entries.map(({ offset }) => offset % 64)).toEqual(entries.map(() => 0));
      const [first, ...rest] = entries;
      expect(first?.name).toBe('model.usda');
      const usda = first?.bytes.toString('utf8') ?? '';
      expect(usda).toMatch(/^#usda 1\.0/);
      expect(usda).toMatch(/metersPerUnit = 1\n/);
      expect(usda).toMatch(/upAxis = "Y"/);
      expect(usda).toContain('preliminary:planeAnchoring:alignment = "horizontal"');
      expect(rest.some(({ name }) => /^textures\/.+\.(png|jpg)$/.test(name))).toBe(true);
      for (const side of ['min', 'max'] as const) {
        made.relic[side].forEach((value, i) => expect(made.readBack[side][i]).toBeCloseTo(value, 5));
      }
    },
  );

  it('has its pictures also where they lie on the GPU alone, right way up', async () => {
    const [kept, given] = [await makeUsdz(AVOCADO), await makeUsdz(AVOCADO, true)];
    const mean = (made: Made) => {
      const names = listEntries(Buffer.from(made.bytes, 'base64'))
        .map(({ name }) => name)
        .filter((name) => name.startsWith('textures/'));
      return opened.page.evaluate(([bytes, list]) => window.exportPlay.meanColours(bytes, list), [
        made.bytes,
        names,
      ] as const);
    };
    const [expected, found] = [Object.values(await mean(kept)), Object.values(await mean(given))];
    expect(found.length).toBe(expected.length);
    found.forEach((colour, i) => {
      colour.forEach((value, c) => expect(Math.abs(value - (expected[i]?.[c] ?? 0))).toBeLessThan(2));
    });
  });
});

describe.skipIf(!hasRealdata)(`a relic to be printed${NEEDS}`, () => {
  it('keeps the triangles and the size of a scan, and tells how open it is', async () => {
    const found = await opened.page.evaluate((uri) => window.exportPlay.prints(uri), WHALE);
    expect(found.triangles).toBeGreaterThan(99_000);
    expect(found.stl).toBe(84 + found.triangles * 50);
    expect(found.mf).toBeLessThan(found.stl);
    // A pilot whale's skull.
    expect(Math.max(...found.sizeMm)).toBeGreaterThan(300);
    expect(Math.max(...found.sizeMm)).toBeLessThan(1_000);
    expect(Number.isInteger(found.openEdges)).toBe(true);
  });
});
