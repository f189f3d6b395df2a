import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addBloom, type Glow } from '#demo/picture/glow.ts';
import { halveLinear, halveStored, storeLinear } from '#demo/picture/halve.ts';
import { writePyramids, type PyramidJob } from '#demo/picture/pyramid.ts';
import type { PyramidPlan } from '#demo/picture/pyramidTask.ts';
import type { PictureId } from '#demo/picture/shade.ts';
import { createTexture, TEXEL_BYTES } from '#demo/picture/texture.ts';
import { toneByte } from '#demo/picture/tone.ts';
import { createLittleSight } from '../fixtures/demo/littleSight.ts';

const CAVE = fileURLToPath(new URL('../fixtures/demo/littleCave.ts', import.meta.url));
let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'demo-pyramid-'));
});
afterAll(() => rm(folder, { recursive: true }));

function plan(name: string, id: PictureId, faceSize: number): PyramidPlan {
  return { id, faceSize, encoding: { quality: 60, effort: 0 }, folder: path.join(folder, name, id) };
}

function job(name: string, progress: PyramidJob['progress'] = () => undefined): PyramidJob {
  return {
    cave: CAVE,
    sight: createLittleSight(),
    faceSize: 128,
    tileSize: 32,
    plans: [
      plan(name, 'as-found', 128),
      // As of lamplight: half as fine as what is drawn.
      plan(name, 'lamp-light', 64),
    ],
    depth: { width: 128, file: path.join(folder, name, 'depth.png') },
    jobs: 2,
    unfinished: path.join(folder, `${name}-unfinished`),
    progress,
  };
}

describe('the pyramids of a cave', () => {
  it('go on after a run that was broken off, and are complete: tiles, preview, depth', async () => {
    const breakOff = (fraction: number) => {
      if (fraction > 0.4) throw new Error('broken off');
    };
    await expect(writePyramids(job('little', breakOff))).rejects.toThrow('broken off');
    const finished = (await readdir(path.join(folder, 'little-unfinished'))).length;
    expect(finished).toBeGreaterThan(0);
    let drawn = 0;
    const files = await writePyramids(job('little', () => drawn++));
    // Only the missing faces are drawn again, four squares each, and the one band of depth.
    expect(drawn).toBe((6 - finished) * 4 + 1);
    const names = files.map((file) => path.relative(folder, file));
    const countOf = (part: string) => names.filter((name) => name.startsWith(`little/${part}`)).length;
    expect([0, 1, 2].map((level) => countOf(`as-found/${level}/`))).toEqual([6, 24, 96]);
    expect([0, 1, 2].map((level) => countOf(`lamp-light/${level}/`))).toEqual([6, 24, 0]);
    expect(names).toContain('little/as-found/2/r/3_1.webp');
    for (const name of names.filter((each) => /\d_\d/.test(each))) {
      const { width, height } = await sharp(path.join(folder, name)).metadata();
      expect([width, height]).toEqual([32, 32]);
    }
    const preview = await sharp(path.join(folder, 'little/as-found/preview.webp')).metadata();
    expect([preview.width, preview.height]).toEqual([16, 96]);
    const depth = await sharp(path.join(folder, 'little/depth.png')).metadata();
    expect([depth.width, depth.height, depth.depth]).toEqual([128, 64, 'ushort']);
    const left = await readdir(folder);
    expect(left.sort()).toEqual(['little']);
    expect(await readdir(path.join(folder, 'little'))).toEqual(['as-found', 'depth.png', 'lamp-light']);
  });

  it('keep in the preview what the tiles show', async () => {
    const tile = await sharp(path.join(folder, 'little/as-found/0/f/0_0.webp')).resize(1, 1).raw().toBuffer();
    const bytes = await readFile(path.join(folder, 'little/as-found/preview.webp'));
    const front = await sharp(bytes).extract({ left: 0, top: 0, width: 16, height: 16 }).resize(1, 1).raw().toBuffer();
    for (let c = 0; c < 3; c++) expect(Math.abs(tile[c]! - front[c]!)).toBeLessThan(12);
  });
});

describe('coarser levels', () => {
  it('are means in linear light', () => {
    const chequers = Uint8Array.from([0, 0, 0, 255, 255, 255, 255, 255, 255, 0, 0, 0]);
    expect([...storeLinear(halveStored(chequers, 2, 2))]).toEqual([188, 188, 188]);
    expect([...halveLinear(Uint16Array.from([0, 9, 4, 2, 9, 4, 4, 9, 4, 6, 9, 4]), 2, 2)]).toEqual([3, 9, 4]);
  });

  it('of a texture keep its mean, its slopes and its odd sides', () => {
    const count = 15 * 9;
    const grey = new Uint8Array(count * 3).fill(100);
    const slopes = new Int8Array(count * 2).fill(-20);
    const { levels } = createTexture(
      { width: 15, height: 9, asFound: grey, restored: grey, line: grey, slopes },
      1.5,
      0.9,
    );
    expect(levels.map(({ width, height }) => [width, height])).toEqual([[15, 9], [8, 5], [4, 3]]); // prettier-ignore
    const coarsest = levels.at(-1)!.texels;
    expect([...coarsest.subarray(0, 11)]).toEqual([100, 100, 100, 100, 100, 100, 100, 100, 100, 108, 108]);
    expect(coarsest.length).toBe(4 * 3 * TEXEL_BYTES);
  });
});

describe('the glow', () => {
  it('is the same on both sides of every edge between faces', () => {
    const knots = Float32Array.from({ length: 6 * 49 * 49 * 3 }, () => 0);
    // A patch of light round the corner of f, r and u, as `createGlow` would spread it: by direction alone.
    const faceOf = (face: number, x: number, y: number) => ((face * 49 + y) * 49 + x) * 3;
    for (let i = 0; i <= 48; i++) {
      const light = Math.exp(-((i - 10) ** 2) / 20);
      knots.fill(light, faceOf(0, 48, i), faceOf(0, 48, i) + 3);
      knots.fill(light, faceOf(1, 0, i), faceOf(1, 0, i) + 3);
    }
    const glow: Glow = { bloom: [knots], halos: new Float64Array() };
    for (const y of [-0.6, 0, 0.333, 0.59]) {
      const a = new Float64Array(3);
      const b = new Float64Array(3);
      addBloom(glow, [1 - 1e-12, y, -1], a);
      addBloom(glow, [1, y, -1 + 1e-12], b);
      expect(a[0]).toBeCloseTo(b[0]!, 6);
    }
  });
});

describe('the tone curve', () => {
  it('rises from black to white without a step back', () => {
    const bytes = Array.from({ length: 1300 }, (_, i) => toneByte(i / 100, false));
    expect(bytes[0]).toBe(0);
    expect(bytes.at(-1)).toBe(255);
    expect(bytes.every((byte, i) => i === 0 || byte >= bytes[i - 1]!)).toBe(true);
  });
});
