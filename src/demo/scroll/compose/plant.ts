/** Trees on the land: groves on the flats, pines on the crests, far trees as dots along the ridges, reeds at the shore. */
import type { Random } from '#demo/noise/random.ts';
import { createRandom } from '#demo/noise/random.ts';
import { place, sizeAt } from '#demo/scroll/compose/place.ts';
import type { Element } from '#demo/scroll/element.ts';
import type { Leaf } from '#demo/scroll/growth/broadleaf.ts';
import { drawBroadleaf } from '#demo/scroll/growth/broadleaf.ts';
import { drawPine } from '#demo/scroll/growth/pine.ts';
import { drawBamboo, drawBush, drawFarTree, drawReeds } from '#demo/scroll/growth/small.ts';
import { drawWillow } from '#demo/scroll/growth/willow.ts';
import { landAt } from '#demo/scroll/land/bank.ts';
import type { FoldShape } from '#demo/scroll/land/fold.ts';
import { crestPoint } from '#demo/scroll/land/perch.ts';
import type { Range } from '#demo/scroll/land/range.ts';
import { atReading } from '#demo/scroll/size.ts';

export type Tree = 'pine' | 'willow' | 'bamboo' | 'far' | 'bush' | 'reeds' | Leaf;

/** A tree at its root; `height` in scroll pixels. */
export function treeElement(tree: Tree, x: number, y: number, height: number, seed: number, ground = y): Element {
  // Trees are drawn at a common height of 300 figure pixels, small growth at 100.
  const common = tree === 'bamboo' || tree === 'bush' || tree === 'reeds' || tree === 'far' ? 100 : 300;
  const stand = { x, y, size: height / common, seed, ground, mirrored: seed % 2 === 0 };
  const bounds = [common * 1.1, common * 1.4, common * 0.2] as const;
  return place(stand, bounds, (pen, random) => {
    if (tree === 'pine') drawPine(pen, random, 300);
    else if (tree === 'willow') drawWillow(pen, random, 300);
    else if (tree === 'bamboo') drawBamboo(pen, random, 100);
    else if (tree === 'bush') drawBush(pen, random, 60);
    else if (tree === 'reeds') drawReeds(pen, random, 70);
    else if (tree === 'far') drawFarTree(pen, random, 100);
    else drawBroadleaf(pen, random, 300, tree);
  });
}

/** Groves on the flat land of a range, thick and thin by turns. */
export function plantBank(range: Range, trees: readonly Tree[]): Element[] {
  const random = createRandom(range.seed * 7 + 3);
  const elements: Element[] = [];
  const end = range.ridge[range.ridge.length - 1]![0];
  let s = range.ridge[0]![0] + 120;
  while (s < end - 100) {
    const grove = 1 + Math.floor(random() * random() * 9);
    const leading = random.pick(trees);
    for (let i = 0; i < grove; i++) {
      const at = s + random.normal() * 90;
      const { back, shore } = landAt(range, at);
      if (shore - back < 36) continue;
      const y = back + (shore - back) * random.between(0.08, 0.9);
      const tree = random() < 0.7 ? leading : random.pick(trees);
      elements.push(
        treeElement(tree, atReading(at), y, treeHeight(random, tree) * sizeAt(y), Math.floor(random() * 1e9)),
      );
    }
    for (let i = 0; i < 3; i++) {
      const at = s + random.between(-200, 200);
      const { back, shore } = landAt(range, at);
      if (shore - back > 36)
        elements.push(treeElement('reeds', atReading(at), shore + 6, 70 * sizeAt(shore), Math.floor(random() * 1e9)));
      if (shore - back > 36)
        elements.push(
          treeElement(
            'bush',
            atReading(at + 70),
            back + (shore - back) * random(),
            90 * sizeAt(shore),
            Math.floor(random() * 1e9),
          ),
        );
    }
    s += random.between(60, 300) + (random() < 0.2 ? random.between(200, 600) : 0);
  }
  return elements;
}

function treeHeight(random: Random, tree: Tree): number {
  if (tree === 'bamboo') return random.between(90, 150);
  if (tree === 'bush') return random.between(60, 110);
  return tree === 'pine' ? random.between(130, 275) : random.between(95, 215);
}

/** Trees along the crests of the folds: dots far away, small pines and round trees nearer. */
export function plantCrests(range: Range, shapes: readonly FoldShape[]): Element[] {
  const random = createRandom(range.seed * 13 + 5);
  const elements: Element[] = [];
  for (const shape of shapes) {
    const { fold } = shape;
    const size = 0.5 + 0.5 * sizeAt(fold.foot - fold.height * 0.3);
    const clusters = Math.round((fold.reach / 110) * random.between(0.3, 1.5));
    for (let cluster = 0; cluster < clusters; cluster++) {
      const v = random.between(-0.85, 0.85);
      const many = 1 + Math.floor(random() * 5);
      const near = fold.haze < 0.25 && random() < 0.42;
      const leading: Tree = random.pick(['pine', 'pine', 'pine', 'round', 'round', 'drop', 'drop', 'ring']);
      for (let i = 0; i < many; i++) {
        const perch = crestPoint(shape, Math.max(-0.92, Math.min(0.92, v + (random.normal() * 60) / fold.reach)));
        const seed = Math.floor(random() * 1e9);
        const sunk = random() < 0.35 ? random() * fold.height * 0.22 : 0;
        const ground = sunk > 0 ? fold.foot + 0.5 : perch.ground;
        if (near)
          elements.push(
            treeElement(leading, perch.x, perch.y + 8 + sunk, random.between(60, 120) * size, seed, ground),
          );
        else
          elements.push(
            treeElement(
              'far',
              perch.x,
              perch.y + 5 + sunk,
              random.between(26, 62) * size * (1 - 0.45 * fold.haze),
              seed,
              ground,
            ),
          );
      }
    }
  }
  return elements;
}
