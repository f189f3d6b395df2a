import { HALL } from '#demo/caves/hall/dimensions.ts';
import { CELL, FIELD_BOTTOM, REGISTERS } from '#demo/caves/hall/murals/layout.ts';
import { drawArch, isInArch } from '#demo/caves/hall/murals/nicheArch.ts';
import { lowerRegisters, upperRegisters } from '#demo/caves/hall/murals/registers.ts';
import { bodhisattva, type BodhisattvaColours } from '#demo/paint/motifs/bodhisattva.ts';
import { flower } from '#demo/paint/motifs/flower.ts';
import { lotusBud } from '#demo/paint/motifs/lotus.ts';
import { thousandBuddhas } from '#demo/paint/motifs/thousandBuddhas.ts';
import type { Painter } from '#demo/paint/painter.ts';
import { curve, rectangle } from '#demo/paint/paths.ts';

const GUARDIANS: readonly Partial<BodhisattvaColours>[] = [
  { skirt: 'cinnabar', overskirt: 'malachite', scarf: 'azurite', scarfReverse: 'white', halo: ['azurite', 'white', 'cinnabar', 'malachite'] },
  { skirt: 'ochre', overskirt: 'azurite', scarf: 'cinnabar', scarfReverse: 'white', halo: ['malachite', 'white', 'azurite', 'ochre'] },
]; // prettier-ignore

/** The inner wall: the flaming arch of the niche between two great bodhisattvas, thousand Buddhas where room is left. */
export function drawInnerWall(painter: Painter): void {
  upperRegisters(painter, 'inwards', 1);
  const { top, height } = REGISTERS.field;
  const middle = HALL.width / 2;
  const isTaken = (x: number, y: number): boolean =>
    isInArch(x, Math.min(y + 0.06, HALL.wallHeight - HALL.niche.floor - 0.01), 0.27) || Math.abs(x - middle) > 1.75;
  for (let i = 0; i < 90; i++) {
    const x = middle + painter.random.between(-1.8, 1.8);
    flower(painter, x, top + painter.random() * height, painter.random.between(0.012, 0.024), painter.random.pick(['white', 'azuriteLight', 'malachiteLight']), 'cinnabar', 6); // prettier-ignore
  }
  thousandBuddhas(painter, 0, top, HALL.width, height, CELL.width, CELL.height, [isTaken]);
  [-1, 1].forEach((side, i) => {
    const x = middle + side * 2.17;
    drawPanel(painter, x, top, 0.78, height);
    painter.push(x, FIELD_BOTTOM - 0.09, 1.32);
    bodhisattva(painter, {
      turn: -side * 0.65,
      hold: side < 0 ? 'lotus' : 'willow',
      colours: GUARDIANS[i]!,
      seed: 41 + i * 7,
    });
    painter.pop();
  });
  drawArch(painter);
  lowerRegisters(painter, null);
}

/** A light panel with a double line, blossoms above and lotuses that grow from its foot. */
export function drawPanel(painter: Painter, x: number, top: number, width: number, height: number): void {
  const { random } = painter;
  const panel = rectangle(x - width / 2, top, width, height);
  painter.fill(panel, 'malachiteLight');
  painter.shade(panel, 'malachite', 0.12, 0.5, 8);
  painter.line(rectangle(x - width / 2 + 0.01, top + 0.01, width - 0.02, height - 0.02), 0.014, 'ochreRed');
  painter.line(rectangle(x - width / 2 + 0.035, top + 0.035, width - 0.07, height - 0.07), 0.006, 'white');
  for (let i = 0; i < 26; i++) {
    const left = x + random.between(-0.45, 0.45) * width;
    flower(painter, left, top + height * random.between(0.03, 0.7), random.between(0.01, 0.02), random.pick(['white', 'azuriteLight', 'cinnabar']), 'cinnabar', 6); // prettier-ignore
  }
  for (const side of [-1, 1]) {
    for (let i = 0; i < 2; i++) {
      const foot = x + side * width * (0.3 + i * 0.1);
      const tall = height * random.between(0.14, 0.3);
      const bottom = top + height - 0.04;
      painter.line(curve([[foot, bottom], [foot + side * 0.02, bottom - tall * 0.5], [foot, bottom - tall]]), 0.008, 'malachite', 1); // prettier-ignore
      lotusBud(painter, foot, bottom - tall, 0.07, side * random.between(0, 0.3), i ? 'white' : 'cinnabar');
    }
  }
}
