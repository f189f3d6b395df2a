/**
 * A long wall: ten metres of story at eye height, Buddhas above with two preaching scenes, musicians under the ceiling,
 * and in the gable one great assembly.
 */
import { flower } from '#demo/paint/motifs/flower.ts';
import { frame, honeysuckle } from '#demo/paint/motifs/borders.ts';
import type { Painter } from '#demo/paint/painter.ts';
import { polygon, rectangle } from '#demo/paint/paths.ts';
import { ROOM } from '../../room/dimensions.ts';
import { drawStrip, type Scene } from '../jataka/strip.ts';
import { drawFlying, drawPreaching } from '../motifs/preaching.ts';
import { drawThrongBetween } from '../motifs/throng.ts';
import { lotusMedallion } from '../motifs/lotusMedallion.ts';
import { drawRegisters, drawTeeth, inRegister, REGISTERS } from './registers.ts';

/** `isNorth`: seen from inside, the gable is on the right of the north wall and on the left of the south wall. */
export function drawSideWall(painter: Painter, isNorth: boolean, story: readonly Scene[]): void {
  const length = ROOM.front - ROOM.back;
  const gable = ROOM.ridge - ROOM.ceiling;
  const along = (z: number): number => (isNorth ? z - ROOM.back : ROOM.front - z);
  drawGable(painter, along(ROOM.ridgeZ), ROOM.front - ROOM.ridgeZ, gable, isNorth);
  painter.push(0, gable, 1);
  drawRegisters(painter, length, isNorth ? 0 : 4);
  const { top, height } = REGISTERS.throng;
  const scenes = [
    { x: along(ROOM.ridgeZ), width: 2.15, variant: isNorth ? 0 : 3 },
    { x: along(-2.3), width: 1.9, variant: isNorth ? 2 : 1 },
  ];
  drawThrongBetween(painter, length, top, height, scenes, isNorth ? 0 : 2);
  for (const scene of scenes) {
    const x = scene.x - scene.width / 2;
    drawPreaching(painter, x, top, scene.width, height, scene.variant);
    frame(painter, x - 0.05, top - 0.05, scene.width + 0.1, height + 0.1, 0.06, (l, h) => {
      honeysuckle(painter, l, h, 'black', ['malachite', 'white', 'ochre']);
    });
    painter.line(rectangle(x, top, scene.width, height), 0.008, 'white');
  }
  drawTeeth(painter, length);
  inRegister(painter, 'story', (h) => {
    drawStrip(painter, length, h, 'ochreRed', story);
  });
  painter.pop();
}

/** The triangle under the rafters: a lotus in glory between apsaras, clouds of petals. */
function drawGable(painter: Painter, middle: number, half: number, height: number, isNorth: boolean): void {
  const { random } = painter;
  const field = polygon([
    [middle - half - 0.05, height + 0.05],
    [middle, -0.05],
    [middle + half + 0.05, height + 0.05],
  ]);
  painter.fill(rectangle(0, 0, painter.width, height + 0.01), 'ochreRed');
  painter.fill(field, 'brown');
  painter.shade(field, 'black', 0.25, 0.6, 10);
  painter.clip(field);
  for (let i = 0; i < 110; i++) flower(painter, middle + random.between(-half, half), random() * height, random.between(0.012, 0.026), random.pick(['white', 'malachiteLight', 'azuriteLight', 'cinnabar'] as const), 'ochre', 5); // prettier-ignore
  lotusMedallion(painter, middle, height * 0.62, height * 0.3, isNorth ? 0 : 2);
  for (const side of [-1, 1]) {
    drawFlying(painter, middle + side * 0.62, height * 0.68, 0.66, side > 0, isNorth ? 1 : 4);
    drawFlying(painter, middle + side * 1.14, height * 0.82, 0.46, side > 0, isNorth ? 2 : 5);
  }
  painter.pop();
}
