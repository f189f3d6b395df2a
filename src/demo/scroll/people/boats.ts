/** Boats, bow to the left. Figure pixels; the waterline is at y = 0. */
import type { Random } from '#demo/noise/random.ts';
import type { Pen } from '#demo/scroll/brush/pen.ts';
import { EVEN, TAPERED } from '#demo/scroll/brush/pen.ts';
import { INK, PALE_INK, THATCH, UMBER, WHITE, mixColours } from '#demo/scroll/brush/colours.ts';
import { arc, smooth } from '#demo/scroll/brush/lines.ts';
import type { Figure } from '#demo/scroll/people/figures.ts';
import { drawDonkey, drawFigure } from '#demo/scroll/people/figures.ts';

export type Boat = 'sampan' | 'ferry' | 'sail' | 'moored';

export function drawBoat(pen: Pen, random: Random, boat: Boat): void {
  const length = boat === 'sail' ? 220 : boat === 'ferry' ? 190 : random.between(120, 150);
  if (boat === 'sail') drawSail(pen, random);
  if (boat === 'sampan') pen.within(-length * 0.3, -8, () => drawFigure(pen, random, 'fisher'));
  if (boat === 'ferry') drawPassengers(pen, random);
  drawHull(pen, random, length);
  if (boat === 'sampan' || boat === 'moored' || boat === 'sail') drawAwning(pen, random, boat === 'sail' ? 46 : 14);
  if (boat === 'ferry' || boat === 'sail') {
    pen.within(length * 0.4, -12, () => drawFigure(pen, random, 'walker'));
    pen.line([length * 0.36, -50, length * 0.56, 14], 1.8, UMBER, 0.95, EVEN);
  }
  if (boat === 'moored') pen.line([-length * 0.42, -50, -length * 0.42, 10], 2.2, UMBER, 0.9, EVEN);
  for (let i = 0; i < 5; i++) {
    const x = random.between(-0.6, 0.5) * length;
    pen.line(
      smooth([x, 10 + i * 3, x + 30, 7 + i * 3, x + random.between(50, 90), 11 + i * 3], 4),
      1.4,
      PALE_INK,
      0.5,
      TAPERED,
    );
  }
}

function drawHull(pen: Pen, random: Random, length: number): void {
  const half = length / 2;
  const wood = mixColours(UMBER, THATCH, random.between(0.1, 0.6));
  const rim = smooth([-half - 12, -22, -half * 0.6, -12, 0, -9, half * 0.6, -12, half + 10, -22], 5);
  const keel = smooth([half + 10, -22, half * 0.7, 4, 0, 9, -half * 0.7, 4, -half - 12, -22], 5);
  pen.fill([...rim, ...keel], wood, 1);
  pen.line(rim, 2.2, INK, 0.9, EVEN);
  pen.line(keel, 1.8, INK, 0.9, EVEN);
  pen.line(smooth([-half * 0.95, -15, -half * 0.5, -5, 0, -2, half * 0.5, -5, half * 0.9, -15], 4), 1, INK, 0.6, EVEN);
  for (let i = -3; i <= 3; i++) pen.line([i * half * 0.22, -10, i * half * 0.21, 5], 0.9, INK, 0.45, EVEN);
}

function drawAwning(pen: Pen, random: Random, x: number): void {
  const wide = random.between(24, 32);
  const shape = arc(x, -10, wide, 32, Math.PI, 2 * Math.PI, 12);
  pen.fill(shape, mixColours(THATCH, WHITE, random() * 0.35), 1);
  pen.line(shape, 1.8, INK, 0.9, EVEN);
  for (let i = 1; i < 8; i++) {
    const t = (i / 8) * 2 - 1;
    const rise = Math.sqrt(1 - t * t) * 32;
    pen.line([x + t * wide, -10, x + t * wide * 0.94, -10 - rise], 0.9, UMBER, 0.7, EVEN);
  }
  for (const k of [0.35, 0.7])
    pen.line(arc(x, -10, wide * 0.98, 32 * k, Math.PI, 2 * Math.PI, 8), 0.8, UMBER, 0.5, EVEN);
}

function drawSail(pen: Pen, random: Random): void {
  const top = -random.between(190, 240);
  pen.line([-14, -10, -12, top - 12], 4, UMBER, 1, EVEN);
  const back = smooth([46, -46, 56, -120, 34, top], 4);
  const sail = [
    -38,
    top + 8,
    ...back
      .slice()
      .reverse()
      .flatMap((_, i, all) => (i % 2 === 0 ? [all[i + 1]!, all[i]!] : [])),
    -48,
    -40,
  ];
  pen.fill(sail, mixColours(WHITE, THATCH, random.between(0.15, 0.5)), 0.97);
  pen.line([...sail, sail[0]!, sail[1]!], 1.5, INK, 0.85, EVEN);
  for (let i = 1; i < 7; i++) {
    const t = i / 7;
    const y = top + 8 + (-48 - top) * t;
    pen.line([-38 - 10 * t, y, 36 + Math.sin(t * 3) * 16, y - 4], 1.1, UMBER, 0.75, EVEN);
  }
  pen.line([36, top + 10, 96, -22], 0.9, INK, 0.6, EVEN);
}

function drawPassengers(pen: Pen, random: Random): void {
  const kinds: readonly Figure[] = ['walker', 'scholar', 'porter', 'monk', 'sitter'];
  for (const x of [-58, -26, 6])
    pen.within(x + random.normal() * 5, -8, () => drawFigure(pen, random, random.pick(kinds)));
  if (random() < 0.7) pen.within(42, -8, () => drawDonkey(pen, random));
}
