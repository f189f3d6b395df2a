/** Seals: abstract marks in seal red, no characters. A carved field, red on the ground or bare in the red, worn unevenly. */
import type { Random } from '#demo/noise/random.ts';
import { createRandom } from '#demo/noise/random.ts';
import type { Area } from '#demo/scroll/areas.ts';
import type { Colour } from '#demo/scroll/brush/colours.ts';
import { SEAL_RED } from '#demo/scroll/brush/colours.ts';
import { smooth } from '#demo/scroll/brush/lines.ts';
import type { Pen } from '#demo/scroll/brush/pen.ts';
import { EVEN } from '#demo/scroll/brush/pen.ts';

/** Draws a seal into its area; `ground` is the colour it is stamped on. */
export function drawSeal(pen: Pen, area: Area, ground: Colour, seed: number): void {
  const random = createRandom(seed);
  pen.home();
  const { left, top, width, height } = area;
  const carvedIn = random() < 0.5;
  const rim = outline(random, left + 4, top + 4, width - 8, height - 8);
  const line = Math.max(5, width * 0.045);
  if (carvedIn) pen.fill(rim, SEAL_RED, 0.86);
  else pen.line([...rim, rim[0]!, rim[1]!], line, SEAL_RED, 0.88, EVEN);
  const columns = width > 120 ? 2 : 1;
  const rows = height > 120 ? 2 : 1;
  for (let column = 0; column < columns; column++) {
    for (let row = 0; row < rows; row++) {
      const wide = (width - line * 5) / columns;
      const high = (height - line * 5) / rows;
      drawField(
        pen,
        random,
        [left + line * 2.5 + column * wide, top + line * 2.5 + row * high, wide, high],
        carvedIn ? ground : SEAL_RED,
        line,
      );
    }
  }
}

function outline(random: Random, x: number, y: number, width: number, height: number): number[] {
  const way: number[] = [];
  for (const [fromX, fromY, toX, toY] of [
    [0, 0, 1, 0],
    [1, 0, 1, 1],
    [1, 1, 0, 1],
    [0, 1, 0, 0],
  ] as const) {
    for (let i = 0; i < 7; i++) {
      const t = i / 7;
      way.push(
        x + (fromX + (toX - fromX) * t) * width + random.normal() * 1.4,
        y + (fromY + (toY - fromY) * t) * height + random.normal() * 1.4,
      );
    }
  }
  return smooth(way, 2, true);
}

/** A maze of level and upright bars in a field: like seal script from afar, but nothing that can be read. */
function drawField(
  pen: Pen,
  random: Random,
  field: readonly [number, number, number, number],
  colour: Colour,
  line: number,
): void {
  const [x, y, width, height] = field;
  const inset = line * 0.7;
  const bars = 5;
  let open = random() < 0.5;
  for (let i = 0; i < bars; i++) {
    const level = y + inset + ((height - 2 * inset) * (i + 0.5)) / bars;
    const from = x + inset + (random() < 0.3 ? width * 0.3 : 0);
    const to = x + width - inset - (random() < 0.3 ? width * 0.3 : 0);
    pen.line([from, level, (from + to) / 2, level + random.normal() * 2, to, level], line * 0.8, colour, 0.88, EVEN);
    if (i < bars - 1) {
      const side = open ? from + line * 0.4 : to - line * 0.4;
      pen.line([side, level, side, level + (height - 2 * inset) / bars], line * 0.8, colour, 0.88, EVEN);
      open = random() < 0.75 ? !open : open;
    }
  }
}
