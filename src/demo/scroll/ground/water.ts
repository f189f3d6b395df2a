/** Open water: a breath of blue-green over the silk, and fine lines of ripples, closer together in the distance. */
import { createRandom } from '#demo/noise/random.ts';
import { smoothStep } from '#demo/noise/noise.ts';
import { INK, PALE_INK, mixColours } from '#demo/scroll/brush/colours.ts';
import type { Pen } from '#demo/scroll/brush/pen.ts';
import { TAPERED } from '#demo/scroll/brush/pen.ts';
import { scatter, soft } from '#demo/scroll/ground/grain.ts';
import { HEIGHT, PAINTING_END, PAINTING_START, WIDTH } from '#demo/scroll/size.ts';

export const HORIZON = 1130;
const CELL = 256;
const RIPPLE = mixColours(INK, PALE_INK, 0.35);

/** Ripple rows lie `rowGap(y)` apart; from far to near 17 to 46 pixels. */
function rowAt(row: number): number {
  return HORIZON + 60 + row * 15 + row * row * 0.148;
}
export const RIPPLE_ROWS = 70;

export function drawWater(pen: Pen): void {
  wash(pen);
  pen.home();
  const { left, top, width, height } = pen.place;
  const fromX = left / pen.scale;
  const toX = (left + width) / pen.scale;
  for (let row = 0; row < RIPPLE_ROWS; row++) {
    const y = rowAt(row);
    if (y > HEIGHT - 60 || y < top / pen.scale - 40 || y > (top + height) / pen.scale + 40) continue;
    const first = Math.max(Math.floor((WIDTH - PAINTING_END) / CELL) + 1, Math.floor(fromX / CELL) - 2);
    const last = Math.min(Math.floor((WIDTH - PAINTING_START) / CELL) - 2, Math.ceil(toX / CELL) + 1);
    for (let cell = first; cell <= last; cell++) drawRipples(pen, cell, row, y);
  }
}

function drawRipples(pen: Pen, cell: number, row: number, y: number): void {
  const calm = soft(cell * 9.3, row * 2.1);
  const nearness = Math.min(1, (y - HORIZON) / 1400);
  const count = 1 + Math.floor(scatter(cell, row, 21) * 2.2);
  const random = createRandom(cell * 4099 + row * 131 + 17);
  for (let i = 0; i < count; i++) {
    const x = (cell + random()) * CELL;
    const length = random.between(60, 230) * (0.5 + 0.7 * nearness);
    const rise = random.between(2, 7) * (0.35 + nearness);
    const humps = 2 + Math.floor(random() * 3);
    const way: number[] = [];
    for (let k = 0; k <= humps * 4; k++) {
      const t = k / (humps * 4);
      way.push(
        x + t * length,
        y + random.normal() * 0.3 - Math.abs(Math.sin(t * humps * Math.PI)) * rise + Math.sin(t * 3 + cell) * 5,
      );
    }
    pen.line(way, 1.2 + nearness * 0.7, RIPPLE, 0.1 + 0.3 * Math.max(0, calm - 0.15), TAPERED);
  }
}

function wash(pen: Pen): void {
  const { left, top, width, height } = pen.place;
  const { red, green, blue, tone, scale } = pen;
  for (let py = 0; py < height; py++) {
    const y = (py + top + 0.5) / scale;
    const depth = smoothStep(HORIZON - 60, 2300, y);
    if (depth <= 0) continue;
    for (let px = 0; px < width; px++) {
      const x = (px + left + 0.5) / scale;
      const share = depth * (0.1 + 0.24 * soft(x * 0.022 + 40, y * 0.045));
      const i = py * width + px;
      const light = tone[i]!;
      red[i]! += (126 * light - red[i]!) * share;
      green[i]! += (142 * light - green[i]!) * share;
      blue[i]! += (122 * light - blue[i]!) * share;
    }
  }
}
