import type { Painter } from '#demo/paint/painter.ts';
import { blob, curve, ellipse, ribbonPath, sampleCurve, type Point } from '#demo/paint/paths.ts';
import type { Pigment } from '#demo/paint/pigments.ts';
import { crownedHead, jewels } from '#demo/paint/motifs/adornment.ts';
import { attributes, drawArms, type BodhisattvaHold } from '#demo/paint/motifs/bodhisattvaArms.ts';
import { halo } from '#demo/paint/motifs/halo.ts';
import { lotusSeat } from '#demo/paint/motifs/lotus.ts';
import { ribbon } from '#demo/paint/motifs/ribbon.ts';
import { createStance, pose, type Stance } from '#demo/paint/motifs/stance.ts';

export interface BodhisattvaColours {
  readonly skirt: Pigment;
  readonly overskirt: Pigment;
  readonly scarf: Pigment;
  readonly scarfReverse: Pigment;
  readonly halo: readonly Pigment[];
}

export interface BodhisattvaOptions {
  readonly colours?: Partial<BodhisattvaColours>;
  /** −1 looks to the left, 1 to the right. Default −0.7. */
  readonly turn?: number;
  /** What it holds or does. Default lotus. */
  readonly hold?: BodhisattvaHold;
  /** −1…1: hip out to the left or right. Default from the seed. */
  readonly sway?: number;
  /** Another seed, another face, crown and pattern; drawn from the painter's own numbers by default. */
  readonly seed?: number;
}

const COLOURS: BodhisattvaColours = {
  skirt: 'malachite',
  overskirt: 'cinnabar',
  scarf: 'azurite',
  scarfReverse: 'malachiteLight',
  halo: ['malachite', 'white', 'cinnabar'],
};

/** A standing bodhisattva of height 1: soles at the origin, crown at y = −1. */
export function bodhisattva(painter: Painter, options: BodhisattvaOptions = {}): void {
  const colours = { ...COLOURS, ...options.colours };
  const { turn = -0.7, hold = 'lotus' } = options;
  const seed = options.seed ?? Math.floor(painter.random() * 1e9);
  const sway = options.sway ?? (turn < 0 ? -1 : 1) * (0.55 + 0.45 * ((seed % 97) / 97));
  const stance = createStance(sway);
  const head = stance(turn * 0.008, -0.875);
  halo(painter, head[0], head[1], 0.135, colours.halo, 24);
  lotusSeat(painter, 0, -0.015, 0.32);
  for (const side of [-1, 1]) {
    const fall = pose(stance, [[side * 0.1, -0.7], [side * 0.185, -0.59], [side * 0.2, -0.41], [side * 0.16, -0.26]]); // prettier-ignore
    const tail: Point[] = [[side * 0.205, -0.11], [side * 0.18, 0.005]]; // prettier-ignore
    ribbon(painter, [...fall, ...tail], 0.021, colours.scarf, colours.scarfReverse, { twist: 3, phase: side + 1 });
  }
  drawFeet(painter);
  drawSkirt(painter, stance, colours, seed);
  drawTorso(painter, stance, colours);
  jewels(painter, stance);
  drawArms(painter, stance, hold, colours);
  for (const [side, phase] of [
    [1, 0],
    [-1, 0.6],
  ] as const) {
    // prettier-ignore
    const low = side > 0 ? 0 : 0.12;
    const loop = pose(stance, [[side * -0.105, -0.75], [side * -0.128, -0.52 + low], [side * -0.04, -0.38 + low], [side * 0.06, -0.42 + low], [side * 0.14, -0.56]]); // prettier-ignore
    ribbon(painter, loop, 0.018, colours.scarf, colours.scarfReverse, { twist: 2.5, phase });
  }
  attributes(painter, stance, hold);
  drawNeck(painter, stance);
  painter.push(head[0], head[1], 1, sway * -0.07 + turn * 0.04);
  crownedHead(painter, turn, seed);
  painter.pop();
}

function drawFeet(painter: Painter): void {
  for (const side of [-1, 1]) {
    const foot = blob([[side * 0.018, -0.035], [side * 0.045, -0.04], [side * 0.07, -0.012], [side * 0.092, 0], [side * 0.075, 0.006], [side * 0.022, 0.006]]); // prettier-ignore
    painter.shape(foot, 'flesh', { lineWidth: 0.004, shade: 'fleshShade', shadeWidth: 0.01 });
    for (let i = 0; i < 4; i++) painter.line(curve([[side * (0.07 + i * 0.005), -0.006], [side * (0.074 + i * 0.005), 0.003]]), 0.002); // prettier-ignore
  }
}

const SKIRT: readonly Point[] = [
  [-0.085, -0.545], [-0.1062, -0.44], [-0.1098, -0.3], [-0.09, -0.15], [-0.135, -0.03], [-0.1, -0.012], [-0.06, -0.025],
  [-0.03, -0.008], [0, -0.03], [0.03, -0.008], [0.06, -0.025], [0.1, -0.012], [0.135, -0.03], [0.0882, -0.15],
  [0.1116, -0.32], [0.1062, -0.45], [0.085, -0.545],
]; // prettier-ignore

function drawSkirt(painter: Painter, stance: Stance, colours: BodhisattvaColours, seed: number): void {
  const skirt = blob(pose(stance, SKIRT), true, 0.9);
  painter.fill(skirt, colours.skirt);
  painter.shade(skirt, 'ink', 0.045, 0.34, 6);
  painter.clip(skirt);
  scatter(painter, stance, seed, colours.skirt === 'white' ? 'cinnabar' : 'white');
  const border: Point[] = [[-0.16, -0.09], [-0.05, -0.072], [0, -0.085], [0.05, -0.072], [0.16, -0.09], [0.16, 0.03], [-0.16, 0.03]]; // prettier-ignore
  painter.shape(blob(border), colours.overskirt, { lineWidth: 0.003, shade: 'ink', shadeWidth: 0.03, shadeAlpha: 0.3 });
  painter.line(curve(border.slice(0, 5)), 0.007, 'gold', 1);
  for (let i = -5; i <= 5; i++) {
    const x = i * 0.02;
    const fold: Point[] = [[x * 0.75, -0.5], [x * 1.15, -0.3], [x * 0.95 + 0.006 * Math.sin(i * 2), -0.12], [x * 1.25, -0.01]]; // prettier-ignore
    painter.brush(pose(stance, fold), i % 2 ? 0.0035 : 0.005, 'ink', 0.65, 16);
  }
  // The cloth clings to the legs in hanging loops.
  for (const side of [-1, 1]) {
    for (let i = 0; i < 7; i++) {
      const y = -0.46 + i * 0.055;
      painter.brush(pose(stance, [[side * 0.11, y - 0.025], [side * 0.065, y + 0.03], [side * 0.016, y + 0.012]]), 0.0055, 'ink', 0.75, 12); // prettier-ignore
    }
  }
  painter.pop();
  painter.line(skirt, 0.006, 'ink', 0.9);
  const apron: Point[] = [[-0.095, -0.575], [-0.127, -0.5], [-0.105, -0.43], [-0.055, -0.46], [0, -0.4], [0.055, -0.46], [0.105, -0.43], [0.127, -0.5], [0.095, -0.575]]; // prettier-ignore
  painter.shape(blob(pose(stance, apron)), colours.overskirt, {
    lineWidth: 0.006,
    shade: 'ink',
    shadeWidth: 0.025,
    shadeAlpha: 0.35,
  });
  const edge: Point[] = [[-0.108, -0.445], [-0.055, -0.474], [0, -0.415], [0.055, -0.474], [0.108, -0.445]]; // prettier-ignore
  painter.line(curve(pose(stance, edge)), 0.005, 'gold', 1);
  for (let i = -3; i <= 3; i++) painter.brush(pose(stance, [[i * 0.022, -0.565], [i * 0.028, -0.51], [i * 0.025, -0.455]]), 0.004, 'ink', 0.6, 8); // prettier-ignore
  const belt = ribbonPath(sampleCurve(pose(stance, [[-0.09, -0.572], [0, -0.55], [0.09, -0.572]])), () => 0.011); // prettier-ignore
  painter.shape(belt, 'white', { lineWidth: 0.004, shade: 'cinnabar', shadeWidth: 0.008 });
  const sash = pose(stance, [[0, -0.55], [-0.012, -0.4], [0.012, -0.25], [-0.005, -0.08]]); // prettier-ignore
  ribbon(painter, sash, 0.012, 'white', 'cinnabar', { twist: 1, lineWidth: 0.004 });
}

/** Small blossoms woven into the skirt. */
function scatter(painter: Painter, stance: Stance, seed: number, pigment: Pigment): void {
  const shift = (seed % 13) / 13;
  for (let row = 0; row < 9; row++) {
    for (let i = -3; i <= 3; i++) {
      const [x, y] = stance((i + (row % 2) * 0.5 + shift * 0.3) * 0.036, -0.52 + row * 0.05);
      for (let petal = 0; petal < 4; petal++) {
        const angle = petal * (Math.PI / 2) + shift * 3;
        painter.fill(ellipse(x + Math.cos(angle) * 0.0048, y + Math.sin(angle) * 0.0048, 0.0032), pigment, 0.8);
      }
      painter.fill(ellipse(x, y, 0.0024), 'ochre', 0.9);
    }
  }
}

function drawTorso(painter: Painter, stance: Stance, colours: BodhisattvaColours): void {
  const half: Point[] = [[-0.035, -0.785], [-0.115, -0.757], [-0.124, -0.7], [-0.09, -0.645], [-0.08, -0.575]]; // prettier-ignore
  const torso = blob(pose(stance, [...half, [0, -0.55], ...half.map(([x, y]): Point => [-x, y]).reverse()]), true, 0.9);
  painter.fill(torso, 'flesh');
  painter.shade(torso, 'fleshShade', 0.04, 0.62, 6);
  painter.line(torso, 0.006, 'ink', 0.9);
  for (const side of [-1, 1]) {
    painter.brush(pose(stance, [[side * 0.07, -0.685], [side * 0.04, -0.662], [side * 0.008, -0.676]]), 0.004, 'ink', 0.6, 10); // prettier-ignore
    painter.line(curve(pose(stance, [[side * 0.1, -0.762], [side * 0.05, -0.768], [side * 0.02, -0.772]])), 0.003, 'ink', 0.5); // prettier-ignore
  }
  painter.line(curve(pose(stance, [[-0.035, -0.612], [0, -0.604], [0.035, -0.612]])), 0.003, 'ink', 0.5); // prettier-ignore
  const [x, y] = stance(0, -0.592);
  painter.fill(ellipse(x, y, 0.004, 0.006), 'ink');
  const sash = pose(stance, [[0.1, -0.757], [0.035, -0.69], [-0.05, -0.61], [-0.088, -0.575]]); // prettier-ignore
  const band = ribbonPath(sampleCurve(sash), (t) => 0.013 + 0.009 * Math.sin(Math.PI * t));
  painter.shape(band, colours.scarfReverse, { lineWidth: 0.005, shade: 'ink', shadeWidth: 0.012, shadeAlpha: 0.3 });
  for (const off of [-0.006, 0.004])
    painter.line(curve(sash.map(([a, b]): Point => [a + off, b + off])), 0.0025, 'ink', 0.5);
}

function drawNeck(painter: Painter, stance: Stance): void {
  const neck: Point[] = [[-0.026, -0.84], [-0.03, -0.79], [-0.045, -0.775], [0, -0.762], [0.045, -0.775], [0.03, -0.79], [0.026, -0.84]]; // prettier-ignore
  painter.shape(blob(pose(stance, neck)), 'flesh', { line: null, shade: 'fleshShade', shadeWidth: 0.012 });
  for (const side of [-1, 1]) painter.line(curve(pose(stance, [[side * 0.026, -0.835], [side * 0.03, -0.792], [side * 0.046, -0.777]])), 0.004, 'ink', 0.85); // prettier-ignore
  for (const y of [-0.808, -0.799, -0.79]) painter.line(curve(pose(stance, [[-0.026, y], [0, y + 0.007], [0.026, y]])), 0.0026, 'ink', 0.6); // prettier-ignore
}
