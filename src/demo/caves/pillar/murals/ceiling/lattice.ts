/** The flat ceiling: a lattice of painted beams with a turned square in every field, lotus in its middle. */
import { beadBand, frame, honeysuckle } from '#demo/paint/motifs/borders.ts';
import type { Painter } from '#demo/paint/painter.ts';
import { polygon, rectangle } from '#demo/paint/paths.ts';
import type { Pigment } from '#demo/paint/pigments.ts';
import { flower } from '#demo/paint/motifs/flower.ts';
import { PILLAR_BODY, ROOM } from '../../room/dimensions.ts';
import { drawBeast } from '../motifs/animals.ts';
import { drawFlying } from '../motifs/preaching.ts';
import { lotusMedallion } from '../motifs/lotusMedallion.ts';

const COLUMNS = 7;
const ROWS = 7;
const BEAM = 0.13;

export function drawLattice(painter: Painter): void {
  const { width, height } = painter;
  const dx = width / COLUMNS;
  const dy = height / ROWS;
  painter.fill(rectangle(0, 0, width, height), 'ochreRed');
  for (let row = 0; row < ROWS; row++) {
    for (let column = 0; column < COLUMNS; column++) {
      const x = column * dx - ROOM.halfWidth;
      const z = row * dy + ROOM.back - PILLAR_BODY.centreZ;
      const inner = PILLAR_BODY.half - 0.05;
      if (x > -inner && x + dx < inner && z > -inner && z + dy < inner) continue;
      painter.push((column + 0.5) * dx, (row + 0.5) * dy, 1);
      drawField(painter, dx - BEAM, dy - BEAM, row * 5 + column * 3);
      painter.pop();
    }
  }
  for (let row = 0; row <= ROWS; row++) {
    painter.push(0, row * dy - BEAM / 2, 1);
    drawBeam(painter, width, row);
    painter.pop();
  }
  for (let column = 0; column <= COLUMNS; column++) {
    painter.push(column * dx + BEAM / 2, 0, 1, Math.PI / 2);
    drawBeam(painter, height, column + 1);
    painter.pop();
  }
  for (let row = 0; row <= ROWS; row++) {
    for (let column = 0; column <= COLUMNS; column++) {
      lotusMedallion(painter, column * dx, row * dy, BEAM * 0.62, row + column);
    }
  }
}

function drawBeam(painter: Painter, length: number, index: number): void {
  honeysuckle(painter, length, BEAM, index % 2 ? 'black' : 'brown', index % 2 ? ['malachite', 'white', 'ochre'] : ['azuriteLight', 'white', 'malachite'], 2.6); // prettier-ignore
}

/** One field about its middle: two turned squares, corners with flames, beasts or apsaras. */
function drawField(painter: Painter, width: number, height: number, index: number): void {
  const { random } = painter;
  const grounds: readonly Pigment[] = ['malachite', 'azurite', 'black', 'ochreRed', 'azuriteLight'];
  const a = width / 2;
  const b = height / 2;
  painter.lightness = random.between(-0.05, 0.05);
  const outer = rectangle(-a, -b, width, height);
  painter.fill(outer, grounds[index % 5]!);
  painter.shade(outer, 'ink', a * 0.25, 0.4, 8);
  frame(painter, -a, -b, width, height, 0.035, (l, h) => {
    beadBand(painter, l, h, 'black', 'white');
  });
  for (let i = 0; i < 4; i++) {
    const sx = i % 2 ? 1 : -1;
    const sy = i < 2 ? -1 : 1;
    if (index % 3 === 1) drawFlying(painter, sx * a * 0.68, sy * b * 0.72, a * 0.5, sx > 0, index + i);
    else if (index % 9 === 5) {
      painter.push(sx * a * 0.7, sy * b * 0.62, a * 0.36, 0, sx > 0);
      drawBeast(painter, 'deer', { gait: 'run', pigment: 'white' });
      painter.pop();
    } else drawFlame(painter, sx * a * 0.68, sy * b * 0.68, a * 0.3, Math.atan2(sx, -sy), index + i);
  }
  const diamond = (k: number) =>
    polygon([
      [0, -b * k],
      [a * k, 0],
      [0, b * k],
      [-a * k, 0],
    ]);
  painter.shape(diamond(0.92), 'white', { lineWidth: 0.008 });
  painter.shape(diamond(0.84), grounds[(index + 2) % 5]!, { lineWidth: 0.006, shade: 'ink', shadeWidth: a * 0.15 });
  const s = 0.42;
  painter.shape(rectangle(-a * s, -b * s, width * s, height * s), 'black', { line: 'white', lineWidth: 0.012 });
  const well = rectangle(-a * s * 0.88, -b * s * 0.88, width * s * 0.88, height * s * 0.88);
  painter.shape(well, grounds[(index + 1) % 5]!, { lineWidth: 0.005, shade: 'ink', shadeWidth: a * 0.08 });
  for (const [x, y] of [
    [0.62, 0],
    [-0.62, 0],
    [0, 0.62],
    [0, -0.62],
  ] as const) {
    flower(painter, a * x, b * y, a * 0.075, 'white', 'cinnabar', 6);
  }
  lotusMedallion(painter, 0, 0, a * 0.34, index);
  painter.lightness = 0;
}

/** Three tongues of flame that point outwards. */
function drawFlame(painter: Painter, x: number, y: number, size: number, turn: number, index: number): void {
  painter.push(x, y, size, turn);
  for (const lean of [-0.6, 0.6, 0]) {
    painter.brush(
      [
        [0, 0.5],
        [lean * 0.6, 0],
        [lean * 0.4, -0.5],
        [lean, -1],
      ],
      0.5,
      (['white', 'cinnabar', 'malachiteLight', 'ochre'] as const)[(index + (lean ? 1 : 0)) % 4],
      1,
      14,
      (t) => Math.sin(Math.PI * Math.min(1, 0.15 + t * 0.85)),
    );
  }
  painter.pop();
}
