/**
 * The mask of the tripod's frieze, drawn as a height map for a third of the round: a face in halves about its nose ridge,
 * horns, bodies that curl outward, on a ground of square spirals. White stands out.
 */
import type { SKRSContext2D } from '@napi-rs/canvas';
import { drawRelief, softenRelief } from './matter/relief.ts';
import type { Relief } from './matter/relief.ts';
import { drawBand, grey, spiral } from './taotieBands.ts';

const WIDTH = 1920;
const HEIGHT = 560;

export interface TaotieFrieze {
  /** Sharp, for the fine relief. */
  readonly fine: Relief;
  /** Rounded, for the shape. */
  readonly broad: Relief;
}

export function drawTaotie(): TaotieFrieze {
  const drawn = drawRelief(WIDTH, HEIGHT, (context) => {
    context.fillStyle = grey(0.3);
    context.fillRect(0, 0, WIDTH, HEIGHT);
    drawSpirals(context);
    for (const side of [1, -1]) {
      context.save();
      context.translate(WIDTH / 2, 0);
      context.scale(side, 1);
      drawHalf(context);
      context.restore();
    }
    drawNose(context);
    for (const y of [0, HEIGHT - 16]) {
      context.fillStyle = grey(0.72);
      context.fillRect(0, y, WIDTH, 16);
    }
  });
  return { fine: softenRelief(drawn, 1, true), broad: softenRelief(drawn, 5, true) };
}

/** The ground: squared spirals in rows, every other one mirrored. */
function drawSpirals(context: SKRSContext2D) {
  const pitch = 40;
  context.strokeStyle = grey(0.05);
  context.lineWidth = 4.4;
  const turns = [
    [0, 1],
    [0, 0],
    [1, 0],
    [1, 1],
    [0.26, 1],
    [0.26, 0.28],
    [0.74, 0.28],
    [0.74, 0.7],
    [0.5, 0.7],
  ] as const;
  for (let row = 0; row * pitch < HEIGHT; row++)
    for (let column = 0; column * pitch < WIDTH; column++) {
      const side = pitch - 7;
      const isMirrored = (row + column) % 2 === 1;
      context.beginPath();
      for (const [u, v] of turns)
        context.lineTo(column * pitch + 4 + (isMirrored ? 1 - u : u) * side, row * pitch + 4 + v * side);
      context.stroke();
    }
}

/** Right half of the face; the nose is at x = 0. */
function drawHalf(context: SKRSContext2D) {
  // Body: from the cheek outward, up and into a curled tail; a crest of quills above it.
  const tail = [
    [300, 336],
    [400, 352],
    [520, 352],
    [640, 338],
    [740, 300],
    ...spiral(800, 168, 120, 1.15, 1.35, -1),
  ] as const;
  for (const [x, y] of [
    [470, 268],
    [560, 262],
    [645, 244],
  ] as const)
    drawBand(
      context,
      [
        [x, y + 50],
        [x + 18, y],
        [x + 60, y - 42],
        [x + 96, y - 40],
      ],
      17,
      8,
      0.62,
    );
  drawBand(context, tail, 62, 22, 0.86);
  // Legs with claws below the body.
  drawBand(
    context,
    [
      [590, 396],
      [648, 440],
      [640, 500],
      [560, 520],
      [506, 498],
    ],
    34,
    15,
    0.8,
  );
  drawBand(
    context,
    [
      [436, 404],
      [428, 462],
      [372, 506],
      [318, 508],
    ],
    32,
    13,
    0.78,
  );
  drawBand(
    context,
    [
      [772, 372],
      [850, 420],
      [906, 470],
      [884, 530],
    ],
    28,
    11,
    0.74,
  );
  drawBand(
    context,
    [
      [860, 330],
      [916, 320],
      [934, 380],
    ],
    20,
    9,
    0.68,
  );
  // Horn, brow, ear.
  drawBand(context, [[70, 206], [78, 140], [124, 72], ...spiral(292, 122, 104, 1.2, 3.55, 1)], 52, 20, 0.98);
  drawBand(
    context,
    [
      [84, 262],
      [150, 218],
      [240, 204],
      [340, 214],
      [418, 262],
      [448, 300],
    ],
    26,
    11,
    0.9,
  );
  drawBand(
    context,
    [
      [436, 196],
      [486, 158],
      [512, 96],
      [480, 44],
      [446, 60],
    ],
    30,
    10,
    0.84,
  );
  // Jaw with a fang, and the curl of the lip.
  drawBand(context, [[26, 396], [120, 404], [220, 388], ...spiral(302, 446, 66, 0.95, -1.9, 1)], 38, 15, 0.92);
  drawBand(
    context,
    [
      [66, 452],
      [84, 494],
      [124, 520],
    ],
    24,
    7,
    0.88,
  );
  drawBand(
    context,
    [
      [168, 456],
      [184, 492],
      [214, 512],
    ],
    19,
    6,
    0.84,
  );
  drawEye(context, 236, 302);
}

function drawEye(context: SKRSContext2D, x: number, y: number) {
  const rings = [
    [1.36, 0.55],
    [1.2, 0.1],
    [1.0, 0.78],
    [0.86, 0.9],
    [0.68, 0.97],
    [0.5, 1],
  ] as const;
  for (const [size, level] of rings) {
    context.fillStyle = grey(level);
    context.beginPath();
    context.moveTo(x - 96 * size, y + 26 * size);
    context.bezierCurveTo(x - 50 * size, y - 62 * size, x + 50 * size, y - 62 * size, x + 92 * size, y - 6 * size);
    context.bezierCurveTo(x + 50 * size, y + 62 * size, x - 40 * size, y + 56 * size, x - 96 * size, y + 26 * size);
    context.fill();
  }
  context.fillStyle = grey(0.25);
  context.beginPath();
  context.ellipse(x + 2, y - 2, 30, 9, -0.1, 0, 7);
  context.fill();
}

function drawNose(context: SKRSContext2D) {
  context.save();
  context.translate(WIDTH / 2, 0);
  const levels = [
    [1, 0.5],
    [0.88, 0.78],
    [0.72, 0.9],
  ] as const;
  for (const [size, level] of levels) {
    context.fillStyle = grey(level);
    context.beginPath();
    context.moveTo(0, 60);
    for (const side of [1, -1]) {
      context.moveTo(0, 60);
      context.lineTo(58 * side * size, 112);
      context.lineTo(36 * side * size, 190);
      context.lineTo(40 * side * size, 320);
      context.quadraticCurveTo(100 * side * size, 372, 76 * side * size, 424);
      context.quadraticCurveTo(40 * side * size, 452, 0, 424);
    }
    context.fill();
  }
  context.strokeStyle = grey(0.2);
  context.lineWidth = 5;
  for (const side of [1, -1]) {
    context.beginPath();
    for (const [x, y] of spiral(48 * side, 398, 26, 1.1, side > 0 ? 3.6 : -0.45, side)) context.lineTo(x, y);
    context.stroke();
  }
  context.restore();
}
