/** Trees with leaves set as dots: green in many greens, red in autumn, blossom in spring. Figure pixels; the root is at 0, 0. */
import type { Random } from '#demo/noise/random.ts';
import type { Pen } from '#demo/scroll/brush/pen.ts';
import { EVEN, TAIL } from '#demo/scroll/brush/pen.ts';
import type { Colour } from '#demo/scroll/brush/colours.ts';
import {
  BLOSSOM,
  DARK_LEAF,
  INK,
  LEAF,
  MALACHITE,
  PALE_MALACHITE,
  RED_LEAF,
  UMBER,
  mixColours,
} from '#demo/scroll/brush/colours.ts';
import { arc, smooth } from '#demo/scroll/brush/lines.ts';

export type Leaf = 'round' | 'drop' | 'ring' | 'blossom' | 'bare';

export function drawBroadleaf(pen: Pen, random: Random, height: number, leaf: Leaf): void {
  const tips: number[] = [];
  const dark = mixColours(UMBER, INK, 0.45);
  const grow = (x: number, y: number, angle: number, length: number, thick: number, order: number): void => {
    const bend = random.normal() * 0.3;
    const middleX = x + Math.cos(angle + bend) * length * 0.5;
    const middleY = y + Math.sin(angle + bend) * length * 0.5;
    const endX = x + Math.cos(angle) * length;
    const endY = y + Math.sin(angle) * length;
    const way = smooth([x, y, middleX, middleY, endX, endY], 4);
    pen.line(way, thick * 1.3, INK, 0.85, order > 2 ? TAIL : (t) => 1 - 0.35 * t);
    if (order === 0 && pen.grain * thick > 3) pen.line(way, thick * 0.8, dark, 0.9, (t) => 1 - 0.35 * t);
    if (order >= 2) tips.push(endX, endY, middleX, middleY);
    if (order === 3) return;
    const forks = order === 0 ? 3 : 2 + (random() < 0.4 ? 1 : 0);
    for (let i = 0; i < forks; i++) {
      const spread = ((i + 0.5) / forks - 0.5) * random.between(1.2, 1.9);
      grow(
        endX,
        endY,
        angle + spread + random.normal() * 0.14,
        length * random.between(0.55, 0.78),
        thick * 0.62,
        order + 1,
      );
    }
  };
  for (const side of [-1, -0.4, 0.5, 1]) {
    const reach = height * 0.06 * side * random.between(0.8, 1.4);
    pen.line([reach * 0.2, -height * 0.05, reach * 0.5, 0, reach, height * 0.03], height * 0.026, INK, 0.85, TAIL);
  }
  grow(0, 4, -Math.PI / 2 + random.normal() * 0.16, height * random.between(0.3, 0.38), height * 0.052, 0);
  if (leaf !== 'bare') drawLeaves(pen, random, tips, height, leaf);
}

const COLOURS: Readonly<Record<Exclude<Leaf, 'bare'>, readonly Colour[]>> = {
  round: [DARK_LEAF, LEAF, MALACHITE, LEAF],
  drop: [LEAF, PALE_MALACHITE, MALACHITE],
  ring: [RED_LEAF, mixColours(RED_LEAF, UMBER, 0.4), RED_LEAF, LEAF],
  blossom: [BLOSSOM, mixColours(BLOSSOM, RED_LEAF, 0.35), BLOSSOM],
};

function drawLeaves(
  pen: Pen,
  random: Random,
  tips: readonly number[],
  height: number,
  leaf: Exclude<Leaf, 'bare'>,
): void {
  const size = Math.max(2.2, height * 0.016);
  const each = pen.grain * height > 70 ? (leaf === 'blossom' ? 4 : 7) : 3;
  const colours = COLOURS[leaf];
  const grown = each === 3 ? size * 1.7 : size;
  if (leaf !== 'blossom') {
    for (let i = 0; i < tips.length; i += 2)
      pen.dab(tips[i]!, tips[i + 1]!, height * 0.05, height * 0.034, colours[0]!, 0.3);
  }
  for (let i = 0; i < tips.length; i += 2) {
    for (let k = 0; k < each; k++) {
      const x = tips[i]! + random.normal() * height * 0.05;
      const y = tips[i + 1]! + random.normal() * height * 0.038;
      const colour = random.pick(colours);
      if (leaf === 'drop') pen.dab(x, y, grown * 0.5, grown * 1.25, colour, 0.85, random.normal() * 0.3);
      else pen.dab(x, y, grown * 1.15, grown * 0.72, colour, 0.85, random.normal() * 0.4);
      if (leaf === 'ring' && k % 3 === 0) pen.line(arc(x, y, grown * 1.3, grown * 0.9, 0, 6.2, 7), 0.9, INK, 0.5, EVEN);
    }
  }
}
