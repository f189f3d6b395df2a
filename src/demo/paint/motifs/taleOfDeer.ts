import type { Painter } from '#demo/paint/painter.ts';
import { blob, curve, ellipse, polygon, rectangle, type Point } from '#demo/paint/paths.ts';
import type { Pigment } from '#demo/paint/pigments.ts';
import { inTurn } from '#demo/paint/motifs/borders.ts';
import { cloud } from '#demo/paint/motifs/cloud.ts';
import { donor } from '#demo/paint/motifs/donor.ts';
import { tree } from '#demo/paint/motifs/tree.ts';

/**
 * A strip of story in the manner of the old jataka bands: hills that part the scenes, deer among them, a pavilion, people
 * who come and kneel. It tells no particular story.
 */
export function taleOfDeer(painter: Painter, left: number, top: number, width: number, height: number): void {
  const { random } = painter;
  const field = rectangle(left, top, width, height);
  painter.fill(field, 'ground');
  painter.shade(field, 'ochreRed', height * 0.25, 0.35, 8);
  painter.clip(field);
  hills(painter, left, top + height * 0.42, width, height * 0.42);
  for (let i = 0; i < width / (height * 0.8); i++) {
    cloud(painter, left + (i + random()) * height * 0.8, top + height * random.between(0.06, 0.2), height * 0.09, 0, random.pick(['malachiteLight', 'azuriteLight'])); // prettier-ignore
  }
  const scenes = Math.max(2, Math.round(width / (height * 1.15)));
  const step = width / scenes;
  for (let i = 0; i < scenes; i++) {
    const x = left + (i + 0.5) * step;
    const ground = top + height * random.between(0.86, 0.93);
    tree(
      painter,
      x - step * 0.44,
      ground,
      height * random.between(0.6, 0.75),
      height * 0.14,
      random.between(-0.1, 0.1),
    );
    const kind = i % 4;
    if (kind === 1) {
      pavilion(painter, x, ground, height * 0.72);
    } else if (kind === 3) {
      person(painter, x - step * 0.1, ground, height * 0.5, true, 'lord');
      person(painter, x - step * 0.24, ground + height * 0.02, height * 0.44, true, 'rider');
      deer(painter, x + step * 0.2, ground, height * 0.3, true, 'white');
    } else {
      deer(painter, x - step * 0.12, ground - height * 0.07, height * 0.26, false, 'ochre');
      deer(painter, x + step * 0.16, ground, height * 0.3, kind === 0, kind === 2 ? 'white' : 'cinnabar');
      deer(painter, x + step * 0.32, ground - height * 0.12, height * 0.22, true, 'ochre');
    }
  }
  hills(painter, left, top + height * 0.95, width, height * 0.13);
  painter.pop();
}

/** A chain of steep hills in flat colours, each with a light edge. */
function hills(painter: Painter, left: number, foot: number, width: number, height: number): void {
  const { random } = painter;
  const pigments: Pigment[] = ['malachite', 'white', 'azurite', 'ochreRed', 'malachiteLight', 'brown', 'azuriteLight'];
  const count = Math.round(width / (height * 0.55));
  const step = width / count;
  for (let i = -1; i <= count; i++) {
    const x = left + (i + 0.5) * step;
    const peak = foot - height * random.between(0.55, 1);
    const half = step * random.between(0.75, 1);
    const hill = blob([[x - half, foot + height * 0.4], [x - half * 0.5, (foot + peak) / 2], [x - half * 0.12, peak], [x + half * 0.18, peak + height * 0.08], [x + half * 0.55, (foot + peak) / 2 + height * 0.1], [x + half, foot + height * 0.4]], true, 0.7); // prettier-ignore
    painter.shape(hill, inTurn(pigments, i * 3), { lineWidth: height * 0.018, shade: 'ink', shadeWidth: height * 0.2, shadeAlpha: 0.32 }); // prettier-ignore
    painter.brush([[x - half * 0.4, foot - height * 0.1], [x - half * 0.1, peak + height * 0.15], [x + half * 0.1, peak + height * 0.18]], height * 0.05, 'white', 0.6, 10); // prettier-ignore
  }
}

/** A deer at a walk, `size` high at the shoulder, its hooves at (x, y); looks to the left unless mirrored. */
function deer(painter: Painter, x: number, y: number, size: number, mirrored: boolean, pigment: Pigment): void {
  const { random } = painter;
  painter.push(x, y, size, 0, mirrored);
  for (const [from, to] of [
    [-0.3, -0.42],
    [-0.2, -0.08],
    [0.38, 0.3],
    [0.5, 0.62],
  ] as const) {
    // prettier-ignore
    const knee: Point = [(from + to) / 2 + 0.04, -0.3];
    painter.brush([[from, -0.6], knee, [to, -0.01]], 0.12, 'ink', 0.9, 10, (t) => 1 - 0.6 * t);
    painter.brush([[from, -0.6], knee, [to, -0.01]], 0.085, pigment, 1, 10, (t) => 1 - 0.6 * t);
  }
  const raise = random.between(-0.25, 0.05);
  const body = blob([[-0.62, -1.28 + raise], [-0.5, -1.32 + raise], [-0.4, -1.1 + raise * 0.6], [-0.28, -0.9], [0.1, -0.85], [0.5, -0.92], [0.62, -0.78], [0.58, -0.55], [0.2, -0.42], [-0.28, -0.46], [-0.44, -0.68], [-0.52, -1.05 + raise * 0.6], [-0.78, -1.08 + raise], [-0.8, -1.16 + raise]]); // prettier-ignore
  painter.shape(body, pigment, { lineWidth: 0.04, shade: 'brown', shadeWidth: 0.12, shadeAlpha: 0.4 });
  for (let i = 0; i < 10; i++) painter.fill(ellipse(random.between(-0.2, 0.5), random.between(-0.82, -0.58), 0.028), pigment === 'white' ? 'ochre' : 'white', 0.9); // prettier-ignore
  painter.fill(ellipse(-0.6, -1.2 + raise, 0.03), 'ink');
  for (const lean of [-0.14, 0.16]) {
    painter.brush([[-0.52, -1.3 + raise], [-0.5 + lean, -1.55 + raise], [-0.42 + lean * 1.6, -1.75 + raise]], 0.05, 'ink', 0.95, 10); // prettier-ignore
    painter.brush([[-0.51 + lean, -1.5 + raise], [-0.6 + lean, -1.62 + raise]], 0.04, 'ink', 0.95, 6); // prettier-ignore
  }
  painter.brush([[0.6, -0.85], [0.7, -0.8], [0.7, -0.66]], 0.07, 'ink', 0.9, 8); // prettier-ignore
  painter.pop();
}

function person(
  painter: Painter,
  x: number,
  y: number,
  size: number,
  mirrored: boolean,
  dress: 'lord' | 'rider',
): void {
  painter.push(x, y, size, 0, mirrored);
  donor(painter, { dress });
  painter.pop();
}

/** A small hall with a tiled roof on two pillars, somebody seated within. */
function pavilion(painter: Painter, x: number, y: number, size: number): void {
  painter.push(x, y, size);
  painter.shape(rectangle(-0.55, -0.1, 1.1, 0.1), 'white', { lineWidth: 0.015, shade: 'ochre', shadeWidth: 0.04 });
  painter.shape(rectangle(-0.4, -0.58, 0.8, 0.48), 'malachiteLight', {
    lineWidth: 0.012,
    shade: 'malachite',
    shadeWidth: 0.08,
  });
  painter.push(0.02, -0.1, 0.52);
  donor(painter, { dress: 'lord', pose: 'sleeves' });
  painter.pop();
  for (const side of [-1, 1])
    painter.shape(rectangle(side * 0.4 - 0.03, -0.6, 0.06, 0.5), 'cinnabar', { lineWidth: 0.012 });
  const roof = polygon([[-0.64, -0.54], [-0.5, -0.66], [-0.34, -0.84], [0.34, -0.84], [0.5, -0.66], [0.64, -0.54], [0.5, -0.57], [-0.5, -0.57]]); // prettier-ignore
  painter.shape(roof, 'azurite', { lineWidth: 0.015, shade: 'ink', shadeWidth: 0.05 });
  for (let i = -7; i <= 7; i++) painter.line(curve([[i * 0.045, -0.84], [i * 0.075, -0.57]]), 0.012, 'ink', 0.7); // prettier-ignore
  painter.shape(rectangle(-0.36, -0.87, 0.72, 0.045), 'ochre', { lineWidth: 0.012 });
  for (const side of [-1, 1]) painter.brush([[side * 0.34, -0.85], [side * 0.4, -0.92], [side * 0.37, -0.97]], 0.05, 'ochre', 1, 8); // prettier-ignore
  painter.pop();
}
