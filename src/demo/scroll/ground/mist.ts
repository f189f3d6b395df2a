/** Mist between the ranges: pigment withheld, so the silk itself shows; and the bands that hide the feet of the mountains. */
import { smoothStep } from '#demo/noise/noise.ts';
import { SILK } from '#demo/scroll/brush/colours.ts';
import type { Pen } from '#demo/scroll/brush/pen.ts';
import type { Element } from '#demo/scroll/element.ts';
import { soft } from '#demo/scroll/ground/grain.ts';

export interface Mist {
  /** Scroll pixels. */
  readonly left: number;
  readonly right: number;
  readonly y: number;
  readonly thickness: number;
  /** 0…1. */
  readonly strength: number;
  /** What stands lower on the silk stands before the mist. */
  readonly ground: number;
}

export function mistElement(mist: Mist): Element {
  const { left, right, y, thickness, ground } = mist;
  return { left, right, top: y - thickness, bottom: y + thickness, ground, draw: (pen) => drawMist(pen, mist) };
}

function drawMist(pen: Pen, mist: Mist): void {
  const { left, top, width, height } = pen.place;
  const { red, green, blue, tone, scale } = pen;
  const fromX = Math.max(0, Math.floor(mist.left * scale) - left);
  const toX = Math.min(width, Math.ceil(mist.right * scale) - left);
  const fromY = Math.max(0, Math.floor((mist.y - mist.thickness) * scale) - top);
  const toY = Math.min(height, Math.ceil((mist.y + mist.thickness) * scale) - top);
  for (let py = fromY; py < toY; py++) {
    const y = (py + top + 0.5) / scale;
    for (let px = fromX; px < toX; px++) {
      const x = (px + left + 0.5) / scale;
      const drift = (soft(x * 0.035 + mist.y, y * 0.12) - 0.5) * 1.3;
      const off = Math.abs((y - mist.y) / mist.thickness + drift * 0.45);
      const ends = smoothStep(mist.left, mist.left + 500, x) * smoothStep(mist.right, mist.right - 500, x);
      const body =
        (1 - smoothStep(0.12, 0.72, off)) * ends * mist.strength * (0.72 + 0.5 * soft(x * 0.09, y * 0.2 + 9));
      if (body <= 0.01) continue;
      const share = body > 1 ? 1 : body;
      const i = py * width + px;
      const light = tone[i]! * 1.025;
      red[i]! += (SILK[0] * light - red[i]!) * share;
      green[i]! += (SILK[1] * light - green[i]!) * share;
      blue[i]! += (SILK[2] * light - blue[i]!) * share;
    }
  }
}
