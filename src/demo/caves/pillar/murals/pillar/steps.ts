/** The sides of the base: strongmen under the pillar, and below them vines and petals. */
import { honeysuckle, petalBand } from '#demo/paint/motifs/borders.ts';
import type { Painter } from '#demo/paint/painter.ts';
import { rectangle } from '#demo/paint/paths.ts';
import { toothBand, waveBand } from '../motifs/bands.ts';
import { drawStrongmen } from '../motifs/strongmen.ts';

export function drawUpperStep(painter: Painter): void {
  const { width, height } = painter;
  painter.push(0, 0.05, 1);
  drawStrongmen(painter, width, height - 0.05, 3);
  painter.pop();
  petalBand(painter, width, 0.06, ['malachite', 'white', 'azurite', 'cinnabar']);
}

export function drawLowerStep(painter: Painter): void {
  const { width, height } = painter;
  painter.fill(rectangle(0, 0, width, height), 'brown');
  waveBand(painter, width, 0.06);
  painter.push(0, 0.06, 1);
  honeysuckle(painter, width, 0.2, 'ochreRed', ['malachite', 'white', 'azurite', 'black']);
  painter.pop();
  painter.push(0, 0.26, 1);
  toothBand(painter, width, height - 0.26);
  painter.pop();
}
