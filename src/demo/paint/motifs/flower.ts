import type { Painter } from '#demo/paint/painter.ts';
import { blob, ellipse } from '#demo/paint/paths.ts';
import type { Pigment } from '#demo/paint/pigments.ts';

/** A falling blossom of radius `size`, turned at random. */
export function flower(
  painter: Painter,
  x: number,
  y: number,
  size: number,
  pigment: Pigment = 'white',
  heart: Pigment = 'cinnabar',
  petals = 6,
): void {
  painter.push(x, y, size, painter.random() * 6);
  for (let i = 0; i < petals; i++) {
    painter.context.rotate((Math.PI * 2) / petals);
    const petal = blob([
      [0, -0.15],
      [-0.28, -0.5],
      [-0.12, -0.82],
      [0, -0.76],
      [0.12, -0.82],
      [0.28, -0.5],
    ]);
    painter.shape(petal, pigment, { lineWidth: 0.05, shade: heart, shadeWidth: 0.14, shadeAlpha: 0.5 });
  }
  painter.shape(ellipse(0, 0, 0.22), 'ochre', { lineWidth: 0.05 });
  painter.pop();
}

/** A medallion of three rings of petals; pigments from the outermost ring to the middle. */
export function rosette(
  painter: Painter,
  x: number,
  y: number,
  radius: number,
  pigments: readonly [Pigment, Pigment, Pigment, Pigment] | readonly Pigment[] = [
    'azurite',
    'white',
    'malachite',
    'cinnabar',
  ],
  petals = 8,
): void {
  const [outer = 'azurite', middle = 'white', inner = 'malachite', heart = 'cinnabar'] = pigments;
  painter.push(x, y, radius);
  petalRing(painter, petals, 0.98, 0.33, outer, middle, 0);
  petalRing(painter, petals, 0.7, 0.24, middle, inner, Math.PI / petals);
  petalRing(painter, petals, 0.46, 0.16, inner, middle, 0);
  painter.shape(ellipse(0, 0, 0.2), heart, { lineWidth: 0.02 });
  painter.shape(ellipse(0, 0, 0.11), 'white', { lineWidth: 0.015 });
  painter.pop();
}

/** Petals with a notched tip, `reach` long and `width` to each side, in two tones. */
function petalRing(
  painter: Painter,
  count: number,
  reach: number,
  width: number,
  pigment: Pigment,
  inlay: Pigment,
  rotation: number,
): void {
  for (let i = 0; i < count; i++) {
    painter.push(0, 0, 1, (i / count) * Math.PI * 2 + rotation);
    const petal = blob([
      [0, -reach * 0.3],
      [-width, -reach * 0.72],
      [-width * 0.75, -reach * 0.98],
      [-width * 0.25, -reach * 0.93],
      [0, -reach * 1.04],
      [width * 0.25, -reach * 0.93],
      [width * 0.75, -reach * 0.98],
      [width, -reach * 0.72],
    ]);
    const shade = pigment === 'white' ? 'cinnabar' : 'ink';
    painter.shape(petal, pigment, { lineWidth: 0.02, shade, shadeWidth: 0.07, shadeAlpha: 0.3 });
    const heart = blob([
      [0, -reach * 0.4],
      [-width * 0.5, -reach * 0.72],
      [0, -reach * 0.88],
      [width * 0.5, -reach * 0.72],
    ]);
    painter.shape(heart, inlay, { lineWidth: 0.012 });
    painter.pop();
  }
}
