/** The built things of a painted wall: the parapet of the heavenly palaces and the pennants at the foot. */
import type { Painter } from '#demo/paint/painter.ts';
import { ellipse, polygon, rectangle } from '#demo/paint/paths.ts';
import { inTurn } from '#demo/paint/motifs/borders.ts';
import { flower } from '#demo/paint/motifs/flower.ts';
import type { Pigment } from '#demo/paint/pigments.ts';

/** A parapet of patterned blocks in slanting view, over the length of a wall. */
export function balustrade(painter: Painter, left: number, top: number, width: number, height: number): void {
  painter.fill(rectangle(left, top, width, height), 'ochreRed');
  const count = Math.round(width / (height * 1.15));
  const step = width / count;
  const pigments: Pigment[] = ['malachite', 'white', 'azurite', 'ochre'];
  for (let i = 0; i < count; i++) {
    const x = left + i * step;
    const y = top + (i % 2 ? 0 : height * 0.12);
    const pigment = inTurn(pigments, i);
    const face = rectangle(x, y, step * 0.74, height * 0.76);
    painter.fill(face, pigment);
    painter.shade(face, 'ink', height * 0.12, 0.2);
    painter.line(face, height * 0.025);
    painter.line(
      rectangle(x + step * 0.06, y + height * 0.06, step * 0.62, height * 0.64),
      height * 0.015,
      'white',
      0.7,
    );
    const side = polygon([
      [x + step * 0.74, y],
      [x + step, y + height * 0.14],
      [x + step, y + height * 0.86],
      [x + step * 0.74, y + height * 0.76],
    ]);
    painter.fill(side, painter.isDrawing ? 'ground' : 'ink', 0.8);
    painter.line(side, height * 0.02);
    const petals = inTurn([8, 6, 4], i);
    flower(
      painter,
      x + step * 0.37,
      y + height * 0.38,
      height * 0.26,
      pigment === 'white' ? 'malachite' : 'white',
      'cinnabar',
      petals,
    );
  }
  painter.fill(rectangle(left, top + height * 0.93, width, height * 0.07), 'white');
}

/** Triangular pennants one behind the other, at the foot of a wall. */
export function dado(painter: Painter, left: number, top: number, width: number, height: number): void {
  painter.fill(rectangle(left, top, width, height), 'ochreRed');
  const count = Math.round(width / (height * 1.1));
  const step = width / count;
  const pigments: Pigment[] = ['malachite', 'white', 'azurite', 'ochre'];
  for (let i = 0; i < count; i++) {
    const x = left + i * step;
    const small = polygon([[x - step * 0.3, top], [x + step * 0.3, top], [x, top + height * 0.62]]); // prettier-ignore
    painter.shape(small, i % 2 ? 'cinnabar' : 'plum', {
      lineWidth: height * 0.012,
      shade: 'ink',
      shadeWidth: height * 0.05,
    });
    for (let layer = 0; layer < 3; layer++) {
      const inset = layer * height * 0.13;
      const sway = painter.random.between(-0.01, 0.01) * step;
      const pennant = polygon([
        [x + inset * 0.9, top],
        [x + step - inset * 0.9, top],
        [x + step / 2 + sway, top + height * 0.92 - inset * 1.6],
      ]);
      painter.shape(pennant, inTurn(pigments, i + layer), { lineWidth: height * 0.015, shade: 'ink', shadeWidth: height * 0.06, shadeAlpha: 0.25 }); // prettier-ignore
    }
    flower(painter, x + step / 2, top + height * 0.16, height * 0.07, 'white', 'cinnabar', 6);
    painter.shape(ellipse(x + step / 2, top + height * 0.93, height * 0.03), 'white', { lineWidth: height * 0.01 });
  }
  painter.fill(rectangle(left, top, width, height * 0.04), 'white');
}
