import { createRandom } from '#demo/noise/random.ts';
import type { Painter } from '#demo/paint/painter.ts';
import { blob, curve, ellipse, rectangle, ribbonPath, sampleCurve, symmetric, type Point } from '#demo/paint/paths.ts';
import type { Pigment } from '#demo/paint/pigments.ts';
import { face } from '#demo/paint/motifs/face.ts';
import { halo, mandorla } from '#demo/paint/motifs/halo.ts';
import { hand, limb } from '#demo/paint/motifs/hand.ts';
import { lotusSeat } from '#demo/paint/motifs/lotus.ts';

export interface BuddhaColours {
  readonly robe: Pigment;
  readonly lining: Pigment;
  readonly inner: Pigment;
  readonly mandorla: readonly Pigment[];
}

export interface BuddhaOptions {
  readonly colours?: Partial<BuddhaColours>;
  /** teaching: one hand raised, one on the knee. meditation: both in the lap. Default teaching. */
  readonly gesture?: 'teaching' | 'meditation';
  readonly throne?: boolean;
  readonly mandorla?: boolean;
  /** −1…1. Default 0. */
  readonly turn?: number;
  readonly seed?: number;
}

const COLOURS: BuddhaColours = {
  robe: 'cinnabar',
  lining: 'malachite',
  inner: 'white',
  mandorla: ['malachite', 'ochreRed', 'azurite', 'white', 'black'],
};

/** A seated Buddha about 1 wide: knees at y = 0, crown at about −1.05, throne down to 0.44. */
export function buddha(painter: Painter, options: BuddhaOptions = {}): void {
  const colours = { ...COLOURS, ...options.colours };
  const { gesture = 'teaching', throne = true, turn = 0 } = options;
  const seed = options.seed ?? Math.floor(painter.random() * 1e9);
  if (options.mandorla !== false) mandorla(painter, 0, -0.42, 0.62, 0.86, colours.mandorla);
  halo(painter, 0, -0.82, 0.27, ['white', 'malachite', 'ochreRed', 'azuriteLight'], 32);
  if (throne) drawThrone(painter);
  drawBody(painter, colours);
  drawChest(painter, colours);
  drawCollars(painter, colours);
  if (gesture === 'teaching') drawTeaching(painter, colours);
  else drawMeditation(painter, colours);
  drawNeckAndHead(painter, turn, seed);
}

function drawThrone(painter: Painter): void {
  lotusSeat(painter, 0, 0.03, 1.12);
  painter.shape(rectangle(-0.38, 0.23, 0.76, 0.16), 'ochreRed', { lineWidth: 0.01, shade: 'ink', shadeWidth: 0.04 });
  for (let i = 0; i < 9; i++) {
    const x = -0.34 + i * 0.085;
    painter.shape(ellipse(x, 0.31, 0.03, 0.05), i % 2 ? 'malachite' : 'azuriteLight', {
      lineWidth: 0.005,
      shade: 'ink',
      shadeWidth: 0.012,
    });
    painter.fill(ellipse(x, 0.31, 0.012, 0.022), 'white');
  }
  painter.shape(rectangle(-0.45, 0.39, 0.9, 0.05), 'malachite', { lineWidth: 0.01 });
  for (let i = 0; i < 22; i++) painter.fill(ellipse(-0.43 + i * 0.041, 0.415, 0.012), 'white');
  painter.shape(rectangle(-0.48, 0.205, 0.96, 0.035), 'gold', { lineWidth: 0.008 });
}

function drawBody(painter: Painter, colours: BuddhaColours): void {
  const half: Point[] = [[0.06, -0.63], [0.18, -0.59], [0.265, -0.5], [0.29, -0.32], [0.31, -0.16], [0.45, -0.1], [0.53, -0.015], [0.47, 0.06], [0.25, 0.085]]; // prettier-ignore
  const mirrored = half.map(([x, y]): Point => [-x, y]).reverse();
  const body = blob([[0, -0.64], ...half, [0, 0.075], ...mirrored], true, 0.9);
  painter.fill(body, colours.robe);
  painter.shade(body, 'ink', 0.1, 0.36, 7);
  painter.line(body, 0.012, 'ink', 0.9);
  painter.clip(body);
  for (const side of [-1, 1]) {
    for (let i = 0; i < 7; i++) {
      const knee = side * (0.52 - i * 0.014);
      painter.brush([[side * 0.08, -0.06 + i * 0.021], [side * 0.28, -0.095 + i * 0.024], [knee, -0.035 + i * 0.02]], 0.01, 'ink', 0.65, 16); // prettier-ignore
    }
    // The hem of the robe as a light line over the shins.
    painter.line(curve([[side * 0.02, 0.02], [side * 0.25, -0.005], [side * 0.5, 0.05]]), 0.012, colours.lining, 0.9); // prettier-ignore
  }
  painter.pop();
  const sole = blob([[-0.17, -0.005], [-0.04, -0.035], [0.12, -0.024], [0.155, 0.008], [0, 0.03]]); // prettier-ignore
  painter.shape(sole, 'flesh', { lineWidth: 0.008, shade: 'fleshShade', shadeWidth: 0.02 });
  for (let i = 0; i < 4; i++) painter.line(curve([[0.1 + i * 0.013, -0.018 + i * 0.003], [0.115 + i * 0.012, 0.006]]), 0.004); // prettier-ignore
  const fan = blob([[-0.28, 0.05], [-0.16, 0.02], [0, 0.045], [0.16, 0.02], [0.28, 0.05], [0.2, 0.11], [0.13, 0.085], [0.06, 0.125], [0, 0.095], [-0.06, 0.125], [-0.13, 0.085], [-0.2, 0.11]]); // prettier-ignore
  painter.shape(fan, colours.lining, { lineWidth: 0.008, shade: 'ink', shadeWidth: 0.03, shadeAlpha: 0.3 });
  for (let i = -3; i <= 3; i++) painter.line(curve([[i * 0.045, 0.045], [i * 0.055, 0.1]]), 0.005, 'ink', 0.6); // prettier-ignore
}

function drawChest(painter: Painter, colours: BuddhaColours): void {
  const chest = blob([[-0.09, -0.62], [0, -0.615], [0.09, -0.62], [0.15, -0.5], [0.13, -0.33], [0, -0.25], [-0.14, -0.33], [-0.15, -0.5]]); // prettier-ignore
  painter.fill(chest, 'flesh');
  painter.shade(chest, 'fleshShade', 0.06, 0.55, 6);
  for (const side of [-1, 1]) painter.brush([[side * 0.1, -0.45], [side * 0.05, -0.42], [side * 0.01, -0.44]], 0.008, 'ink', 0.65, 10); // prettier-ignore
  const inner = blob([[-0.15, -0.56], [-0.06, -0.44], [0.06, -0.34], [0.15, -0.31], [0.12, -0.24], [-0.05, -0.22], [-0.17, -0.34]]); // prettier-ignore
  painter.shape(inner, colours.inner, { lineWidth: 0.007, shade: 'ochre', shadeWidth: 0.03 });
  for (let i = 0; i < 5; i++) painter.brush([[-0.14 + i * 0.012, -0.5 + i * 0.045], [-0.03 + i * 0.015, -0.4 + i * 0.03], [0.1, -0.31 + i * 0.015]], 0.006, 'ink', 0.5, 12); // prettier-ignore
  painter.brush([[-0.16, -0.57], [-0.06, -0.45], [0.07, -0.33], [0.16, -0.3]], 0.022, 'malachite', 1, 20, () => 1); // prettier-ignore
  for (let i = 0; i < 9; i++)
    painter.fill(ellipse(-0.13 + i * 0.031, -0.54 + i * 0.0295 - i * i * 0.0004, 0.005), 'white', 0.9);
}

function drawCollars(painter: Painter, colours: BuddhaColours): void {
  const right = ribbonPath(sampleCurve([[0.07, -0.635], [0.155, -0.5], [0.13, -0.33], [0.02, -0.2], [-0.12, -0.17]]), (t) => 0.02 + 0.008 * t); // prettier-ignore
  const left = ribbonPath(sampleCurve([[-0.07, -0.635], [-0.165, -0.52], [-0.19, -0.38], [-0.18, -0.25]]), () => 0.019); // prettier-ignore
  for (const collar of [right, left])
    painter.shape(collar, colours.lining, { lineWidth: 0.008, shade: 'ink', shadeWidth: 0.02, shadeAlpha: 0.3 });
  for (let i = 0; i < 8; i++) {
    painter.brush([[0.2 + i * 0.01, -0.54 + i * 0.03], [0.2 - i * 0.008, -0.3 + i * 0.018], [0.08 - i * 0.026, -0.13 + i * 0.01], [-0.1 - i * 0.026, -0.11 + i * 0.01]], 0.009, 'ink', 0.65, 20); // prettier-ignore
  }
  for (let i = 0; i < 5; i++) painter.brush([[-0.215 - i * 0.012, -0.52 + i * 0.04], [-0.25, -0.36 + i * 0.03], [-0.22 - i * 0.01, -0.2 + i * 0.02]], 0.009, 'ink', 0.6, 14); // prettier-ignore
}

function drawTeaching(painter: Painter, colours: BuddhaColours): void {
  limb(painter, [[-0.25, -0.45], [-0.325, -0.29], [-0.28, -0.2]], 0.085, 0.06, colours.robe, 0.01); // prettier-ignore
  limb(painter, [[-0.28, -0.2], [-0.275, -0.32], [-0.245, -0.42]], 0.05, 0.03, 'flesh', 0.009); // prettier-ignore
  hand(painter, -0.24, -0.42, 0.15, -0.06);
  const cuff = blob([[-0.36, -0.28], [-0.3, -0.27], [-0.215, -0.25], [-0.21, -0.19], [-0.26, -0.11], [-0.35, -0.13]]); // prettier-ignore
  painter.shape(cuff, colours.robe, { lineWidth: 0.009, shade: 'ink', shadeWidth: 0.03, shadeAlpha: 0.35 });
  painter.line(curve([[-0.355, -0.275], [-0.3, -0.262], [-0.22, -0.242]]), 0.014, colours.lining, 1); // prettier-ignore
  limb(painter, [[0.26, -0.45], [0.34, -0.29], [0.31, -0.17]], 0.085, 0.07, colours.robe, 0.01); // prettier-ignore
  limb(painter, [[0.31, -0.19], [0.27, -0.12], [0.235, -0.07]], 0.045, 0.032, 'flesh', 0.009); // prettier-ignore
  hand(painter, 0.235, -0.075, 0.13, Math.PI * 0.95, true);
}

function drawMeditation(painter: Painter, colours: BuddhaColours): void {
  for (const side of [-1, 1]) {
    limb(painter, [[side * 0.25, -0.45], [side * 0.33, -0.27], [side * 0.24, -0.13]], 0.085, 0.075, colours.robe, 0.01); // prettier-ignore
    limb(painter, [[side * 0.22, -0.14], [side * 0.13, -0.085], [side * 0.05, -0.06]], 0.045, 0.032, 'flesh', 0.009); // prettier-ignore
  }
  const palms = blob([[-0.14, -0.085], [0, -0.07], [0.14, -0.085], [0.1, -0.03], [0, -0.015], [-0.1, -0.03]]); // prettier-ignore
  painter.shape(palms, 'flesh', { lineWidth: 0.009, shade: 'fleshShade', shadeWidth: 0.02 });
  painter.line(curve([[-0.1, -0.065], [0, -0.045], [0.1, -0.065]]), 0.006); // prettier-ignore
  painter.line(curve([[-0.035, -0.085], [0, -0.115], [0.035, -0.085]]), 0.013, 'flesh', 1); // prettier-ignore
  painter.line(curve([[-0.045, -0.085], [0, -0.125], [0.045, -0.085]]), 0.006); // prettier-ignore
}

function drawNeckAndHead(painter: Painter, turn: number, seed: number): void {
  const random = createRandom(seed + 5);
  const neck = blob([[-0.06, -0.68], [-0.075, -0.615], [0, -0.6], [0.075, -0.615], [0.06, -0.68]]); // prettier-ignore
  painter.shape(neck, 'flesh', { line: null, shade: 'fleshShade', shadeWidth: 0.03 });
  for (const y of [-0.655, -0.64, -0.625]) painter.line(curve([[-0.055, y], [0, y + 0.012], [0.055, y]]), 0.005, 'ink', 0.6); // prettier-ignore
  const high = random.between(1, 1.03);
  const hair = blob(symmetric([[0.108, -0.79], [0.117, -0.88], [0.083, -0.945], [0.047, -0.955], [0.052, -0.985], [0.02, -high]]), true, 0.8); // prettier-ignore
  painter.shape(hair, 'lapis', { lineWidth: 0.008, shade: 'ink', shadeWidth: 0.03 });
  painter.push(turn * 0.02, -0.79, 0.235);
  face(painter, turn, { seed });
  painter.pop();
  const cap = blob([[-0.095, -0.84], [-0.06, -0.868], [0, -0.878], [0.06, -0.868], [0.095, -0.84], [0.1, -0.89], [0.05, -0.935], [0, -0.94], [-0.05, -0.935], [-0.1, -0.89]]); // prettier-ignore
  painter.shape(cap, 'lapis', { line: null });
  // Snail curls in rows that follow the skull.
  for (let row = 0; row < 6; row++) {
    const count = row < 4 ? 11 - row : 4;
    for (let i = 0; i < count; i++) {
      const u = ((i + 0.5) / count) * 2 - 1;
      const width = row < 4 ? 0.108 - row * 0.012 : 0.04;
      const y = row < 4 ? -0.868 - row * 0.022 + u * u * 0.03 : -0.965 - (row - 4) * 0.022;
      painter.line(ellipse(u * width, y, 0.0085), 0.004, 'ink', 0.6);
    }
  }
  painter.shape(ellipse(0, -0.945, 0.013), 'cinnabar', { lineWidth: 0.003 });
}
