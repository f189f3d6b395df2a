import type { Painter } from '#demo/paint/painter.ts';
import { blob, ellipse } from '#demo/paint/paths.ts';
import type { Pigment } from '#demo/paint/pigments.ts';
import { inTurn } from '#demo/paint/motifs/borders.ts';

/** A bud about `size` high that stands on (x, y). */
export function lotusBud(
  painter: Painter,
  x: number,
  y: number,
  size: number,
  rotation = 0,
  pigment: Pigment = 'white',
): void {
  painter.push(x, y, size, rotation);
  for (const lean of [-0.75, 0.75, -0.4, 0.4, 0]) {
    painter.push(0, 0, 1, lean);
    const petal = blob([
      [0, 0.1],
      [-0.2, -0.2],
      [-0.12, -0.55],
      [0, -0.75],
      [0.12, -0.55],
      [0.2, -0.2],
    ]);
    const outer = Math.abs(lean) > 0.5;
    painter.shape(petal, outer ? 'malachiteLight' : pigment, {
      lineWidth: 0.035,
      shade: outer ? 'malachite' : 'cinnabar',
      shadeWidth: 0.1,
      shadeAlpha: 0.35,
    });
    painter.pop();
  }
  painter.pop();
}

/** A pedestal of two rows of petals, `width` wide, the middle of its top at (x, y). */
export function lotusSeat(
  painter: Painter,
  x: number,
  y: number,
  width: number,
  pigments: readonly Pigment[] = ['white', 'malachite', 'azurite', 'cinnabar'],
): void {
  const count = width > 0.6 ? 15 : 9;
  for (let row = 0; row < 2; row++) {
    // From the sides to the middle, so that the middle petal lies in front.
    const order = Array.from({ length: count }, (_, i) => i).sort(
      (a, b) => Math.abs(b - (count - 1) / 2) - Math.abs(a - (count - 1) / 2) || a - b,
    );
    for (const i of order) {
      const u = (i - (count - 1) / 2) / ((count - 1) / 2);
      const middle = x + u * width * 0.5 * (1 - row * 0.06);
      const half = (width / count) * (1.25 - Math.abs(u) * 0.35);
      const reach = width * 0.16 * (row ? -1 : 1);
      const foot = y + width * 0.1;
      const petal = blob([
        [middle + u * half * 0.4, foot + reach * (1 - u * u * 0.25)],
        [middle - half * 0.5 + u * half * 0.3, foot + reach * 0.55],
        [middle - half * 0.4, foot],
        [middle + half * 0.4, foot],
        [middle + half * 0.5 + u * half * 0.3, foot + reach * 0.55],
      ]);
      const pigment = inTurn(pigments, i + row);
      const shade = pigment === 'white' ? 'cinnabar' : 'ink';
      painter.shape(petal, pigment, { lineWidth: width * 0.008, shade, shadeWidth: half * 0.25, shadeAlpha: 0.35 });
      const heart = blob([
        [middle + u * half * 0.35, foot + reach * 0.72],
        [middle - half * 0.2 + u * half * 0.25, foot + reach * 0.4],
        [middle, foot + reach * 0.08],
        [middle + half * 0.2 + u * half * 0.25, foot + reach * 0.4],
      ]);
      painter.fill(heart, pigment === 'white' ? 'malachiteLight' : 'white', 0.8);
    }
  }
  painter.shape(ellipse(x, y + width * 0.02, width * 0.46, width * 0.05), 'ochre', {
    lineWidth: width * 0.008,
    shade: 'brown',
    shadeWidth: width * 0.05,
  });
}
