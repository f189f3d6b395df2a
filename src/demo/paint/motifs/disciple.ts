import { createRandom } from '#demo/noise/random.ts';
import type { Painter } from '#demo/paint/painter.ts';
import { blob, curve, type Point } from '#demo/paint/paths.ts';
import type { Pigment } from '#demo/paint/pigments.ts';
import { inTurn } from '#demo/paint/motifs/borders.ts';
import { face } from '#demo/paint/motifs/face.ts';
import { halo } from '#demo/paint/motifs/halo.ts';

const ROBES: readonly (readonly [robe: Pigment, shawl: Pigment, halo: Pigment])[] = [
  ['redLead', 'malachite', 'malachite'],
  ['plum', 'ochre', 'azuriteLight'],
  ['ochreRed', 'azurite', 'ochre'],
  ['malachite', 'cinnabar', 'white'],
];

/** A disciple seen to the hips: shoulders about (0, −0.45), head 0.19 high at (0, −0.62); looks to the right unless mirrored. */
export function disciple(
  painter: Painter,
  x: number,
  y: number,
  size: number,
  mirrored: boolean,
  scheme: number,
): void {
  const seed = Math.floor(painter.random() * 1e9);
  const random = createRandom(seed);
  const [robe, shawl, glow] = inTurn(ROBES, scheme);
  painter.push(x, y, size, 0, mirrored);
  halo(painter, 0, -0.62, 0.165, [glow, 'white', 'ochreRed']);
  const half: Point[] = [[-0.05, -0.52], [-0.16, -0.43], [-0.19, -0.2], [-0.175, 0.1], [-0.18, 0.42]]; // prettier-ignore
  const body = blob([...half, ...half.map(([a, b]): Point => [-a, b]).reverse()]);
  painter.shape(body, robe, { lineWidth: 0.009, shade: 'ink', shadeWidth: 0.05 });
  painter.clip(body);
  for (let i = 0; i < 5; i++) painter.brush([[0.12 - i * 0.05, -0.4], [0.1 - i * 0.06, -0.1], [0.12 - i * 0.06, 0.4]], 0.009, 'ink', 0.6, 12); // prettier-ignore
  const wrap = blob([[0.07, -0.53], [0.2, -0.42], [0.24, -0.1], [0.1, -0.02], [-0.22, -0.16], [-0.22, -0.3], [-0.06, -0.36]]); // prettier-ignore
  painter.shape(wrap, shawl, { lineWidth: 0.009, shade: 'ink', shadeWidth: 0.04 });
  for (let i = 0; i < 4; i++) painter.brush([[0.13 + i * 0.015, -0.46], [0.06, -0.25 + i * 0.06], [-0.18, -0.26 + i * 0.045]], 0.008, 'ink', 0.6, 12); // prettier-ignore
  painter.pop();
  const neck = blob([[-0.045, -0.58], [-0.06, -0.5], [0, -0.47], [0.06, -0.5], [0.045, -0.58]]); // prettier-ignore
  painter.shape(neck, 'flesh', { line: null, shade: 'fleshShade', shadeWidth: 0.02 });
  if (random() < 0.6) {
    const palms = blob([[-0.035, -0.22], [-0.025, -0.31], [0, -0.36], [0.028, -0.31], [0.035, -0.22], [0, -0.19]]); // prettier-ignore
    painter.shape(palms, 'flesh', { lineWidth: 0.008, shade: 'fleshShade', shadeWidth: 0.018 });
    painter.line(curve([[0, -0.2], [0, -0.34]]), 0.006); // prettier-ignore
  }
  painter.push(0.005, -0.62, 0.19, random.between(-0.12, 0.12));
  face(painter, random.between(0.35, 0.9), { seed, kind: 'monk', mark: false });
  painter.line(curve([[-0.32, -0.36], [-0.1, -0.485], [0.24, -0.42]]), 0.02, 'ink', 0.5); // prettier-ignore
  painter.pop();
  painter.pop();
}
