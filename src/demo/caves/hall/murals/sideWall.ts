import { HALL } from '#demo/caves/hall/dimensions.ts';
import { CELL, FIELD_BOTTOM, REGISTERS } from '#demo/caves/hall/murals/layout.ts';
import { lowerRegisters, upperRegisters } from '#demo/caves/hall/murals/registers.ts';
import { frame, honeysuckle } from '#demo/paint/motifs/borders.ts';
import { preachingScene } from '#demo/paint/motifs/preachingScene.ts';
import { taleOfDeer } from '#demo/paint/motifs/taleOfDeer.ts';
import { thousandBuddhas } from '#demo/paint/motifs/thousandBuddhas.ts';
import type { Painter } from '#demo/paint/painter.ts';
import { rectangle } from '#demo/paint/paths.ts';

/** North or south wall: a preaching scene amid the thousand Buddhas, a tale along the foot of the field on both sides. */
export function drawSideWall(painter: Painter, side: 'north' | 'south'): void {
  const isNorth = side === 'north';
  upperRegisters(painter, isNorth ? 'left' : 'right', isNorth ? 0 : 2);
  const { top, height } = REGISTERS.field;
  const scene = { width: 1.75, height: 1.44 };
  const left = HALL.width / 2 - scene.width / 2;
  const band = 0.055;
  const sceneTop = top + band;
  const tale = 0.34;
  const reach = left - band;
  const isClear = (x: number): boolean => x > reach - 0.05 && x < HALL.width - reach + 0.05;
  thousandBuddhas(
    painter,
    0,
    top,
    HALL.width,
    height - tale - 0.03,
    CELL.width,
    CELL.height,
    [isClear],
    isNorth ? 0 : 2,
  );
  for (const x of [0, HALL.width - reach]) {
    taleOfDeer(painter, x, FIELD_BOTTOM - tale, reach, tale);
    painter.line(rectangle(x, FIELD_BOTTOM - tale, reach, tale), 0.018, 'white', 1);
    painter.line(rectangle(x, FIELD_BOTTOM - tale, reach, tale), 0.006, 'ink', 0.8);
  }
  painter.fill(rectangle(reach, top, HALL.width - 2 * reach, height), 'ochreRed');
  frame(painter, left - band, sceneTop - band, scene.width + 2 * band, height, band, (length, thick) => {
    honeysuckle(painter, length, thick, 'black', ['malachite', 'white', 'cinnabar']);
  });
  preachingScene(painter, left, sceneTop, scene.width, height - 2 * band, isNorth ? 0 : 1);
  painter.line(rectangle(left, sceneTop, scene.width, height - 2 * band), 0.01, 'white', 1);
  lowerRegisters(painter, HALL.width / 2);
}
