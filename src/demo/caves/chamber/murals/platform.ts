/** The platform's front: mouldings, and panels of musicians between pearl roundels. */
import type { Painting } from '#demo/cave/cave.ts';
import type { Painter } from '#demo/paint/painter.ts';
import { ellipse, rectangle } from '#demo/paint/paths.ts';
import { smoothStep } from '#demo/noise/noise.ts';
import { beadBand, frame, honeysuckle, inTurn, lozenge, petalBand } from '#demo/paint/motifs/borders.ts';
import { musician } from '#demo/caves/chamber/murals/musician.ts';
import { roundel, spandrel, type Device } from '#demo/caves/chamber/murals/roundel.ts';
import { FRONT_LENGTHS, ROOM } from '#demo/caves/chamber/room/dimensions.ts';

const WIDTH = ROOM.halfLength * 2;
const HEIGHT = FRONT_LENGTHS[6]!;
/** The upright waist between the mouldings. */
const TOP = FRONT_LENGTHS[2]!;
const FOOT = FRONT_LENGTHS[3]!;
const PANELS = 15;
const DEVICES: readonly Device[] = ['duck', 'horse', 'lotus', 'duck'];

function draw(painter: Painter): void {
  painter.fill(rectangle(0, 0, WIDTH, HEIGHT), 'ochreRed');
  honeysuckle(painter, WIDTH, FRONT_LENGTHS[1]!, 'black', ['malachite', 'white', 'azuriteLight', 'ochre']);
  painter.push(0, FRONT_LENGTHS[1]!);
  petalBand(painter, WIDTH, TOP - FRONT_LENGTHS[1]!);
  painter.pop();
  const step = WIDTH / PANELS;
  for (let i = 0; i < PANELS; i++) {
    painter.push(i * step, TOP);
    if (i % 2 === 0) drawRoundelPanel(painter, step, FOOT - TOP, i / 2);
    else drawMusicianPanel(painter, step, FOOT - TOP, (i - 1) / 2);
    painter.pop();
  }
  painter.push(0, FOOT);
  petalBand(painter, WIDTH, FRONT_LENGTHS[5]! - FOOT, ['white', 'malachite', 'azurite'], true);
  painter.pop();
  painter.push(0, FRONT_LENGTHS[5]!);
  lozenge(painter, WIDTH, HEIGHT - FRONT_LENGTHS[5]!);
  painter.pop();
}

function drawRoundelPanel(painter: Painter, width: number, height: number, index: number): void {
  painter.fill(rectangle(0, 0, width, height), index % 2 ? 'malachite' : 'lapis');
  const radius = width * 0.43;
  for (const x of [0, width])
    for (const y of [0, height / 2 + radius * 1.1, height / 2 - radius * 1.1, height]) spandrel(painter, x, y, 0.11);
  spandrel(painter, width / 2, 0.01, 0.12);
  spandrel(painter, width / 2, height - 0.01, 0.12);
  roundel(painter, width / 2, height / 2, radius, {
    device: inTurn(DEVICES, index),
    field: index % 2 ? 'cinnabar' : 'ochreRed',
    ring: index % 2 ? 'lapis' : 'malachite',
    mirrored: index > 3,
  });
  border(painter, width, height);
}

function drawMusicianPanel(painter: Painter, width: number, height: number, index: number): void {
  painter.fill(rectangle(0, 0, width, height), index % 2 ? 'cinnabar' : 'ochreRed');
  for (let i = 0; i < 9; i++)
    painter.fill(ellipse(painter.random() * width, painter.random() * height, 0.05, 0.02), 'plum', 0.25);
  musician(painter, width / 2, height * 0.93, height * 0.84, index);
  border(painter, width, height);
}

function border(painter: Painter, width: number, height: number): void {
  frame(painter, 0, 0, width, height, 0.036, (length, band) => beadBand(painter, length, band, 'brown', 'white'));
}

/** Feet and knees of visitors rub the lower half; smoke of the lamps darkens the upper edge. */
export const PLATFORM_PAINTING: Painting = {
  id: 'platform-front',
  width: WIDTH,
  height: HEIGHT,
  lightCell: 0.035,
  seed: 71,
  draw,
  wear: {
    seed: 71,
    lossBias: (_x, y) => 0.16 * smoothStep(0.55, 1.05, y),
    soot: (_x, y) => 0.2 * smoothStep(0.2, 0, y),
    dust: (_x, y) => 0.05 + 0.2 * smoothStep(0.85, 1.1, y),
    touch: (_x, y) => 0.3 * smoothStep(0.25, 0.45, y) * smoothStep(1, 0.7, y),
    threshold: 0.84,
  },
};
