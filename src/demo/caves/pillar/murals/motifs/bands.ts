/** Borders of the northern workshop; strips from the origin to the right, as in the common borders. */
import { inTurn } from '#demo/paint/motifs/borders.ts';
import type { Painter } from '#demo/paint/painter.ts';
import { blob, curve, ellipse, polygon, rectangle } from '#demo/paint/paths.ts';
import type { Pigment } from '#demo/paint/pigments.ts';

/** Two rows of hanging teeth with tassels between, as of a cloth canopy. */
export function toothBand(
  painter: Painter,
  length: number,
  height: number,
  pigments: readonly Pigment[] = ['malachite', 'white', 'azurite', 'ochre'],
): void {
  painter.fill(rectangle(0, 0, length, height), 'black');
  const count = Math.max(2, Math.round(length / (height * 0.75)));
  const step = length / count;
  painter.clip(rectangle(0, 0, length, height));
  for (let i = 0; i <= count; i++) {
    const x = i * step;
    painter.shape(polygon([[x - step * 0.5, 0], [x + step * 0.5, 0], [x, height * 0.95]]), 'cinnabar', { lineWidth: height * 0.03 }); // prettier-ignore
  }
  for (let i = 0; i < count; i++) {
    const x = (i + 0.5) * step;
    const tooth = polygon([[x - step * 0.42, 0], [x + step * 0.42, 0], [x, height * 0.72]]); // prettier-ignore
    painter.shape(tooth, inTurn(pigments, i), { lineWidth: height * 0.035, shade: 'ink', shadeWidth: height * 0.12 });
    painter.fill(ellipse(x, height * 0.2, height * 0.07), 'white');
    painter.fill(ellipse(x, height * 0.82, height * 0.06), 'white');
  }
  painter.pop();
  painter.fill(rectangle(0, 0, length, height * 0.07), 'white');
}

/** Rounded peaks in two rows, the foot of the world. */
export function peakBand(painter: Painter, length: number, height: number): void {
  const { random } = painter;
  painter.fill(rectangle(0, 0, length, height), 'ochreRed');
  painter.clip(rectangle(0, 0, length, height));
  const pigments: readonly Pigment[] = ['malachite', 'black', 'azurite', 'white', 'ochre', 'black'];
  for (const row of [0, 1]) {
    const step = height * 0.62;
    for (let i = -1; i < length / step + 1; i++) {
      const x = (i + row * 0.5) * step;
      const tall = height * (row ? 0.72 : 1) * random.between(0.85, 1);
      const w = step * random.between(0.56, 0.64);
      const path = blob([[x - w, height], [x - w * 0.75, height - tall * 0.5], [x, height - tall], [x + w * 0.75, height - tall * 0.5], [x + w, height]]); // prettier-ignore
      painter.shape(path, inTurn(pigments, i * 2 + row * 3), {
        lineWidth: height * 0.025,
        shade: 'ink',
        shadeWidth: height * 0.2,
      });
      painter.line(curve([[x - w * 0.5, height - tall * 0.42], [x, height - tall * 0.78], [x + w * 0.5, height - tall * 0.42]]), height * 0.04, 'white', 0.6); // prettier-ignore
    }
  }
  painter.pop();
}

/** Scrolling clouds like a running wave. */
export function waveBand(painter: Painter, length: number, height: number, field: Pigment = 'black'): void {
  painter.fill(rectangle(0, 0, length, height), field);
  painter.clip(rectangle(0, 0, length, height));
  const count = Math.max(2, Math.round(length / (height * 1.5)));
  const step = length / count;
  for (let i = 0; i < count; i++) {
    painter.push(i * step, 0, height);
    const w = step / height;
    const pigment = inTurn<Pigment>(['malachite', 'white', 'azuriteLight', 'ochre'], i);
    const scroll = [[0, 0.92], [w * 0.3, 0.85], [w * 0.62, 0.3], [w * 0.9, 0.18], [w * 1.02, 0.45], [w * 0.82, 0.62], [w * 0.7, 0.45]] as const; // prettier-ignore
    painter.brush(scroll, 0.24, pigment, 1, 24, (t) => 1 - 0.6 * t);
    painter.brush(scroll, 0.05, 'ink', 0.8, 24, () => 1);
    painter.fill(ellipse(w * 0.32, 0.32, 0.1), 'cinnabar');
    painter.pop();
  }
  painter.pop();
  painter.fill(rectangle(0, 0, length, height * 0.07), 'white');
  painter.fill(rectangle(0, height * 0.93, length, height * 0.07), 'white');
}

/** Blocks seen from below, in turn raised and sunk: the parapet of the heavenly palace. */
export function parapet(painter: Painter, length: number, height: number): void {
  painter.fill(rectangle(0, 0, length, height), 'black');
  const count = Math.round(length / (height * 1.3));
  const step = length / count;
  const pigments: readonly Pigment[] = ['white', 'malachite', 'ochre', 'azurite', 'white', 'cinnabar'];
  for (let i = 0; i < count; i++) {
    const x = i * step;
    const drop = i % 2 ? height * 0.16 : 0;
    const front = rectangle(x, height * 0.12 + drop, step * 0.72, height * 0.6);
    painter.shape(front, inTurn(pigments, i), { lineWidth: height * 0.03, shade: 'ink', shadeWidth: height * 0.14 });
    const side = polygon([[x + step * 0.72, height * 0.12 + drop], [x + step, height * 0.28], [x + step, height * 0.88], [x + step * 0.72, height * 0.72 + drop]]); // prettier-ignore
    painter.shape(side, 'brown', { lineWidth: height * 0.03 });
    const y = height * 0.42 + drop;
    for (let k = 0; k < 6; k++) {
      const a = (k / 6) * Math.PI * 2;
      painter.fill(ellipse(x + step * 0.36 + Math.cos(a) * height * 0.13, y + Math.sin(a) * height * 0.13, height * 0.06), i % 2 ? 'white' : 'cinnabar'); // prettier-ignore
    }
    painter.fill(ellipse(x + step * 0.36, y, height * 0.07), 'ochre');
  }
  painter.fill(rectangle(0, 0, length, height * 0.08), 'white');
  painter.fill(rectangle(0, height * 0.92, length, height * 0.08), 'white');
}
