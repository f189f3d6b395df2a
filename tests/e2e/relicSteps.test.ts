/** A step stands in for its relic up to a size on the screen; at that size no one shall see the difference. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import sharp from 'sharp';
import { ssim } from 'ssim.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Exhibition, ModelAsset } from '#document/schema.ts';
import { estimateGpuBytes } from '#streaming/mesh/memory/estimateGpuBytes.ts';
import { reachesOf } from '#streaming/mesh/policy/reach.ts';
import { openRelicStage, type RelicStage } from './relicFiles/stage.ts';

const PUBLIC = path.resolve(import.meta.dirname, '../../public');
const { assets } = JSON.parse(readFileSync(path.join(PUBLIC, 'exhibition.json'), 'utf8')) as Exhibition;
const models = assets.filter((asset): asset is ModelAsset => asset.kind === 'model');
/**
 * No step is less like the finest than this (SSIM; 1 is the same picture). Pictures without smooth edges tell every step
 * of an outline apart, so this is a floor below which something is broken; the table says how like they are.
 */
const ALIKE = 0.84;
/** No canvas of the test is larger. */
const MOST_PX = 250;

interface Comparison {
  readonly id: string;
  readonly step: string;
  readonly sizePx: number;
  readonly alike: number;
}

/** How large on the screen each step but the finest is shown, pixels. */
function sizesOf({ lods, boundingBox }: ModelAsset): number[] {
  const radius = boundingBox
    ? Math.hypot(...boundingBox.max.map((max, axis) => max - (boundingBox.min[axis] ?? 0))) / 2
    : 0.5;
  const steps = lods.map(({ quality, bytes, triangles, draws = 1, gpuBytes, error = 0, textureSize = 0 }) => ({
    quality,
    bytes,
    triangles,
    draws,
    gpuBytes: gpuBytes ?? estimateGpuBytes({ triangles, textureSize }),
    errorMetres: error,
    textureSize,
  }));
  return reachesOf(steps, radius).slice(0, -1);
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

  it('look like the finest where they stand in for it', async () => {
    const compared: Comparison[] = [];
    for (const model of models) {
      const sizes = sizesOf(model);
      const finest = model.lods.at(-1);
      for (const [index, size] of sizes.entries()) {
        const lod = model.lods[index];
        const sizePx = Math.round(Math.min(MOST_PX, size));
        if (!lod || !finest) continue;
        const [coarse, fine] = [
          await read(await stage.page.evaluate(([uri, px]) => window.drawRelic(uri, px), [lod.uri, sizePx] as const)),
          await read(
            await stage.page.evaluate(([uri, px]) => window.drawRelic(uri, px), [finest.uri, sizePx] as const),
          ),
        ];
        const { mssim } = ssim(coarse, fine, { ssim: 'original', downsample: false });
        compared.push({ id: model.id, step: lod.quality, sizePx, alike: Math.round(mssim * 1e4) / 1e4 });
      }
    }
    console.table(compared);
    expect(compared.length).toBeGreaterThanOrEqual(models.length);
    expect(compared.filter(({ alike }) => alike < ALIKE)).toEqual([]);
  });
});
