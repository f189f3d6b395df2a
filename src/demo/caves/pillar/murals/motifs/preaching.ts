/** A preaching scene: the Buddha under a canopy, bodhisattvas to both sides, apsaras in the corners. */
import { flower } from '#demo/paint/motifs/flower.ts';
import { lotusSeat } from '#demo/paint/motifs/lotus.ts';
import type { Painter } from '#demo/paint/painter.ts';
import { blob, ellipse, polygon, rectangle } from '#demo/paint/paths.ts';
import type { Pigment } from '#demo/paint/pigments.ts';
import { drawFigure, pickDress } from '../figure/figure.ts';
import { type Pose, POSES } from '../figure/pose.ts';
import { drawPreacher } from './buddhas.ts';

export function drawPreaching(
  painter: Painter,
  x: number,
  y: number,
  width: number,
  height: number,
  variant: number,
): void {
  const { random } = painter;
  const ground = (['azuriteLight', 'ochreRed', 'white', 'malachiteLight'] as const)[variant % 4]!;
  const field = rectangle(x, y, width, height);
  painter.fill(field, ground);
  painter.shade(field, ground === 'ochreRed' ? 'black' : 'brown', height * 0.14, 0.4, 10);
  painter.clip(field);
  for (let i = 0; i < 40; i++) flower(painter, x + random() * width, y + random() * height * 0.75, height * 0.012, random.pick(['white', 'cinnabar', 'malachite'] as const), 'ochre', 5); // prettier-ignore
  const middle = x + width / 2;
  const seat = y + height * 0.8;
  const size = height * 0.56;
  drawCanopy(painter, middle, y + height * 0.03, width * 0.4);
  for (const side of [-1, 1]) {
    drawFlying(painter, middle + side * width * 0.34, y + height * 0.16, height * 0.3, side > 0, variant + side);
  }
  lotusSeat(painter, middle, seat, size * 1.15);
  painter.push(middle, seat, size);
  const robe: Pigment = (['redLead', 'brown', 'cinnabar', 'black'] as const)[variant % 4]!;
  drawPreacher(painter, {
    robe,
    lining: variant % 2 ? 'malachite' : 'azurite',
    mandorla:
      variant % 2
        ? ['malachite', 'black', 'white', 'azurite', 'ochreRed']
        : ['white', 'malachite', 'black', 'azuriteLight', 'cinnabar'],
  });
  painter.pop();
  const places = width > height * 1.25 ? [0.24, 0.36, 0.46] : [0.3, 0.43];
  places.forEach((place, i) => {
    for (const side of [-1, 1]) {
      const pose: Pose = {
        ...random.pick([POSES.worship, POSES.offer, POSES.stand]),
        turn: random.between(0.4, 0.9),
        tilt: random.between(-0.15, 0.2),
      };
      const tall = height * (0.62 - 0.05 * i) * random.between(0.95, 1.04);
      painter.push(middle + side * width * place, y + height * 0.955 - tall * 0.48, tall, 0, side > 0);
      drawFigure(painter, pose, {
        dress: pickDress(painter, 'crown', i * 3 + variant + (side > 0 ? 1 : 4)),
        wind: random.between(-0.7, 0.2),
      });
      painter.pop();
    }
  });
  painter.pop();
}

/** An apsara, the body bent like a boat. */
export function drawFlying(
  painter: Painter,
  x: number,
  y: number,
  size: number,
  mirrored: boolean,
  variant: number,
): void {
  const { random } = painter;
  const pose: Pose = {
    ...POSES.fly,
    lean: POSES.fly.lean + random.normal() * 0.12,
    leftArm: [-1.9 + random.normal() * 0.3, random.pick([-2.6, -1.2, -3.0])],
    rightArm: [0.9 + random.normal() * 0.25, random.pick([2.2, 1.0, 2.8])],
  };
  painter.push(x, y, size, random.normal() * 0.12, mirrored);
  drawFigure(painter, pose, {
    dress: { ...pickDress(painter, variant % 3 === 0 ? 'knot' : 'crown'), reach: 0.95 },
    wind: 1,
  });
  painter.pop();
}

/** A cloth canopy, the middle of its top at (x, y). */
export function drawCanopy(painter: Painter, x: number, y: number, width: number): void {
  painter.push(x, y, width);
  painter.shape(blob([[-0.5, 0.2], [-0.42, 0.08], [-0.15, 0.02], [0, -0.02], [0.15, 0.02], [0.42, 0.08], [0.5, 0.2], [0, 0.16]]), 'malachite', { shade: 'ink', shadeWidth: 0.05, lineWidth: 0.012 }); // prettier-ignore
  for (let i = -5; i <= 5; i++) {
    painter.shape(polygon([[i * 0.088 - 0.045, 0.16], [i * 0.088 + 0.045, 0.16], [i * 0.088, 0.26]]), i % 2 ? 'white' : 'cinnabar', { lineWidth: 0.009 }); // prettier-ignore
  }
  painter.shape(ellipse(0, -0.03, 0.04, 0.045), 'ochre', { lineWidth: 0.01 });
  painter.pop();
}
