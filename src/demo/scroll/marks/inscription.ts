/**
 * Inscriptions in pseudo-marks: columns from right to left, marks of a few brush strokes each. They have the rhythm of
 * writing and say nothing.
 */
import type { Random } from '#demo/noise/random.ts';
import { createRandom } from '#demo/noise/random.ts';
import type { Area } from '#demo/scroll/areas.ts';
import { INK } from '#demo/scroll/brush/colours.ts';
import { smooth } from '#demo/scroll/brush/lines.ts';
import type { Pen } from '#demo/scroll/brush/pen.ts';
import { TAIL, TAPERED } from '#demo/scroll/brush/pen.ts';

/** `size` is the height of a mark with its gap, in scroll pixels. */
export function drawInscription(pen: Pen, area: Area, size: number, seed: number): void {
  const random = createRandom(seed);
  pen.home();
  const gap = size * 1.22;
  const columns = Math.max(1, Math.floor(area.width / gap));
  for (let column = 0; column < columns; column++) {
    const x = area.left + area.width - gap * (column + 0.5);
    const last = column === columns - 1 ? 0.45 : random() < 0.2 ? 0.75 : 1;
    const rows = Math.floor((area.height * last) / size);
    for (let row = 0; row < rows; row++) {
      const y = area.top + size * (row + 0.5) + random.normal() * 1.5;
      drawMark(pen, random, x + random.normal() * 2, y, size * random.between(0.33, 0.42));
    }
  }
}

/** One mark within ±half of its middle. */
function drawMark(pen: Pen, random: Random, x: number, y: number, half: number): void {
  const strokes = 3 + Math.floor(random() * 6);
  const heavy = half * random.between(0.2, 0.27);
  const levels = 1 + Math.floor(random() * 4);
  for (let i = 0; i < levels; i++) {
    const level = y - half + ((i + 0.6) / levels) * 2 * half + random.normal() * half * 0.1;
    const wide = half * random.between(0.45, 0.98);
    const off = random.normal() * half * 0.15;
    pen.line(
      smooth(
        [x + off - wide, level + half * 0.08, x + off, level - half * 0.05, x + off + wide, level - half * 0.02],
        4,
      ),
      heavy,
      INK,
      0.85,
      TAPERED,
    );
  }
  for (let i = levels; i < strokes; i++) {
    const fromX = x + random.between(-0.7, 0.7) * half;
    const fromY = y + random.between(-1, 0.1) * half;
    const kind = random();
    if (kind < 0.35)
      pen.line(
        [fromX, fromY, fromX + random.normal(), fromY + half * random.between(0.5, 1.1)],
        heavy,
        INK,
        0.85,
        TAPERED,
      );
    else if (kind < 0.6)
      pen.line(
        smooth([fromX, fromY, fromX - half * 0.2, fromY + half * 0.4, fromX - half * 0.6, fromY + half * 0.8], 4),
        heavy,
        INK,
        0.85,
        TAIL,
      );
    else if (kind < 0.8)
      pen.line(
        smooth([fromX, fromY, fromX + half * 0.25, fromY + half * 0.45, fromX + half * 0.7, fromY + half * 0.75], 4),
        heavy * 1.2,
        INK,
        0.85,
        TAPERED,
      );
    else pen.dab(fromX, fromY, heavy * 0.55, heavy * 0.85, INK, 0.85, random.normal() * 0.7);
  }
}
