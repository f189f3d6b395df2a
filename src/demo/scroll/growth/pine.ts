/** Pines: a bent trunk with scales, boughs in shelves, fans of needles. Figure pixels; the root is at 0, 0. */
import type { Random } from '#demo/noise/random.ts';
import type { Pen } from '#demo/scroll/brush/pen.ts';
import { EVEN, TAIL } from '#demo/scroll/brush/pen.ts';
import { DARK_LEAF, INK, MALACHITE, UMBER, mixColours } from '#demo/scroll/brush/colours.ts';
import { arc, smooth } from '#demo/scroll/brush/lines.ts';

/** A pine about `height` figure pixels high. */
export function drawPine(pen: Pen, random: Random, height: number): void {
  const trunk = growTrunk(random, height);
  const thick = height * random.between(0.045, 0.07);
  const shelves = 6 + Math.floor(random() * 6);
  const boughs: { way: number[]; size: number }[] = [];
  let side = random() < 0.5 ? -1 : 1;
  for (let i = 0; i < shelves; i++) {
    const t = 0.36 + (0.62 * i) / shelves + random.normal() * 0.02;
    const at = Math.floor(Math.min(0.999, t) * (trunk.length / 2 - 1)) * 2;
    side = random() < 0.8 ? -side : side;
    const length = height * random.between(0.16, 0.4) * (1.25 - t);
    boughs.push({
      way: growBough(random, [trunk[at]!, trunk[at + 1]!], side * length),
      size: height * random.between(0.075, 0.115),
    });
  }
  for (const { way } of boughs) pen.line(way, thick * 0.34, INK, 0.8, TAIL);
  drawTrunk(pen, random, trunk, thick);
  for (const { way, size } of boughs) {
    const fans = 3 + Math.floor(random() * 3);
    for (let i = 0; i < fans; i++) {
      const at = Math.round(((i + 0.9) / fans) * (way.length / 2 - 1)) * 2;
      drawFan(
        pen,
        random,
        way[at]! + random.normal() * size * 0.5,
        way[at + 1]! - size * 0.1,
        size * random.between(0.7, 1.15),
      );
    }
  }
  const tip = trunk.length - 2;
  for (let i = 0; i < 3; i++) {
    drawFan(
      pen,
      random,
      trunk[tip]! + random.normal() * height * 0.06,
      trunk[tip + 1]! + i * height * 0.03,
      height * random.between(0.08, 0.12),
    );
  }
}

function growTrunk(random: Random, height: number): number[] {
  const lean = random.between(-0.3, 0.3) * height;
  const bend = random.normal() * 0.09 * height;
  return smooth(
    [
      0,
      4,
      lean * 0.12 + bend,
      -height * 0.28,
      lean * 0.5 - bend,
      -height * 0.55,
      lean * 0.75 + bend * 0.6,
      -height * 0.8,
      lean,
      -height,
    ],
    6,
  );
}

function growBough(random: Random, [x, y]: readonly [number, number], length: number): number[] {
  const droop = Math.abs(length) * random.between(0.02, 0.28);
  return smooth(
    [x, y, x + length * 0.35, y - droop * 0.35, x + length * 0.7, y + droop * 0.4, x + length, y + droop * 0.1],
    4,
  );
}

function drawTrunk(pen: Pen, random: Random, trunk: readonly number[], thick: number): void {
  drawRoots(pen, random, thick);
  pen.line(trunk, thick * 1.18, INK, 0.9, TAIL);
  pen.line(trunk, thick * 0.9, mixColours(UMBER, INK, 0.2), 0.95, TAIL);
  if (pen.grain * thick < 4) return;
  for (let i = 2; i < trunk.length / 2 - 6; i++) {
    const reach = thick * 0.36 * (1 - (i / trunk.length) * 1.6);
    const x = trunk[2 * i]! + random.normal() * reach * 0.6;
    pen.line(arc(x, trunk[2 * i + 1]!, reach * 0.5, reach * 0.42, 0.3, 4.6, 6), 1.1, INK, 0.6, EVEN);
  }
}

/** Roots that hold the ground, so that a trunk does not end like a post. */
function drawRoots(pen: Pen, random: Random, thick: number): void {
  for (const side of [-1, -0.4, 0.5, 1]) {
    const reach = thick * side * random.between(0.9, 1.6);
    pen.line(
      smooth([side * thick * 0.2, -thick * 0.9, reach * 0.5, -thick * 0.1, reach, thick * 0.5], 3),
      thick * 0.5,
      INK,
      0.85,
      TAIL,
    );
  }
}

/** A shelf of needles: a dark wash and short strokes that rise from it like spokes. */
function drawFan(pen: Pen, random: Random, x: number, y: number, size: number): void {
  pen.dab(x, y + size * 0.04, size * 1.02, size * 0.3, DARK_LEAF, 0.55);
  pen.dab(x, y - size * 0.12, size * 0.86, size * 0.3, MALACHITE, 0.4);
  const needles = pen.grain * size > 5 ? 26 : 8;
  for (let i = 0; i < needles; i++) {
    const a = -Math.PI * (0.04 + (0.92 * (i + random() * 0.6)) / needles);
    const from = x + random.between(-0.55, 0.55) * size;
    const reach = size * random.between(0.6, 0.98);
    pen.line([from, y + size * 0.16, from + Math.cos(a) * reach, y + Math.sin(a) * reach * 0.72], 1.35, INK, 0.7, TAIL);
  }
}
