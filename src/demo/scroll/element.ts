/** One thing of the scroll: where it may leave paint, how far back it stands, how it is drawn. */
import type { Pen } from '#demo/scroll/brush/pen.ts';

export interface Element {
  /** Bounds in scroll pixels; nothing may be drawn outside them. */
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  /** Where it meets the ground: what stands lower on the silk is nearer and is drawn later. */
  readonly ground: number;
  draw(pen: Pen): void;
}

/** Something that stands at a point and fills at most `reach` to the sides, `above` upwards and `below` downwards. */
export function standing(
  x: number,
  ground: number,
  [reach, above, below]: readonly [number, number, number],
  draw: (pen: Pen) => void,
): Element {
  return { left: x - reach, right: x + reach, top: ground - above, bottom: ground + below, ground, draw };
}
