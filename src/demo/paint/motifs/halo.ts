import type { Painter } from '#demo/paint/painter.ts';
import { blob, ellipse, type Point } from '#demo/paint/paths.ts';
import type { Pigment } from '#demo/paint/pigments.ts';
import { inTurn } from '#demo/paint/motifs/borders.ts';
import { flower } from '#demo/paint/motifs/flower.ts';

/** Rings of light round a head, pigments from the rim inwards; `rays` small flames on the rim, 0 for none. */
export function halo(
  painter: Painter,
  x: number,
  y: number,
  radius: number,
  pigments: readonly Pigment[],
  rays = 0,
): void {
  pigments.forEach((pigment, i) => {
    const ring = ellipse(x, y, radius * (1 - i * 0.17));
    painter.fill(ring, pigment);
    painter.line(ring, radius * 0.022, i % 2 ? 'ink' : 'white', 0.8);
  });
  for (let i = 0; i < rays; i++) {
    const angle = (i / rays) * Math.PI * 2;
    const at = (turn: number, reach: number): Point => [
      x + Math.cos(angle + turn) * radius * reach,
      y + Math.sin(angle + turn) * radius * reach,
    ];
    const ray = blob([at(0, 0.84), at(0.09, 0.91), at(0, 0.985), at(-0.09, 0.91)]);
    painter.fill(ray, i % 2 ? 'cinnabar' : 'malachite', 0.9);
  }
}

/** A pointed body halo; rings from the outermost inwards, every second one set with flames. */
export function mandorla(
  painter: Painter,
  x: number,
  y: number,
  radiusX: number,
  radiusY: number,
  pigments: readonly Pigment[],
): void {
  pigments.forEach((pigment, i) => {
    const size = 1 - i * 0.135;
    const outline = Array.from({ length: 40 }, (_, j): Point => {
      const angle = (j / 40) * Math.PI * 2;
      return [x + Math.cos(angle) * radiusX * size, y + Math.sin(angle) * radiusY * size * rise(angle)];
    });
    const path = blob(outline);
    painter.fill(path, pigment);
    painter.line(path, radiusX * 0.018, 'white', 0.85);
    painter.line(path, radiusX * 0.006, 'ink', 0.6);
    if (i === pigments.length - 1) return;
    if (i % 2 !== 0) {
      jewels(painter, x, y, radiusX * (size - 0.0675), radiusY * (size - 0.0675), radiusX * 0.042, pigment);
      return;
    }
    const tongues: Pigment[] = [inTurn(pigments, i + 1), 'white', 'malachiteLight'];
    flames(painter, x, y, radiusX * size * 0.93, radiusY * size * 0.93, radiusX * 0.1, 44, tongues);
  });
}

/** Blossoms and pearls in turn along the outline. */
function jewels(
  painter: Painter,
  x: number,
  y: number,
  radiusX: number,
  radiusY: number,
  size: number,
  field: Pigment,
): void {
  const isDark = field === 'black' || field === 'ochreRed' || field === 'cinnabar' || field === 'azurite';
  for (let i = 0; i < 56; i++) {
    const angle = (i / 56) * Math.PI * 2;
    const left = x + Math.cos(angle) * radiusX;
    const top = y + Math.sin(angle) * radiusY * rise(angle);
    if (i % 2) painter.shape(ellipse(left, top, size * 0.42), isDark ? 'white' : 'cinnabar', { lineWidth: size * 0.1 });
    else flower(painter, left, top, size, isDark ? 'malachiteLight' : 'azurite', 'cinnabar', 6);
  }
}

/** How much further than an ellipse the outline reaches: pointed above, flattened below. */
function rise(angle: number): number {
  const up = -Math.sin(angle);
  return up > 0 ? 1 + 0.22 * up ** 4 : 0.78;
}

/** Tongues of fire along the upper part of a mandorla, all blown towards its tip. */
function flames(
  painter: Painter,
  x: number,
  y: number,
  radiusX: number,
  radiusY: number,
  height: number,
  count: number,
  pigments: readonly Pigment[],
): void {
  for (let i = 0; i < count; i++) {
    const angle = Math.PI * 0.85 + (i / (count - 1)) * Math.PI * 1.3;
    const left = x + Math.cos(angle) * radiusX;
    const top = y + Math.sin(angle) * radiusY * rise(angle);
    painter.push(left, top, height * painter.random.between(0.92, 1.1), angle + Math.PI / 2);
    painter.context.scale(Math.cos(angle) < 0 ? 1 : -1, 1);
    const tongue = blob([
      [0, 0.35],
      [-0.3, 0.1],
      [-0.12, -0.2],
      [-0.28, -0.5],
      [0.1, -0.2],
      [0.28, -0.05],
      [0.2, 0.25],
    ]);
    painter.fill(tongue, inTurn(pigments, i), 0.95);
    painter.line(tongue, 0.05, 'ink', 0.5);
    painter.pop();
  }
}
