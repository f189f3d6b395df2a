/** What is chased into the casket: figures and bands drawn by the murals' brush as lines, on a ground of ring punches. */
import { Painter } from '#demo/paint/painter.ts';
import { apsara } from '#demo/paint/motifs/apsara.ts';
import { beadBand, honeysuckle, petalBand } from '#demo/paint/motifs/borders.ts';
import { rosette } from '#demo/paint/motifs/flower.ts';
import { lotusBud } from '#demo/paint/motifs/lotus.ts';
import { ellipse, rectangle } from '#demo/paint/paths.ts';
import type { Relief } from './matter/relief.ts';

/** Side of the walls and of the lid's top as drawn, metres. */
export const WALL = { width: 0.156, height: 0.08 } as const;
export const LID_TOP = 0.11;
const PIXELS_PER_METRE = 5200;

/** 1 untouched metal … 0 the bottom of a line. */
export interface CasketRelief {
  readonly wall: Relief;
  readonly top: Relief;
  /** One length of vine for lid and base; wraps. */
  readonly vine: Relief;
}

export function drawCasketRelief(): CasketRelief {
  return { wall: toRelief(drawWall()), top: toRelief(drawTop()), vine: toRelief(drawVine()) };
}

function begin(width: number, height: number, seed: number): Painter {
  const painter = new Painter({ width, height, pixelsPerMetre: PIXELS_PER_METRE, layer: 'line-drawing', seed });
  painter.fill(rectangle(0, 0, width, height), 'white');
  return painter;
}

/** Rings in offset rows, 1.5 mm apart. */
function punchRings(painter: Painter, x: number, y: number, width: number, height: number) {
  const pitch = 0.00155;
  for (let row = 0; row * pitch * 0.87 < height; row++)
    for (let column = 0; column * pitch < width; column++)
      painter.line(ellipse(x + (column + (row % 2) * 0.5) * pitch, y + row * pitch * 0.87, 0.00052), 0.0003, 'ink', 1);
}

/** Two apsaras towards a flaming jewel on a lotus, between a vine and petals. */
function drawWall(): Painter {
  const { width, height } = WALL;
  const painter = begin(width, height, 3);
  punchRings(painter, 0.006, 0.0135, width - 0.012, 0.052);
  for (const side of [-1, 1]) {
    painter.push(width / 2 + side * 0.041, 0.041, 0.052, 0, side > 0);
    apsara(painter, { seed: 12 + side, variant: side > 0 ? 1 : 2 });
    painter.pop();
  }
  lotusBud(painter, width / 2, 0.052, 0.022);
  rosette(painter, width / 2, 0.027, 0.0085, undefined, 8);
  painter.push(0, 0.0665);
  petalBand(painter, width, 0.0135);
  painter.pop();
  painter.push(0, 0);
  honeysuckle(painter, width, 0.0115, 'white', ['white', 'white', 'white'], 1.7);
  painter.pop();
  for (const y of [0.0125, 0.0655]) painter.line(rectangle(0, y, width, 0.0002), 0.0006, 'ink', 1);
  return painter;
}

function drawTop(): Painter {
  const painter = begin(LID_TOP, LID_TOP, 4);
  punchRings(painter, 0, 0, LID_TOP, LID_TOP);
  rosette(painter, LID_TOP / 2, LID_TOP / 2, 0.04, undefined, 12);
  for (const x of [-1, 1])
    for (const y of [-1, 1]) rosette(painter, LID_TOP / 2 + x * 0.0425, LID_TOP / 2 + y * 0.0425, 0.0105, undefined, 6);
  return painter;
}

function drawVine(): Painter {
  const painter = begin(0.156, 0.024, 5);
  painter.push(0, 0.003);
  honeysuckle(painter, 0.156, 0.018, 'white', ['white', 'white', 'white'], 1.9);
  painter.pop();
  beadBand(painter, 0.156, 0.003, 'white', 'white');
  return painter;
}

function toRelief(painter: Painter): Relief {
  const { data, width, height } = painter.pixels();
  const values = new Float32Array(width * height);
  for (let i = 0; i < values.length; i++)
    values[i] = Math.min(
      1,
      Math.max(0, (0.3 * data[i * 4]! + 0.59 * data[i * 4 + 1]! + 0.11 * data[i * 4 + 2]! - 60) / 165),
    );
  painter.release();
  return { width, height, values };
}
