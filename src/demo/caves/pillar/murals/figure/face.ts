/**
 * Faces, height 1, centred. White on the eyes and down the nose stands out of the darkened flesh like three strokes of a
 * brush, which is how most of these faces are seen today; the restored picture has the same strokes over rose.
 */
import type { Painter } from '#demo/paint/painter.ts';
import { blob, curve, ellipse } from '#demo/paint/paths.ts';

/** What sets one face apart from the next; all values about 1 but `smile` and `brow`. */
export interface Features {
  readonly width: number;
  readonly eye: number;
  readonly nose: number;
  /** −1 sullen … 1 smiling. */
  readonly smile: number;
  /** Lift of the brows, −1 … 1; below −0.5 they frown. */
  readonly brow: number;
}

export function pickFeatures(random: Painter['random']): Features {
  return {
    width: random.between(0.92, 1.1),
    eye: random.between(0.85, 1.2),
    nose: random.between(0.85, 1.2),
    smile: random.between(-0.4, 0.8),
    brow: random.between(-0.2, 0.8),
  };
}

/** `turn`: −1 looks left, 0 at us, 1 right. Details smaller than two pixels or so are left to the large faces. */
export function drawFace(painter: Painter, turn: number, features: Features): void {
  const w = features.width;
  const t = turn * 0.15;
  const face = blob([
    [0, -0.52],
    [0.3 * w, -0.44],
    [0.42 * w, -0.16],
    [0.4 * w + t * 0.3, 0.12],
    [0.28 * w + t * 0.6, 0.36],
    [0.09 + t, 0.5],
    [-0.09 + t, 0.5],
    [-0.28 * w + t * 0.6, 0.36],
    [-0.4 * w + t * 0.3, 0.12],
    [-0.42 * w, -0.16],
    [-0.3 * w, -0.44],
  ]);
  painter.fill(face, 'flesh');
  painter.shade(face, 'fleshShade', 0.17, 0.85, 5);
  const middle = t * 1.1;
  for (const side of [-1, 1]) {
    const k = 1 - side * turn * 0.3;
    const x = middle + side * 0.19 * k * w;
    // The socket, a dark ring that the white eye sits in.
    painter.line(ellipse(x, -0.04, 0.125 * k, 0.085), 0.07, 'fleshShade', 0.7);
    const e = features.eye;
    painter.fill(
      blob([
        [x - side * 0.12 * k, -0.01],
        [x, -0.065 * e],
        [x + side * 0.14 * k, -0.035],
        [x, 0.02 * e],
      ]),
      'white',
    );
    painter.fill(ellipse(x + t * 0.3, -0.022, 0.036, 0.04 * e), 'ink');
    painter.brush(
      [
        [x - side * 0.13 * k, 0],
        [x - side * 0.02, -0.07 * e],
        [x + side * 0.17 * k, -0.035],
      ],
      0.032,
      'ink',
      0.95,
      10,
    );
    const lift = features.brow < -0.5 ? side * 0 - 0.02 : -0.045 - features.brow * 0.03;
    const frown = features.brow < -0.5 ? 0.05 : 0;
    painter.brush(
      [
        [x - side * 0.15 * k, -0.13 + frown],
        [x - side * 0.01, -0.17 + lift],
        [x + side * 0.18 * k, -0.12 + lift * 0.4 - frown],
      ],
      0.045,
      'ink',
      0.9,
      10,
    );
  }
  drawNose(painter, middle + turn * 0.06, turn, features.nose);
  const lip = features.smile * 0.03;
  painter.line(
    curve([
      [middle - 0.1, 0.275 - lip],
      [middle, 0.285],
      [middle + 0.1, 0.275 - lip],
    ]),
    0.075,
    'cinnabar',
    0.95,
  );
  painter.line(
    curve([
      [middle - 0.12, 0.27 - lip],
      [middle, 0.285],
      [middle + 0.12, 0.27 - lip],
    ]),
    0.018,
    'ink',
    0.9,
  );
  painter.line(
    curve([
      [middle - 0.06, 0.385],
      [middle, 0.4],
      [middle + 0.06, 0.385],
    ]),
    0.03,
    'white',
    0.55,
  );
  painter.line(face, 0.03, 'ink', 0.9);
}

function drawNose(painter: Painter, x: number, turn: number, size: number): void {
  const tip = 0.16 * size;
  const wing = turn < -0.3 ? -1 : 1;
  painter.brush(
    [
      [x - turn * 0.05, -0.16],
      [x, 0],
      [x + turn * 0.02, tip - 0.03],
    ],
    0.085 * size,
    'white',
    0.95,
    10,
    () => 1,
  );
  painter.fill(ellipse(x + turn * 0.02, tip - 0.02, 0.055 * size, 0.04), 'white');
  painter.line(
    curve([
      [x + wing * 0.045, -0.08],
      [x + wing * 0.055, 0.06],
      [x + wing * 0.085, tip],
      [x, tip + 0.03],
      [x - wing * 0.06, tip + 0.005],
    ]),
    0.02,
    'ink',
    0.8,
  );
}
