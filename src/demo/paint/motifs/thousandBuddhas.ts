import type { Painter } from '#demo/paint/painter.ts';
import { cartouche } from '#demo/paint/motifs/cartouche.ts';
import { tinyBuddha } from '#demo/paint/motifs/tinyBuddha.ts';

/** True where a cell with its middle at (x, y) stays free for something larger. */
export type Gap = (x: number, y: number) => boolean;

/**
 * A field of a thousand Buddhas, row by row, each with its slip; the schemes shift by one from row to row, so that the
 * colours run in diagonals. `offset` shifts them as a whole, so that walls differ.
 */
export function thousandBuddhas(
  painter: Painter,
  left: number,
  top: number,
  width: number,
  height: number,
  cellWidth = 0.172,
  cellHeight = 0.2,
  gaps: readonly Gap[] = [],
  offset = 0,
): void {
  const { random } = painter;
  const columns = Math.round(width / cellWidth);
  const rows = Math.round(height / cellHeight);
  const dx = width / columns;
  const dy = height / rows;
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const x = left + (column + 0.5) * dx;
      const y = top + row * dy;
      if (gaps.some((gap) => gap(x, y + dy / 2))) continue;
      painter.lightness = random.between(-0.035, 0.035);
      const shiftX = random.between(-0.002, 0.002);
      const shiftY = random.between(-0.002, 0.002);
      painter.push(x - dx * 0.07 + shiftX, y + dy * 0.015 + shiftY, dy * 0.975, random.between(-0.012, 0.012));
      tinyBuddha(painter, column - row + offset);
      painter.pop();
      cartouche(
        painter,
        x + dx * 0.34,
        y + dy * 0.1,
        dx * 0.13,
        dy * 0.5,
        (column + row) % 2 ? 'white' : 'malachiteLight',
      );
      painter.lightness = 0;
    }
  }
}
