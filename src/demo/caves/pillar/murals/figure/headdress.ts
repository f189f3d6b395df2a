/** Hair and what is worn on it, for a head of height 1 at the origin. */
import type { Painter } from '#demo/paint/painter.ts';
import { blob, ellipse, ribbonPath, sampleCurve } from '#demo/paint/paths.ts';

export type Headdress = 'crown' | 'knot' | 'shaven' | 'wild' | 'cap';

/** On a head of height 1 at the origin, behind and over the face. `behind` is drawn first. */
export function drawHair(painter: Painter, kind: Headdress, isBehind: boolean): void {
  if (kind === 'shaven') {
    if (isBehind) painter.shape(ellipse(0, -0.2, 0.42, 0.42), 'azuriteLight', { lineWidth: 0.03 });
    return;
  }
  if (isBehind) {
    painter.shape(ellipse(0, -0.15, 0.5, 0.5), 'black', { lineWidth: 0.03 });
    if (kind === 'wild') {
      for (let i = -4; i <= 4; i++) {
        const a = i * 0.32;
        painter.push(Math.sin(a) * 0.42, -0.2 - Math.cos(a) * 0.42, 0.36, a);
        painter.shape(
          blob([
            [-0.4, 0.3],
            [-0.25, -0.5],
            [0.1, -1.1],
            [0.2, -0.4],
            [0.4, 0.3],
          ]),
          i % 2 ? 'black' : 'cinnabar',
          { lineWidth: 0.06 },
        );
        painter.pop();
      }
    }
    return;
  }
  const band = ribbonPath(
    sampleCurve(
      [
        [-0.43, -0.28],
        [0, -0.42],
        [0.43, -0.28],
      ],
      8,
    ),
    () => 0.06,
  );
  if (kind === 'knot' || kind === 'wild') {
    painter.shape(ellipse(0, -0.72, 0.2, 0.2), 'black', { lineWidth: 0.03 });
    painter.shape(band, 'cinnabar', { lineWidth: 0.02 });
  } else if (kind === 'cap') {
    painter.shape(
      blob([
        [-0.46, -0.22],
        [-0.4, -0.6],
        [0, -0.78],
        [0.4, -0.6],
        [0.46, -0.22],
        [0, -0.36],
      ]),
      'azurite',
      { lineWidth: 0.035, shade: 'ink', shadeWidth: 0.12 },
    );
  } else drawCrown(painter, band);
}

/** Three discs on a fillet, with ribbons to both sides. */
function drawCrown(painter: Painter, band: ReturnType<typeof ribbonPath>): void {
  painter.shape(ellipse(0, -0.68, 0.17, 0.17), 'black', { lineWidth: 0.03 });
  for (const side of [-1, 1]) {
    painter.brush(
      [
        [side * 0.42, -0.32],
        [side * 0.78, -0.5],
        [side * 0.86, -0.1],
        [side * 1.02, 0.12],
      ],
      0.14,
      'white',
      0.95,
      12,
    );
  }
  painter.shape(band, 'ochre', { lineWidth: 0.025 });
  for (const [x, y, r] of [
    [-0.33, -0.5, 0.15],
    [0.33, -0.5, 0.15],
    [0, -0.58, 0.19],
  ] as const) {
    painter.shape(ellipse(x, y, r), 'white', { lineWidth: 0.03 });
    painter.shape(ellipse(x, y, r * 0.58), x === 0 ? 'malachite' : 'cinnabar', { lineWidth: 0.02 });
  }
}
