/** Depth that is damaged, made up or not what its maker thinks: said in words, and nothing is left of it. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { readExrHeader } from '#pipeline/tile/depth/exr/header.ts';
import { exrFile } from '../fixtures/exr.ts';
import { greyPng16 } from '../fixtures/png16.ts';
import { openWorkshop, type Workshop } from '../fixtures/workshop.ts';

vi.setConfig({ testTimeout: 60_000 });
let shop: Workshop;
beforeAll(async () => {
  shop = await openWorkshop();
});
afterAll(() => shop.close());

const [WIDTH, HEIGHT] = [64, 32];
const ramp = (x: number, y: number): number => 2 + x / 100 + y / 50;
const exr = exrFile(WIDTH, HEIGHT, ramp);
const png = greyPng16(WIDTH, HEIGHT, (x, y) => Math.round(1_000 * ramp(x, y)));

/** The file with four bytes changed where a text stands first. */
function changed(bytes: Uint8Array, text: string, skip: number, values: readonly number[]): Buffer {
  const copy = Buffer.from(bytes);
  const at = copy.indexOf(text) + text.length + skip;
  values.forEach((value, index) => copy.writeInt32LE(value, at + 4 * index));
  return copy;
}

const grey = () => sharp({ create: { width: WIDTH, height: HEIGHT, channels: 3, background: '#505050' } });

interface Hostile {
  readonly title: string;
  readonly bytes: () => Uint8Array | Promise<Uint8Array>;
  readonly name?: string;
  readonly options?: readonly string[];
  readonly words: string;
}

const DATA_WINDOW = 'dataWindow\0box2i\0';
const chunkAt = (file: Buffer): number => Number(file.readBigUInt64LE(tableOf(file)));
const tableOf = (file: Buffer): number => readExrHeader('x', file, file.length, undefined).tableAt;

const HOSTILE: readonly Hostile[] = [
  { title: 'empty', bytes: () => new Uint8Array(0), words: 'is empty (0 bytes)' },
  { title: 'a text', bytes: () => Buffer.from('far away'), words: 'cannot be read as a picture' },
  { title: 'a JPEG', bytes: () => grey().jpeg().toBuffer(), words: 'is JPEG; expected a greyscale PNG' },
  { title: 'a PNG that ends early', bytes: () => png.slice(0, png.length - 400), words: 'is damaged' },
  { title: 'a PNG with transparency', bytes: () => grey().ensureAlpha(0.5).png().toBuffer(), words: 'has 4 channels' },
  {
    title: 'a PNG with a palette',
    bytes: () => grey().png({ palette: true }).toBuffer(),
    words: 'has a palette',
  },
  {
    title: 'a PNG in colours',
    bytes: () =>
      sharp({ create: { width: WIDTH, height: HEIGHT, channels: 3, background: '#804020' } })
        .png()
        .toBuffer(),
    options: ['--depth-unit', 'cm'],
    words: 'has colours (at column 0, row 0)',
  },
  { title: '8 bits without a word on them', bytes: () => grey().png().toBuffer(), words: 'say --depth-kind inverse' },
  { title: 'not of a sphere', bytes: () => greyPng16(40, 30, () => 1_000), words: '40×30 is not 2:1' },
  { title: 'all unknown', bytes: () => greyPng16(WIDTH, HEIGHT, () => 0), words: 'says nothing' },
  { title: 'an EXR that ends in its header', bytes: () => exr.subarray(0, 60), words: 'damaged header' },
  {
    title: 'an EXR that ends in its pixels',
    bytes: () => exr.subarray(0, exr.length - 9),
    words: 'damaged in chunk 2 of 2',
  },
  { title: 'an EXR without pixels', bytes: () => exr.subarray(0, tableOf(exr)), words: 'in only' },
  {
    title: 'an EXR of a million pixels each way',
    bytes: () => changed(exr, DATA_WINDOW, 4, [0, 0, 999_999, 999_999]),
    words: 'holds 1000000×1000000 pixels of a picture of 64×32',
  },
  {
    title: 'an EXR whose window is inside out',
    bytes: () => changed(exr, DATA_WINDOW, 4, [0, 0, -5, 31]),
    words: 'claims -4×32 pixels',
  },
  {
    title: 'an EXR of a crop',
    bytes: () => changed(exr, DATA_WINDOW, 4, [0, 0, 63, 15]),
    words: 'holds 64×16 pixels of a picture of 64×32',
  },
  {
    title: 'an EXR whose attribute is larger than the file',
    bytes: () => changed(exr, DATA_WINDOW, 0, [0x7fffffff]),
    words: 'its attribute "dataWindow" claims 2147483647 bytes',
  },
  { title: 'an EXR of tiles', bytes: () => Buffer.from(exr).fill(2, 5, 6), words: 'has tiles' },
  { title: 'an EXR of deep pixels', bytes: () => Buffer.from(exr).fill(8, 5, 6), words: 'has deep pixels' },
  { title: 'an EXR of several parts', bytes: () => Buffer.from(exr).fill(16, 5, 6), words: 'has several parts' },
  { title: 'an EXR of another version', bytes: () => Buffer.from(exr).fill(1, 4, 5), words: 'OpenEXR of version 1' },
  {
    title: 'an EXR that is compressed with loss',
    bytes: () => changed(exr, 'compression\0compression\0', 4, [0x00000004 | 0x74616400]),
    words: 'compressed by PIZ; save it with ZIP',
  },
  {
    title: 'an EXR whose chunk says it is elsewhere',
    bytes: () => {
      const copy = Buffer.from(exr);
      copy.writeInt32LE(-3, chunkAt(copy));
      return copy;
    },
    words: 'damaged in chunk 1 of 2',
  },
  {
    title: 'an EXR whose chunk unpacks to more than it may',
    bytes: () => {
      // The same pixels as if each were half as large.
      const copy = Buffer.from(exr);
      copy.writeInt32LE(1, copy.indexOf('Z\0') + 2);
      return copy;
    },
    words: 'damaged in chunk 1 of 2',
  },
  {
    title: 'an EXR of noise',
    bytes: () => Buffer.from(exr).map((byte, at) => (at > chunkAt(exr) + 8 ? (at * 97) & 255 : byte)),
    words: 'damaged in chunk',
  },
  {
    title: 'an EXR of colours',
    bytes: () => exrFile(WIDTH, HEIGHT, ramp, { channels: ['B', 'G', 'R'], channel: 'R' }),
    words: 'has the channels B, G, R; say with --depth-channel',
  },
  {
    title: 'an EXR without the channel that was asked for',
    bytes: () => exr,
    options: ['--depth-channel', 'Q'],
    words: 'has no channel Q, but Z',
  },
  {
    title: 'an EXR that counts backwards',
    bytes: () => exrFile(WIDTH, HEIGHT, (x, y) => (x === 3 && y === 5 ? -2 : 2)),
    words: 'is -2 at column 3, row 5',
  },
  {
    title: 'an EXR with nothing but what is no distance',
    bytes: () => exrFile(WIDTH, HEIGHT, (x) => [NaN, Infinity, 0, 1e10][x % 4]!, { type: 'float' }),
    words: 'says nothing',
  },
];

describe('depth that cannot be used', () => {
  it.each(HOSTILE)('as $title is refused in words', async ({ bytes, options = [], words }) => {
    shop.write('depth.bin', await bytes());
    const { code, err } = await shop.tile('--depth', 'depth.bin', ...options);
    expect(err).toMatch(/^grotto tile: depth\.bin: /);
    expect(err).toContain(words);
    expect(code).toBeGreaterThan(0);
    expect(existsSync(path.join(shop.folder, 'out'))).toBe(false);
    expect(existsSync(path.join(shop.folder, 'out.partial'))).toBe(false);
  });

  it.each([
    [['--depth-unit', 'mm'], '--depth-unit needs --depth <file>'],
    [['--depth', 'a', '--depth-kind', 'inverse'], 'needs --depth-range near,far'],
    [['--depth', 'a', '--depth-kind', 'near'], 'expected distance, inverse'],
    [['--depth', 'a', '--depth-kind', 'inverse', '--depth-range=3,2'], 'near above 0 and far beyond it'],
    [['--depth', 'a', '--depth-range=1,2'], '--depth-range is for --depth-kind inverse'],
    [['--depth', 'a', '--depth-unit', 'feet'], 'expected mm, cm, m'],
    [['--depth', 'a', '--depth-pose=1,2'], 'expected yaw,pitch,roll'],
    [['--depth', 'a', '--depth-pose=1,2,3,0.1,0,0'], 'depth from another point'],
    [['--depth', 'a', '--depth-error', 'small'], 'expected metres'],
    [['--depth', 'a', '--depth-width', '4095'], 'an even number'],
    [['--depth', 'a', '--depth-step', '0'], 'expected millimetres'],
    [['--depth', 'a', '--depth', 'b'], '2 times --depth'],
    [['--depth', 'nowhere.png'], 'nowhere.png: no such file'],
    [['--depth', 'x-{f}.png', '--depth-along', 'ray'], 'no six files fit'],
  ])('by %j is refused in words', async (options, words) => {
    const { code, err } = await shop.tile(...options);
    expect(err).toContain(words);
    expect(code).toBeGreaterThan(0);
  });

  it('of six faces wants squares of one size and a word on what their numbers are along', async () => {
    for (const name of 'frblud')
      shop.write(
        `${name}.exr`,
        exrFile(16, 16, () => 2),
      );
    expect((await shop.tile('--depth', '{f}.exr')).err).toContain('say --depth-along ray');
    expect((await shop.tile('--depth', 'f.exr', '--depth-along', 'axis')).err).toContain('where no axis is');
    shop.write(
      'u.exr',
      exrFile(8, 8, () => 2),
    );
    expect((await shop.tile('--depth', '{f}.exr', '--depth-along', 'ray')).err).toContain(
      'u.exr: 8×8; expected all six',
    );
    shop.write(
      'u.exr',
      exrFile(8, 16, () => 2),
    );
    expect((await shop.tile('--depth', '{f}.exr', '--depth-along', 'ray')).err).toContain('expected a square');
  });
});
