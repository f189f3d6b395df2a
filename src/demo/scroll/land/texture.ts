/** What the pointed brush adds to a fold: contour in ink, texture strokes (cun) down the pleats, moss dots on the crest. */
import type { Random } from '#demo/noise/random.ts';
import { createRandom } from '#demo/noise/random.ts';
import type { Pen } from '#demo/scroll/brush/pen.ts';
import { TAIL, TAPERED } from '#demo/scroll/brush/pen.ts';
import { DARK_LEAF, INK, PALE_INK, mixColours } from '#demo/scroll/brush/colours.ts';
import type { FoldShape } from '#demo/scroll/land/fold.ts';
import { fanX } from '#demo/scroll/land/fold.ts';
import { rough, soft } from '#demo/scroll/ground/grain.ts';

export function drawTexture(pen: Pen, shape: FoldShape): void {
  const { fold } = shape;
  const random = createRandom(fold.seed + 1);
  const ink = mixColours(INK, PALE_INK, fold.haze * 0.9);
  const strength = 1 - 0.55 * fold.haze;
  drawCun(pen, shape, random, strength);
  drawContour(pen, shape, ink, strength);
  if (fold.haze < 0.75) drawMoss(pen, shape, random, strength);
}

/** Height of the crest above the foot at v, −1…1 across. */
export function crestAt({ crest }: FoldShape, v: number): number {
  const along = Math.max(0, Math.min(crest.length - 1.001, ((v + 1) / 2) * (crest.length - 1)));
  const index = Math.floor(along);
  return crest[index]! + (crest[index + 1]! - crest[index]!) * (along - index);
}

function drawContour(
  pen: Pen,
  { fold, outline, crest }: FoldShape,
  ink: readonly [number, number, number],
  strength: number,
): void {
  const piece = 14;
  const top = (crest.length - 1) * 2;
  const width = Math.min(4.2, 2 + fold.height / 300);
  for (let i = 0; i < top; i += piece * 2) {
    const end = Math.min(top, i + piece * 2 + 2);
    const press = rough(i * 3 + fold.seed, 11);
    pen.line(outline.slice(i, end + 2), width * (0.55 + press), ink, strength * (0.45 + 0.5 * press), contourSwell);
  }
}

const contourSwell = (t: number): number => 0.7 + 0.5 * Math.sin(t * Math.PI);

function drawCun(pen: Pen, shape: FoldShape, random: Random, strength: number): void {
  const { fold } = shape;
  const strokes = Math.round(Math.min(230, (fold.reach / 3.9) * (1 - 0.5 * fold.haze)));
  for (let i = 0; i < strokes; i++) {
    const across = random.between(-0.96, 0.96);
    const from = random() * random() * 0.55;
    const length = random.between(0.1, 0.34) * (0.6 + 0.4 * (1 - Math.abs(across)));
    const way: number[] = [];
    const pieces = 7;
    const phase = random() * 400;
    let inside = true;
    for (let k = 0; k <= pieces; k++) {
      const down = Math.min(0.9, from + 0.04 + (length * k) / pieces);
      const x = fanX(fold, across, down) + (soft(phase + down * 160, 7) - 0.5) * fold.reach * 0.09;
      const v = (x - fold.x) / fold.reach;
      const edge = Math.abs(v) < 1 ? crestAt(shape, v) : 0;
      const y = fold.foot - edge * (1 - down) + 4;
      if (edge < 16) inside = false;
      way.push(x, y);
    }
    const deep = random();
    const alpha = (0.16 + 0.36 * deep) * strength;
    if (inside) pen.line(way, random.between(1.4, 3.4) * Math.min(1.2, 0.6 + fold.height / 700), INK, alpha, TAPERED);
    if (inside && fold.haze < 0.5 && deep > 0.55) drawHooks(pen, way, random, strength);
  }
}

/** Short hemp-fibre strokes that leave the long one to both sides. */
function drawHooks(pen: Pen, way: readonly number[], random: Random, strength: number): void {
  for (let k = 2; k < way.length / 2 - 1; k++) {
    const side = random() < 0.5 ? -1 : 1;
    const x = way[2 * k]!;
    const y = way[2 * k + 1]!;
    const length = random.between(10, 26);
    const bend = side * length * random.between(0.4, 0.8);
    pen.line([x, y, x + bend * 0.6, y + length * 0.4, x + bend, y + length], 1.7, INK, 0.32 * strength, TAIL);
  }
}

function drawMoss(pen: Pen, shape: FoldShape, random: Random, strength: number): void {
  const { fold } = shape;
  const groups = Math.round(fold.reach / 26);
  const size = 0.75 + 0.5 * (1 - fold.haze) * Math.min(1, fold.height / 600);
  for (let group = 0; group < groups; group++) {
    const v = random.between(-0.85, 0.85);
    const edge = crestAt(shape, v);
    if (edge < 30) continue;
    const dots = 3 + Math.floor(random() * 6);
    const sunk = random() < 0.7 ? 0 : random() * 0.3;
    const colour = random() < 0.55 ? DARK_LEAF : INK;
    for (let i = 0; i < dots; i++) {
      const x = fold.x + v * fold.reach + random.normal() * 17;
      const beside = crestAt(shape, (x - fold.x) / fold.reach);
      const y = fold.foot - beside * (1 - sunk) + random.between(-4, 7);
      pen.dab(
        x,
        y,
        random.between(2.4, 4.6) * size,
        random.between(1.6, 2.8) * size,
        colour,
        0.72 * strength,
        random.normal() * 0.3,
      );
    }
  }
}
