/** The long bridge of timber trestles with its pavilion, and the roads: both follow ways told in reading pixels. */
import { createRandom } from '#demo/noise/random.ts';
import { INK, OCHRE, PALE_INK, SILK, UMBER, WHITE, mixColours } from '#demo/scroll/brush/colours.ts';
import type { Pen } from '#demo/scroll/brush/pen.ts';
import { EVEN, TAPERED } from '#demo/scroll/brush/pen.ts';
import type { Element } from '#demo/scroll/element.ts';
import type { Profile } from '#demo/scroll/land/profile.ts';
import { valueAt } from '#demo/scroll/land/profile.ts';
import { atReading } from '#demo/scroll/size.ts';

/** Height of the deck of the long bridge: it rises over the deep water, most of all under the pavilion. */
export const LONG_BRIDGE: Profile = [
  [29650, 2292],
  [30600, 2190],
  [32000, 2075],
  [33050, 2010],
  [34200, 2020],
  [35600, 2010],
  [36900, 2030],
];
export const PAVILION_AT = 33060;
const BAY = 92;

export function bridgeElements(): Element[] {
  const elements: Element[] = [];
  const from = LONG_BRIDGE[0]![0];
  const to = LONG_BRIDGE[LONG_BRIDGE.length - 1]![0];
  for (let s = from; s < to; s += BAY) {
    const y = valueAt(LONG_BRIDGE, s);
    elements.push({
      left: atReading(s + BAY) - 20,
      right: atReading(s) + 40,
      top: Math.min(y, valueAt(LONG_BRIDGE, s + BAY)) - 60,
      bottom: Math.max(y, valueAt(LONG_BRIDGE, s + BAY)) + 190,
      ground: y + 8,
      draw: (pen) => drawBay(pen, s),
    });
  }
  return elements;
}

function drawBay(pen: Pen, s: number): void {
  pen.home();
  const random = createRandom(Math.round(s));
  const x1 = atReading(s);
  const x0 = atReading(s + BAY);
  const y1 = valueAt(LONG_BRIDGE, s);
  const y0 = valueAt(LONG_BRIDGE, s + BAY);
  const water = 84 + random() * 10;
  const timber = mixColours(UMBER, INK, 0.2);
  for (const [dx, dy] of [
    [-12, 8],
    [12, 0],
  ] as const) {
    pen.line([x1 + dx, y1, x1 + dx * 1.5 + random.normal() * 2, y1 + water + dy], 6, INK, 0.85, EVEN);
    pen.line([x1 + dx, y1, x1 + dx * 1.5, y1 + water + dy], 3.6, timber, 0.95, EVEN);
  }
  pen.line([x1 - 15, y1 + 34, x1 + 15, y1 + 30], 3.4, timber, 0.95, EVEN);
  pen.line([x1 - 12, y1 + 6, x1 + 17, y1 + water * 0.8], 2.6, timber, 0.85, EVEN);
  for (let i = 0; i < 3; i++)
    pen.line(
      [x1 - 34, y1 + water + 4 + i * 7, x1, y1 + water + 1 + i * 7, x1 + 36, y1 + water + 5 + i * 7],
      1.3,
      PALE_INK,
      0.5,
      TAPERED,
    );
  pen.fill([x0, y0 - 10, x1, y1 - 10, x1, y1 + 13, x0, y0 + 13], mixColours(OCHRE, WHITE, 0.35), 1);
  pen.fill([x0, y0 + 5, x1, y1 + 5, x1, y1 + 13, x0, y0 + 13], timber, 0.95);
  pen.line([x0, y0 - 10, x1, y1 - 10], 1.4, INK, 0.8, EVEN);
  pen.line([x0, y0 + 5, x1, y1 + 5], 1.2, INK, 0.8, EVEN);
  pen.line([x0, y0 + 13, x1, y1 + 13], 1.8, INK, 0.9, EVEN);
  for (let i = 0; i < 9; i++) {
    const t = i / 9;
    const x = x0 + (x1 - x0) * t;
    const y = y0 + (y1 - y0) * t;
    pen.line([x, y - 10, x - 2, y + 5], 0.9, UMBER, 0.6, EVEN);
    if (i % 3 === 0) pen.line([x, y - 8, x, y - 33], 2, UMBER, 0.95, EVEN);
  }
  for (const rise of [21, 32]) pen.line([x0, y0 - rise, x1, y1 - rise], 1.6, UMBER, 0.95, EVEN);
}

/** The rail on the near side is drawn after the travellers. */
export function railElement(s: number): Element {
  const y = valueAt(LONG_BRIDGE, s);
  const next = valueAt(LONG_BRIDGE, s + BAY);
  return {
    left: atReading(s + BAY) - 4,
    right: atReading(s) + 4,
    top: Math.min(y, next) - 24,
    bottom: Math.max(y, next) + 14,
    ground: Math.max(y, next) + 13,
    draw: (pen) => {
      pen.home();
      const x1 = atReading(s);
      const x0 = atReading(s + BAY);
      for (const rise of [4, 15])
        pen.line([x0, next - rise, x1, y - rise], 1.7, mixColours(UMBER, INK, 0.3), 0.95, EVEN);
      for (let i = 0; i < 3; i++) {
        const t = i / 3;
        const at = next + (y - next) * t;
        pen.line(
          [x0 + (x1 - x0) * t, at + 8, x0 + (x1 - x0) * t, at - 17],
          2.2,
          mixColours(UMBER, INK, 0.3),
          0.95,
          EVEN,
        );
      }
    },
  };
}

export function railElements(): Element[] {
  const elements: Element[] = [];
  for (let s = LONG_BRIDGE[0]![0]; s < LONG_BRIDGE[LONG_BRIDGE.length - 1]![0]; s += BAY) elements.push(railElement(s));
  return elements;
}

/** A footpath along corners x, y in scroll pixels: trodden earth, edges half lost in the grass. */
export function pathElement(way: readonly number[], breadth: number, ground: number, seed: number): Element {
  const xs = way.filter((_, i) => i % 2 === 0);
  const ys = way.filter((_, i) => i % 2 === 1);
  return {
    left: Math.min(...xs) - breadth,
    right: Math.max(...xs) + breadth,
    top: Math.min(...ys) - breadth,
    bottom: Math.max(...ys) + breadth,
    ground,
    draw: (pen) => {
      pen.home();
      pen.line(way, breadth, mixColours(SILK, OCHRE, 0.18), 0.85, EVEN);
      const random = createRandom(seed);
      for (let i = 0; i + 7 < way.length; i += 6) {
        for (const side of [-0.5, 0.5]) {
          if (random() < 0.35) continue;
          const piece = way.slice(i, i + 8).map((v, k) => (k % 2 === 1 ? v + side * breadth * 0.8 : v));
          pen.line(piece, 1.5, mixColours(INK, UMBER, 0.5), 0.6, TAPERED);
        }
      }
    },
  };
}
