import { HALL, PASSAGE_PAINTING } from '#demo/caves/hall/dimensions.ts';
import { at } from '#demo/caves/hall/murals/registers.ts';
import { beadBand, honeysuckle, lozenge, petalBand, inTurn } from '#demo/paint/motifs/borders.ts';
import { cartouche } from '#demo/paint/motifs/cartouche.ts';
import { donor, type DonorOptions } from '#demo/paint/motifs/donor.ts';
import { flower, rosette } from '#demo/paint/motifs/flower.ts';
import { dado } from '#demo/paint/motifs/parapet.ts';
import type { Painter } from '#demo/paint/painter.ts';
import { curve, rectangle } from '#demo/paint/paths.ts';
import type { Pigment } from '#demo/paint/pigments.ts';

const MEN: readonly DonorOptions[] = [
  { dress: 'monk', pose: 'censer', seed: 301 },
  { dress: 'lord', pose: 'lotus', seed: 322, colours: { robe: 'cinnabar', upper: 'white', trim: 'ink' } },
  { dress: 'lord', pose: 'sleeves', seed: 308, colours: { robe: 'azuriteLight', upper: 'cinnabar', trim: 'ink' } },
];
const LADIES: readonly DonorOptions[] = [
  { dress: 'monk', pose: 'prayer', seed: 411 },
  { dress: 'lady', pose: 'lotus', seed: 402, colours: { robe: 'redLead', upper: 'malachite', trim: 'white' } },
  { dress: 'lady', pose: 'tray', seed: 417, colours: { robe: 'azuriteLight', upper: 'plum', trim: 'ochre' } },
];

/** Great donors on both sides of the passage, who walk into the hall, and a ceiling of medallions. */
export function drawPassage(painter: Painter): void {
  const { northX, southX, ceilingX, width, height } = PASSAGE_PAINTING;
  painter.fill(rectangle(0, 0, width, height), 'ochreRed');
  at(painter, northX, 0, () => drawSide(painter, MEN, true));
  at(painter, southX, 0, () => drawSide(painter, LADIES, false));
  at(painter, ceilingX, 0, () => drawCeiling(painter));
}

function drawSide(painter: Painter, people: readonly DonorOptions[], hallOnLeft: boolean): void {
  const { random } = painter;
  const { length } = HALL.door;
  const ground = 1.75;
  const field = rectangle(0, 0, length, HALL.door.height);
  painter.clip(field);
  painter.fill(field, 'ground');
  painter.shade(field, 'ochre', 0.2, 0.4);
  for (let i = 0; i < 60; i++) {
    flower(painter, random() * length, random.between(0.18, 1.6), random.between(0.012, 0.024), random.pick(['cinnabar', 'malachiteLight', 'azuriteLight']), 'white', 6); // prettier-ignore
  }
  for (let i = 0; i < 5; i++) {
    const x = random() * length;
    painter.brush([[x, ground], [x + 0.02, ground - 0.1], [x - 0.01, ground - 0.18]], 0.012, 'malachite', 1, 10); // prettier-ignore
    flower(painter, x - 0.01, ground - 0.19, 0.035, 'cinnabar', 'white', 6);
  }
  const place = (i: number): number => (hallOnLeft ? 0.3 + i * 0.5 : length - 0.3 - i * 0.5);
  people.forEach((_, i) => {
    cartouche(painter, place(i) + (hallOnLeft ? 0.2 : -0.27), 0.22, 0.065, 0.6, i % 2 ? 'malachiteLight' : 'ochre');
  });
  painter.lineWeight = 0.55;
  people.forEach((person, i) => {
    painter.push(place(i) + (hallOnLeft ? 0.04 : -0.04), ground, i === 0 ? 1.28 : 1.4, 0, !hallOnLeft);
    donor(painter, person);
    painter.pop();
  });
  painter.lineWeight = 1;
  petalBand(painter, length, 0.07);
  at(painter, 0, 0.07, () => honeysuckle(painter, length, 0.08, 'black', ['malachite', 'azuriteLight', 'white']));
  at(painter, 0, 0.15, () => beadBand(painter, length, 0.025));
  at(painter, 0, ground, () => lozenge(painter, length, 0.05));
  dado(painter, 0, ground + 0.05, length, HALL.door.height - ground - 0.05);
  painter.line(curve([[0, 0.176], [length, 0.176]]), 0.006, 'ink', 0.8); // prettier-ignore
  painter.pop();
}

function drawCeiling(painter: Painter): void {
  const { width, length } = HALL.door;
  painter.fill(rectangle(0, 0, width, length), 'malachiteLight');
  const schemes: readonly (readonly Pigment[])[] = [
    ['azurite', 'white', 'cinnabar', 'ochre'],
    ['malachite', 'white', 'lapis', 'ochre'],
    ['cinnabar', 'white', 'malachite', 'ochre'],
  ];
  for (let row = 0; row < 8; row++) {
    for (let column = 0; column < 5; column++) {
      const x = ((column + 0.5 + (row % 2) * 0.5) * width) / 5;
      rosette(painter, x, ((row + 0.5) * length) / 8, 0.105, inTurn(schemes, row + column));
      flower(painter, x - width / 10, ((row + 0.5) * length) / 8, 0.028, 'white', 'cinnabar', 5);
    }
  }
  for (const x of [0.09, width]) {
    painter.push(x, 0, 1, Math.PI / 2);
    honeysuckle(painter, length, 0.09, 'ochreRed');
    painter.pop();
  }
}
