/** The inner end and the wall of the door. */
import { frame, honeysuckle } from '#demo/paint/motifs/borders.ts';
import type { Painter } from '#demo/paint/painter.ts';
import { rectangle } from '#demo/paint/paths.ts';
import { PASSAGE, ROOM } from '../../room/dimensions.ts';
import { drawStrip } from '../jataka/strip.ts';
import { HUNT, QUIET_HILLS } from '../jataka/hunt.ts';
import { drawFlameMandorla, drawPreacher } from '../motifs/buddhas.ts';
import { drawFlying, drawPreaching } from '../motifs/preaching.ts';
import { drawThrongBetween } from '../motifs/throng.ts';
import { drawFigure, pickDress } from '../figure/figure.ts';
import { POSES } from '../figure/pose.ts';
import { drawRegisters, drawTeeth, inRegister, REGISTERS, WALL_HEIGHT } from './registers.ts';

const LENGTH = 2 * ROOM.halfWidth;

export function drawBackWall(painter: Painter): void {
  drawRegisters(painter, LENGTH, 2);
  const { top, height } = REGISTERS.throng;
  const middles = [0.22, 0.78].map((k) => k * LENGTH);
  drawThrongBetween(
    painter,
    LENGTH,
    top,
    height,
    middles.map((x) => ({ x, width: 1.9 })),
    3,
  );
  middles.forEach((middle, i) => {
    drawPreaching(painter, middle - 0.95, top, 1.9, height, i + 1);
    frame(painter, middle - 1, top - 0.05, 2, height + 0.1, 0.06, (l, h) => {
      honeysuckle(painter, l, h, 'black', ['malachite', 'white', 'ochre']);
    });
  });
  drawTeeth(painter, LENGTH);
  inRegister(painter, 'story', (h) => {
    drawStrip(painter, LENGTH, h, 'ochreRed', HUNT);
  });
}

/** Seven Buddhas over the door, a guardian bodhisattva on either side of it. */
export function drawFrontWall(painter: Painter): void {
  drawRegisters(painter, LENGTH, 5);
  const middle = LENGTH / 2;
  const door = WALL_HEIGHT - PASSAGE.height;
  const { top, height } = REGISTERS.throng;
  const tall = REGISTERS.wave.top - top;
  const panels = [-1, 1].map((side) => middle + side * 1.3);
  drawThrongBetween(painter, LENGTH, top, height, [{ x: middle, width: 3.5 }], 1);
  inRegister(painter, 'story', (h) => {
    drawStrip(painter, LENGTH, h, 'brown', [...QUIET_HILLS, ...QUIET_HILLS]);
  });
  // Seven small Buddhas in one row.
  painter.fill(rectangle(middle - 1.75, top, 3.5, door - top), 'ochreRed');
  painter.shade(rectangle(middle - 1.75, top, 3.5, door - top), 'black', 0.14, 0.5, 8);
  for (let i = 0; i < 7; i++) {
    painter.push(middle + (i - 3) * 0.26, door - 0.24, 0.3);
    painter.push(0, 0, 1);
    drawFlameMandorla(painter, i % 2 ? ['malachite', 'black', 'white'] : ['azuriteLight', 'brown', 'ochre']);
    painter.pop();
    drawPreacher(
      painter,
      {
        robe: (['cinnabar', 'redLead', 'ochre', 'brown'] as const)[i % 4]!,
        lining: i % 2 ? 'azurite' : 'malachite',
        mandorla: ['white', 'malachite', 'azuriteLight', 'black'],
      },
      false,
    );
    painter.pop();
  }
  for (const side of [-1, 1]) drawFlying(painter, middle + side * 0.42, top + 0.3, 0.5, side > 0, side + 2);
  panels.forEach((x, i) => {
    const field = rectangle(x - 0.42, top, 0.84, tall);
    painter.fill(field, i ? 'azuriteLight' : 'malachiteLight');
    painter.shade(field, 'brown', 0.16, 0.45, 10);
    painter.clip(field);
    painter.push(x, top + tall - 0.98, 1.86, 0, i === 1);
    drawFigure(
      painter,
      { ...POSES.stand, turn: 0.7, rightArm: [0.5, 2.7], leftArm: [-0.35, -0.1], tilt: 0.12 },
      { dress: pickDress(painter, 'crown', i * 3 + 3), wind: 0.2 },
    );
    painter.pop();
    painter.pop();
    frame(painter, x - 0.47, top - 0.04, 0.94, tall + 0.05, 0.06, (l, h) => {
      honeysuckle(painter, l, h, 'black', ['malachite', 'white', 'ochre']);
    });
  });
  const { halfWidth, height: high } = PASSAGE;
  frame(painter, middle - halfWidth - 0.12, door - 0.12, 2 * halfWidth + 0.24, high + 0.4, 0.12, (l, h) => {
    honeysuckle(painter, l, h, 'black', ['malachite', 'white', 'azuriteLight', 'ochre']);
  });
  drawTeeth(painter, LENGTH);
}
