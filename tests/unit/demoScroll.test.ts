import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { AREAS, scaleAreas } from '#demo/scroll/areas.ts';
import { Pen } from '#demo/scroll/brush/pen.ts';
import type { WindowPlace } from '#demo/scroll/brush/pen.ts';
import { ridgeAt } from '#demo/scroll/land/range.ts';
import { RANGES } from '#demo/scroll/land/ranges.ts';
import { TILE, levelSizes, makeColumn } from '#demo/scroll/make/column.ts';
import { halveLinear } from '#demo/scroll/make/halve.ts';
import { buildScenery, paintWindow } from '#demo/scroll/scenery.ts';
import { HEIGHT, PAINTING_END, PAINTING_START, WIDTH } from '#demo/scroll/size.ts';

const scenery = buildScenery();

function cut(
  pixels: Uint8Array,
  place: WindowPlace,
  left: number,
  top: number,
  width: number,
  height: number,
): number[] {
  const part: number[] = [];
  for (let y = top; y < top + height; y++) {
    const from = ((y - place.top) * place.width + left - place.left) * 3;
    part.push(...pixels.subarray(from, from + width * 3));
  }
  return part;
}

describe('windows of the handscroll', () => {
  const left: WindowPlace = { left: 37_800, top: 1_300, width: 110, height: 110, scale: 1 };

  test.each([
    ['to the right', { ...left, left: left.left + 53 }],
    ['below', { ...left, top: left.top + 37 }],
    ['wider, around it', { left: left.left - 33, top: left.top - 19, width: 200, height: 170, scale: 1 }],
  ])('agree pixel for pixel with a window %s', (_, other) => {
    const fromX = Math.max(left.left, other.left);
    const fromY = Math.max(left.top, other.top);
    const width = Math.min(left.left + left.width, other.left + other.width) - fromX;
    const height = Math.min(left.top + left.height, other.top + other.height) - fromY;
    expect(width * height).toBeGreaterThan(5000);
    const one = cut(paintWindow(scenery, left), left, fromX, fromY, width, height);
    const two = cut(paintWindow(scenery, other), other, fromX, fromY, width, height);
    expect(new Set(one).size).toBeGreaterThan(100);
    expect(two).toEqual(one);
  });

  test('agree across the join of two bands of the draft', () => {
    const upper = { left: 3_000, top: 100, width: 200, height: 100, scale: 1 / 8 };
    const lower = { ...upper, top: 150 };
    const one = cut(paintWindow(scenery, upper), upper, 3_000, 150, 200, 50);
    const two = cut(paintWindow(scenery, lower), lower, 3_000, 150, 200, 50);
    expect(two).toEqual(one);
  });

  test('come out the same from a second building of the landscape', () => {
    const place = { left: 20_000, top: 1_900, width: 128, height: 128, scale: 1 };
    expect(Buffer.from(paintWindow(buildScenery(), place)).equals(Buffer.from(paintWindow(scenery, place)))).toBe(true);
  });

  test('differ from place to place: no stamp is repeated', () => {
    const seen = new Set<string>();
    for (let i = 0; i < 6; i++) {
      const place = { left: 36_000 + i * 512, top: 1_500, width: 64, height: 64, scale: 1 };
      seen.add(Buffer.from(paintWindow(scenery, place)).toString('base64'));
    }
    expect(seen.size).toBe(6);
  });
});

describe('the pen', () => {
  test('covers a rectangle between pixels by the share that it covers', () => {
    const pen = new Pen({ left: 10, top: 10, width: 4, height: 4, scale: 1 });
    pen.fill([11.25, 11.5, 13, 11.5, 13, 13, 11.25, 13], [100, 100, 100], 1);
    const row = (y: number): number[] => [...pen.red.subarray(y * 4, y * 4 + 4)];
    expect(row(0)).toEqual([0, 0, 0, 0]);
    expect(row(1)).toEqual([0, 37.5, 50, 0]);
    expect(row(2)).toEqual([0, 75, 100, 0]);
  });

  test('leaves nothing behind in the coverage for the next stroke', () => {
    const pen = new Pen({ left: 0, top: 0, width: 16, height: 16, scale: 1 });
    pen.line([1, 1, 9, 12, 14, 2], 4, [10, 20, 30]);
    pen.dab(8, 8, 5, 3, [10, 20, 30]);
    expect(pen.coverage.cover.every((value) => value === 0)).toBe(true);
  });
});

describe('the landscape', () => {
  test('has ridges without a step anywhere, so none at the border of a band', () => {
    for (const range of RANGES) {
      const points = range.ridge.map(([s]) => s);
      const highest = Math.max(...range.ridge.map(([, height]) => height));
      for (let s = points[0]! - 100; s < points[points.length - 1]! + 100; s += 4) {
        expect(Math.abs(ridgeAt(range, s + 4) - ridgeAt(range, s)), `${range.id} at ${s}`).toBeLessThan(
          14 + highest * 0.02,
        );
      }
    }
  });

  test('covers the scroll from end to end: no stretch of painting without a thing in it', () => {
    for (let x = WIDTH - PAINTING_END; x < WIDTH - PAINTING_START; x += 1500) {
      expect(scenery.elements.some(({ left, right }) => left < x + 1500 && right > x)).toBe(true);
    }
  });

  test('leaves no paint outside the bounds of a thing, where windows would not look for it', () => {
    const pen = new Pen({ left: 0, top: 0, width: 1, height: 1, scale: 1 });
    let outside: string[] = [];
    for (let number = 0; number < scenery.elements.length; number += 29) {
      const { left, top, right, bottom, draw } = scenery.elements[number]!;
      pen.coverage.add = (points, count) => {
        for (let i = 0; i < count; i++) {
          const x = points[2 * i]!;
          const y = points[2 * i + 1]!;
          const isOff = (left > 0 && x < left) || (right < WIDTH && x > right) || y < top || y > bottom;
          if (isOff) outside = [...outside.slice(-9), `${number}: ${x}, ${y}`];
        }
        return false;
      };
      draw(pen);
    }
    expect(outside).toEqual([]);
  });

  test('keeps its things in the order of drawing, far before near', () => {
    const grounds = scenery.elements.map(({ ground }) => ground);
    expect(grounds).toEqual([...grounds].sort((a, b) => a - b));
    expect(scenery.elements.every(({ left, right, top, bottom }) => left < right && top < bottom)).toBe(true);
  });
});

describe('areas', () => {
  test('have their own ids and lie on the scroll: six sections, five seals or more, inscriptions', () => {
    expect(new Set(AREAS.map(({ id }) => id)).size).toBe(AREAS.length);
    for (const { id, left, top, width, height } of AREAS) {
      expect(
        left >= 0 && top >= 0 && left + width <= WIDTH && top + height <= HEIGHT && width > 0 && height > 0,
        id,
      ).toBe(true);
    }
    expect(AREAS.filter(({ kind }) => kind === 'section')).toHaveLength(6);
    expect(AREAS.filter(({ kind }) => kind === 'seal')).toHaveLength(5);
    expect(AREAS.filter(({ kind }) => kind === 'inscription')).toHaveLength(3);
  });

  test('stay inside when scaled to the draft', () => {
    for (const area of scaleAreas(AREAS, 1 / 8)) {
      expect(area.left + area.width).toBeLessThanOrEqual(WIDTH / 8);
      expect(area.top + area.height).toBeLessThanOrEqual(HEIGHT / 8);
    }
  });

  test('sections meet without a gap in the reading direction', () => {
    const sections = AREAS.filter(({ kind }) => kind === 'section');
    for (let i = 1; i < sections.length; i++) {
      expect(sections[i]!.left + sections[i]!.width).toBe(sections[i - 1]!.left);
    }
  });

  test.each(AREAS.filter(({ kind }) => kind === 'seal'))('$id shows seal red where the document points', (area) => {
    const place = { left: area.left, top: area.top, width: area.width, height: area.height, scale: 1 };
    const pixels = paintWindow(scenery, place);
    let reds = 0;
    for (let i = 0; i < pixels.length; i += 3) if (pixels[i]! > 110 && pixels[i]! > pixels[i + 1]! * 1.9) reds++;
    expect(reds / (area.width * area.height)).toBeGreaterThan(0.2);
  });
});

describe('the pyramid', () => {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'scroll-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  test('halves its levels, rounded up, down to one tile', () => {
    const sizes = levelSizes(1);
    expect(sizes.map(({ width }) => width)).toEqual([469, 938, 1875, 3750, 7500, 15_000, 30_000, 60_000]);
    expect(sizes.map(({ height }) => height)).toEqual([20, 40, 80, 160, 320, 640, 1_280, 2_560]);
  });

  test('halves in linear light: black and white make sRGB 188, not 128', () => {
    const data = new Uint8Array([0, 0, 0, 255, 255, 255, 0, 0, 0]);
    expect([...halveLinear({ width: 3, height: 1, data }).data]).toEqual([188, 188, 188, 0, 0, 0]);
  });

  test('makes a column with one window alive at a time, and keeps what is there', async () => {
    const tiles = path.join(folder, 'tiles');
    const scale = 1 / 64;
    expect(levelSizes(scale)[1]).toEqual({ width: 938, height: 40 });
    let asked = 0;
    const ask = (): typeof scenery => {
      asked++;
      return scenery;
    };
    const job = { scale, quality: 70, tiles, cache: folder };
    for (const column of [0, 1]) await makeColumn({ ...job, level: 1, column }, ask);
    await makeColumn({ ...job, level: 0, column: 0 }, ask);
    expect(asked).toBe(2);
    const coarse = await sharp(path.join(tiles, '0/0_0.webp')).metadata();
    expect([coarse.width, coarse.height]).toEqual([469, 20]);
    const fine = await sharp(path.join(tiles, '1/0_1.webp')).metadata();
    expect(fine.width).toBe(938 - TILE);
    const before = await readFile(path.join(tiles, '1/0_0.webp'));
    await makeColumn({ ...job, level: 1, column: 0 }, ask);
    expect(asked).toBe(2);
    await rm(path.join(tiles, '1/0_0.webp'));
    await makeColumn({ ...job, level: 1, column: 0 }, ask);
    expect(asked).toBe(3);
    expect((await readFile(path.join(tiles, '1/0_0.webp'))).equals(before)).toBe(true);
    expect(existsSync(path.join(folder, 'half-1-0.rgb'))).toBe(true);
  });
});
