/** The thousand Buddhas: rows whose colours run in slanting lines, each figure a little its own. */
import { cartouche } from '#demo/paint/motifs/cartouche.ts';
import type { Painter } from '#demo/paint/painter.ts';
import { rectangle } from '#demo/paint/paths.ts';
import { drawSmallBuddha } from './buddhas.ts';

/** What stands between the Buddhas: the middle of a scene and its width, metres along the wall. */
export interface Gap {
  readonly x: number;
  readonly width: number;
}

/** A register of Buddhas, `length` long from 0, with gaps. */
export function drawThrongBetween(
  painter: Painter,
  length: number,
  y: number,
  height: number,
  gaps: readonly Gap[],
  shift = 0,
): void {
  let from = 0;
  const sorted = [...gaps].sort((a, b) => a.x - b.x);
  for (const { x, width } of [...sorted, { x: length + 0.05, width: 0 }]) {
    const to = x - width / 2 - 0.05;
    if (to - from > 0.15) drawThrong(painter, from, y, to - from, height, shift);
    from = x + width / 2 + 0.05;
  }
}

/** Fills a field with cells of about 0.2 × 0.245 m. */
function drawThrong(painter: Painter, x: number, y: number, width: number, height: number, shift: number): void {
  const { random } = painter;
  const columns = Math.round(width / 0.2);
  const rows = Math.round(height / 0.245);
  const dx = width / columns;
  const dy = height / rows;
  for (let row = 0; row < rows; row++) {
    painter.fill(rectangle(x, y + (row + 1) * dy - 0.006, width, 0.006), 'black', 0.8);
    for (let column = 0; column < columns; column++) {
      const cx = x + (column + 0.5) * dx;
      const foot = y + (row + 1) * dy - dy * 0.045;
      const slip = random() < 0.5 ? 'white' : 'malachiteLight';
      const wobble = [
        random.normal() * 0.002,
        random.normal() * 0.002,
        random.normal() * 0.012,
        random.between(-0.06, 0.05),
      ] as const;
      painter.lightness = wobble[3];
      painter.push(cx - dx * 0.06 + wobble[0], foot + wobble[1], dy * 0.96, wobble[2]);
      drawSmallBuddha(painter, column - row + shift + 60);
      painter.pop();
      cartouche(painter, cx + dx * 0.36, foot - dy * 0.86, dx * 0.1, dy * 0.46, slip);
      painter.lightness = 0;
    }
  }
}
