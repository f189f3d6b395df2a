/**
 * Structural similarity of two pictures of one size: Wang, Bovik, Sheikh and Simoncelli 2004, on brightness, with their
 * window (a Gaussian of 11 pixels, σ 1.5) and constants. 1 is the same picture.
 */
import type { Rgba } from './mipmaps.ts';

const RADIUS = 5;
const SIGMA = 1.5;
const C1 = (0.01 * 255) ** 2;
const C2 = (0.03 * 255) ** 2;

export function measureSsim(one: Rgba, other: Rgba): number {
  const { width, height } = one;
  if (other.width !== width || other.height !== height) throw new Error('measureSsim: the pictures differ in size');
  const x = brightnessOf(one);
  const y = brightnessOf(other);
  const window = windowOf(Math.min(width, height));
  const mean = (values: Float32Array): Float32Array => filter(values, width, height, window);
  const [meanX, meanY] = [mean(x), mean(y)];
  const [squareX, squareY, product] = [mean(multiply(x, x)), mean(multiply(y, y)), mean(multiply(x, y))];
  let sum = 0;
  for (let i = 0; i < meanX.length; i++) {
    const both = meanX[i]! * meanY[i]!;
    const squares = meanX[i]! ** 2 + meanY[i]! ** 2;
    const variances = squareX[i]! + squareY[i]! - squares;
    sum += ((2 * both + C1) * (2 * (product[i]! - both) + C2)) / ((squares + C1) * (variances + C2));
  }
  return sum / meanX.length;
}

function brightnessOf({ pixels }: Rgba): Float32Array {
  const values = new Float32Array(pixels.length / 4);
  for (let i = 0; i < values.length; i++) {
    values[i] = 0.2989 * pixels[i * 4]! + 0.587 * pixels[i * 4 + 1]! + 0.114 * pixels[i * 4 + 2]!;
  }
  return values;
}

function windowOf(side: number): number[] {
  const radius = Math.min(RADIUS, (side - 1) >> 1);
  const weights = Array.from({ length: radius * 2 + 1 }, (_, i) => Math.exp(-((i - radius) ** 2) / (2 * SIGMA ** 2)));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => weight / total);
}

/** Where the window lies wholly within the picture. */
function filter(values: Float32Array, width: number, height: number, window: readonly number[]): Float32Array {
  const across = width - window.length + 1;
  const down = height - window.length + 1;
  const rows = new Float32Array(across * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < across; x++) {
      let sum = 0;
      for (let k = 0; k < window.length; k++) sum += window[k]! * values[y * width + x + k]!;
      rows[y * across + x] = sum;
    }
  }
  const filtered = new Float32Array(across * down);
  for (let y = 0; y < down; y++) {
    for (let x = 0; x < across; x++) {
      let sum = 0;
      for (let k = 0; k < window.length; k++) sum += window[k]! * rows[(y + k) * across + x]!;
      filtered[y * across + x] = sum;
    }
  }
  return filtered;
}

function multiply(x: Float32Array, y: Float32Array): Float32Array {
  return x.map((value, i) => value * y[i]!);
}
