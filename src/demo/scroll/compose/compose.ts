/** Puts the landscape together: land, mist, growth, people, in the order of drawing, from the far side to the near one. */
import { createRandom } from '#demo/noise/random.ts';
import { plantBank, plantCrests } from '#demo/scroll/compose/plant.ts';
import type { Tree } from '#demo/scroll/compose/plant.ts';
import {
  boatElement,
  bridgeScene,
  figureElement,
  perchedElements,
  roadElements,
  templeElements,
  villageElements,
} from '#demo/scroll/compose/settle.ts';
import { geeseElement } from '#demo/scroll/growth/geese.ts';
import type { Element } from '#demo/scroll/element.ts';
import { mistElement } from '#demo/scroll/ground/mist.ts';
import { bankElement } from '#demo/scroll/land/bank.ts';
import type { FoldShape } from '#demo/scroll/land/fold.ts';
import { shapeFold } from '#demo/scroll/land/fold.ts';
import { foldElement, heapFolds } from '#demo/scroll/land/heap.ts';
import type { Range } from '#demo/scroll/land/range.ts';
import { RANGES } from '#demo/scroll/land/ranges.ts';
import { waterfallElement } from '#demo/scroll/land/waterfall.ts';
import { atReading } from '#demo/scroll/size.ts';

const TREES: readonly Tree[] = ['pine', 'willow', 'round', 'drop', 'ring', 'bamboo'];
const GROVES: Readonly<Record<string, readonly Tree[]>> = {
  'opening-bank': ['pine', 'pine', 'blossom', 'round', 'willow'],
  'lake-spit': ['willow', 'willow', 'round', 'bamboo', 'drop'],
  'massif-foot': ['pine', 'pine', 'round', 'ring', 'bamboo'],
  'bridge-village': ['willow', 'willow', 'blossom', 'round'],
  'gorge-near': ['pine', 'ring', 'bare', 'round'],
  'end-cape': ['bare', 'ring', 'pine', 'drop'],
  'end-shoal': ['willow', 'bare', 'willow', 'drop'],
};

export function compose(): Element[] {
  const elements: Element[] = [];
  const shapes: FoldShape[] = [];
  for (const range of RANGES) {
    const own = heapFolds(range);
    shapes.push(...own);
    elements.push(...own.map(foldElement), ...plantCrests(range, own));
    if (range.bank > 0) elements.push(bankElement(range), ...plantBank(range, GROVES[range.id] ?? TREES));
  }
  elements.push(...mists(), ...places(shapes), ...water());
  return elements.sort((a, b) => a.ground - b.ground);
}

function range(id: string): Range {
  const found = RANGES.find((one) => one.id === id);
  if (!found) throw new Error(`compose: no range "${id}"; name one of ranges.ts`);
  return found;
}

function places(shapes: readonly FoldShape[]): Element[] {
  const massif = shapes.filter(({ fold }) => fold.haze < 0.35);
  return [
    // Opening.
    ...roadElements(range('opening-bank'), 1200, 5900, [
      'rider',
      'walker',
      'porter',
      'walker',
      'scholar',
      'porter',
      'rider',
      'walker',
    ]),
    ...villageElements(range('opening-bank'), 4300, 5, 900),
    ...villageElements(range('opening-hills'), 7800, 4, 700),
    ...roadElements(range('opening-knolls'), 6700, 9500, ['scholar', 'walker', 'porter']),
    ...perchedElements(massif, 'pavilion', 3300, 1650, 0.8),
    ...perchedElements(massif, 'house', 5700, 1500, 0.55),
    // Lake.
    ...perchedElements(massif, 'pavilion', 11900, 1450, 0.6),
    ...villageElements(range('lake-spit'), 15200, 6, 1100),
    ...villageElements(range('lake-spit'), 17400, 5, 900),
    ...roadElements(range('lake-spit'), 14200, 18700, ['porter', 'walker', 'rider', 'monk', 'walker']),
    // Massif: the great temple on its own level, halls and a pagoda above and below.
    ...roadElements(range('massif-foot'), 19300, 25100, [
      'walker',
      'rider',
      'porter',
      'monk',
      'scholar',
      'walker',
      'porter',
    ]),
    ...roadElements(range('massif-end'), 26400, 29800, ['porter', 'walker', 'rider', 'walker']),
    ...templeElements(massif, 21750, 1500, 0.74),
    ...perchedElements(massif, 'hall', 20900, 1600, 0.66),
    ...perchedElements(massif, 'hall', 22450, 1330, 0.6),
    ...perchedElements(massif, 'pagoda', 25300, 1180, 0.72),
    ...perchedElements(massif, 'pavilion', 23600, 1500, 0.6),
    ...perchedElements(massif, 'hall', 26400, 1500, 0.6),
    ...perchedElements(massif, 'pavilion', 20300, 1350, 0.55),
    ...villageElements(range('massif-end'), 28200, 6, 1200),
    ...villageElements(range('massif-foot'), 20000, 4, 700),
    ...fall(24180, 1010, 1870, 84, 1880, 31),
    // Bridge.
    ...bridgeScene(),
    ...villageElements(range('bridge-village'), 33200, 7, 1500),
    ...villageElements(range('bridge-village'), 34500, 3, 500),
    // Gorge.
    ...fall(41750, 1080, 1790, 56, 1800, 37),
    ...fall(38950, 1240, 1760, 40, 1770, 41),
    ...perchedElements(massif, 'pavilion', 40700, 1500, 0.65),
    ...perchedElements(massif, 'hall', 43600, 1350, 0.6),
    ...perchedElements(massif, 'house', 44700, 1600, 0.6),
    ...villageElements(range('gorge-left'), 45700, 5, 800),
    ...roadElements(range('gorge-near'), 39500, 41800, ['walker', 'porter']),
    ...roadElements(range('gorge-left'), 42700, 46400, ['rider', 'porter', 'walker', 'walker']),
    // End.
    ...villageElements(range('end-cape'), 48000, 4, 700),
    ...perchedElements(massif, 'pavilion', 47600, 1750, 0.62),
    figureElement('scholar', atReading(51650), 2385, 77),
    figureElement('walker', atReading(51580), 2389, 78),
    geeseElement(50400, 560, 9, 3),
    geeseElement(12600, 620, 13, 4),
    geeseElement(35200, 480, 7, 5),
  ];
}

/** A waterfall between two buttresses that stand a little before it. */
function fall(s: number, top: number, bottom: number, breadth: number, ground: number, seed: number): Element[] {
  const x = atReading(s);
  const buttress = (side: number): Element =>
    foldElement(
      shapeFold({
        kind: 'cliff',
        x: x + side * breadth * 2.5,
        foot: bottom + 50,
        height: (bottom - top) * (side < 0 ? 0.84 : 0.66),
        reach: breadth * 2.5,
        lean: side * 0.1,
        green: side < 0 ? 0.25 : 0.6,
        haze: 0.04,
        mist: 0.4,
        seed: seed * 331 + side,
      }),
    );
  return [
    buttress(-1),
    buttress(1),
    waterfallElement({ x, top, bottom, breadth, ground, seed }),
    mistElement({ left: x - 620, right: x + 560, y: top + 20, thickness: 80, strength: 0.9, ground: ground + 1 }),
    mistElement({ left: x - 700, right: x + 700, y: bottom + 10, thickness: 90, strength: 0.75, ground: ground + 2 }),
  ];
}

function water(): Element[] {
  return [
    boatElement('sampan', 9900, 1830, 1),
    boatElement('sampan', 10400, 2010, 2, true),
    boatElement('sampan', 13900, 1900, 3),
    boatElement('sampan', 14300, 2060, 4),
    boatElement('moored', 16300, 2120, 5, true),
    boatElement('sail', 12700, 2230, 6),
    boatElement('sail', 9950, 1420, 7),
    boatElement('sail', 14100, 1370, 8),
    boatElement('sampan', 16900, 1740, 9),
    boatElement('ferry', 17500, 1960, 10),
    boatElement('moored', 11600, 2420, 11),
    boatElement('sampan', 13050, 2440, 12, true),
    boatElement('sail', 30900, 1560, 13),
    boatElement('sampan', 31700, 1790, 14),
    boatElement('ferry', 34700, 1800, 15, true),
    boatElement('sampan', 30900, 2420, 16),
    boatElement('moored', 35800, 2330, 17),
    boatElement('sail', 36200, 1480, 18),
    boatElement('ferry', 42000, 2160, 19),
    boatElement('sampan', 38400, 2330, 20),
    boatElement('sampan', 41300, 2240, 21, true),
    boatElement('sail', 49900, 1520, 22),
    boatElement('sail', 50900, 1440, 23),
    boatElement('sampan', 50300, 1980, 24),
    boatElement('sampan', 53200, 2100, 25),
    boatElement('sail', 52600, 1340, 26),
    boatElement('moored', 6100, 2440, 27),
    boatElement('sampan', 51600, 1760, 28, true),
  ];
}

/** Bands of mist at the feet of the ranges, long and low, where a ridge behind should seem far. */
function mists(): Element[] {
  const random = createRandom(881);
  const bands: Element[] = [];
  for (let s = 1200; s < 53500; s += random.between(900, 2100)) {
    const level = random.pick([1120, 1260, 1390, 1520, 1640]);
    const breadth = random.between(1300, 3000);
    bands.push(
      mistElement({
        left: atReading(s) - breadth / 2,
        right: atReading(s) + breadth / 2,
        y: level + random.between(-40, 40),
        thickness: random.between(70, 150),
        strength: random.between(0.55, 0.95),
        ground: level + 30,
      }),
    );
  }
  return bands;
}
