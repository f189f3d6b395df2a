import { createRandom, type Random } from '#demo/noise/random.ts';
import type { Painter } from '#demo/paint/painter.ts';
import { blob, curve, ellipse, type Point } from '#demo/paint/paths.ts';
import type { Pigment } from '#demo/paint/pigments.ts';
import { face } from '#demo/paint/motifs/face.ts';
import { halo } from '#demo/paint/motifs/halo.ts';
import { hand, limb } from '#demo/paint/motifs/hand.ts';
import { instrument, type ApsaraPose } from '#demo/paint/motifs/instrument.ts';
import { ribbon } from '#demo/paint/motifs/ribbon.ts';

export interface ApsaraColours {
  readonly skirt: Pigment;
  readonly waist: Pigment;
  readonly upperScarf: Pigment;
  readonly lowerScarf: Pigment;
  readonly longScarf: Pigment;
}

export interface ApsaraOptions {
  readonly colours?: Partial<ApsaraColours>;
  /** Pose and what it holds, in turn: dish of flowers, scattering, lute, flute, both arms open, drum. Default 0. */
  readonly variant?: number;
  readonly seed?: number;
}

const COLOURS: ApsaraColours = {
  skirt: 'malachite',
  waist: 'cinnabar',
  upperScarf: 'azurite',
  lowerScarf: 'white',
  longScarf: 'cinnabar',
};

/** Colour schemes that stand well beside each other. */
export const APSARA_SCHEMES: readonly Partial<ApsaraColours>[] = [
  {},
  { skirt: 'cinnabar', waist: 'malachite', upperScarf: 'white', lowerScarf: 'azurite', longScarf: 'malachite' },
  { skirt: 'white', waist: 'cinnabar', upperScarf: 'malachite', lowerScarf: 'ochre', longScarf: 'azuriteLight' },
  { skirt: 'azuriteLight', waist: 'ochre', upperScarf: 'cinnabar', lowerScarf: 'white', longScarf: 'malachite' },
  { skirt: 'ochre', waist: 'lapis', upperScarf: 'malachite', lowerScarf: 'cinnabar', longScarf: 'white' },
];

const POSES: readonly ApsaraPose[] = ['dish', 'scatter', 'lute', 'flute', 'open', 'drum'];

/** A heavenly being in flight towards the left: about 1.8 wide, 0.95 high, its waist near the origin. */
export function apsara(painter: Painter, options: ApsaraOptions = {}): void {
  const colours = { ...COLOURS, ...options.colours };
  const seed = options.seed ?? Math.floor(painter.random() * 1e9);
  const random = createRandom(seed);
  const pose = POSES[(options.variant ?? 0) % POSES.length]!;
  drawScarves(painter, colours, random);
  halo(painter, -0.33, -0.2, 0.118, ['white', 'malachite', 'ochre']);
  drawLegs(painter, colours, random);
  drawTorso(painter, colours);
  drawFarArm(painter, pose);
  drawHead(painter, seed, random);
  drawNearArm(painter, pose);
  instrument(painter, pose);
  const low = random.between(0.2, 0.3);
  const front: Point[] = [[-0.44, 0.03], [-0.38, 0.19], [-0.2, low], [0.05, low + 0.08], [0.3, low - 0.01], [0.54, low + random.between(0.04, 0.14)]]; // prettier-ignore
  ribbon(painter, front, 0.025, colours.upperScarf, 'malachiteLight', { twist: 3, phase: 0.5, taper: true });
}

function drawScarves(painter: Painter, colours: ApsaraColours, random: Random): void {
  const lift = random.between(-0.05, 0.06);
  const wave = random.between(0.85, 1.2);
  const back: Point[] = [[-0.2, -0.02], [-0.04, -0.3], [0.2, -0.42 - lift], [0.48, -0.3 * wave], [0.76, -0.43 - lift], [1.04, -0.31]]; // prettier-ignore
  ribbon(painter, back, 0.032, colours.upperScarf, 'malachiteLight', { twist: 4, taper: true });
  const high: Point[] = [[-0.27, 0.02], [-0.42, -0.28], [-0.24, -0.5], [0.06, -0.5 - lift], [0.3, -0.58], [0.56, -0.46 * wave], [0.86, -0.6]]; // prettier-ignore
  ribbon(painter, high, 0.028, colours.longScarf, 'white', { twist: 4, phase: 1, taper: true });
  const under: Point[] = [[0.1, 0.14], [0.4, 0.2 * wave], [0.62, 0.09], [0.86, 0.2 + lift], [1.1, 0.07]]; // prettier-ignore
  ribbon(painter, under, 0.026, colours.lowerScarf, 'azuriteLight', { twist: 3, taper: true });
}

function drawLegs(painter: Painter, colours: ApsaraColours, random: Random): void {
  const bend = random.between(-0.03, 0.05);
  limb(painter, [[0.6, -0.12], [0.74, -0.17], [0.84, -0.23 - bend]], 0.036, 0.017); // prettier-ignore
  limb(painter, [[0.58, -0.04], [0.74, -0.07], [0.86, -0.1]], 0.036, 0.017); // prettier-ignore
  for (const [x, y] of [
    [0.83, -0.235 - bend],
    [0.855, -0.105],
  ] as const) {
    // prettier-ignore
    const foot = blob([[x, y - 0.015], [x + 0.05, y - 0.04], [x + 0.13, y - 0.045], [x + 0.11, y - 0.015], [x + 0.04, y + 0.015], [x, y + 0.015]]); // prettier-ignore
    painter.shape(foot, 'flesh', { lineWidth: 0.006, shade: 'fleshShade', shadeWidth: 0.014 });
  }
  const skirt = blob(
    [
      [-0.1, 0.06], [0.02, -0.04], [0.18, -0.07], [0.36, -0.11], [0.52, -0.17], [0.66, -0.225], [0.76, -0.25 - bend],
      [0.7, -0.18], [0.8, -0.155], [0.71, -0.11], [0.82, -0.085], [0.71, -0.045], [0.79, -0.01], [0.66, 0.015],
      [0.5, 0.05], [0.32, 0.13], [0.12, 0.2], [-0.04, 0.19],
    ],
    true,
    0.85,
  ); // prettier-ignore
  painter.fill(skirt, colours.skirt);
  painter.shade(skirt, 'ink', 0.055, 0.32, 5);
  painter.clip(skirt);
  for (let i = 0; i < 8; i++) {
    const k = i / 7;
    painter.brush([[-0.06 + k * 0.02, 0.02 + k * 0.17], [0.16, -0.045 + k * 0.2], [0.42, -0.13 + k * 0.18], [0.76, -0.24 + k * 0.24]], 0.01, 'ink', 0.6, 18); // prettier-ignore
  }
  painter.fill(blob([[0.63, -0.3], [0.66, -0.1], [0.64, 0.06], [0.9, 0.05], [0.9, -0.3]]), colours.waist, 0.9); // prettier-ignore
  painter.line(curve([[0.63, -0.3], [0.66, -0.1], [0.64, 0.06]]), 0.012, 'gold', 1); // prettier-ignore
  painter.pop();
  painter.line(skirt, 0.009, 'ink', 0.9);
  const waist = blob([[-0.13, 0.06], [-0.03, -0.02], [0.08, -0.055], [0.17, -0.02], [0.13, 0.06], [0.15, 0.13], [0.07, 0.16], [-0.04, 0.2]]); // prettier-ignore
  painter.shape(waist, colours.waist, { lineWidth: 0.008, shade: 'ink', shadeWidth: 0.035, shadeAlpha: 0.35 });
  for (let i = 0; i < 4; i++) painter.brush([[-0.08 + i * 0.012, 0.03 + i * 0.035], [0.02, 0 + i * 0.04], [0.12, -0.02 + i * 0.04]], 0.007, 'ink', 0.55, 10); // prettier-ignore
  painter.line(curve([[-0.12, 0.06], [-0.1, 0.12], [-0.05, 0.19]]), 0.016, 'gold', 1); // prettier-ignore
}

function drawTorso(painter: Painter, colours: ApsaraColours): void {
  const torso = blob([[-0.31, -0.1], [-0.22, -0.125], [-0.14, -0.06], [-0.05, -0.005], [-0.025, 0.09], [-0.08, 0.15], [-0.16, 0.1], [-0.24, 0.03], [-0.33, -0.035]]); // prettier-ignore
  painter.fill(torso, 'flesh');
  painter.shade(torso, 'fleshShade', 0.036, 0.6, 6);
  painter.line(torso, 0.008, 'ink', 0.85);
  painter.brush([[-0.27, 0.0], [-0.22, 0.0], [-0.2, -0.03]], 0.007, 'ink', 0.6, 8); // prettier-ignore
  painter.brush([[-0.12, 0.09], [-0.09, 0.07], [-0.07, 0.03]], 0.006, 'ink', 0.5, 8); // prettier-ignore
  painter.line(curve([[-0.33, -0.06], [-0.28, -0.005], [-0.22, -0.02], [-0.21, -0.09]]), 0.012, 'gold', 1); // prettier-ignore
  for (let i = 0; i < 4; i++) {
    painter.shape(ellipse(-0.31 + i * 0.032, -0.022 + Math.sin(i) * 0.012, 0.008), i % 2 ? 'cinnabar' : 'malachite', {
      lineWidth: 0.002,
    });
  }
  painter.brush([[-0.21, -0.1], [-0.13, 0.01], [-0.07, 0.13]], 0.026, colours.upperScarf, 1, 14, () => 1); // prettier-ignore
}

function drawFarArm(painter: Painter, pose: ApsaraPose): void {
  const arms: Readonly<Record<ApsaraPose, readonly [Point, Point, Point]>> = {
    dish: [[-0.29, -0.06], [-0.4, 0.05], [-0.58, -0.05]], // prettier-ignore
    scatter: [[-0.29, -0.05], [-0.42, 0.07], [-0.56, -0.03]], // prettier-ignore
    lute: [[-0.28, -0.04], [-0.38, 0.1], [-0.25, 0.12]], // prettier-ignore
    flute: [[-0.3, -0.05], [-0.47, -0.0], [-0.44, -0.13]], // prettier-ignore
    open: [[-0.29, -0.05], [-0.46, 0.03], [-0.63, 0.0]], // prettier-ignore
    drum: [[-0.29, -0.04], [-0.39, 0.09], [-0.52, 0.06]], // prettier-ignore
  };
  const [shoulder, elbow, wrist] = arms[pose];
  drawArm(painter, shoulder, elbow, wrist);
}

function drawNearArm(painter: Painter, pose: ApsaraPose): void {
  const arms: Readonly<Record<ApsaraPose, readonly [Point, Point, Point]>> = {
    dish: [[-0.22, -0.085], [-0.06, -0.17], [-0.13, -0.36]], // prettier-ignore
    scatter: [[-0.22, -0.085], [-0.05, -0.2], [0.02, -0.38]], // prettier-ignore
    lute: [[-0.21, -0.07], [-0.13, 0.1], [-0.31, 0.03]], // prettier-ignore
    flute: [[-0.22, -0.08], [-0.17, 0.07], [-0.37, -0.12]], // prettier-ignore
    open: [[-0.22, -0.09], [-0.08, -0.2], [0.08, -0.28]], // prettier-ignore
    drum: [[-0.21, -0.08], [-0.16, 0.09], [-0.34, 0.09]], // prettier-ignore
  };
  const [shoulder, elbow, wrist] = arms[pose];
  drawArm(painter, shoulder, elbow, wrist);
}

function drawArm(painter: Painter, shoulder: Point, elbow: Point, wrist: Point): void {
  const between = (a: Point, b: Point, bow: number): Point => [
    (a[0] + b[0]) / 2 - (b[1] - a[1]) * bow,
    (a[1] + b[1]) / 2 + (b[0] - a[0]) * bow,
  ];
  limb(painter, [shoulder, between(shoulder, elbow, 0.08), elbow], 0.034, 0.025);
  limb(painter, [elbow, between(elbow, wrist, -0.06), wrist], 0.027, 0.015);
  const angle = Math.atan2(wrist[1] - elbow[1], wrist[0] - elbow[0]);
  hand(painter, wrist[0], wrist[1], 0.075, angle + Math.PI / 2, false, 'holding');
  const across: Point = [Math.sin(angle) * 0.018, -Math.cos(angle) * 0.018];
  const at: Point = [wrist[0] - Math.cos(angle) * 0.02, wrist[1] - Math.sin(angle) * 0.02];
  painter.line(curve([[at[0] - across[0], at[1] - across[1]], [at[0] + across[0], at[1] + across[1]]]), 0.012, 'gold', 1); // prettier-ignore
}

function drawHead(painter: Painter, seed: number, random: Random): void {
  painter.push(-0.335, -0.2, 1, random.between(-0.3, 0.1));
  painter.shape(blob([[0.01, 0.06], [0.0, 0.13], [0.08, 0.13], [0.06, 0.05]]), 'flesh', { line: null, shade: 'fleshShade', shadeWidth: 0.015 }); // prettier-ignore
  painter.shape(blob([[-0.055, -0.02], [-0.058, -0.07], [-0.01, -0.105], [0.055, -0.085], [0.078, -0.02], [0.055, 0.04]]), 'ink', { lineWidth: 0.004 }); // prettier-ignore
  const knots = random() < 0.5 ? [[0.01, -0.11]] : [[-0.025, -0.1], [0.04, -0.1]]; // prettier-ignore
  for (const [x = 0, y = 0] of knots) {
    const size = knots.length > 1 ? 0.75 : 1;
    painter.shape(blob([[x - 0.03 * size, y + 0.02], [x - 0.035 * size, y - 0.04 * size], [x, y - 0.07 * size], [x + 0.035 * size, y - 0.04 * size], [x + 0.03 * size, y + 0.02]]), 'ink', { lineWidth: 0.004 }); // prettier-ignore
  }
  painter.push(0, 0, 0.14);
  face(painter, -0.75, { seed, ears: 'plain', mark: false });
  painter.pop();
  painter.fill(blob([[-0.06, -0.03], [-0.03, -0.045], [0.03, -0.04], [0.06, -0.01], [0.07, -0.05], [0.01, -0.085], [-0.05, -0.065]]), 'ink'); // prettier-ignore
  painter.line(curve([[-0.062, -0.052], [-0.005, -0.082], [0.066, -0.055]]), 0.012, 'gold', 1); // prettier-ignore
  painter.shape(ellipse(-0.005, -0.095, 0.014), 'gold', { lineWidth: 0.003 });
  painter.fill(ellipse(-0.005, -0.095, 0.007), 'malachite');
  painter.pop();
}
