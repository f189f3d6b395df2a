/** Height maps drawn on a canvas, read by bilinear interpolation. White stands out, black is cut in. */
import { createCanvas } from '@napi-rs/canvas';
import type { SKRSContext2D } from '@napi-rs/canvas';

export interface Relief {
  readonly width: number;
  readonly height: number;
  /** 0…1, row by row from the top. */
  readonly values: Float32Array;
}

export function drawRelief(width: number, height: number, draw: (context: SKRSContext2D) => void): Relief {
  const context = createCanvas(width, height).getContext('2d');
  context.lineCap = 'round';
  context.lineJoin = 'round';
  draw(context);
  const { data } = context.getImageData(0, 0, width, height);
  const values = new Float32Array(width * height);
  for (let i = 0; i < values.length; i++) values[i] = data[i * 4]! / 255;
  return { width, height, values };
}

/** Two box blurs of `radius` pixels each way; wraps from side to side where `wraps`. */
export function softenRelief(relief: Relief, radius: number, wraps: boolean): Relief {
  const { width, height } = relief;
  let values = relief.values;
  const clampX = (x: number) => (wraps ? (x + width * 2) % width : Math.min(width - 1, Math.max(0, x)));
  for (let pass = 0; pass < 2; pass++) {
    const across = new Float32Array(values.length);
    for (let y = 0; y < height; y++) {
      let sum = 0;
      for (let i = -radius; i <= radius; i++) sum += values[y * width + clampX(i)]!;
      for (let x = 0; x < width; x++) {
        across[y * width + x] = sum / (2 * radius + 1);
        sum += values[y * width + clampX(x + radius + 1)]! - values[y * width + clampX(x - radius)]!;
      }
    }
    const down = new Float32Array(values.length);
    const clampY = (y: number) => Math.min(height - 1, Math.max(0, y));
    for (let x = 0; x < width; x++) {
      let sum = 0;
      for (let i = -radius; i <= radius; i++) sum += across[clampY(i) * width + x]!;
      for (let y = 0; y < height; y++) {
        down[y * width + x] = sum / (2 * radius + 1);
        sum += across[clampY(y + radius + 1) * width + x]! - across[clampY(y - radius) * width + x]!;
      }
    }
    values = down;
  }
  return { width, height, values };
}

/** u and v in 0…1 from the top left; u wraps, v is held at the borders. */
export function readRelief(relief: Relief, u: number, v: number): number {
  const { width, height, values } = relief;
  const x = (u - Math.floor(u)) * width;
  const y = Math.min(height - 1.001, Math.max(0, v * height));
  const x0 = Math.floor(x) % width;
  const x1 = (x0 + 1) % width;
  const y0 = Math.floor(y);
  const fx = x - Math.floor(x);
  const fy = y - y0;
  const row = y0 * width;
  const top = values[row + x0]! * (1 - fx) + values[row + x1]! * fx;
  const bottom = values[row + width + x0]! * (1 - fx) + values[row + width + x1]! * fx;
  return top + (bottom - top) * fy;
}
