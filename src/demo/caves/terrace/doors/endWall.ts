/** What one sees of the hall from outside: the end wall with its niche and the Buddha in it, by lamplight. */
import type { Painting } from '#demo/cave/cave.ts';
import { bodhisattva } from '#demo/paint/motifs/bodhisattva.ts';
import { beadBand, lozenge, petalBand } from '#demo/paint/motifs/borders.ts';
import { buddha } from '#demo/paint/motifs/buddha.ts';
import { tinyBuddha } from '#demo/paint/motifs/tinyBuddha.ts';
import type { Painter } from '#demo/paint/painter.ts';
import { blob, rectangle, type Point } from '#demo/paint/paths.ts';

const WIDTH = 5.2;
const HEIGHT = 3.1;

export const END_WALL: Painting = {
  id: 'hall-end',
  width: WIDTH,
  height: HEIGHT,
  lightCell: 0.06,
  fineness: 0.4,
  seed: 621,
  draw(painter) {
    painter.fill(rectangle(0, 0, WIDTH, HEIGHT), 'ochreRed');
    paintThousand(painter);
    paintNiche(painter);
    painter.push(0, 0);
    petalBand(painter, WIDTH, 0.16);
    painter.pop();
    painter.push(0, HEIGHT - 0.78);
    lozenge(painter, WIDTH, 0.1);
    painter.pop();
    painter.fill(rectangle(0, HEIGHT - 0.68, WIDTH, 0.68), 'ground');
    painter.shade(rectangle(0, HEIGHT - 0.68, WIDTH, 0.68), 'ochre', 0.2, 0.5);
  },
  wear: { seed: 621, strength: 0.8, threshold: 0.9 },
};

function paintThousand(painter: Painter): void {
  const step = 0.2;
  for (let row = 0; row < 10; row++)
    for (let column = 0; column < 26; column++) {
      painter.push((column + 0.5) * step, 0.2 + row * 0.22, 0.21);
      tinyBuddha(painter, (((column - row) % 4) + 4) % 4);
      painter.pop();
    }
}

function archPoints(half: number, foot: number, rise: number): Point[] {
  const points: Point[] = [[-half, foot]];
  for (let i = 0; i <= 24; i++) {
    const angle = Math.PI * (1 - i / 24);
    points.push([Math.cos(angle) * half, foot - 0.7 - Math.sin(angle) * (rise - 0.7)]);
  }
  points.push([half, foot]);
  return points;
}

function paintNiche(painter: Painter): void {
  painter.push(WIDTH / 2, 0);
  const foot = HEIGHT - 0.72;
  painter.shape(blob(archPoints(1.5, foot, 2.05), true, 0.2), 'cinnabar', {
    shade: 'ink',
    shadeWidth: 0.1,
    shadeAlpha: 0.3,
  });
  painter.line(blob(archPoints(1.47, foot, 2.02), true, 0.2), 0.05, 'white', 0.9);
  const inside = blob(archPoints(1.32, foot, 1.86), true, 0.2);
  painter.shape(inside, 'ochreRed', { shade: 'ink', shadeWidth: 0.4, shadeAlpha: 0.7 });
  painter.clip(inside);
  painter.push(0, foot - 0.36, 0.86);
  buddha(painter, { seed: 4 });
  painter.pop();
  for (const side of [-1, 1]) {
    painter.push(side * 0.86, foot - 0.03, 1.22, 0, side > 0);
    bodhisattva(painter, { turn: 0.6, seed: 8 + side });
    painter.pop();
  }
  painter.pop();
  painter.push(-1.5, foot - 0.02);
  beadBand(painter, 3, 0.07);
  painter.pop();
  painter.pop();
}
