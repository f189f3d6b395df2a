/** Paints a piece of the land round the site, as a scroll painter would: washes first, then the brush. */
import { createCanvas } from '@napi-rs/canvas';
import type { Layer } from '#demo/cave/layer.ts';
import { DRAWING } from '#demo/paint/pigments.ts';
import { drawPlants } from '#demo/site/vista/poplars.ts';
import { RIDGES, type LandPoint } from '#demo/site/vista/ridges.ts';
import { drawStupas } from '#demo/site/vista/stupas.ts';
import { paintValley, riverAt, EYE_ABOVE_VALLEY } from '#demo/site/vista/valley.ts';

/** The strip of land covers these pitches, degrees; above is sky only. */
export const STRIP_TOP = 12;
export const STRIP_BOTTOM = -24;

/** RGBA bytes (sRGB, colour not multiplied by alpha), row by row from the top left. */
export interface Segment {
  readonly width: number;
  readonly height: number;
  readonly bytes: Uint8ClampedArray;
}

/** `from`, `to`: azimuths at the outer edges of the first and last pixel, degrees; `density`: pixels to the degree. */
export function paintSegment(layer: Layer, from: number, to: number, density: number): Segment {
  const width = Math.round((to - from) * density);
  const height = Math.round((STRIP_TOP - STRIP_BOTTOM) * density);
  const canvas = createCanvas(width, height);
  const context = canvas.getContext('2d');
  const isDrawing = layer === 'line-drawing';
  if (!isDrawing) {
    const image = context.createImageData(width, height);
    washLand(image.data, width, height, from, density);
    context.putImageData(image, 0, 0);
  }
  context.scale(density, density);
  context.translate(-from, STRIP_TOP);
  context.lineCap = 'round';
  context.lineJoin = 'round';
  if (isDrawing) drawOutlines(context, from, to);
  drawStupas(context, from, to, isDrawing);
  drawPlants(context, from, to, density, isDrawing);
  return { width, height, bytes: context.getImageData(0, 0, width, height).data };
}

function washLand(bytes: Uint8ClampedArray, width: number, height: number, from: number, density: number): void {
  const point: LandPoint = { r: 0, g: 0, b: 0, cover: 0 };
  const sum: LandPoint = { r: 0, g: 0, b: 0, cover: 0 };
  for (let column = 0; column < width; column++) {
    const azimuth = from + (column + 0.5) / density;
    const crests = RIDGES.map((ridge) => ridge.crest(azimuth));
    for (let row = 0; row < height; row++) {
      const pitch = STRIP_TOP - (row + 0.5) / density;
      sum.cover = 0;
      RIDGES.forEach((ridge, i) => {
        const crest = crests[i]!;
        const cover = Math.max(0, Math.min(1, (crest - pitch) * density + 0.5));
        if (cover === 0 || pitch < -1.2) return;
        ridge.paint(azimuth, pitch, crest, point);
        lay(sum, point, cover);
      });
      const ground = Math.max(0, Math.min(1, (0.02 - pitch) * density + 0.5));
      const hidden = crests[4]! > 1 && pitch > -0.6 ? 1 : 0;
      if (ground > 0 && !hidden) {
        paintValley(azimuth, Math.min(pitch, -0.02), 1 / density, point);
        lay(sum, point, ground * duneFoot(crests[3]!, pitch));
      }
      if (sum.cover === 0) continue;
      const i = (row * width + column) * 4;
      bytes[i] = byteOf(sum.r);
      bytes[i + 1] = byteOf(sum.g);
      bytes[i + 2] = byteOf(sum.b);
      bytes[i + 3] = sum.cover * 255;
    }
  }
}

/** Dunes run out softly on the plain: how much of the plain shows at a pitch below the horizon. */
function duneFoot(crest: number, pitch: number): number {
  return Math.max(0, Math.min(1, -pitch * 1.6 + (crest > 0.3 ? 0.05 : 1)));
}

function lay(sum: LandPoint, point: LandPoint, cover: number): void {
  if (sum.cover === 0) sum.r = sum.g = sum.b = 0;
  const share = sum.cover === 0 ? 1 : cover;
  sum.r += (point.r - sum.r) * share;
  sum.g += (point.g - sum.g) * share;
  sum.b += (point.b - sum.b) * share;
  sum.cover += (1 - sum.cover) * cover;
}

function byteOf(linear: number): number {
  return 255 * (linear <= 0.0031308 ? linear * 12.92 : 1.055 * linear ** (1 / 2.4) - 0.055);
}

type Context = ReturnType<ReturnType<typeof createCanvas>['getContext']>;

function drawOutlines(context: Context, from: number, to: number): void {
  const step = 0.06;
  RIDGES.forEach((ridge, i) => {
    context.beginPath();
    context.moveTo(from - 1, 3);
    for (let azimuth = from - 1; azimuth <= to + 1; azimuth += step) context.lineTo(azimuth, -ridge.crest(azimuth));
    context.lineTo(to + 1, 3);
    context.closePath();
    context.fillStyle = DRAWING.paper;
    context.fill();
    context.strokeStyle = DRAWING.ink;
    context.lineWidth = 0.025 + 0.012 * i;
    context.globalAlpha = 0.45 + 0.1 * i;
    context.stroke();
    context.globalAlpha = 1;
  });
  context.fillStyle = DRAWING.paper;
  context.fillRect(from - 1, 0.05, to - from + 2, -STRIP_BOTTOM);
  context.strokeStyle = DRAWING.ink;
  for (const [side, weight] of [
    [-17, 0.05],
    [17, 0.03],
    [-4, 0.015],
    [5, 0.012],
  ] as const) {
    context.lineWidth = weight;
    context.beginPath();
    for (let north = -900; north <= 900; north += 3) {
      const east = riverAt(north) + side;
      const distance = Math.hypot(north, east);
      const azimuth = 180 - (Math.atan2(north, east) * 180) / Math.PI;
      context.lineTo(azimuth, (Math.atan(EYE_ABOVE_VALLEY / distance) * 180) / Math.PI);
    }
    context.stroke();
  }
}
