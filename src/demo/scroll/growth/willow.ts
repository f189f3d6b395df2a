/** Willows: a stout crooked trunk, boughs that rise, curtains of thin twigs that hang. Figure pixels; the root is at 0, 0. */
import type { Random } from '#demo/noise/random.ts';
import type { Pen } from '#demo/scroll/brush/pen.ts';
import { TAIL, TAPERED } from '#demo/scroll/brush/pen.ts';
import { INK, LEAF, PALE_MALACHITE, UMBER, mixColours } from '#demo/scroll/brush/colours.ts';
import { smooth } from '#demo/scroll/brush/lines.ts';

export function drawWillow(pen: Pen, random: Random, height: number): void {
  const lean = random.between(-0.24, 0.24) * height;
  const trunk = smooth(
    [0, 4, lean * 0.2 + random.normal() * 6, -height * 0.2, lean * 0.5, -height * 0.4, lean, -height * 0.58],
    5,
  );
  const wind = random.between(-0.1, 0.16);
  const boughs = 6 + Math.floor(random() * 4);
  const tips: number[][] = [];
  for (let i = 0; i < boughs; i++) {
    const a = -Math.PI * (0.12 + (0.76 * (i + random() * 0.7)) / boughs);
    const length = height * random.between(0.26, 0.44);
    const at = Math.floor(trunk.length / 2 - 1 - random() * 5) * 2;
    const x = trunk[at]!;
    const y = trunk[at + 1]!;
    tips.push(
      smooth(
        [
          x,
          y,
          x + Math.cos(a) * length * 0.55,
          y + Math.sin(a) * length * 0.8,
          x + Math.cos(a) * length,
          y + Math.sin(a) * length * 0.86,
        ],
        5,
      ),
    );
  }
  const thick = height * 0.062;
  for (const way of tips) pen.line(way, thick * 0.42, INK, 0.82, TAIL);
  for (const side of [-0.9, -0.3, 0.4, 1]) {
    const reach = thick * side * random.between(0.9, 1.5);
    pen.line([side * thick * 0.2, -thick, reach * 0.5, 0, reach, thick * 0.6], thick * 0.5, INK, 0.85, TAIL);
  }
  pen.line(trunk, thick * 1.2, INK, 0.9, TAIL);
  pen.line(trunk, thick * 0.85, mixColours(UMBER, INK, 0.35), 0.9, TAIL);
  const dense = pen.grain * height > 90 ? 1 : 0.45;
  for (const way of tips) {
    const twigs = Math.round(random.between(13, 20) * dense);
    for (let i = 0; i < twigs; i++) {
      const at = Math.floor(random.between(0.3, 1) * (way.length / 2 - 1)) * 2;
      drawTwig(pen, random, way[at]! + random.normal() * 5, way[at + 1]!, height * random.between(0.22, 0.48), wind);
    }
  }
}

function drawTwig(pen: Pen, random: Random, x: number, y: number, length: number, wind: number): void {
  const out = random.normal() * length * 0.16;
  const way = [
    x,
    y,
    x + out * 0.8,
    y + length * 0.08,
    x + out + wind * length * 0.3,
    y + length * 0.5,
    x + out * 0.9 + wind * length,
    y + length,
  ];
  const curve = smooth(way, 3);
  const colour = random() < 0.4 ? LEAF : random() < 0.5 ? PALE_MALACHITE : mixColours(LEAF, PALE_MALACHITE, 0.4);
  pen.line(curve, 1.9, colour, 0.72, TAPERED);
  if (pen.grain < 0.5) return;
  for (let i = 2; i < curve.length / 2 - 1; i += 2) {
    const side = random() < 0.5 ? -1 : 1;
    pen.dab(curve[2 * i]! + side * 2, curve[2 * i + 1]! + 1, 1.1, 3, colour, 0.7, side * -0.5);
  }
}
