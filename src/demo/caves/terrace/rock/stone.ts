/** Paints gravel stone: beds of sand and pebbles, stains of rain, dust on ledges. In ink: beds and a few pebbles. */
import { createFbmTile, createSampler, smoothStep } from '#demo/noise/noise.ts';
import { createRandom } from '#demo/noise/random.ts';
import type { Painter } from '#demo/paint/painter.ts';
import { bedding, cliffDepth } from '#demo/caves/terrace/rock/face.ts';
import { washPixels, type Wash } from '#demo/caves/terrace/wash.ts';

/** The part of the face that a painting shows, by its top left and its size, metres. */
export interface Extent {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

const broad = createSampler(createFbmTile(512, 4, 6, 0.55, 301), 512);
const middle = createSampler(createFbmTile(512, 6, 7, 0.6, 302), 512);
const grain = createSampler(createFbmTile(512, 24, 5, 0.75, 303), 512);

/** How coarse the gravel of a bed is, 0 sand … 1 pebbles. */
function coarseness(bed: number, x: number): number {
  const lens = 0.5 + 0.5 * Math.sin(bed * 5.4 + 1.2 * Math.sin(bed * 1.7) + 3 * broad(x / 37, bed / 9));
  return smoothStep(0.25, 0.8, lens);
}

export function drawStone(painter: Painter, extent: Extent): void {
  if (painter.isDrawing) drawBeds(painter, extent);
  else {
    const restored = painter.layer === 'restored' ? 1.03 : 1;
    washPixels(painter, (u, v, out) => washStone(extent.left + u, extent.top - v, restored, out));
  }
  drawPebbles(painter, extent);
}

function washStone(x: number, y: number, light: number, out: Wash): void {
  const bed = bedding(x, y);
  const coarse = coarseness(bed, x);
  const large = broad(x / 9.5, y / 6.1);
  const mid = middle(x / 1.9, y / 1.1);
  const fine = middle(x / 0.37 + 0.3, y / 0.31);
  const speck = grain(x / 0.6, y / 0.6);
  const band = broad(x / 31 + 0.4, bed / 1.6);
  let tone =
    0.88 + 0.2 * (large - 0.5) + 0.26 * (band - 0.5) + 0.16 * (mid - 0.5) + (0.12 + 0.16 * coarse) * (fine - 0.5);
  tone += (0.12 + 0.2 * coarse) * (speck - 0.5);
  // Light from above on every bump: the upper side of a swelling is paler than its lower.
  const below = middle(x / 0.37 + 0.3, (y - 0.02) / 0.31);
  const under = middle(x / 1.9, (y - 0.07) / 1.1);
  tone *= 1 + 0.55 * (0.4 + coarse) * (below - fine) * 1.4 + 0.5 * (under - mid);
  // Hollows between pebbles, and rills that rain has washed dark.
  tone *= 1 - 0.3 * coarse * smoothStep(0.72, 0.95, grain(x / 0.43 + 0.5, y / 0.43 + 0.2));
  const stain = smoothStep(0.6, 0.92, middle(x / 1.35, 0.37 + y / 34)) * smoothStep(0.35, 0.75, large);
  tone *= 1 - 0.24 * stain;
  tone *= light;
  const warm = band * 0.6 + large * 0.4;
  out.r = (206 + 14 * warm) * tone;
  out.g = (182 + 4 * warm) * tone;
  out.b = (152 - 8 * warm - 6 * coarse) * tone;
}

const PEBBLES = [
  [168, 158, 146],
  [142, 128, 114],
  [186, 170, 148],
  [124, 118, 116],
  [158, 130, 112],
  [150, 152, 140],
  [196, 186, 172],
  [116, 100, 90],
] as const;

/** Pebbles lie in cells of their own, so neighbouring paintings agree about them. */
function drawPebbles(painter: Painter, extent: Extent): void {
  const { context, isDrawing } = painter;
  const smallest = 1.4 / painter.pixelsPerMetre;
  const cell = 0.17;
  const firstColumn = Math.floor(extent.left / cell) - 1;
  const lastColumn = Math.ceil((extent.left + extent.width) / cell) + 1;
  const firstRow = Math.floor((extent.top - extent.height) / cell) - 1;
  const lastRow = Math.ceil(extent.top / cell) + 1;
  for (let row = firstRow; row <= lastRow; row++)
    for (let column = firstColumn; column <= lastColumn; column++) {
      const random = createRandom((column + 4096) * 9176 + row * 31 + 7);
      const coarse = coarseness(bedding(column * cell, row * cell), column * cell);
      const count = Math.floor(coarse * 3.4 + random());
      for (let i = 0; i < count; i++) {
        const size = 0.007 + 0.034 * random() ** 2.6 * (0.5 + coarse);
        const u = (column + random()) * cell - extent.left;
        const v = extent.top - (row + random()) * cell;
        const flat = random.between(0.55, 0.9);
        const turn = random.normal() * 0.5;
        const tone = random.between(0.72, 1.12);
        const colour = random.pick(PEBBLES);
        if (size < smallest || (isDrawing && size < 0.021)) continue;
        context.save();
        context.translate(u, v);
        context.rotate(turn);
        context.scale(size, size * flat);
        if (isDrawing) outlinePebble(painter, size);
        else paintPebble(painter, colour, tone);
        context.restore();
      }
    }
}

function paintPebble(painter: Painter, [r, g, b]: readonly [number, number, number], tone: number): void {
  const { context } = painter;
  context.fillStyle = 'rgba(62,46,36,0.5)';
  context.beginPath();
  context.ellipse(0.06, 0.24, 1.08, 1.05, 0, 0, Math.PI * 2);
  context.fill();
  context.fillStyle = `rgb(${Math.round(r * tone)},${Math.round(g * tone)},${Math.round(b * tone)})`;
  context.beginPath();
  context.ellipse(0, 0, 1, 1, 0, 0, Math.PI * 2);
  context.fill();
  context.fillStyle = 'rgba(235,222,204,0.24)';
  context.beginPath();
  context.ellipse(-0.12, -0.32, 0.66, 0.5, 0, 0, Math.PI * 2);
  context.fill();
}

function outlinePebble(painter: Painter, size: number): void {
  const { context } = painter;
  context.strokeStyle = 'rgba(46,36,30,0.5)';
  context.lineWidth = 0.0035 / size;
  context.beginPath();
  context.ellipse(0, 0, 1, 1, 0, 0.3, Math.PI * 1.7);
  context.stroke();
}

/** Lines between beds, and hatching where the face falls back. */
function drawBeds(painter: Painter, extent: Extent): void {
  const { context } = painter;
  context.fillStyle = '#f0e7d3';
  context.fillRect(0, 0, extent.width, extent.height);
  const random = createRandom(4401);
  for (let bed = -3; bed < 20; bed += 0.565) {
    const weight = random.between(0.004, 0.011);
    let open = false;
    context.strokeStyle = `rgba(46,36,30,${random.between(0.4, 0.8)})`;
    context.lineWidth = weight;
    context.beginPath();
    for (let u = -0.2; u <= extent.width + 0.2; u += 0.1) {
      const x = extent.left + u;
      let y = bed;
      for (let i = 0; i < 3; i++) y += bed - bedding(x, y);
      const ragged = 0.05 * (middle(x / 1.3, bed) - 0.5);
      if (broad(x / 13, bed / 3.3) < 0.2) open = false;
      else if (open) context.lineTo(u, extent.top - y - ragged);
      else context.moveTo(u, extent.top - y - ragged);
      if (broad(x / 13, bed / 3.3) >= 0.2) open = true;
    }
    context.stroke();
  }
  context.lineWidth = 0.005;
  context.strokeStyle = 'rgba(46,36,30,0.32)';
  for (let u = 0; u < extent.width; u += 0.07)
    for (let v = 0; v < extent.height; v += 0.22) {
      const x = extent.left + u;
      const y = extent.top - v;
      const falls = cliffDepth(x, y + 0.12) - cliffDepth(x, y - 0.12);
      if (falls < 0.055) continue;
      context.beginPath();
      context.moveTo(u, v - 0.07);
      context.lineTo(u + 0.03, v + 0.09);
      context.stroke();
    }
}
