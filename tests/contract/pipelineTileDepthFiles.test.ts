/** What `grotto tile` makes of depth: holes, reach and errors, its place in an exhibition, and files that others made. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import sharp from 'sharp';
import { FloatType, RedFormat } from 'three';
import { EXRLoader } from 'three/addons/loaders/EXRLoader.js';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { PanoramaDepth } from '#document/schema.ts';
import { readExrHeader } from '#pipeline/tile/depth/exr/header.ts';
import { readExrChannel } from '#pipeline/tile/depth/exr/pixels.ts';
import { fromHalf } from '#sources/depth/half.ts';
import { readDepth } from '#sources/depth/readDepth.ts';
import { exrFile } from '../fixtures/exr.ts';
import { greyPng16 } from '../fixtures/png16.ts';
import { hasRealData, REAL_DATA, titleOf } from '../fixtures/realData.ts';
import { openWorkshop, type Workshop } from '../fixtures/workshop.ts';

vi.setConfig({ testTimeout: 60_000 });
let shop: Workshop;
beforeAll(async () => {
  shop = await openWorkshop();
});
afterAll(() => shop.close());

const [WIDTH, HEIGHT] = [64, 32];
const ramp = (x: number, y: number): number => 2 + x / 100 + y / 50;

async function readOut(depth: PanoramaDepth) {
  const { width, height, metresPerUnit = 0.001 } = depth;
  return readDepth(shop.read(depth.uri), { width, height, metresPerUnit, mostWidth: width });
}

describe('depth with holes', () => {
  it('keeps 0, NaN, infinity and the sky unknown, and every other number as it is', async () => {
    const holes = [0, NaN, Infinity, 1e10];
    const at = (x: number, y: number): number => (y === 4 && x < 4 ? holes[x]! : ramp(x, y));
    shop.write('depth.bin', exrFile(WIDTH, HEIGHT, at));
    expect((await shop.tile('--depth', 'depth.bin')).code).toBe(0);
    const { nearness } = await readOut(shop.depth());
    for (let i = 0; i < nearness.length; i++) {
      const [x, y] = [i % WIDTH, Math.floor(i / WIDTH)];
      const metres = 1 / fromHalf(nearness[i]!);
      if (y === 4 && x < 4) expect(metres).toBe(Infinity);
      else expect(Math.abs(metres / ramp(x, y) - 1)).toBeLessThan(6e-4);
    }
  });

  it('says how much lies beyond its numbers, which a larger step reaches', async () => {
    shop.write(
      'depth.bin',
      exrFile(WIDTH, HEIGHT, (x) => (x < 16 ? 100 : 5)),
    );
    const short = await shop.tile('--depth', 'depth.bin');
    expect(short.err).toContain('25 % of what is known lies beyond 65.5 m');
    const long = await shop.tile('--depth', 'depth.bin', '--depth-step', '5');
    expect(long.err).toBe('');
    const depth = shop.depth();
    expect(depth.metresPerUnit).toBe(0.005);
    expect(1 / fromHalf((await readOut(depth)).nearness[0]!)).toBeCloseTo(100, 1);
  });

  it('states what its maker says of its error', async () => {
    shop.write(
      'depth.bin',
      greyPng16(WIDTH, HEIGHT, (x, y) => Math.round(1_000 * ramp(x, y))),
    );
    expect((await shop.tile('--depth', 'depth.bin', '--depth-error', '0.004,0.5%')).code).toBe(0);
    expect(shop.depth()).toMatchObject({ error: 0.004, errorShare: 0.005 });
  });
});

describe('depth in an exhibition', () => {
  const document = {
    formatVersion: 1,
    id: 'little',
    label: { en: 'Little' },
    rights: 'http://creativecommons.org/publicdomain/zero/1.0/',
    defaultLanguage: 'en',
    languages: ['en'],
    assets: [] as unknown[],
    nodes: [{ id: 'room', label: { en: 'Room' }, asset: 'room' }],
  };

  it('is merged into its panorama, passes the check, and what becomes of its files is said', async () => {
    shop.write('exhibition.json', JSON.stringify(document));
    const merge = ['--exhibition', '.', '--id', 'room', '--label-en', 'Room'];
    expect((await shop.tile(...merge)).code).toBe(0);
    const wide = greyPng16(1_024, 512, () => 2_000);
    shop.write('depth.bin', wide);
    const added = await shop.tile(...merge, '--depth', 'depth.bin');
    expect({ code: added.code, err: added.err }).toEqual({ code: 0, err: '' });
    const merged = JSON.parse(readFileSync(path.join(shop.folder, 'exhibition.json'), 'utf8')) as {
      assets: [{ depth: unknown }];
    };
    expect(merged.assets[0].depth).toEqual({
      uri: 'out/depth/1024.png',
      width: 1_024,
      height: 512,
      levels: [{ uri: 'out/depth/512.png', width: 512, height: 256 }],
    });
    const check = async () => (await shop.grotto('check', '.')).out;
    expect(await check()).toContain('no errors');
    shop.write(
      'out/depth/512.png',
      greyPng16(256, 128, () => 2_000),
    );
    expect(await check()).toContain('assets.0.depth.levels.0.uri: "out/depth/512.png" is 256×128 pixels');
    const pixels = { create: { width: 512, height: 256, channels: 3, background: '#505050' } } as const;
    await sharp(pixels)
      .toColourspace('grey16')
      .png({ progressive: true })
      .toFile(path.join(shop.folder, 'out/depth/512.png'));
    expect(await check()).toContain('"out/depth/512.png" is interlaced; save it without');
    shop.write('out/depth/512.png', wide.slice(0, 900));
    expect(await check()).toContain('assets.0.depth.levels.0.uri: "out/depth/512.png" cannot be shown');
  });
});

describe('depth without a picture', () => {
  it('is made for a panorama that is tiled already', async () => {
    const document = {
      formatVersion: 1,
      assets: [
        { kind: 'panorama', id: 'hall' },
        { kind: 'image', id: 'wall' },
      ],
    };
    shop.write('exhibition.json', JSON.stringify(document));
    shop.write(
      'depth.bin',
      greyPng16(1_024, 512, () => 2_000),
    );
    const give = (id: string) =>
      shop.grotto('tile', '--depth', 'depth.bin', '--out', 'hall/depth', '--force', '--exhibition', '.', '--id', id);
    const { code, out, err } = await give('hall');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain('depth of panorama "hall" set');
    expect(out).toMatch(/depth: 512 px \d+ bytes, 1024 px \d+ bytes; error none stated/);
    const depth = {
      uri: 'hall/depth/1024.png',
      width: 1_024,
      height: 512,
      levels: [{ uri: 'hall/depth/512.png', width: 512, height: 256 }],
    };
    const merged = JSON.parse(readFileSync(path.join(shop.folder, 'exhibition.json'), 'utf8')) as typeof document;
    expect(merged).toEqual({ ...document, assets: [{ ...document.assets[0], depth }, document.assets[1]] });
    expect(JSON.parse(readFileSync(path.join(shop.folder, 'hall/depth/depth.json'), 'utf8'))).toEqual(depth);
    expect((await readOut(depth)).nearness[0]).toBe(0x3800);
    for (const id of ['wall', 'nobody']) expect((await give(id)).err).toContain(`there is no panorama "${id}"`);
  });
});

describe.skipIf(!hasRealData)('files that others made', () => {
  it(titleOf('of OpenEXR give the very numbers that another reader finds'), async () => {
    const file = path.join(REAL_DATA, 'derived/studio_small_08_512_half_zips.exr');
    const bytes = readFileSync(file);
    const loader = new EXRLoader().setDataType(FloatType).setOutputFormat(RedFormat);
    const theirs = loader.parse(Uint8Array.from(bytes).buffer);
    const header = readExrHeader(file, bytes, bytes.length, 'R');
    expect([header.width, header.height]).toEqual([theirs.width, theirs.height]);
    const { values } = await readExrChannel(file, file, header);
    // Theirs begins with the lowest row.
    const flipped = (i: number): number =>
      theirs.data?.[(header.height - 1 - Math.floor(i / header.width)) * header.width + (i % header.width)] ?? NaN;
    expect(values.findIndex((value, i) => value !== flipped(i))).toBe(-1);
    expect(values.length).toBe(512 * 256);
  });

  it(titleOf('of depth are written again to the number'), async () => {
    const file = path.join(REAL_DATA, 'derived/tour-cave/n0/depth16.png');
    expect((await shop.tile('--depth', file)).code).toBe(0);
    const pixels = (name: string) => sharp(name).toColourspace('grey16').raw({ depth: 'ushort' }).toBuffer();
    const [before, after] = await Promise.all([file, path.join(shop.folder, shop.depth().uri)].map(pixels));
    expect(after?.equals(before!)).toBe(true);
  });

  it(titleOf('of inverse depth in 8 bits agree with their exact distances within the stated error'), async () => {
    const cave = path.join(REAL_DATA, 'derived/tour-cave/n0');
    const { near } = JSON.parse(readFileSync(path.join(cave, 'meta.json'), 'utf8')) as { near: number };
    const file = path.join(cave, 'depth_inv8.png');
    const said = await shop.tile('--depth', file, '--depth-kind', 'inverse', `--depth-range=${near},inf`);
    expect(said).toMatchObject({ code: 0, err: '' });
    const depth = shop.depth();
    const bytes = Uint8Array.from(readFileSync(path.join(cave, 'depth16.png')));
    const options = { width: 1_536, height: 768, metresPerUnit: 0.001, mostWidth: 1_536 };
    const [ours, exact] = [await readOut(depth), await readDepth(bytes, options)];
    let [both, right] = [0, 0];
    exact.nearness.forEach((half, i) => {
      const [truth, found] = [1 / fromHalf(half), 1 / fromHalf(ours.nearness[i]!)];
      if (truth === Infinity || found === Infinity) return;
      both++;
      if (Math.abs(found - truth) <= (depth.errorNearness ?? 0) * truth * truth + 0.001 * truth + 0.001) right++;
    });
    expect(both).toBeGreaterThan(1_000_000);
    expect(right / both).toBeGreaterThan(0.99);
  });

  it(titleOf('to do harm are refused'), async () => {
    const file = path.join(REAL_DATA, 'crafted/images/exr_huge_window.exr');
    expect((await shop.tile('--depth', file)).err).toContain('claims 1000001×1000001 pixels in only 114 bytes');
    const bomb = path.join(REAL_DATA, 'crafted/images/png_bomb_20000x20000_1bit.png');
    expect((await shop.tile('--depth', bomb)).err).toContain('expected at most 16384×8192');
  });
});
