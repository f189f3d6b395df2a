/** Inside the niches. The middle of the sill is in the middle of the painting's lower edge. */
import { flower } from '#demo/paint/motifs/flower.ts';
import type { Painter } from '#demo/paint/painter.ts';
import { ellipse, rectangle } from '#demo/paint/paths.ts';
import type { Pigment } from '#demo/paint/pigments.ts';
import { drawFigure, pickDress } from '../figure/figure.ts';
import { POSES } from '../figure/pose.ts';
import { drawFlameMandorla } from '../motifs/buddhas.ts';
import { drawFlying } from '../motifs/preaching.ts';
import { lotusMedallion } from '../motifs/lotusMedallion.ts';

export interface ShellOptions {
  /** Width of the mandorla, and the height of the figure's seat and head over the sill, metres. */
  readonly mandorla: number;
  readonly seat: number;
  readonly head: number;
  readonly ground: Pigment;
  readonly variant: number;
}

export function drawShell(painter: Painter, options: ShellOptions): void {
  const { width, height, random } = painter;
  const { mandorla, seat, head, variant } = options;
  const middle = width / 2;
  const all = rectangle(0, 0, width, height);
  painter.fill(all, options.ground);
  painter.shade(all, 'black', width * 0.12, 0.5, 10);
  for (let i = 0; i < width * 60; i++) flower(painter, random() * width, random() * height, random.between(0.01, 0.022), random.pick(['white', 'malachiteLight', 'azuriteLight'] as const), 'cinnabar', 5); // prettier-ignore
  const size = mandorla / 1.1;
  painter.push(middle, height - seat, size);
  const sets: readonly (readonly Pigment[])[] = [
    ['white', 'malachite', 'black', 'azurite', 'cinnabar'],
    ['malachite', 'cinnabar', 'white', 'black', 'azuriteLight'],
    ['azurite', 'white', 'brown', 'malachite', 'ochre'],
    ['black', 'white', 'malachite', 'azuriteLight', 'cinnabar'],
  ];
  painter.context.scale(1, Math.max(1, (head + size * 0.55 - seat) / (size * 1.2)));
  drawFlameMandorla(painter, sets[variant % 4]!);
  painter.pop();
  const y = height - head;
  (['white', 'malachite', 'black', 'azuriteLight'] as const).forEach((pigment, i) => {
    painter.shape(ellipse(middle, y, size * (0.36 - i * 0.075)), pigment, { line: i % 2 ? 'white' : 'ink', lineWidth: size * 0.012, shade: 'ink', shadeWidth: 0.02 }); // prettier-ignore
  });
  lotusMedallion(painter, middle, y, size * 0.2, variant);
  const great = width > 2.4;
  for (const side of [-1, 1]) {
    if (great) {
      drawFlying(painter, middle + side * 0.72, height - 1.95, 0.55, side > 0, variant);
      drawFlying(painter, middle + side * 0.5, height - 2.35, 0.45, side > 0, variant + 1);
    }
    const tall = great ? 0.72 : size * 0.78;
    const rows = great ? [0.35, 1.05] : [tall * 0.52];
    rows.forEach((low, i) => {
      painter.push(middle + side * (mandorla * 0.62 + tall * 0.22), height - low, tall, 0, side > 0);
      drawFigure(painter, { ...(i ? POSES.worship : POSES.offer), turn: 0.8 }, { dress: pickDress(painter, great && i ? 'shaven' : 'crown', variant + i + (side > 0 ? 2 : 0)), wind: 0.2 }); // prettier-ignore
      painter.pop();
    });
  }
}
