/** Seated Buddhas: the small ones by the hundred, and the large one of a preaching scene. */
import { inTurn } from '#demo/paint/motifs/borders.ts';
import type { Painter } from '#demo/paint/painter.ts';
import { blob, curve, ellipse, type Point, polygon, symmetric } from '#demo/paint/paths.ts';
import type { Pigment } from '#demo/paint/pigments.ts';
import { drawFace, pickFeatures } from '../figure/face.ts';

/** Mandorla, its inner field, halo, robe, lining. */
type Colours = readonly [outer: Pigment, inner: Pigment, halo: Pigment, robe: Pigment, lining: Pigment];

const SMALL: readonly Colours[] = [
  ['malachite', 'black', 'white', 'redLead', 'azuriteLight'],
  ['black', 'azuriteLight', 'malachite', 'white', 'cinnabar'],
  ['azurite', 'white', 'black', 'cinnabar', 'malachiteLight'],
  ['white', 'malachite', 'azurite', 'brown', 'white'],
  ['malachiteLight', 'cinnabar', 'white', 'black', 'azuriteLight'],
  ['azuriteLight', 'brown', 'malachite', 'ochre', 'black'],
];

const ROBE: readonly Point[] = [
  [0, -0.56],
  [0.07, -0.55],
  [0.16, -0.5],
  [0.195, -0.4],
  [0.21, -0.3],
  [0.31, -0.22],
  [0.335, -0.15],
  [0.24, -0.09],
  [0.08, -0.1],
];

/** Height 1, seat at the origin. `kind` picks the colours, in a row that repeats after six. */
export function drawSmallBuddha(painter: Painter, kind: number): void {
  const [outer, inner, haloPigment, robe, lining] = inTurn(SMALL, kind);
  const { random } = painter;
  painter.shape(ellipse(0, -0.4, 0.37, 0.42), outer, { line: 'white', lineWidth: 0.014, lineAlpha: 0.8 });
  painter.shape(ellipse(0, -0.39, 0.29, 0.34), inner, {
    line: 'ink',
    lineWidth: 0.009,
    shade: outer,
    shadeWidth: 0.05,
  });
  painter.shape(ellipse(0, -0.69, 0.2, 0.205), haloPigment, { line: 'white', lineWidth: 0.012 });
  painter.line(ellipse(0, -0.69, 0.15, 0.155), 0.02, robe, 0.85);
  for (let i = -3; i <= 3; i++) {
    const x = i * 0.095;
    const petal = blob([[x, -0.005], [x - 0.055, -0.05], [x - 0.03, -0.115], [x + 0.03, -0.115], [x + 0.055, -0.05]]); // prettier-ignore
    painter.shape(petal, i % 2 ? 'white' : lining, { lineWidth: 0.009, lineAlpha: 0.8 });
  }
  const path = blob(symmetric(ROBE), true, 0.9);
  painter.fill(path, robe);
  painter.shade(path, 'ink', 0.06, 0.45, 3);
  painter.line(path, 0.014);
  const isOpen = kind % 2 === 0;
  if (isOpen) {
    const chest = blob([[-0.06, -0.57], [0.05, -0.57], [0.03, -0.44], [-0.06, -0.36], [-0.13, -0.4], [-0.14, -0.5]]); // prettier-ignore
    painter.shape(chest, 'flesh', { shade: 'fleshShade', shadeWidth: 0.05, shadeAlpha: 0.8, lineWidth: 0.008 });
    painter.brush([[0.06, -0.56], [0.03, -0.44], [-0.07, -0.34], [-0.15, -0.36]], 0.035, lining, 1, 10, () => 1); // prettier-ignore
  } else painter.brush([[-0.09, -0.54], [0, -0.49], [0.09, -0.54]], 0.04, lining, 1, 8, () => 1); // prettier-ignore
  for (let i = 0; i < 4; i++) {
    const y = -0.46 + i * 0.05;
    painter.line(curve([[0.17, y], [0.02, y + 0.07], [isOpen ? -0.08 : -0.16, y + (isOpen ? 0.06 : 0)]]), 0.008, 'ink', 0.65); // prettier-ignore
  }
  for (const side of [-1, 1]) painter.line(curve([[side * 0.05, -0.17], [side * 0.18, -0.19], [side * 0.29, -0.15]]), 0.009, 'ink', 0.7); // prettier-ignore
  painter.shape(ellipse(0, -0.225, 0.075, 0.035), 'flesh', { line: 'fleshShade', lineWidth: 0.014 });
  painter.push(random.between(-0.006, 0.006), -0.685, 1, random.between(-0.05, 0.05));
  for (const side of [-1, 1]) painter.shape(ellipse(side * 0.088, 0.005, 0.018, 0.05), 'flesh', { lineWidth: 0.008 });
  painter.fill(ellipse(0, -0.125, 0.045, 0.04), 'black');
  painter.fill(ellipse(0, -0.07, 0.092, 0.065), 'black');
  const face = blob([[0, -0.085], [0.07, -0.06], [0.088, 0], [0.06, 0.075], [0, 0.1], [-0.06, 0.075], [-0.088, 0], [-0.07, -0.06]]); // prettier-ignore
  painter.fill(face, 'flesh');
  painter.shade(face, 'fleshShade', 0.04, 0.85, 3);
  painter.line(face, 0.009);
  for (const side of [-1, 1]) painter.brush([[side * 0.016, -0.004], [side * 0.04, -0.016], [side * 0.062, -0.006]], 0.018, 'white', 1, 6); // prettier-ignore
  painter.brush(
    [
      [0, -0.03],
      [0.002, 0.03],
    ],
    0.018,
    'white',
    1,
    5,
    () => 1,
  );
  for (const side of [-1, 1]) painter.line(curve([[side * 0.012, -0.022], [side * 0.04, -0.034], [side * 0.066, -0.018]]), 0.009); // prettier-ignore
  painter.line(
    curve([
      [-0.022, 0.06],
      [0, 0.063],
      [0.022, 0.06],
    ]),
    0.015,
    'cinnabar',
  );
  painter.pop();
}

export interface PreacherColours {
  readonly robe: Pigment;
  readonly lining: Pigment;
  /** From the rim inwards. */
  readonly mandorla: readonly Pigment[];
}

/** A mandorla of flames: rings of tongues that lean upwards. Half size 0.55 × 0.8 about (0, −0.5). */
export function drawFlameMandorla(painter: Painter, pigments: readonly Pigment[]): void {
  const outline = (k: number): Point[] =>
    Array.from({ length: 36 }, (_, i): Point => {
      const a = (i / 36) * Math.PI * 2;
      const up = Math.sin(a) < 0 ? 1 + 0.26 * Math.pow(-Math.sin(a), 5) : 0.72;
      return [Math.cos(a) * 0.56 * k, -0.5 + Math.sin(a) * 0.74 * k * up];
    });
  pigments.forEach((pigment, i) => {
    const path = blob(outline(1 - i * 0.15));
    painter.shape(path, pigment, { line: 'white', lineWidth: 0.014, shade: 'ink', shadeWidth: 0.03, shadeAlpha: 0.2 });
    if (i % 2 === 1) return;
    const tongue = inTurn(pigments, i + 1);
    const ring = outline(0.93 - i * 0.15);
    ring.forEach(([x, y], j) => {
      if (y > -0.12) return;
      painter.push(x, y, 0.1, Math.atan2(x * 0.5, 0.7) * 0.9, x > 0);
      painter.shape(
        blob([[-0.1, 0.45], [-0.42, 0.05], [-0.1, -0.25], [-0.2, -0.85], [0.25, -0.35], [0.4, 0.1], [0.2, 0.45]]), // prettier-ignore
        j % 3 === 2 ? 'white' : tongue,
        { lineWidth: 0.06, lineAlpha: 0.7 },
      );
      painter.pop();
    });
  });
}

/** Height about 1.05 with knees 1 wide, seat at the origin. */
export function drawPreacher(painter: Painter, colours: PreacherColours, hasMandorla = true): void {
  if (hasMandorla) drawFlameMandorla(painter, colours.mandorla);
  painter.shape(ellipse(0, -0.83, 0.25), inTurn(colours.mandorla, 2), { line: 'white', lineWidth: 0.012 });
  painter.shape(ellipse(0, -0.83, 0.19), inTurn(colours.mandorla, 3), { line: 'ink', lineWidth: 0.008 });
  const half: Point[] = [[0, -0.66], [0.1, -0.65], [0.21, -0.6], [0.25, -0.46], [0.25, -0.3], [0.3, -0.2], [0.47, -0.12], [0.52, -0.02], [0.4, 0.06], [0.15, 0.07]]; // prettier-ignore
  const body = blob(symmetric(half), true, 0.9);
  painter.fill(body, colours.robe);
  painter.shade(body, 'ink', 0.09, 0.45, 5);
  painter.clip(body);
  for (let i = 0; i < 12; i++) {
    const y = -0.62 + i * 0.04;
    const fold = curve([[0.27, y - 0.05], [0.12, y + 0.07], [-0.05, y + 0.11], [-0.22, y + 0.06]]); // prettier-ignore
    painter.line(fold, 0.009, 'ink', 0.6);
    painter.line(curve([[0.27, y - 0.035], [0.12, y + 0.085], [-0.05, y + 0.125]]), 0.005, 'white', 0.35); // prettier-ignore
  }
  for (const side of [-1, 1]) {
    for (let i = 0; i < 5; i++) {
      painter.line(curve([[side * 0.04, -0.1 + i * 0.035], [side * 0.26, -0.14 + i * 0.035], [side * 0.5, -0.04 + i * 0.02]]), 0.008, 'ink', 0.6); // prettier-ignore
    }
  }
  painter.pop();
  painter.line(body, 0.013);
  // The right shoulder, on the left of the picture, is bare but for a hem that covers its top.
  const bare = blob([[-0.03, -0.66], [-0.13, -0.64], [-0.215, -0.52], [-0.23, -0.36], [-0.14, -0.28], [0, -0.33], [0.06, -0.46], [0.05, -0.6]]); // prettier-ignore
  painter.shape(bare, 'flesh', { shade: 'fleshShade', shadeWidth: 0.075, shadeAlpha: 0.85, lineWidth: 0.009 });
  painter.line(curve([[-0.16, -0.5], [-0.11, -0.44], [-0.03, -0.45]]), 0.02, 'fleshShade', 0.8); // prettier-ignore
  painter.brush([[0.07, -0.66], [0.08, -0.48], [0.01, -0.33], [-0.14, -0.25], [-0.25, -0.3]], 0.06, colours.lining, 1, 18, () => 1); // prettier-ignore
  painter.brush(
    [
      [-0.1, -0.66],
      [-0.19, -0.6],
      [-0.25, -0.46],
    ],
    0.055,
    colours.robe,
    1,
    12,
    () => 1,
  );
  const hem = polygon([[-0.2, 0.0], [0, 0.03], [0.2, 0], [0.26, 0.1], [0.13, 0.075], [0.06, 0.13], [0, 0.085], [-0.06, 0.13], [-0.13, 0.075], [-0.26, 0.1]]); // prettier-ignore
  painter.shape(hem, colours.lining, { lineWidth: 0.009, shade: 'ink', shadeWidth: 0.03 });
  drawPreacherHands(painter);
  painter.push(0, -0.8, 0.24);
  painter.shape(ellipse(0, -0.62, 0.2, 0.17), 'black', { lineWidth: 0.03 });
  painter.shape(ellipse(0, -0.16, 0.46, 0.46), 'black', { lineWidth: 0.03 });
  for (const side of [-1, 1]) painter.shape(ellipse(side * 0.43, 0.06, 0.075, 0.24), 'flesh', { lineWidth: 0.03, shade: 'fleshShade', shadeWidth: 0.06, shadeAlpha: 0.8 }); // prettier-ignore
  drawFace(painter, 0, { ...pickFeatures(painter.random), brow: 0.4 });
  painter.pop();
}

function drawPreacherHands(painter: Painter): void {
  const { random } = painter;
  const rise = random.between(-0.02, 0.02);
  const arm = blob([[-0.25, -0.46], [-0.31, -0.3], [-0.27, -0.2], [-0.2, -0.24], [-0.2, -0.4], [-0.15, -0.42], [-0.13, -0.5], [-0.2, -0.52]]); // prettier-ignore
  painter.shape(arm, 'flesh', { shade: 'fleshShade', shadeWidth: 0.04, shadeAlpha: 0.8, lineWidth: 0.009 });
  painter.push(-0.165, -0.5 + rise, 0.12, 0.05);
  for (const [x, l] of [[-0.3, 0.6], [-0.1, 0.75], [0.1, 0.75], [0.3, 0.6]] as const) painter.shape(ellipse(x, -l * 0.8, 0.1, l * 0.5), 'flesh', { line: 'fleshShade', lineWidth: 0.07 }); // prettier-ignore
  painter.shape(ellipse(0, 0, 0.44, 0.5), 'flesh', { line: 'fleshShade', lineWidth: 0.07 });
  painter.fill(ellipse(0, 0.02, 0.12), 'cinnabar', 0.8);
  painter.pop();
  painter.shape(ellipse(0.21, -0.09, 0.085, 0.042, 0.2), 'flesh', { line: 'fleshShade', lineWidth: 0.014 });
}
