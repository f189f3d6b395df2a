/** The patterns that all wear is made of, laid over every painting in metres. */
import { createCanvas } from '@napi-rs/canvas';
import { createFbmTile } from '#demo/noise/noise.ts';
import { createRandom } from '#demo/noise/random.ts';

/** Side of every tile, samples. */
export const TILE = 1024;

export interface WearPatterns {
  /** Broad patches, medium blotches, fine specks, grains of pigment: evenly spread 0…1. */
  readonly big: Float32Array;
  readonly middle: Float32Array;
  readonly fine: Float32Array;
  readonly grain: Float32Array;
  /** Mud plaster with chopped straw, 0 dark … 1 light. */
  readonly straw: Float32Array;
}

let made: WearPatterns | undefined;

/** Made once per worker, in about half a second, and the same in every one. */
export function wearPatterns(): WearPatterns {
  made ??= {
    big: createFbmTile(TILE, 3, 8, 0.55, 5),
    middle: createFbmTile(TILE, 4, 8, 0.6, 9),
    fine: createFbmTile(TILE, 8, 7, 0.7, 21),
    grain: createFbmTile(TILE, 64, 4, 0.75, 33),
    straw: createStrawTile(),
  };
  return made;
}

function createStrawTile(): Float32Array {
  const canvas = createCanvas(TILE, TILE);
  const context = canvas.getContext('2d');
  const random = createRandom(77);
  context.fillStyle = '#808080';
  context.fillRect(0, 0, TILE, TILE);
  for (let i = 0; i < 3800; i++) {
    const x = random() * TILE;
    const y = random() * TILE;
    const angle = random() * Math.PI * 2;
    const length = random.between(6, 46);
    const shade = random() < 0.6 ? 255 : 20;
    context.strokeStyle = `rgba(${shade},${shade},${shade},${random.between(0.15, 0.55)})`;
    context.lineWidth = random.between(0.7, 2.6);
    const bendX = Math.cos(angle) * length * 0.5 + random.between(-4, 4);
    const bendY = Math.sin(angle) * length * 0.5 + random.between(-4, 4);
    // Drawn five times, so that the tile repeats without a seam.
    for (const [shiftX, shiftY] of [
      [0, 0],
      [TILE, 0],
      [-TILE, 0],
      [0, TILE],
      [0, -TILE],
    ] as const) {
      // prettier-ignore
      const left = x + shiftX;
      const top = y + shiftY;
      context.beginPath();
      context.moveTo(left, top);
      context.quadraticCurveTo(
        left + bendX,
        top + bendY,
        left + Math.cos(angle) * length,
        top + Math.sin(angle) * length,
      );
      context.stroke();
    }
  }
  const { data } = context.getImageData(0, 0, TILE, TILE);
  const tile = new Float32Array(TILE * TILE);
  for (let i = 0; i < tile.length; i++) tile[i] = data[i * 4]! / 255;
  return tile;
}

/** Reads one row of pixels from a tile: u from `start` in steps of `step`, both in tiles, at height `v`. */
export function readRow(tile: Float32Array, out: Float32Array, start: number, step: number, v: number): void {
  const mask = TILE - 1;
  const y = v * TILE;
  const top = Math.floor(y);
  const fractionY = y - top;
  const row0 = (top & mask) * TILE;
  const row1 = ((top + 1) & mask) * TILE;
  for (let i = 0; i < out.length; i++) {
    const x = (start + i * step) * TILE;
    const left = Math.floor(x);
    const fractionX = x - left;
    const x0 = left & mask;
    const x1 = (left + 1) & mask;
    const a = tile[row0 + x0]!;
    const c = tile[row1 + x0]!;
    const upper = a + (tile[row0 + x1]! - a) * fractionX;
    const lower = c + (tile[row1 + x1]! - c) * fractionX;
    out[i] = upper + (lower - upper) * fractionY;
  }
}
