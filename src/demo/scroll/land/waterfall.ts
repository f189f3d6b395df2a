/** A waterfall: bare silk between dark rocks, threads of water, spray at the foot. */
import { createRandom } from '#demo/noise/random.ts';
import { INK, PALE_INK, WHITE } from '#demo/scroll/brush/colours.ts';
import { smooth } from '#demo/scroll/brush/lines.ts';
import type { Pen } from '#demo/scroll/brush/pen.ts';
import { EVEN, TAPERED } from '#demo/scroll/brush/pen.ts';
import type { Element } from '#demo/scroll/element.ts';

export interface Waterfall {
  readonly x: number;
  readonly top: number;
  readonly bottom: number;
  readonly breadth: number;
  readonly ground: number;
  readonly seed: number;
}

export function waterfallElement(fall: Waterfall): Element {
  const reach = fall.breadth * 4;
  return {
    left: fall.x - reach,
    right: fall.x + reach,
    top: fall.top - 40,
    bottom: fall.bottom + 80,
    ground: fall.ground,
    draw: (pen) => drawWaterfall(pen, fall),
  };
}

function drawWaterfall(pen: Pen, fall: Waterfall): void {
  const random = createRandom(fall.seed);
  pen.home();
  const middle: number[] = [];
  const steps = 5;
  for (let i = 0; i <= steps; i++) {
    const t = i / steps;
    middle.push(
      fall.x + (i % 2 === 0 ? -1 : 1) * fall.breadth * 0.35 * t + random.normal() * 5,
      fall.top + (fall.bottom - fall.top) * t,
    );
  }
  const way = smooth(middle, 6);
  const widthAt = (t: number): number =>
    fall.breadth * (0.14 + 0.8 * Math.pow(t, 0.7) + 0.16 * Math.sin(t * 11 + fall.seed) * t + 0.05 * Math.sin(t * 41));
  const side = (sign: number, grow: number): number[] =>
    way.map((value, i) =>
      i % 2 === 0 ? value + sign * (widthAt(i / way.length) / 2 + grow + Math.sin(i * 0.9) * 3) : value,
    );
  const closed = (a: readonly number[], b: readonly number[]): number[] => {
    const outline = [...a];
    for (let i = b.length - 2; i >= 0; i -= 2) outline.push(b[i]!, b[i + 1]!);
    return outline;
  };
  pen.fill(closed(side(-1, 9), side(1, 9)), INK, 0.42);
  pen.wipe(closed(side(-1, 0), side(1, 0)), 0.96);
  pen.fill(closed(side(-1, -3), side(1, -3)), WHITE, 0.4);
  const threads = Math.round(fall.breadth / 3.4);
  for (let i = 0; i < threads; i++) {
    const across = random.between(-0.46, 0.46);
    const from = Math.floor(random() * 0.7 * (way.length / 2));
    const length = 5 + Math.floor(random() * 9);
    const thread: number[] = [];
    for (let k = from; k < Math.min(way.length / 2, from + length); k++) {
      thread.push(way[2 * k]! + across * widthAt((2 * k) / way.length), way[2 * k + 1]!);
    }
    pen.line(thread, 1.3, PALE_INK, 0.6, TAPERED);
  }
  pen.line(side(-1, 0), 2.4, INK, 0.7, EVEN);
  pen.line(side(1, 0), 2.4, INK, 0.7, EVEN);
  for (let i = 0; i < 26; i++) {
    const a = random() * Math.PI;
    pen.dab(
      fall.x + Math.cos(a) * fall.breadth * random.between(0.3, 1.2),
      fall.bottom - Math.sin(a) * 26 + 8,
      random.between(8, 20),
      random.between(4, 9),
      WHITE,
      0.28,
    );
  }
}
