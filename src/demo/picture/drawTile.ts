/**
 * Draws a tile of all pictures of a cave in one traversal: smooth blocks interpolated, the rest one ray a pixel, and
 * several samples where a pixel shows more than one thing. Every ray depends on its place in the picture alone, so tiles
 * join without a seam however a picture is cut.
 */
import type { Camera } from '#demo/picture/camera.ts';
import { BLOCK, CanvasTile, TRACED, type TileRect } from '#demo/picture/canvasTile.ts';
import { THIN, type Outlines } from '#demo/picture/outlines.ts';
import { findUneven } from '#demo/picture/refine.ts';
import { Sampler, type Sight } from '#demo/picture/sampler.ts';
import type { Picture } from '#demo/picture/shade.ts';
import { SmoothBlocks, storeRadiance } from '#demo/picture/smooth.ts';

export interface DrawOptions {
  /** Samples along each side of an uneven pixel; 1 draws it once. Default 3. */
  readonly samples?: number;
  /** Traces every pixel with all samples: slow, for comparison. */
  readonly everyPixel?: boolean;
}

const GRAIN_SAMPLES = 2;

/** Radiance times exposure of one sample counts at most so much, or edges against lamps and sky would be jagged. */
const BRIGHTEST_SAMPLE = 3;

export function drawTile(
  sight: Sight,
  camera: Camera,
  rect: TileRect,
  pictures: readonly Picture[],
  outlines: Outlines,
  options: DrawOptions = {},
): CanvasTile {
  const { samples = 3, everyPixel = false } = options;
  const tile = new CanvasTile(rect, pictures.length);
  const sampler = new Sampler(sight, camera, pictures);
  const exposures = pictures.map(({ mix }) => mix.exposure);
  if (everyPixel) {
    for (let y = 0; y < rect.height; y++)
      for (let x = 0; x < rect.width; x++)
        sampleAgain(tile, sampler, (y + BLOCK) * tile.width + x + BLOCK, samples, exposures);
    return tile;
  }
  const blocks = new SmoothBlocks(sampler, sight, camera, tile);
  blocks.traceCorners();
  /** First pixels of blocks that show thin things. */
  const thin: number[] = [];
  const traceRest = (x: number, y: number, size: number) => tracePixels(tile, sampler, x, y, size);
  for (let row = 0; row < tile.rows; row++)
    for (let column = 0; column < tile.columns; column++) {
      const mark = (row + rect.y / BLOCK) * outlines.columns + column + rect.x / BLOCK;
      const kind = outlines.marks[mark]!;
      if (kind === THIN && isInside(tile, column, row)) thin.push((row * tile.width + column) * BLOCK);
      if (kind === 0) blocks.draw(column, row, traceRest);
      else traceRest(column * BLOCK, row * BLOCK, BLOCK);
    }
  if (samples > 1) {
    const { edges, grain } = findUneven(tile, sight, camera, exposures);
    for (const corner of thin) sampleBlock(tile, sampler, corner, samples, exposures);
    for (const pixel of edges) sampleAgain(tile, sampler, pixel, samples, exposures);
    for (const pixel of grain) sampleAgain(tile, sampler, pixel, GRAIN_SAMPLES, exposures);
  }
  return tile;
}

function isInside(tile: CanvasTile, column: number, row: number): boolean {
  return column > 0 && row > 0 && column < tile.columns - 1 && row < tile.rows - 1;
}

function sampleBlock(
  tile: CanvasTile,
  sampler: Sampler,
  corner: number,
  samples: number,
  exposures: readonly number[],
): void {
  for (let y = 0; y < BLOCK; y++)
    for (let x = 0; x < BLOCK; x++) sampleAgain(tile, sampler, corner + y * tile.width + x, samples, exposures);
}

/** One ray a pixel; of the ring only the pixels next to the tile. */
function tracePixels(tile: CanvasTile, sampler: Sampler, x0: number, y0: number, size: number): void {
  const { rect, width } = tile;
  const right = Math.min(x0 + size, rect.width + BLOCK + 1);
  const bottom = Math.min(y0 + size, rect.height + BLOCK + 1);
  for (let y = Math.max(y0, BLOCK - 1); y < bottom; y++)
    for (let x = Math.max(x0, BLOCK - 1); x < right; x++) {
      const pixel = y * width + x;
      sampler.trace(rect.x - BLOCK + x + 0.5, rect.y - BLOCK + y + 0.5);
      tile.states[pixel] = TRACED;
      tile.parts[pixel] = sampler.part;
      tile.depths[pixel] = sampler.depth;
      tile.normals[pixel * 3] = sampler.hit.nx;
      tile.normals[pixel * 3 + 1] = sampler.hit.ny;
      tile.normals[pixel * 3 + 2] = sampler.hit.nz;
      sampler.shade(1);
      storeRadiance(tile, pixel, sampler.shader.radiance);
    }
}

/** The mean of samples × samples rays; the depth of the pixel is that of the nearest. */
function sampleAgain(
  tile: CanvasTile,
  sampler: Sampler,
  pixel: number,
  samples: number,
  exposures: readonly number[],
): void {
  const { rect, width } = tile;
  const { radiance } = sampler.shader;
  const x = rect.x - BLOCK + (pixel % width);
  const y = rect.y - BLOCK + Math.floor(pixel / width);
  const weight = 1 / (samples * samples);
  for (const picture of tile.radiance) picture.fill(0, pixel * 3, pixel * 3 + 3);
  for (let j = 0; j < samples; j++)
    for (let i = 0; i < samples; i++) {
      sampler.trace(x + (i + 0.5) / samples, y + (j + 0.5) / samples);
      sampler.shade(Math.max(1.5 / samples, 0.34));
      if (sampler.depth < tile.depths[pixel]!) tile.depths[pixel] = sampler.depth;
      for (let p = 0; p < exposures.length; p++) {
        const most = BRIGHTEST_SAMPLE / exposures[p]!;
        const picture = tile.radiance[p]!;
        for (let c = 0; c < 3; c++) picture[pixel * 3 + c]! += Math.min(most, radiance[p * 3 + c]!) * weight;
      }
    }
}
