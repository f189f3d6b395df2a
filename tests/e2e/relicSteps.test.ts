/** A step stands in for its relic up to a size on the screen; at that size no one shall see the difference. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import sharp from 'sharp';
import { ssim } from 'ssim.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Exhibition, ModelAsset } from '#document/schema.ts';
import { estimateGpuBytes } from '#streaming/mesh/memory/estimateGpuBytes.ts';
import { reachesOf, wantStep } from '#streaming/mesh/policy/reach.ts';
import { openRelicStage, type RelicStage } from './relicFiles/stage.ts';

const PUBLIC = path.resolve(import.meta.dirname, '../../public');
const { assets } = JSON.parse(readFileSync(path.join(PUBLIC, 'exhibition.json'), 'utf8')) as Exhibition;
const models = assets.filter((asset): asset is ModelAsset => asset.kind === 'model');
/** No step is less like the finest than this where it is chosen (SSIM; 1 is the same picture). */
const ALIKE = 0.98;
/** Samples along a pixel's side, averaged: a single one tells how an edge meets a pixel's middle, not what a step lacks. */
const SAMPLES = 3;
/** Towards the eye: as most stand before a relic, and behind it. */
const SIDES = { front: [0.5, 0.35, 1], back: [-0.7, 0.2, -1] } as const;

type Side = readonly [number, number, number];

interface Comparison {
  readonly id: string;
  readonly step: string;
  readonly side: string;
  readonly sizePx: number;
  readonly alike: number;
}

/** The largest size, device pixels, at which the policy wants each step but the finest; 0 where it never does. */
function sizesOf({ lods, boundingBox }: Pick<ModelAsset, 'lods' | 'boundingBox'>): number[] {
  const radius = boundingBox
    ? Math.hypot(...boundingBox.max.map((max, axis) => max - (boundingBox.min[axis] ?? 0))) / 2
    : 0.5;
  const steps = lods.map(({ quality, bytes, triangles, draws = 1, gpuBytes, error = 0, textureSize = 0, sharpTo }) => ({
    quality,
    bytes,
    triangles,
    draws,
    gpuBytes: gpuBytes ?? estimateGpuBytes({ triangles, textureSize }),
    errorMetres: error,
    textureSize,
    sharpToPx: sharpTo,
  }));
  const reaching = reachesOf(steps, radius).map((reachPx) => ({ reachPx }));
  return reaching.slice(0, -1).map(({ reachPx }, step) => {
    const sizePx = Math.floor(reachPx);
    return wantStep(reaching, sizePx, -1) === step ? sizePx : 0;
  });
}

async function read(picture: string) {
  const { data, info } = await sharp(Buffer.from(picture.slice(picture.indexOf(',') + 1), 'base64'))
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { data: new Uint8ClampedArray(data), width: info.width, height: info.height };
}

describe('the steps of the demonstration', () => {
  let stage: RelicStage;
  beforeAll(async () => {
    stage = await openRelicStage(PUBLIC);
  });
  afterAll(() => stage?.close());

  /** How alike two files are, from each of some sides. */
  async function compare(one: string, other: string, sizePx: number, from: readonly Side[]): Promise<number[]> {
    const draw = async (uri: string) => {
      const order = [uri, sizePx, from, SAMPLES] as const;
      return Promise.all((await stage.page.evaluate((drawing) => window.drawRelic(...drawing), order)).map(read));
    };
    const ones = await draw(one);
    const others = await draw(other);
    return ones.map((picture, side) => {
      const { mssim } = ssim(picture, others[side]!, { ssim: 'original', downsample: false });
      return Math.round(mssim * 1e4) / 1e4;
    });
  }

  it.each(models)(
    'of $id look like the finest at the largest size at which they are chosen',
    async ({ id, lods, boundingBox, states = [] }) => {
      const compared: Comparison[] = [];
      for (const ladder of [lods, ...states.flatMap((state) => (state.lods ? [state.lods] : []))]) {
        const finest = ladder.at(-1);
        for (const [index, sizePx] of sizesOf({ lods: ladder, ...(boundingBox && { boundingBox }) }).entries()) {
          const lod = ladder[index];
          if (!lod || !finest || sizePx === 0) continue;
          const likenesses = await compare(lod.uri, finest.uri, sizePx, Object.values(SIDES));
          for (const [at, side] of Object.keys(SIDES).entries()) {
            compared.push({ id, step: lod.uri.split('/').slice(-2).join('/'), side, sizePx, alike: likenesses[at]! });
          }
        }
      }
      console.table(compared);
      // Every relic has a step that is chosen before its finest.
      expect(compared).not.toEqual([]);
      expect(compared.filter(({ alike }) => alike < ALIKE)).toEqual([]);
    },
  );

  it('can be told apart where they are shown larger than that', async () => {
    const [model] = models;
    const [coarsest] = model?.lods ?? [];
    const finest = model?.lods.at(-1);
    expect((await compare(coarsest!.uri, finest!.uri, 480, [SIDES.front]))[0]).toBeLessThan(ALIKE);
    expect(await compare(finest!.uri, finest!.uri, 480, [SIDES.front])).toEqual([1]);
  });
});
