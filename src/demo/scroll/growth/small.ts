/** Small growth: bamboo, reeds, bushes, and the far trees that are only a stem and a few dots. Figure pixels; root at 0, 0. */
import type { Random } from '#demo/noise/random.ts';
import type { Pen } from '#demo/scroll/brush/pen.ts';
import { EVEN, TAIL, TAPERED } from '#demo/scroll/brush/pen.ts';
import {
  DARK_LEAF,
  INK,
  LEAF,
  MALACHITE,
  OCHRE,
  PALE_MALACHITE,
  UMBER,
  mixColours,
} from '#demo/scroll/brush/colours.ts';
import { smooth } from '#demo/scroll/brush/lines.ts';

export function drawBamboo(pen: Pen, random: Random, height: number): void {
  const stalks = 5 + Math.floor(random() * 7);
  for (let i = 0; i < stalks; i++) {
    const x = random.normal() * height * 0.22;
    const tall = height * random.between(0.6, 1.05);
    const lean = random.normal() * tall * 0.2;
    const stalk = smooth([x, 4, x + lean * 0.2, -tall * 0.5, x + lean, -tall], 5);
    pen.line(stalk, 2.6, mixColours(LEAF, PALE_MALACHITE, random()), 0.9, TAIL);
    for (let k = 4; k < stalk.length / 2; k++) {
      for (let leaf = 0; leaf < 3; leaf++) {
        const a = random.between(0.1, Math.PI - 0.1);
        const reach = height * random.between(0.05, 0.1);
        const fromX = stalk[2 * k]! + random.normal() * 4;
        const fromY = stalk[2 * k + 1]!;
        pen.line(
          [
            fromX,
            fromY,
            fromX + Math.cos(a) * reach * 0.6,
            fromY + reach * 0.24,
            fromX + Math.cos(a) * reach,
            fromY + Math.sin(a) * reach,
          ],
          2.6,
          random() < 0.5 ? DARK_LEAF : LEAF,
          0.8,
          TAPERED,
        );
      }
    }
  }
}

export function drawReeds(pen: Pen, random: Random, height: number): void {
  const blades = 9 + Math.floor(random() * 12);
  for (let i = 0; i < blades; i++) {
    const x = random.normal() * height * 0.7;
    const tall = height * random.between(0.5, 1);
    const bend = random.normal() * tall * 0.35 + tall * 0.12;
    pen.line(
      smooth([x, 2, x + bend * 0.2, -tall * 0.6, x + bend, -tall], 3),
      1.5,
      random() < 0.6 ? LEAF : OCHRE,
      0.75,
      TAIL,
    );
    if (random() < 0.3) pen.dab(x + bend, -tall, 1.5, 4, UMBER, 0.7, 0.5);
  }
}

export function drawBush(pen: Pen, random: Random, size: number): void {
  const dots = 22 + Math.floor(random() * 22);
  pen.dab(0, -size * 0.18, size * 0.7, size * 0.2, LEAF, 0.3);
  for (let i = 0; i < dots; i++) {
    const x = random.normal() * size * 0.6;
    const y = -random() * size * 0.6 * (1 - Math.abs(x) / (size * 1.3));
    pen.dab(x, y, size * 0.07, size * 0.045, random.pick([DARK_LEAF, LEAF, MALACHITE]), 0.85, random.normal() * 0.4);
  }
}

/** A far tree: `height` 15 to 60 pixels. */
export function drawFarTree(pen: Pen, random: Random, height: number): void {
  const lean = random.normal() * height * 0.1;
  pen.line([0, 2, lean * 0.5, -height * 0.5, lean, -height * 0.85], Math.max(1.2, height * 0.06), INK, 0.75, EVEN);
  const conifer = random() < 0.5;
  const dots = 7 + Math.floor(random() * 6);
  for (let i = 0; i < dots; i++) {
    const t = i / dots;
    const wide = conifer ? height * 0.26 * (1 - t) + 1.5 : height * 0.24 * Math.sin((t + 0.25) * 2.3);
    const y = -height * (0.28 + 0.74 * t);
    const x = lean * t + random.normal() * wide * 0.6;
    pen.dab(
      x,
      y,
      Math.max(1.6, wide),
      Math.max(1.1, height * 0.055),
      random() < 0.55 ? DARK_LEAF : LEAF,
      0.82,
      random.normal() * 0.15,
    );
  }
}
