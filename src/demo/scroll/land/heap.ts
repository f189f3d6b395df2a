/** Heaps folds into a range: host peaks along the ridge, each with guests leaning on it, lower and nearer, and an apron before. */
import type { Random } from '#demo/noise/random.ts';
import { createRandom } from '#demo/noise/random.ts';
import type { Element } from '#demo/scroll/element.ts';
import type { Fold, FoldShape } from '#demo/scroll/land/fold.ts';
import { drawFold } from '#demo/scroll/land/drawFold.ts';
import { shapeFold } from '#demo/scroll/land/fold.ts';
import { valueAt } from '#demo/scroll/land/profile.ts';
import type { Range } from '#demo/scroll/land/range.ts';
import { ridgeAt } from '#demo/scroll/land/range.ts';
import { WIDTH, atReading } from '#demo/scroll/size.ts';

export function heapFolds(range: Range): FoldShape[] {
  const random = createRandom(range.seed);
  const from = range.ridge[0]![0];
  const to = range.ridge[range.ridge.length - 1]![0];
  const shapes: FoldShape[] = [];
  let s = from - range.reach * random() * 0.5;
  while (s < to + range.reach * 0.2) {
    const size = random.between(0.65, 1.4);
    s += range.reach * size * 0.74;
    addHost(range, random, s, size, shapes);
  }
  return shapes;
}

function addHost(range: Range, random: Random, s: number, size: number, shapes: FoldShape[]): void {
  const height = ridgeAt(range, s) * random.between(0.72, 1.1);
  if (height < 34) return;
  const reach = Math.max(70, range.reach * size * Math.min(1.5, 0.5 + height / (range.reach * 2.6)));
  add(range, random, { s, height, reach, nearness: random() * 0.12 }, shapes);
  const guests = height < 130 ? 2 : Math.round(random.between(3, 5.4) * Math.min(1, 0.6 + range.depth / 400));
  for (let i = 0; i < guests; i++) {
    const side = random.between(-1.15, 1.15);
    const nearness = random.between(0.12, 0.8);
    const at = s + side * reach;
    const hostThere = Math.min(height, ridgeAt(range, at) * 1.1);
    const tall = hostThere * (0.82 - 0.55 * nearness) * random.between(0.6, 1.15);
    if (tall < 34) continue;
    add(range, random, { s: at, height: tall, reach: reach * random.between(0.42, 0.8), nearness }, shapes);
  }
  // The apron: low broad rises at the very front, with gaps between.
  if (random() < 0.78) {
    const at = s + random.normal() * reach * 0.6;
    const tall = Math.min(ridgeAt(range, at) * 0.35, random.between(50, 150));
    if (tall > 30)
      add(
        range,
        random,
        { s: at, height: tall, reach: tall * random.between(1.1, 2.4), nearness: random.between(0.8, 1) },
        shapes,
      );
  }
}

/** No summit rises above this line, scroll pixels from the top. */
const HIGHEST = 230;

interface Spot {
  readonly s: number;
  readonly height: number;
  readonly reach: number;
  readonly nearness: number;
}

function add(range: Range, random: Random, spot: Spot, shapes: FoldShape[]): void {
  const kind = spot.height < 130 ? random.pick(['dome', 'shoulder'] as const) : random.pick(range.kinds);
  const foot = valueAt(range.foot, spot.s) + range.depth * spot.nearness + random.normal() * 8;
  const fold: Fold = {
    kind,
    x: atReading(spot.s),
    foot,
    height: Math.min(
      foot - HIGHEST - 240 * random(),
      spot.height * (kind === 'cliff' ? 0.9 : 1) + range.depth * 0.5 * spot.nearness,
    ),
    reach: spot.reach * (kind === 'cliff' ? 0.8 : 1),
    lean: random.between(-0.42, 0.42),
    green: Math.max(0, Math.min(1, range.green + (spot.nearness - 0.4) * 0.5 + random.normal() * 0.32)),
    haze: range.haze,
    mist: Math.min(0.9, 0.28 + 0.4 * range.haze + 0.3 * random()),
    seed: range.seed * 977 + Math.round(spot.s) * 31 + shapes.length * 7919,
  };
  shapes.push(shapeFold(fold));
}

export function foldElement(shape: FoldShape): Element {
  const { fold } = shape;
  return {
    left: Math.max(0, fold.x - fold.reach - 40),
    right: Math.min(WIDTH, fold.x + fold.reach + 40),
    top: fold.foot - fold.height * 1.35 - 40,
    bottom: fold.foot + 60,
    ground: fold.foot,
    draw: (pen) => drawFold(pen, shape),
  };
}
