import type { Painter } from '#demo/paint/painter.ts';
import { blob, curve, ellipse, polygon, rectangle } from '#demo/paint/paths.ts';
import type { Pigment } from '#demo/paint/pigments.ts';
import { inTurn } from '#demo/paint/motifs/borders.ts';

/** Hanging drapery with pennants, tassels and strings of jewels, from the origin downwards. */
export function valance(
  painter: Painter,
  length: number,
  height: number,
  pigments: readonly Pigment[] = ['malachite', 'azurite', 'ochre', 'white'],
): void {
  painter.fill(rectangle(0, 0, length, height * 0.12), 'cinnabar');
  for (let i = 0; i < length / (height * 0.08); i++) {
    painter.shape(ellipse(i * height * 0.08 + height * 0.04, height * 0.06, height * 0.03), 'white', {
      lineWidth: height * 0.006,
    });
  }
  const count = Math.round(length / (height * 0.36));
  const step = length / count;
  for (let i = 0; i < count; i++) {
    const x = (i + 0.5) * step;
    const fold = blob([
      [x - step * 0.5, height * 0.12],
      [x - step * 0.42, height * 0.4],
      [x - step * 0.3, height * 0.52],
      [x, height * 0.46],
      [x + step * 0.3, height * 0.52],
      [x + step * 0.42, height * 0.4],
      [x + step * 0.5, height * 0.12],
    ]);
    painter.shape(fold, 'ochreRed', { lineWidth: height * 0.012, shade: 'ink', shadeWidth: height * 0.06 });
    for (let k = -2; k <= 2; k++) {
      painter.line(curve([[x + k * step * 0.18, height * 0.13], [x + k * step * 0.15, height * 0.46]]), height * 0.008, 'ink', 0.5); // prettier-ignore
    }
  }
  for (let i = 0; i < count; i++) {
    const x = (i + 0.5) * step + painter.random.between(-0.015, 0.015) * step;
    const pennant = polygon([[x - step * 0.4, height * 0.12], [x + step * 0.4, height * 0.12], [x, height * 0.78]]); // prettier-ignore
    painter.shape(pennant, inTurn(pigments, i), { lineWidth: height * 0.014, shade: 'ink', shadeWidth: height * 0.05, shadeAlpha: 0.3 }); // prettier-ignore
    const inner = polygon([[x - step * 0.2, height * 0.12], [x + step * 0.2, height * 0.12], [x, height * 0.5]]); // prettier-ignore
    painter.shape(inner, inTurn(pigments, i + 1), { lineWidth: height * 0.01 });
    painter.fill(ellipse(x, height * 0.81, height * 0.03), 'gold');
    painter.line(curve([[x, height * 0.83], [x, height * 0.98]]), height * 0.03, 'cinnabar', 0.95); // prettier-ignore
  }
  for (let i = 0; i <= count; i++) {
    const x = i * step;
    painter.line(curve([[x, height * 0.12], [x, height * 0.62]]), height * 0.02, 'white', 0.9); // prettier-ignore
    painter.fill(ellipse(x, height * 0.64, height * 0.035), 'malachite');
    painter.fill(ellipse(x, height * 0.72, height * 0.025), 'white');
    painter.line(curve([[x, height * 0.74], [x, height * 0.9]]), height * 0.03, 'azurite', 0.95); // prettier-ignore
  }
}
