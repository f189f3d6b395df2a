/** How large things are where they stand, and the standing of seeded things. */
import type { Random } from '#demo/noise/random.ts';
import { createRandom } from '#demo/noise/random.ts';
import type { Pen } from '#demo/scroll/brush/pen.ts';
import type { Element } from '#demo/scroll/element.ts';
import { standing } from '#demo/scroll/element.ts';

/** Scroll pixels for a figure pixel at a height on the silk: what stands lower is nearer and larger. 0.3 … 1.05. */
export function sizeAt(y: number): number {
  return Math.max(0.3, Math.min(1.05, 0.3 + (y - 1080) / 1650));
}

export interface Stand {
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly seed: number;
  /** Order of drawing, if not by y. */
  readonly ground?: number;
  readonly mirrored?: boolean;
}

/** An element that draws in figure pixels and fills at most `bounds` of them to the sides, above, below. */
export function place(
  stand: Stand,
  bounds: readonly [number, number, number],
  draw: (pen: Pen, random: Random) => void,
): Element {
  const { x, y, size, seed, ground = y, mirrored = false } = stand;
  const [reach, above, below] = bounds;
  const element = standing(x, y, [reach * size, above * size, below * size], (pen) => {
    draw(pen.at(x, y, size, mirrored), createRandom(seed));
  });
  return { ...element, ground };
}
