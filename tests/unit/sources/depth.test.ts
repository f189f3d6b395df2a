import { readFile } from 'node:fs/promises';
import path from 'node:path';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { depthFile } from '#sources/depth/depthFile.ts';
import { fromHalf, toHalf } from '#sources/depth/half.ts';
import { type DepthOptions, readDepth } from '#sources/depth/readDepth.ts';
import { greyPng16 } from '../../fixtures/png16.ts';

const options = (width: number, height: number, mostWidth = 2_048): DepthOptions => ({
  width,
  height,
  metresPerUnit: 0.001,
  mostWidth,
});

describe('a depth picture', () => {
  it('is read to the millimetre whatever filters its rows have', async () => {
    const valueAt = (x: number, y: number) => (x === 3 && y === 2 ? 0 : 800 + 37 * x + 611 * y);
    const grid = await readDepth(greyPng16(40, 23, valueAt), options(40, 23));
    expect([grid.width, grid.height]).toEqual([40, 23]);
    for (let y = 0; y < 23; y++) {
      for (let x = 0; x < 40; x++) {
        const near = fromHalf(grid.nearness[y * 40 + x] ?? 0);
        if (valueAt(x, y) === 0) expect(near).toBe(0);
        else expect(Math.abs(1 / near - valueAt(x, y) / 1000) / (valueAt(x, y) / 1000)).toBeLessThan(6e-4);
      }
    }
  });

  it('is reduced to what is wanted by the mean nearness of what is known, or one surface of two', async () => {
    const step = await readDepth(
      greyPng16(8, 4, (x) => (x < 3 ? 1_000 : 4_000)),
      options(8, 4, 4),
    );
    expect([0, 1, 2, 3].map((x) => fromHalf(step.nearness[4 + x] ?? 0))).toEqual([1, 1, 0.25, 0.25]);
    const far = await readDepth(
      greyPng16(6, 6, (x, y) => (x + y === 0 ? 1_000 : 4_000)),
      options(6, 6, 2),
    );
    expect(fromHalf(far.nearness[0] ?? 0)).toBe(0.25);
    const slope = await readDepth(
      greyPng16(4, 2, (x, y) => 2_000 + 20 * x + 40 * y),
      options(4, 2, 2),
    );
    expect(fromHalf(slope.nearness[0] ?? 0)).toBeCloseTo(1 / 2.03, 3);
  });

  it('is reduced to no more than that where parts of a cell are unknown', async () => {
    const grid = await readDepth(
      greyPng16(10, 6, (x, y) => (x < 4 ? 2_000 : y % 2 === 0 ? 0 : 4_000)),
      options(10, 6, 5),
    );
    expect([grid.width, grid.height]).toEqual([5, 3]);
    expect(fromHalf(grid.nearness[0] ?? 0)).toBeCloseTo(0.5, 3);
    expect(fromHalf(grid.nearness[4] ?? 0)).toBeCloseTo(0.25, 3);
  });

  it('is read as another program writes it, over the whole width of the demonstration', async () => {
    const file = path.resolve(import.meta.dirname, '../../../public/panoramas/hall/depth.png');
    const bytes = Uint8Array.from(await readFile(file));
    const grid = await readDepth(bytes, options(4_096, 2_048));
    expect([grid.width, grid.height]).toEqual([2_048, 1_024]);
    const pixels = await sharp(file).raw({ depth: 'ushort' }).toColourspace('grey16').toBuffer();
    const values = new Uint16Array(pixels.buffer, pixels.byteOffset, pixels.length / 2);
    let compared = 0;
    for (let i = 0; i < 400; i++) {
      const [x, y] = [(i * 389) % 2_048, (i * 101) % 1_024];
      const four = [0, 1, 4_096, 4_097].map((step) => values[2 * y * 4_096 + 2 * x + step] ?? 0).filter(Boolean);
      if (Math.max(...four) > 1.05 * Math.min(...four)) continue;
      compared++;
      const mean = four.reduce((sum, value) => sum + 1_000 / value, 0) / Math.max(1, four.length);
      expect(Math.abs(fromHalf(grid.nearness[y * 2_048 + x] ?? 0) - mean)).toBeLessThan(1e-3 * mean + 1e-6);
    }
    expect(compared).toBeGreaterThan(300);
  });

  const sound = greyPng16(8, 4, () => 1_000);
  it.each([
    ['no PNG at all', new Uint8Array(100), 'no PNG'],
    ['another size than the document says', greyPng16(8, 5, () => 1), '8 × 5 pixels; the document says 8 × 4'],
    ['eight bits', Uint8Array.from(sound, (byte, i) => (i === 24 ? 8 : byte)), '16 bits'],
    ['colours', Uint8Array.from(sound, (byte, i) => (i === 25 ? 2 : byte)), 'greyscale'],
    ['interlacing', Uint8Array.from(sound, (byte, i) => (i === 28 ? 1 : byte)), 'interlaced'],
    ['an end too early', sound.slice(0, sound.length - 30), ''],
    ['nothing after its header', sound.slice(0, 33), 'damaged'],
    ['noise for data', Uint8Array.from(sound, (byte, i) => (i > 80 ? (i * 97) & 255 : byte)), ''],
  ])('that has %s is refused in words', async (_name, bytes, words) => {
    await expect(readDepth(bytes, options(8, 4))).rejects.toThrow(words);
    await expect(readDepth(bytes, options(8, 4))).rejects.toMatchObject({ name: 'DepthError' });
  });
});

describe('which depth picture is loaded', () => {
  const file = (width: number) => ({ uri: `${width}.png`, width, height: width / 2 });
  const depth = { ...file(4_096), levels: [file(512), file(1_024), file(2_048)] };

  it('is the widest that is not too wide, whatever else the document says of depth', () => {
    expect(depthFile(depth, 2_048)).toEqual(file(2_048));
    expect(depthFile(depth, 3_000)).toEqual(file(2_048));
    expect(depthFile({ ...depth, levels: depth.levels.toReversed() }, 1_100)).toEqual(file(1_024));
    expect(depthFile(depth, 8_192)).toEqual(file(4_096));
  });

  it('is the narrowest where all are too wide, and the only one where there is one', () => {
    expect(depthFile(depth, 300)).toEqual(file(512));
    expect(depthFile(file(4_096), 300)).toEqual(file(4_096));
  });
});

describe('half floats', () => {
  it('come back within their precision, from the smallest to the largest', () => {
    for (let i = -20; i < 16; i++) {
      for (const part of [1, 1.1, 1.7, 1.999]) {
        const value = part * 2 ** i;
        const back = fromHalf(toHalf(value));
        expect(Math.abs(back - Math.min(value, 65_504))).toBeLessThanOrEqual(Math.max(value * 2 ** -11, 2 ** -25));
      }
    }
    expect([toHalf(0), toHalf(1), toHalf(1e9)]).toEqual([0, 0x3c00, 0x7bff]);
  });
});
