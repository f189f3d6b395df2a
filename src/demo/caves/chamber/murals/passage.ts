/** The passage to the cliff: one more guardian on each side, a figured silk overhead. */
import type { Painting } from '#demo/cave/cave.ts';
import { smoothStep } from '#demo/noise/noise.ts';
import type { Painter } from '#demo/paint/painter.ts';
import { rectangle } from '#demo/paint/paths.ts';
import { beadBand, frame, honeysuckle } from '#demo/paint/motifs/borders.ts';
import { flower } from '#demo/paint/motifs/flower.ts';
import { drawDado } from '#demo/caves/chamber/murals/ends.ts';
import { guardian, type GuardianOptions } from '#demo/caves/chamber/murals/guardian.ts';
import { roundelSilk } from '#demo/caves/chamber/murals/textiles.ts';
import { DOORWAY, ROOM } from '#demo/caves/chamber/room/dimensions.ts';

const LENGTH = DOORWAY.outer - ROOM.halfDepth;

function draw(painter: Painter, options: GuardianOptions): void {
  painter.fill(rectangle(0, 0, LENGTH, DOORWAY.height), 'ochreRed');
  for (let i = 0; i < 26; i++) flower(painter, painter.random() * LENGTH, painter.random() * 1.7, painter.random.between(0.016, 0.03), 'white', 'cinnabar', 6); // prettier-ignore
  painter.clip(rectangle(0, 0, LENGTH, 1.72));
  guardian(painter, LENGTH / 2, 1.66, 1.34, options);
  painter.pop();
  painter.push(0, 1.72);
  drawDado(painter, LENGTH, 0.38);
  painter.pop();
  frame(painter, 0, 0, LENGTH, 1.74, 0.06, (length, band) => beadBand(painter, length, band, 'brown'));
}

/** Hands and weather reach far in. `outside` is the end of the wall at the cliff. */
function wearOf(seed: number, outside: 0 | 1): Painting['wear'] {
  const out = (x: number): number => (outside ? x / LENGTH : 1 - x / LENGTH);
  return {
    seed,
    lossBias: (x, y) => 0.4 * smoothStep(0.3, 1, out(x)) + 0.2 * smoothStep(1.3, 2, y),
    dust: (x) => 0.1 + 0.2 * out(x),
    touch: (_x, y) => 0.6 * smoothStep(0.6, 1, y) * smoothStep(1.7, 1.3, y),
    threshold: 0.82,
  };
}

const common = { width: LENGTH, height: DOORWAY.height, lightCell: 0.05 } as const;

export const PASSAGE_PAINTINGS: readonly Painting[] = [
  {
    ...common,
    id: 'passage-north',
    seed: 101,
    draw: (painter) => draw(painter, { holds: 'spear', coat: 'azurite', armour: 'gold', seed: 861, mirrored: false }),
    wear: wearOf(101, 1),
  },
  {
    ...common,
    id: 'passage-south',
    seed: 102,
    draw: (painter) => draw(painter, { holds: 'lute', coat: 'ochre', armour: 'malachite', seed: 867, mirrored: true }),
    wear: wearOf(102, 0),
  },
  {
    id: 'passage-soffit',
    width: DOORWAY.width,
    height: LENGTH,
    lightCell: 0.05,
    seed: 103,
    draw(painter) {
      roundelSilk(painter, DOORWAY.width, LENGTH, 0.14, 103);
      frame(painter, 0, 0, DOORWAY.width, LENGTH, 0.1, (length, band) => honeysuckle(painter, length, band, 'black', ['malachite', 'white', 'azuriteLight'])); // prettier-ignore
    },
    wear: { seed: 103, soot: () => 0.35, lossBias: (_x, y) => 0.3 * smoothStep(0.4, 1.4, y), threshold: 0.82 },
  },
];
