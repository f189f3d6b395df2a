/** Where people live and what they do: villages, temples, travellers on roads and bridge, boats on the water. */
import { createRandom } from '#demo/noise/random.ts';
import { place, sizeAt } from '#demo/scroll/compose/place.ts';
import { treeElement } from '#demo/scroll/compose/plant.ts';
import type { Element } from '#demo/scroll/element.ts';
import { landAt } from '#demo/scroll/land/bank.ts';
import type { FoldShape } from '#demo/scroll/land/fold.ts';
import { findPerch } from '#demo/scroll/land/perch.ts';
import { valueAt } from '#demo/scroll/land/profile.ts';
import type { Range } from '#demo/scroll/land/range.ts';
import type { Boat } from '#demo/scroll/people/boats.ts';
import { drawBoat } from '#demo/scroll/people/boats.ts';
import { LONG_BRIDGE, PAVILION_AT, bridgeElements, pathElement, railElements } from '#demo/scroll/people/bridges.ts';
import { drawFence, drawHall, drawHouse } from '#demo/scroll/people/buildings.ts';
import { drawPagoda, drawPavilion, drawTemple } from '#demo/scroll/people/temple.ts';
import type { Figure } from '#demo/scroll/people/figures.ts';
import { drawFigure } from '#demo/scroll/people/figures.ts';
import { atReading } from '#demo/scroll/size.ts';

const HOUSE = [150, 130, 20] as const;
const HALL = [200, 330, 40] as const;
const FIGURE = [80, 75, 30] as const;
const BOAT = [180, 280, 50] as const;

export function figureElement(
  figure: Figure,
  x: number,
  y: number,
  seed: number,
  mirrored = false,
  ground = y,
): Element {
  return place({ x, y, size: Math.max(0.5, sizeAt(y)), seed, mirrored, ground }, FIGURE, (pen, random) =>
    drawFigure(pen, random, figure),
  );
}

/** Houses about a reading position on the flat land of a range, with fences, trees and someone outside. */
export function villageElements(range: Range, s: number, houses: number, breadth: number): Element[] {
  const random = createRandom(range.seed * 17 + Math.round(s));
  const elements: Element[] = [];
  for (let i = 0; i < houses; i++) {
    const at = s + ((i + 0.5) / houses - 0.5) * breadth + random.normal() * 40;
    const { back, shore } = landAt(range, at);
    if (shore - back < 40) continue;
    const y = back + (shore - back) * random.between(0.12, 0.7);
    const size = sizeAt(y) * 0.92;
    const seed = Math.floor(random() * 1e9);
    elements.push(
      place({ x: atReading(at), y, size, seed, mirrored: random() < 0.5 }, HOUSE, (pen, own) => drawHouse(pen, own)),
    );
    elements.push(
      treeElement(
        random.pick(['willow', 'round', 'ring', 'blossom', 'bamboo']),
        atReading(at + random.between(70, 120)),
        y - 6,
        190 * size,
        seed + 1,
      ),
    );
    if (random() < 0.55) {
      elements.push(
        place({ x: atReading(at) - 60 * size, y: y + 18, size, seed }, [200, 40, 10], (pen, own) =>
          drawFence(pen, own, 130),
        ),
      );
    }
    if (random() < 0.6)
      elements.push(
        figureElement(
          random.pick(['walker', 'porter', 'scholar']),
          atReading(at) + random.between(-70, 70),
          y + 24,
          seed + 2,
          random() < 0.5,
        ),
      );
  }
  return elements;
}

/** A road over the flat land from one reading position to another, with its travellers. */
export function roadElements(range: Range, from: number, to: number, travellers: readonly Figure[]): Element[] {
  const random = createRandom(range.seed * 29 + from);
  const way: number[] = [];
  const lie = (s: number): number => {
    const { back, shore } = landAt(range, s);
    return back + (shore - back) * (0.52 + 0.22 * Math.sin(s / 260 + range.seed));
  };
  for (let s = from; s <= to; s += 24) way.push(atReading(s), lie(s));
  const ground = valueAt(range.foot, from) + range.depth * 0.55 - 30;
  const elements = [pathElement(way, 24 * sizeAt(lie(from)), ground, range.seed)];
  travellers.forEach((figure, i) => {
    const s = from + ((to - from) * (i + 0.5 + random.normal() * 0.22)) / travellers.length;
    elements.push(figureElement(figure, atReading(s), lie(s) + 4, Math.floor(random() * 1e9)));
  });
  return elements;
}

export function bridgeScene(): Element[] {
  const random = createRandom(4111);
  const elements = [...bridgeElements(), ...railElements()];
  const crowd: readonly Figure[] = [
    'walker',
    'rider',
    'porter',
    'walker',
    'scholar',
    'porter',
    'monk',
    'walker',
    'rider',
    'walker',
    'porter',
    'scholar',
    'walker',
    'porter',
  ];
  crowd.forEach((figure, i) => {
    const s = 29950 + (6700 * (i + 0.5 + random.normal() * 0.28)) / crowd.length;
    if (Math.abs(s - PAVILION_AT) < 190) return;
    const y = valueAt(LONG_BRIDGE, s);
    elements.push(figureElement(figure, atReading(s), y + 2, Math.floor(random() * 1e9), random() < 0.25, y + 11));
  });
  const y = valueAt(LONG_BRIDGE, PAVILION_AT);
  const stand = { x: atReading(PAVILION_AT), y: y + 10, size: 1.05, seed: 5, ground: y + 30 };
  elements.push(place(stand, HALL, (pen, own) => drawHall(pen, own, 2, 210)));
  return elements;
}

export type Building = 'hall' | 'great-hall' | 'pavilion' | 'pagoda' | 'house';

/** A building on the mountains near a point, with pines about it. */
export function perchedElements(
  shapes: readonly FoldShape[],
  building: Building,
  s: number,
  y: number,
  size: number,
): Element[] {
  const perch = findPerch(shapes, atReading(s), y);
  const random = createRandom(Math.round(s * 3 + y));
  const at = { x: perch.x, y: perch.y + 10 * size, size, ground: perch.ground, seed: Math.floor(random() * 1e9) };
  const elements = [
    place(at, [220, 420, 40], (pen, own) => {
      if (building === 'hall') drawHall(pen, own, 1, 150);
      else if (building === 'great-hall') drawHall(pen, own, 2, 210);
      else if (building === 'pavilion') drawPavilion(pen, own);
      else if (building === 'pagoda') drawPagoda(pen, 7);
      else drawHouse(pen, own);
    }),
  ];
  for (let i = 0; i < 6; i++) {
    const x = perch.x + (i % 2 === 0 ? -1 : 1) * random.between(70, 170) * size;
    const ground = random() < 0.6 ? perch.ground - 0.2 : perch.ground + 0.7;
    elements.push(
      treeElement(
        random.pick(['pine', 'pine', 'round', 'ring']),
        x,
        perch.y + random.between(6, 30),
        random.between(150, 230) * size,
        at.seed + i + 1,
        ground,
      ),
    );
  }
  return elements;
}

/** The temple near a point of the mountains; it stands before the fold on which it rests. */
export function templeElements(shapes: readonly FoldShape[], s: number, y: number, size: number): Element[] {
  const perch = findPerch(shapes, atReading(s), y);
  const random = createRandom(5021);
  const at = { x: perch.x, y: perch.y + 20, size, ground: perch.ground + 2, seed: 5023 };
  const elements = [place(at, [420, 420, 170], (pen, own) => drawTemple(pen, own))];
  for (let i = 0; i < 16; i++) {
    const side = i % 2 === 0 ? -1 : 1;
    const x = perch.x + side * random.between(300, 420) * size;
    const isBehind = random() < 0.4;
    const root = isBehind ? perch.y + random.between(-20, 10) : perch.y + random.between(60, 160) * size;
    const ground = isBehind ? at.ground - 0.5 : at.ground + 0.5;
    elements.push(
      treeElement(
        random.pick(['pine', 'pine', 'round', 'ring']),
        isBehind ? perch.x + side * random.between(90, 330) * size : x,
        root,
        random.between(170, 260) * size,
        5030 + i,
        ground,
      ),
    );
  }
  for (const [i, figure] of (['monk', 'walker', 'monk', 'porter'] as const).entries()) {
    const x = perch.x + (i - 1.6) * 70 * size;
    const stand = { x, y: perch.y + (62 + 6 * i) * size, size: size * 0.85, seed: 5060 + i, ground: at.ground + 1 };
    elements.push(place(stand, FIGURE, (pen, own) => drawFigure(pen, own, figure)));
  }
  return elements;
}

export function boatElement(boat: Boat, s: number, y: number, seed: number, mirrored = false): Element {
  return place({ x: atReading(s), y, size: sizeAt(y) * 0.95, seed, mirrored }, BOAT, (pen, random) =>
    drawBoat(pen, random, boat),
  );
}
