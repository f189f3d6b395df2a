/** The thousand Buddhas: rows whose colours run in slanting lines, each figure a little its own. */
import { cartouche } from '#demo/paint/motifs/cartouche.ts';
import type { Painter } from '#demo/paint/painter.ts';
import { rectangle } from '#demo/paint/paths.ts';
import { drawSmallBuddha } from './buddhas.ts';

/** Fills a field; `isFree(x, y)` says where the middle of a figure may be. Cells are about 0.2 × 0.245 m. */
export function drawThrong(
  painter: Painter,
  x: number,
  y: number,
  width: number,
  height: number,
  isFree: (x: number, y: number) => boolean,
  shift = 0,
): void {
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
      if (!isFree(cx, foot - dy / 2)) continue;
      painter.lightness = wobble[3];
      painter.push(cx - dx * 0.06 + wobble[0], foot + wobble[1], dy * 0.96, wobble[2]);
      drawSmallBuddha(painter, column - row + shift + 60);
      painter.pop();
      cartouche(painter, cx + dx * 0.36, foot - dy * 0.86, dx * 0.1, dy * 0.46, slip);
      painter.lightness = 0;
    }
  }
}
