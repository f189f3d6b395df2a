/** One who stands behind the figure: bodhisattva, disciple or king, from the crown to below the waist. */
import type { Painter } from '#demo/paint/painter.ts';
import { blob, curve, ellipse, ribbonPath, sampleCurve, type Point } from '#demo/paint/paths.ts';
import type { Pigment, PigmentChanges } from '#demo/paint/pigments.ts';
import { face } from '#demo/paint/motifs/face.ts';
import { halo } from '#demo/paint/motifs/halo.ts';
import { limb } from '#demo/paint/motifs/hand.ts';
import { bodhisattvaCrown, headgear, shavenHead, type Headgear } from '#demo/caves/chamber/murals/headgear.ts';
import { stroke } from '#demo/caves/chamber/murals/stroke.ts';

/** Here the flesh was tinted with ochre and only a little red lead: it has darkened, but faces can be read. */
export const PALE_FLESH = {
  flesh: { restored: '#efcda9', found: '#b48c69' },
  fleshShade: { restored: '#d68b63', found: '#75503a' },
  lapis: { restored: '#2f3f78', found: '#3a4360' },
} as const satisfies PigmentChanges;

export type Gesture = 'joined' | 'sleeve' | 'wailing' | 'breast' | 'bowed' | 'lotus';

export interface Mourner {
  readonly kind: 'bodhisattva' | 'disciple' | 'king';
  /** Another seed, another face. */
  readonly seed: number;
  /** Middle of the face, metres on the painting. */
  readonly x: number;
  readonly y: number;
  /** Height of the face, metres. */
  readonly size: number;
  /** −1 looks to the left … 1 to the right. */
  readonly turn: number;
  readonly gesture: Gesture;
  /** 0 calm … 1 beside oneself. */
  readonly grief: number;
  readonly robe: Pigment;
  readonly trim: Pigment;
  readonly headgear?: Headgear;
}

export function drawMourner(painter: Painter, mourner: Mourner): void {
  const { kind, turn, grief, trim } = mourner;
  painter.push(mourner.x, mourner.y, mourner.size);
  const lean = turn * 0.1 * (0.4 + grief);
  if (kind === 'bodhisattva')
    halo(painter, lean, -0.15, 1.02, [trim === 'malachite' ? 'azuriteLight' : 'malachite', 'white', trim, 'malachiteLight'], 26); // prettier-ignore
  else if (kind === 'disciple') halo(painter, lean, -0.1, 0.86, ['malachiteLight', 'white']);
  drawBody(painter, mourner);
  // A bowed head: sorrow bends the neck.
  painter.push(lean, 0.05 * grief, 1, turn * 0.1 + lean * grief * 1.6);
  painter.shape(blob([[-0.16, 0.3], [-0.18, 0.62], [0.18, 0.62], [0.16, 0.3]]), 'flesh', { lineWidth: 0.02, shade: 'fleshShade', shadeWidth: 0.08, shadeAlpha: 0.6 }); // prettier-ignore
  const faceKind = kind === 'bodhisattva' ? 'holy' : kind === 'disciple' ? 'monk' : 'man';
  face(painter, turn, { seed: mourner.seed, kind: faceKind, ears: kind === 'king' && mourner.headgear === 'helmet' ? 'none' : kind === 'king' ? 'plain' : 'long' }); // prettier-ignore
  if (grief > 0.3) grieve(painter, turn, grief);
  if (kind === 'bodhisattva') bodhisattvaCrown(painter, trim);
  else if (kind === 'disciple') shavenHead(painter);
  else headgear(painter, mourner.headgear ?? 'gold band');
  painter.pop();
  drawGesture(painter, mourner);
  painter.pop();
}

function drawBody(painter: Painter, { kind, robe, trim, seed }: Mourner): void {
  const broad = kind === 'king' ? 1.12 : 1;
  const body = blob([[-0.3, 0.52], [-0.85 * broad, 0.78], [-1.02 * broad, 1.4], [-0.98, 2.6], [-1.1, 4.6], [1.1, 4.6], [0.98, 2.6], [1.02 * broad, 1.4], [0.85 * broad, 0.78], [0.3, 0.52]], true, 0.8); // prettier-ignore
  const bare = kind === 'bodhisattva';
  painter.shape(body, bare ? 'flesh' : robe, { lineWidth: 0.035, shade: bare ? 'fleshShade' : 'ink', shadeWidth: 0.24, shadeAlpha: bare ? 0.6 : 0.35 }); // prettier-ignore
  if (bare) {
    stroke(
      painter,
      [
        [0.8, 0.8],
        [0.2, 1.5],
        [-0.6, 2.2],
      ],
      0.42,
      robe,
      1,
      16,
      () => 1,
    );
    stroke(
      painter,
      [
        [-0.55, 0.72],
        [0, 1.12],
        [0.55, 0.72],
      ],
      0.09,
      'gold',
      1,
      16,
      () => 1,
    );
    for (let i = 0; i < 7; i++) painter.shape(ellipse(-0.42 + i * 0.14, 1.0 + 0.16 * Math.sin((i / 6) * Math.PI), 0.05), i % 2 ? 'malachite' : 'cinnabar', { lineWidth: 0.014 }); // prettier-ignore
    for (const side of [-1, 1])
      stroke(
        painter,
        [
          [side * 0.9, 0.75],
          [side * 1.06, 1.6],
          [side * 0.8, 2.8],
        ],
        0.3,
        trim,
        1,
        16,
        () => 1,
      );
    return;
  }
  for (let i = 0; i < 5; i++) stroke(painter, [[-0.66 + i * 0.1, 0.8 + i * 0.16], [-0.3 + i * 0.12, 1.7 + i * 0.2], [-0.5 + i * 0.26, 3.4]], 0.04, 'ink', 0.6, 16); // prettier-ignore
  // Crossed collars; kings of the west button theirs with two lapels.
  const lapels = kind === 'king' && seed % 3 === 0;
  for (const side of [-1, 1]) {
    const edge: Point[] = lapels ? [[side * 0.28, 0.52], [side * 0.5, 0.9], [side * 0.06, 1.3]] : [[side * 0.28, 0.5], [side * 0.1, 1.0], [side * -0.32, 1.7]]; // prettier-ignore
    painter.shape(
      ribbonPath(sampleCurve(edge, 14), () => 0.1),
      trim,
      { lineWidth: 0.022 },
    );
  }
  if (kind === 'king') {
    for (let i = 0; i < 12; i++) {
      const x = ((i * 0.53) % 1.6) - 0.8;
      const y = 1.5 + ((i * 0.77) % 1.9);
      painter.fill(ellipse(x, y, 0.09), trim);
      painter.fill(ellipse(x, y, 0.04), 'cinnabar');
    }
  } else {
    stroke(
      painter,
      [
        [-0.75, 0.8],
        [-0.1, 1.5],
        [0.8, 1.9],
      ],
      0.16,
      trim,
      1,
      16,
      () => 1,
    );
    for (let i = 0; i < 3; i++) painter.line(curve([[-0.9, 1.7 + i * 0.5], [0.9, 1.9 + i * 0.5]]), 0.03, 'ochre', 0.8); // prettier-ignore
  }
}

/** Brows drawn up in the middle, tears, a mouth open in lament. */
function grieve(painter: Painter, turn: number, grief: number): void {
  const middle = 0.15 * turn;
  for (const side of [-1, 1]) {
    const x = middle + side * 0.17;
    stroke(
      painter,
      [
        [x - side * 0.11, -0.21],
        [x, -0.17],
        [x + side * 0.14, -0.1],
      ],
      0.03,
      'ink',
      0.8,
      10,
    );
    stroke(
      painter,
      [
        [x - side * 0.06, -0.26],
        [x - side * 0.02, -0.33],
      ],
      0.02,
      'ink',
      0.5 * grief,
      6,
    );
    if (grief > 0.5) stroke(painter, [[x, 0.04], [x + side * 0.03, 0.16], [x + side * 0.01, 0.3]], 0.028, 'white', 0.85, 10, (t) => 0.4 + 0.6 * t); // prettier-ignore
    stroke(
      painter,
      [
        [x - side * 0.03, 0.13],
        [x + side * 0.08, 0.2],
        [x + side * 0.09, 0.31],
      ],
      0.018,
      'ink',
      0.55,
      8,
    );
  }
  if (grief < 0.65) return;
  const mouth = blob([[middle - 0.1, 0.29], [middle, 0.25], [middle + 0.1, 0.29], [middle + 0.07, 0.38], [middle, 0.41], [middle - 0.07, 0.38]]); // prettier-ignore
  painter.shape(mouth, 'ink', { line: 'cinnabar', lineWidth: 0.026 });
  painter.line(curve([[middle - 0.06, 0.285], [middle, 0.272], [middle + 0.06, 0.285]]), 0.02, 'white', 0.85); // prettier-ignore
}

/** An arm in its sleeve with a hand at the end. */
function arm(painter: Painter, points: readonly Point[], pigment: Pigment, bare: boolean): void {
  limb(painter, points, 0.2, bare ? 0.11 : 0.17, bare ? 'flesh' : pigment, 0.03);
  const [x, y] = points[points.length - 1]!;
  painter.shape(ellipse(x, y, 0.13, 0.16), 'flesh', { lineWidth: 0.025, shade: 'fleshShade', shadeWidth: 0.06, shadeAlpha: 0.6 }); // prettier-ignore
  for (let i = 0; i < 3; i++) painter.line(curve([[x - 0.05 + i * 0.05, y - 0.02], [x - 0.05 + i * 0.05, y - 0.15]]), 0.014, 'ink', 0.6); // prettier-ignore
}

function drawGesture(painter: Painter, { gesture, robe, trim, kind, turn }: Mourner): void {
  const bare = kind === 'bodhisattva';
  const side = turn < 0 ? -1 : 1;
  if (gesture === 'joined' || gesture === 'bowed' || gesture === 'lotus') {
    for (const s of [-1, 1]) arm(painter, [[s * 0.92, 1.1], [s * 0.86, 2.0], [s * 0.1, 1.62]], robe, bare); // prettier-ignore
    painter.shape(blob([[-0.1, 1.75], [-0.1, 1.4], [0, 1.2], [0.1, 1.4], [0.1, 1.75]]), 'flesh', { lineWidth: 0.025 }); // prettier-ignore
    if (gesture !== 'lotus') return;
    stroke(
      painter,
      [
        [0.02, 1.5],
        [0.1, 0.9],
        [0.34, 0.62],
      ],
      0.05,
      'malachite',
      1,
      14,
      () => 1,
    );
    painter.shape(blob([[0.34, 0.66], [0.22, 0.45], [0.36, 0.22], [0.5, 0.45]]), 'white', { lineWidth: 0.025, shade: 'cinnabar', shadeWidth: 0.08 }); // prettier-ignore
  } else if (gesture === 'sleeve') {
    arm(
      painter,
      [
        [-side * 0.9, 1.1],
        [-side * 0.9, 2.1],
        [-side * 0.2, 1.9],
      ],
      robe,
      bare,
    );
    arm(
      painter,
      [
        [side * 0.92, 1.1],
        [side * 1.02, 1.5],
        [side * 0.34, 0.42],
      ],
      robe,
      bare,
    );
    const cloth: Point[] = [[side * 0.5, 0.26], [side * 0.2, 0.2], [side * 0.16, 0.62], [side * 0.42, 1.3], [side * 0.86, 1.5], [side * 0.82, 0.8]]; // prettier-ignore
    painter.shape(blob(cloth), trim, { lineWidth: 0.03, shade: 'ink', shadeWidth: 0.12 });
    for (let i = 0; i < 3; i++) stroke(painter, [[side * (0.3 + i * 0.1), 0.4 + i * 0.1], [side * (0.4 + i * 0.12), 1.1]], 0.03, 'ink', 0.6, 8); // prettier-ignore
  } else if (gesture === 'wailing') {
    for (const s of [-1, 1]) arm(painter, [[s * 0.9, 1.0], [s * 1.22, 0.6], [s * (0.84 + 0.1 * side * s), -0.28]], robe, bare); // prettier-ignore
    for (const s of [-1, 1]) painter.shape(blob([[s * 0.9, 0.9], [s * 1.14, 0.4], [s * 1.36, 0.46], [s * 1.34, 1.0], [s * 1.1, 1.4]]), robe, { lineWidth: 0.03, shade: 'ink', shadeWidth: 0.12 }); // prettier-ignore
  } else {
    arm(
      painter,
      [
        [-side * 0.92, 1.1],
        [-side * 0.94, 1.9],
        [side * 0.12, 1.36],
      ],
      robe,
      bare,
    );
    arm(
      painter,
      [
        [side * 0.92, 1.1],
        [side * 1.0, 1.9],
        [side * 0.3, 1.8],
      ],
      robe,
      bare,
    );
  }
}
