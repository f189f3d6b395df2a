/** What is uploaded in parts must be, to the byte, what three uploads at once. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { openRelicPages } from './relicStage/open.ts';
import type { RelicPages } from './relicStage/open.ts';
import type { TextureKind } from './relicStage/parts.ts';

const PART_BYTES = 1e6;

let pages: RelicPages;
let page: Page;
let complaints: string[];

beforeAll(async () => {
  pages = await openRelicPages('parts');
  ({ page, complaints } = await pages.open());
});
afterAll(() => pages?.close());
afterEach(() => expect(complaints).toEqual([]));

const sum = (parts: readonly number[]): number => parts.reduce((total, bytes) => total + bytes, 0);

describe('a texture uploaded in bands', () => {
  const chain = 4 / 3;
  const kinds: readonly (readonly [TextureKind, string, number])[] = [
    ['bitmap', 'a decoded picture with its alpha apart and mipmaps made of it', 1024 * 1060 * 4],
    ['plain', 'pixels with mipmaps of their own', 1024 * 1060 * 4 * chain],
    ['bc3', 'blocks of 16 bytes, whose levels end within a block', 1024 * 1060 * chain],
    ['etc2', 'blocks of 8 bytes', (1024 * 1060 * chain) / 2],
  ];
  it.each(kinds)('has every texel of every level that three gives it: %s, %s', async (kind, _, bytes) => {
    const { parts, wrong, shades, glError } = await page.evaluate((name) => window.parts.texture(name), kind);
    expect(Math.max(...parts)).toBeLessThanOrEqual(PART_BYTES);
    expect(Math.abs(sum(parts) - bytes) / bytes).toBeLessThan(0.01);
    expect(parts.length).toBeGreaterThanOrEqual(kind === 'etc2' ? 1 : Math.floor(bytes / PART_BYTES));
    expect({ wrong, glError }).toEqual({ wrong: 0, glError: 0 });
    expect(shades).toBeGreaterThan(200);
  });

  it('goes once for each way in which it is sampled', async () => {
    const { parts, wrong } = await page.evaluate(() => window.parts.samplers());
    // Bands and mipmaps; bands; what is there already.
    expect(parts[0]).toBeGreaterThan(5);
    expect(parts[1]).toBe((parts[0] ?? 0) - 1);
    expect(parts[2]).toBe(0);
    expect(wrong).toBe(0);
  });
});

describe('a geometry uploaded in parts', () => {
  it('draws what it draws uploaded at once, and three fills no buffer of it again', async () => {
    const { parts, wrong, shades, glError, filledLater } = await page.evaluate(() => window.parts.geometry());
    expect(Math.max(...parts)).toBeLessThanOrEqual(PART_BYTES);
    expect(sum(parts)).toBe(401 * 401 * 3 * 4 * 2 + 400 * 400 * 6 * 4);
    expect({ wrong, glError, filledLater }).toEqual({ wrong: 0, glError: 0, filledLater: 0 });
    expect(shades).toBeGreaterThan(100);
  });
});

describe('what was given up half uploaded', () => {
  it('leaves nothing on the GPU', async () => {
    await page.evaluate(() => window.parts.abandon());
    const { before, during, after } = await page.evaluate(() => window.parts.abandon());
    expect(during).toEqual({ textures: before.textures + 1, geometries: before.geometries + 1 });
    expect(after).toEqual(before);
  });
});
