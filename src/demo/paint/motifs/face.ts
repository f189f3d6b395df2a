import type { Painter } from '#demo/paint/painter.ts';
import { blob, curve, ellipse, type Point } from '#demo/paint/paths.ts';
import type { Pigment } from '#demo/paint/pigments.ts';
import { createFaceCharacter, faceContour, type FaceCharacter, type FaceKind } from '#demo/paint/motifs/faceShape.ts';

export interface FaceOptions {
  /** Another seed, another person; drawn from the painter's own numbers by default. */
  readonly seed?: number;
  /** Default holy. */
  readonly kind?: FaceKind;
  readonly skin?: Pigment;
  /** Long lobes for holy ones and monks, plain for others; none where hair covers them. */
  readonly ears?: 'long' | 'plain' | 'none';
  /** The mark between the brows. Default: holy ones have it. */
  readonly mark?: boolean;
}

/**
 * A face of height 1 about the origin. `turn` −1 looks to the left, 0 at the viewer, 1 to the right.
 * Changed flesh is nearly as dark as its ink, so eyes, nose bridge and brow bone keep touches of white, as they do on walls.
 */
export function face(painter: Painter, turn = 0, options: FaceOptions = {}): void {
  const { kind = 'holy', skin = 'flesh', mark = kind === 'holy' } = options;
  const seed = options.seed ?? Math.floor(painter.random() * 1e9);
  const ears = options.ears ?? (kind === 'holy' || kind === 'monk' ? 'long' : 'plain');
  const character = createFaceCharacter(seed, kind);
  const amount = Math.min(1, Math.abs(turn));
  painter.push(0, 0, 1, 0, turn < 0);
  if (ears !== 'none') drawEars(painter, amount, character, ears === 'long' ? 1.5 : 1);
  const contour = blob(faceContour(amount, character), true, 0.9);
  painter.fill(contour, skin);
  painter.shade(contour, 'fleshShade', 0.15, 0.62, 6);
  if (!painter.isDrawing) flush(painter, amount, character);
  painter.line(contour, 0.02, 'ink', 0.85);
  // The near side of the contour is drawn again with a loaded brush.
  painter.brush(faceContour(amount, character).slice(8, 14), 0.04, 'ink', 0.85);
  const middle = 0.12 * amount;
  for (const side of [-1, 1]) drawEye(painter, middle, side, amount, character);
  drawNose(painter, middle, amount, character);
  drawMouth(painter, middle, amount, character);
  drawAge(painter, middle, amount, character);
  drawBeard(painter, middle, character);
  if (mark) painter.shape(ellipse(middle * 0.85, -0.27, 0.026), 'white', { line: 'cinnabar', lineWidth: 0.01 });
  painter.pop();
}

/** Foreshortening: the far side (right, 1) is narrower when the head is turned. */
function spanOf(side: number, turn: number): number {
  return side > 0 ? 1 - 0.5 * turn : 1 + 0.05 * turn;
}

function drawEars(painter: Painter, turn: number, character: FaceCharacter, length: number): void {
  for (const side of [-1, 1]) {
    if (side > 0 && turn > 0.35) continue;
    const x = side * 0.4 * character.width + (side < 0 ? 0.03 * turn : 0);
    const out = side * 0.09;
    const ear = blob([
      [x, -0.1],
      [x + out, -0.15],
      [x + out * 1.25, 0],
      [x + out * 0.8, 0.12 * length],
      [x + out * 0.75, 0.24 * length],
      [x + out * 0.1, 0.24 * length],
      [x - out * 0.2, 0.08],
    ]);
    painter.shape(ear, 'flesh', { lineWidth: 0.018, shade: 'fleshShade', shadeWidth: 0.05, shadeAlpha: 0.6 });
    painter.line(curve([[x + out * 0.5, -0.08], [x + out * 0.8, 0], [x + out * 0.4, 0.1 * length]]), 0.014, 'ink', 0.6); // prettier-ignore
  }
}

/** Warm cheeks, lids and chin, laid in soft rounds. */
function flush(painter: Painter, turn: number, character: FaceCharacter): void {
  const middle = 0.12 * turn;
  for (const side of [-1, 1]) {
    const span = spanOf(side, turn);
    for (let i = 1; i <= 4; i++) {
      painter.fill(
        ellipse(middle + side * 0.235 * span * character.width, 0.13, 0.036 * i * span, 0.03 * i),
        'fleshShade',
        0.09,
      );
      painter.fill(ellipse(middle + side * 0.2 * span, -0.075, 0.042 * i * span, 0.018 * i), 'fleshShade', 0.08);
    }
  }
  for (let i = 1; i <= 3; i++) painter.fill(ellipse(middle, 0.4, 0.045 * i, 0.025 * i), 'fleshShade', 0.07);
}

function drawEye(painter: Painter, middle: number, side: number, turn: number, character: FaceCharacter): void {
  const span = spanOf(side, turn);
  const x = middle + side * 0.195 * span * (0.5 + 0.5 * character.width);
  const at = (dx: number, dy: number): Point => [
    x + side * dx * span * character.eyeLength,
    dy - (character.eyeSlant * 0.06 * (dx + 0.1)) / 0.3,
  ];
  const open = character.eyeOpening;
  const browFoot = -0.1 - 0.045 * character.browLift;
  const bow = 0.06 * character.browBow;
  const brow = [
    at(-0.135, browFoot + 0.004),
    at(-0.05, browFoot - bow * 0.8),
    at(0.06, browFoot - bow),
    at(0.19, browFoot + 0.022),
  ];
  painter.brush(brow, 0.034 * character.browWeight, 'ink', 0.92, 14);
  painter.line(
    curve([at(-0.1, browFoot + 0.04), at(0.03, browFoot + 0.02 - bow * 0.4), at(0.14, browFoot + 0.045)]),
    0.014,
    'white',
    0.35,
  );
  const inner = at(-0.125, 0.018);
  const outer = at(0.15, 0.002);
  const upper = at(0.005, -0.052 * open);
  const lower = at(0.015, 0.022 + 0.016 * open);
  painter.fill(
    blob([inner, at(-0.06, -0.03 * open), upper, at(0.08, -0.035 * open), outer, lower, at(-0.06, 0.03)]),
    'white',
  );
  const pupil = at(0.012 + side * (character.gaze * 0.035 + turn * 0.025), -0.014 * open + 0.002);
  painter.fill(ellipse(pupil[0], pupil[1], 0.036 * Math.sqrt(span), 0.03 * (0.5 + 0.5 * open)), 'brown');
  painter.fill(ellipse(pupil[0], pupil[1] - 0.003, 0.024 * Math.sqrt(span), 0.024 * (0.5 + 0.5 * open)), 'ink');
  painter.brush(
    [inner, at(-0.06, -0.036 * open), upper, at(0.085, -0.038 * open), at(0.195, -0.012)],
    0.034,
    'ink',
    0.95,
    16,
  );
  painter.line(curve([at(-0.1, 0.022), lower, at(0.13, 0.01)]), 0.01, 'ink', 0.6);
  painter.line(
    curve([at(-0.1, -0.03 * open - 0.022), at(0.01, -0.052 * open - 0.034), at(0.15, -0.03 * open - 0.012)]),
    0.012,
    'ink',
    0.65,
  );
}

function drawNose(painter: Painter, middle: number, turn: number, character: FaceCharacter): void {
  const tip = 0.17 * character.noseLength;
  const wing = 0.06 * character.noseWidth;
  painter.line(curve([[middle + 0.02 * turn, -0.12], [middle + 0.03 * turn, tip - 0.08]]), 0.036, 'white', 0.4); // prettier-ignore
  const bridge: Point[] = [
    [middle + 0.03 + 0.045 * turn, -0.115],
    [middle + 0.024 + 0.03 * turn, -0.02],
    [middle + 0.034 + 0.05 * turn, tip - 0.08],
    [middle + 0.04 + 0.075 * turn, tip - 0.02],
    [middle + 0.012 + 0.06 * turn, tip + 0.008],
  ];
  painter.brush(bridge, 0.02, 'ink', 0.75, 14);
  const near: Point[] = [
    [middle - wing * 0.9, tip - 0.05],
    [middle - wing * 1.2, tip - 0.015],
    [middle - wing * 0.7, tip + 0.008],
    [middle + 0.01 + 0.03 * turn, tip + 0.018],
  ];
  painter.brush(near, 0.02, 'ink', 0.75, 12);
  if (turn < 0.6) painter.line(curve([[middle + wing * 1.0, tip - 0.04], [middle + wing * 1.15, tip - 0.012], [middle + wing * 0.6, tip + 0.01]]), 0.012, 'ink', 0.7); // prettier-ignore
  painter.fill(ellipse(middle - wing * 0.45, tip + 0.002, 0.012, 0.007), 'ink', 0.8);
}

function drawMouth(painter: Painter, middle: number, turn: number, character: FaceCharacter): void {
  const x = middle * 1.06;
  const y = 0.285 * (0.4 + 0.6 * character.chin);
  const half = 0.105 * character.mouthWidth;
  const far = half * (1 - 0.3 * turn);
  const lift = 0.016 * character.smile;
  const lips = 0.75 + 0.25 * character.lips;
  const full = character.lips;
  painter.shape(
    blob([
      [x - half, y - lift],
      [x - half * 0.4, y - 0.026 * full],
      [x, y - 0.017 * full],
      [x + far * 0.4, y - 0.026 * full],
      [x + far, y - lift],
      [x + far * 0.4, y + 0.04 * full],
      [x, y + 0.046 * full],
      [x - half * 0.4, y + 0.04 * full],
    ]),
    'cinnabar',
    { lineWidth: 0.007, lineAlpha: 0.55, shade: 'ochreRed', shadeWidth: 0.02, shadeAlpha: 0.4 },
  );
  const parting: Point[] = [
    [x - half * 1.2, y - lift * 1.5],
    [x - half * 0.45, y + 0.004],
    [x, y - 0.002],
    [x + far * 0.45, y + 0.004],
    [x + far * 1.2, y - lift * 1.5],
  ];
  painter.brush(parting, 0.017 * lips, 'ink', 0.92, 14);
  painter.line(curve([[x - 0.05, y + 0.088], [x + 0.005, y + 0.098], [x + 0.05, y + 0.088]]), 0.012, 'ink', 0.5); // prettier-ignore
  const chin = 0.445 * (0.3 + 0.7 * character.chin);
  painter.line(curve([[x - 0.06, chin - 0.035], [x, chin - 0.022], [x + 0.06, chin - 0.035]]), 0.011, 'ink', 0.4); // prettier-ignore
}

function drawAge(painter: Painter, middle: number, turn: number, character: FaceCharacter): void {
  const { age } = character;
  if (age < 0.35) return;
  for (const side of [-1, 1]) {
    const span = spanOf(side, turn);
    const x = middle + side * 0.1 * span;
    painter.line(curve([[x, 0.15], [x + side * 0.07 * span, 0.21], [x + side * 0.075 * span, 0.29]]), 0.012, 'ink', 0.35 + 0.35 * age); // prettier-ignore
    painter.line(curve([[x, 0.062], [x + side * 0.1 * span, 0.085], [x + side * 0.17 * span, 0.06]]), 0.01, 'ink', 0.3 + 0.35 * age); // prettier-ignore
  }
  if (age < 0.55) return;
  for (let i = 0; i < 3; i++) {
    const y = -0.3 - i * 0.045;
    painter.line(curve([[middle - 0.16, y], [middle, y - 0.016], [middle + 0.14, y]]), 0.01, 'ink', 0.55 * age); // prettier-ignore
  }
}

function drawBeard(painter: Painter, middle: number, character: FaceCharacter): void {
  const { beard } = character;
  if (beard === 'none') return;
  const x = middle * 1.06;
  const y = 0.285 * (0.4 + 0.6 * character.chin);
  const pigment: Pigment = character.age > 0.8 ? 'grey' : 'ink';
  for (const side of [-1, 1]) {
    painter.brush([[x + side * 0.015, y - 0.05], [x + side * 0.085, y - 0.032], [x + side * 0.16, y - 0.055]], 0.014, pigment, 0.85, 10); // prettier-ignore
  }
  if (beard === 'moustache') return;
  const strands = beard === 'full' ? 13 : 6;
  const spread = beard === 'full' ? 0.22 : 0.06;
  for (let i = 0; i < strands; i++) {
    const u = (i / (strands - 1)) * 2 - 1;
    const top = (beard === 'full' ? 0.4 - 0.12 * u * u : 0.42) * (0.3 + 0.7 * character.chin);
    painter.brush([[x + u * spread, top], [x + u * spread * 1.05, top + 0.1], [x + u * spread * 0.5, top + 0.2]], 0.022, pigment, 0.8, 8); // prettier-ignore
  }
}
