import type { Painter } from '#demo/paint/painter.ts';
import { curve, rectangle } from '#demo/paint/paths.ts';
import type { Pigment } from '#demo/paint/pigments.ts';

/** A slip for an inscription. It carries marks that only look written from afar: no characters, on purpose. */
export function cartouche(
  painter: Painter,
  x: number,
  y: number,
  width: number,
  height: number,
  pigment: Pigment = 'white',
): void {
  const { random } = painter;
  painter.fill(rectangle(x, y, width, height), pigment);
  painter.line(rectangle(x, y, width, height), width * 0.08, 'ochreRed', 0.5);
  let top = y + height * 0.08;
  while (top < y + height * random.between(0.78, 0.9)) {
    const size = width * random.between(0.45, 0.62);
    mark(painter, x + width / 2, top + size / 2, size);
    top += size * 1.18;
  }
}

function mark(painter: Painter, x: number, y: number, size: number): void {
  const { random } = painter;
  const strokes = 3 + Math.floor(random() * 3);
  for (let i = 0; i < strokes; i++) {
    const upright = random() < 0.5;
    const offset = random.between(-0.42, 0.42) * size;
    const half = random.between(0.15, 0.45) * size;
    const slant = random.between(-0.06, 0.06) * size;
    const stroke = upright
      ? curve([[x + offset, y - half], [x + offset + slant, y + half]]) // prettier-ignore
      : curve([[x - half, y + offset + slant], [x + half, y + offset]]); // prettier-ignore
    if (!painter.isDrawing) painter.line(stroke, size * 0.085, 'ink', 0.6);
  }
}
