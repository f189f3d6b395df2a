/** The passage: a guardian on either side, lotus and clouds above. */
import { beadBand, frame, honeysuckle } from '#demo/paint/motifs/borders.ts';
import { flower } from '#demo/paint/motifs/flower.ts';
import type { Painter } from '#demo/paint/painter.ts';
import { rectangle } from '#demo/paint/paths.ts';
import { pickDress, drawFigure } from '../figure/figure.ts';
import { STOUT } from '../figure/pose.ts';
import { peakBand } from '../motifs/bands.ts';
import { lotusMedallion } from '../motifs/lotusMedallion.ts';
import { drawFlying } from '../motifs/preaching.ts';

/** `isNorth`: the room is on the left of the north side and on the right of the south side. */
export function drawPassageSide(painter: Painter, isNorth: boolean): void {
  const { width, height, random } = painter;
  const all = rectangle(0, 0, width, height);
  painter.fill(all, 'ochreRed');
  painter.shade(all, 'black', 0.18, 0.5, 8);
  for (let i = 0; i < 50; i++)
    flower(
      painter,
      random() * width,
      random() * height,
      0.016,
      random.pick(['white', 'malachiteLight'] as const),
      'ochre',
      5,
    );
  drawFlying(painter, width * 0.5, 0.42, 0.5, isNorth, isNorth ? 1 : 2);
  painter.push(width / 2, height - 0.16 - 0.52, 1.42, 0, !isNorth);
  drawFigure(
    painter,
    {
      lean: 0.1,
      tilt: -0.15,
      turn: 0.7,
      leftArm: [-1.2, 0.5],
      rightArm: [1.7, 2.9],
      leftLeg: [-0.55, 0],
      rightLeg: [0.6, -0.25],
    },
    {
      dress: { ...pickDress(painter, 'wild', isNorth ? 1 : 3), reach: 0.35 },
      build: { ...STOUT, head: 0.18, leg: 0.215, girth: 1.5 },
      wind: 0.5,
      features: { width: 1.05, eye: 1.9, nose: 1.3, smile: -1.4, brow: -0.9 },
    },
  );
  painter.pop();
  painter.push(0, height - 0.16, 1);
  peakBand(painter, width, 0.16);
  painter.pop();
  frame(painter, 0, 0, width, height, 0.06, (l, h) => {
    honeysuckle(painter, l, h, 'black', ['malachite', 'white', 'ochre']);
  });
}

export function drawPassageCeiling(painter: Painter): void {
  const { width, height } = painter;
  painter.fill(rectangle(0, 0, width, height), 'azurite');
  painter.shade(rectangle(0, 0, width, height), 'black', 0.2, 0.5, 8);
  for (const side of [-1, 1]) drawFlying(painter, width / 2 + side * 0.45, height * 0.5, 0.5, side > 0, side + 4);
  lotusMedallion(painter, width / 2, height / 2, 0.3, 2);
  frame(painter, 0, 0, width, height, 0.07, (l, h) => {
    beadBand(painter, l, h, 'cinnabar', 'white');
  });
}
