/** Underfoot: worn square tiles with a lotus in relief, many broken; and bare clay where nothing was painted. */
import { inTurn } from '#demo/paint/motifs/borders.ts';
import type { Painter } from '#demo/paint/painter.ts';
import { blob, ellipse, rectangle } from '#demo/paint/paths.ts';

const TILE = 0.34;

export function drawFloor(painter: Painter): void {
  const { width, height, random } = painter;
  painter.fill(rectangle(0, 0, width, height), 'brown');
  const columns = Math.round(width / TILE);
  const rows = Math.round(height / TILE);
  const dx = width / columns;
  const dy = height / rows;
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const tilt = random.normal() * 0.012;
      painter.lightness = random.between(-0.2, 0.08);
      painter.push((column + 0.5) * dx + random.normal() * 0.002, (row + 0.5) * dy, 1, tilt);
      const tile = rectangle(-dx / 2 + 0.006, -dy / 2 + 0.006, dx - 0.012, dy - 0.012);
      painter.fill(tile, 'grey');
      painter.shade(tile, 'brown', 0.04, 0.5, 5);
      painter.line(tile, 0.003, 'ink', 0.5);
      drawRelief(painter, dx * 0.42, random.between(0.12, 0.4));
      painter.pop();
      painter.lightness = 0;
    }
  }
}

/** A lotus and corner leaves, only a little lighter and darker than the tile. */
function drawRelief(painter: Painter, radius: number, strength: number): void {
  for (let i = 0; i < 8; i++) {
    painter.push(0, 0, radius, (i / 8) * Math.PI * 2);
    const petal = blob([
      [0, -0.25],
      [-0.24, -0.6],
      [-0.14, -0.85],
      [0, -0.9],
      [0.14, -0.85],
      [0.24, -0.6],
    ]);
    painter.fill(petal, 'ground', strength * 0.6);
    painter.line(petal, 0.02, 'ink', 0.5 + strength * 0.5);
    painter.pop();
  }
  for (const r of [0.2, 0.98]) painter.line(ellipse(0, 0, radius * r), 0.004, 'ink', 0.5 + strength * 0.4);
  for (let i = 0; i < 4; i++) {
    const a = Math.PI / 4 + (i * Math.PI) / 2;
    painter.line(ellipse(Math.cos(a) * radius * 1.32, Math.sin(a) * radius * 1.32, radius * 0.16), 0.004, 'ink', 0.55);
  }
}

export function drawClay(painter: Painter): void {
  const { width, height, random } = painter;
  painter.fill(rectangle(0, 0, width, height), 'ground');
  for (let i = 0; i < 500; i++) {
    painter.fill(
      ellipse(
        random() * width,
        random() * height,
        random.between(0.02, 0.16),
        random.between(0.015, 0.09),
        random() * 3,
      ),
      inTurn(['ochre', 'brown', 'ochreRed'] as const, i),
      random.between(0.02, 0.08),
    );
  }
}
