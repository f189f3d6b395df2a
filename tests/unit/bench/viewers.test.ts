import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import type { FrameRecord } from '../../bench/viewers/instrument.ts';
import { SlowLine } from '../../bench/viewers/network.ts';
import { encodeJpeg, encodeJpegToLength, fillJpeg } from '../../bench/viewers/picture/jpeg.ts';
import { LEVEL_TINTS, PREVIEW_TINT, tintPixels } from '../../bench/viewers/picture/tint.ts';
import { correlation, fullSince, isFull, median, sharpShare, sharpSince } from '../../bench/viewers/reading.ts';
import {
  sampleDirection,
  SAMPLE_COLUMNS,
  SAMPLE_ROWS,
  texelsPerPixel,
  VERTICAL_FOV,
} from '../../bench/viewers/view.ts';

const POINTS = SAMPLE_COLUMNS * SAMPLE_ROWS;
const everywhere = (mark: string): string => mark.repeat(POINTS);
const frame = (t: number, marks: string): FrameRecord => ({ t, readAt: t + 1, draws: 1, yaw: 0, marks });

describe("the viewers bench's view", () => {
  it('sees a face of 1280 px at one texel to a pixel when it looks straight at it', () => {
    for (let point = 0; point < POINTS; point += 1) expect(texelsPerPixel(point, 0, 1280)).toBeCloseTo(1, 9);
  });

  it('finds more texels to a pixel towards the edge of a face than in its middle', () => {
    const middle = Math.floor(POINTS / 2);
    expect(texelsPerPixel(middle, 45, 1280)).toBeGreaterThan(1.3);
  });

  it('turns to the right as yaw grows', () => {
    const middle = SAMPLE_COLUMNS * Math.floor(SAMPLE_ROWS / 2) + SAMPLE_COLUMNS / 2;
    expect(sampleDirection(middle, 0)[2]).toBeLessThan(0);
    expect(sampleDirection(middle, 90)[0]).toBeGreaterThan(0);
  });

  it('has the vertical field of view that belongs to 90° across a 16:9 page', () => {
    expect(VERTICAL_FOV).toBeCloseTo(58.716, 3);
  });
});

describe("the viewers bench's readings", () => {
  it('call the finest level sharp, coarser ones only where they have a texel for every pixel', () => {
    expect(sharpShare(everywhere('2'), 0)).toBe(1);
    expect(sharpShare(everywhere('1'), 0)).toBe(0);
    expect(sharpShare(everywhere('1'), 45)).toBeGreaterThan(0);
    expect(sharpShare(everywhere('1'), 45)).toBeLessThan(1);
  });

  it('call neither the preview, an unclear picture nor a hole sharp', () => {
    for (const mark of ['p', '?', '.']) expect(sharpShare(everywhere(mark), 0)).toBe(0);
  });

  it('call a view full when no point is empty', () => {
    expect(isFull(everywhere('p'))).toBe(true);
    expect(isFull(`.${everywhere('2').slice(1)}`)).toBe(false);
    expect(isFull('')).toBe(false);
  });

  it('date sharpness from the first reading after the last blurred one', () => {
    const frames = [
      frame(10, everywhere('2')),
      frame(20, everywhere('0')),
      frame(30, everywhere('2')),
      frame(40, everywhere('2')),
    ];
    expect(sharpSince(frames)).toBe(31);
    expect(sharpSince(frames.slice(0, 2))).toBeUndefined();
    expect(sharpSince(frames, 35)).toBe(41);
    expect(fullSince(frames, 15)).toBe(21);
  });

  it('take the middle of their values and know agreement from none', () => {
    expect(median([5, 1, 9])).toBe(5);
    expect(median([1, 2, 3, 10])).toBe(2.5);
    expect(correlation([1, 2, 3], [2, 4, 6])).toBeCloseTo(1, 9);
    expect(correlation([1, 2, 3], [3, 2, 1])).toBeCloseTo(-1, 9);
    expect(correlation([1, 1, 1], [3, 2, 1])).toBe(0);
  });
});

describe("the viewers bench's tiles", () => {
  const noise = new Uint8Array(128 * 128 * 3).map((_, i) => (i * 7919) % 256);

  it('carry a tint that survives JPEG', async () => {
    for (const tint of [PREVIEW_TINT, ...LEVEL_TINTS]) {
      const jpeg = await encodeJpeg({ rgb: tintPixels(noise, tint), widthPx: 128, heightPx: 128 }, 50);
      const rgb = await sharp(jpeg).raw().toBuffer();
      for (let i = 0; i < rgb.length; i += 3 * 101) {
        const luma = 0.299 * rgb[i]! + 0.587 * rgb[i + 1]! + 0.114 * rgb[i + 2]!;
        expect(Math.hypot((rgb[i + 2]! - luma) / 1.772 - tint.cb, (rgb[i]! - luma) / 1.402 - tint.cr)).toBeLessThan(20);
      }
    }
  });

  it('are filled to the wanted length and still decode', async () => {
    const jpeg = await encodeJpeg({ rgb: noise, widthPx: 128, heightPx: 128 }, 80);
    for (const more of [4, 5, 1000, 65_001, 65_003, 200_000]) {
      const filled = fillJpeg(jpeg, jpeg.length + more);
      expect(filled.length).toBe(jpeg.length + more);
      expect((await sharp(filled).raw().toBuffer()).equals(await sharp(jpeg).raw().toBuffer())).toBe(true);
    }
  });

  it('lose quality until they fit', async () => {
    const picture = { rgb: noise, widthPx: 128, heightPx: 128 };
    const wanted = (await encodeJpeg(picture, 80)).length;
    expect((await encodeJpegToLength(picture, 95, wanted)).length).toBe(wanted);
    await expect(encodeJpegToLength(picture, 95, 100)).rejects.toThrow('does not fit into 100 bytes');
  });
});

describe("the viewers bench's line", () => {
  it('delivers several answers whole over one rate', async () => {
    const line = new SlowLine();
    const body = Buffer.alloc(50_000, 7);
    const server = createServer((_, response) => void line.send(response, body));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const load = async (): Promise<number> =>
      (await (await fetch(`http://127.0.0.1:${port}`)).arrayBuffer()).byteLength;
    expect(await Promise.all([load(), load(), load()])).toEqual([50_000, 50_000, 50_000]);
    await new Promise((resolve) => server.close(resolve));
  });
});
