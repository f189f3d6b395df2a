/** A guardian king in armour, who stands by the door. */
import type { Painter } from '#demo/paint/painter.ts';
import { blob, curve, ellipse, ribbonPath, sampleCurve, type Point } from '#demo/paint/paths.ts';
import type { Pigment } from '#demo/paint/pigments.ts';
import { face } from '#demo/paint/motifs/face.ts';
import { halo } from '#demo/paint/motifs/halo.ts';
import { limb } from '#demo/paint/motifs/hand.ts';
import { ribbon } from '#demo/paint/motifs/ribbon.ts';
import { headgear } from '#demo/caves/chamber/murals/headgear.ts';
import { stroke } from '#demo/caves/chamber/murals/stroke.ts';

export interface GuardianOptions {
  readonly seed: number;
  readonly holds: 'sword' | 'pagoda' | 'spear' | 'lute';
  readonly coat: Pigment;
  readonly armour: Pigment;
  /** Faces right instead of left. */
  readonly mirrored: boolean;
}

const LINE = { lineWidth: 0.005 } as const;

/** Height 1 from the soles at (x, y) to the crown, times `height`. */
export function guardian(painter: Painter, x: number, y: number, height: number, options: GuardianOptions): void {
  const { coat, armour, seed, mirrored } = options;
  painter.push(x, y, height, 0, mirrored);
  halo(painter, -0.02, -0.87, 0.14, ['cinnabar', 'malachite', 'white'], 28);
  for (const side of [-1, 1]) ribbon(painter, [[side * 0.1, -0.74], [side * 0.3, -0.8], [side * 0.3, -0.55], [side * 0.22, -0.3], [side * 0.33, -0.08]], 0.022, side > 0 ? 'azurite' : 'malachite', 'white', { twist: 4, phase: side }); // prettier-ignore
  drawDemon(painter);
  for (const side of [-1, 1]) {
    const leg: Point[] = [[side * 0.06, -0.34], [side * 0.1, -0.2], [side * 0.11, -0.06]]; // prettier-ignore
    painter.shape(
      ribbonPath(sampleCurve(leg, 14), (t) => 0.06 - 0.018 * t),
      'white',
      { ...LINE, shade: 'ink', shadeWidth: 0.02 },
    );
    painter.shape(
      ribbonPath(
        sampleCurve(
          [
            [side * 0.105, -0.17],
            [side * 0.112, -0.06],
          ],
          8,
        ),
        () => 0.05,
      ),
      armour,
      LINE,
    );
    for (let i = 0; i < 3; i++) painter.line(curve([[side * 0.06, -0.15 + i * 0.035], [side * 0.16, -0.15 + i * 0.035]]), 0.006, 'gold', 1); // prettier-ignore
    painter.shape(blob([[side * 0.06, -0.065], [side * 0.16, -0.065], [side * 0.2, -0.01], [side * 0.06, -0.01]]), 'black', LINE); // prettier-ignore
  }
  const skirt = blob([[-0.13, -0.52], [-0.2, -0.32], [-0.17, -0.22], [-0.06, -0.26], [0, -0.21], [0.06, -0.26], [0.17, -0.22], [0.2, -0.32], [0.13, -0.52]]); // prettier-ignore
  painter.shape(skirt, coat, { ...LINE, shade: 'ink', shadeWidth: 0.04 });
  scales(painter, skirt, -0.2, 0.2, -0.52, -0.3, armour);
  const torso = blob([[-0.06, -0.79], [-0.16, -0.74], [-0.15, -0.6], [-0.12, -0.5], [0.12, -0.5], [0.15, -0.6], [0.16, -0.74], [0.06, -0.79]]); // prettier-ignore
  painter.shape(torso, coat, { ...LINE, shade: 'ink', shadeWidth: 0.04 });
  scales(painter, torso, -0.16, 0.16, -0.62, -0.5, armour);
  for (const side of [-1, 1]) {
    painter.shape(ellipse(side * 0.065, -0.68, 0.062), armour, { ...LINE, shade: 'ink', shadeWidth: 0.02 });
    painter.line(ellipse(side * 0.065, -0.68, 0.045), 0.008, 'gold', 1);
    painter.fill(ellipse(side * 0.065, -0.68, 0.018), 'cinnabar');
  }
  stroke(
    painter,
    [
      [-0.14, -0.505],
      [0, -0.49],
      [0.14, -0.505],
    ],
    0.034,
    'brown',
    1,
    10,
    () => 1,
  );
  painter.shape(ellipse(0, -0.495, 0.03), 'gold', LINE);
  painter.shape(blob([[-0.03, -0.49], [0.03, -0.49], [0.05, -0.25], [0, -0.2], [-0.05, -0.25]]), 'cinnabar', LINE); // prettier-ignore
  drawArms(painter, options);
  painter.shape(blob([[-0.09, -0.77], [0, -0.74], [0.09, -0.77], [0.06, -0.82], [-0.06, -0.82]]), 'cinnabar', LINE); // prettier-ignore
  painter.push(-0.012, -0.865, 0.135);
  face(painter, -0.5, { seed, kind: 'man' });
  stroke(
    painter,
    [
      [-0.28, -0.2],
      [-0.1, -0.12],
      [0.02, -0.1],
    ],
    0.05,
    'ink',
    0.9,
    8,
  );
  headgear(painter, options.holds === 'pagoda' ? 'winged crown' : 'helmet');
  painter.pop();
  painter.pop();
}

/** Rows of armour scales inside an outline. */
function scales(
  painter: Painter,
  outline: Parameters<Painter['clip']>[0],
  left: number,
  right: number,
  top: number,
  bottom: number,
  pigment: Pigment,
): void {
  // prettier-ignore
  painter.clip(outline);
  const size = 0.03;
  for (let y = bottom, row = 0; y > top - size; y -= size * 0.8, row++)
    for (let x = left + (row % 2) * size * 0.5; x < right; x += size)
      painter.shape(blob([[x - size / 2, y - size], [x + size / 2, y - size], [x + size * 0.4, y], [x, y + size * 0.25], [x - size * 0.4, y]]), row % 3 ? pigment : 'gold', { lineWidth: 0.003 }); // prettier-ignore
  painter.pop();
}

function drawArms(painter: Painter, { holds, coat, armour }: GuardianOptions): void {
  if (holds === 'spear') {
    painter.line(curve([[-0.27, 0.0], [-0.25, -1.12]]), 0.016, 'brown', 1); // prettier-ignore
    painter.shape(blob([[-0.25, -1.28], [-0.285, -1.16], [-0.25, -1.1], [-0.215, -1.16]]), 'azuriteLight', LINE); // prettier-ignore
    stroke(
      painter,
      [
        [-0.25, -1.1],
        [-0.3, -1.02],
        [-0.27, -0.95],
      ],
      0.03,
      'cinnabar',
      1,
      8,
    );
  }
  const raised: Point[] = holds === 'pagoda' ? [[-0.15, -0.73], [-0.26, -0.62], [-0.27, -0.72]] : [[-0.15, -0.73], [-0.27, -0.6], [-0.25, -0.68]]; // prettier-ignore
  limb(painter, raised, 0.052, 0.032, coat, 0.005);
  limb(painter, [[0.15, -0.73], [0.26, -0.6], [0.17, -0.5]], 0.052, 0.032, coat, 0.005); // prettier-ignore
  for (const [x, y] of [[-0.17, -0.72], [0.17, -0.72]] as const) painter.shape(ellipse(x, y, 0.055, 0.06), armour, { ...LINE, shade: 'ink', shadeWidth: 0.02 }); // prettier-ignore
  for (const [x, y] of [raised[2]!, [0.165, -0.495] as const]) painter.shape(ellipse(x, y, 0.03), 'flesh', { ...LINE, shade: 'fleshShade', shadeWidth: 0.01 }); // prettier-ignore
  if (holds === 'sword') {
    painter.shape(blob([[-0.262, -0.7], [-0.24, -0.7], [-0.215, -1.1], [-0.235, -1.16], [-0.25, -1.1]], true, 0.3), 'azuriteLight', LINE); // prettier-ignore
    painter.line(curve([[-0.29, -0.7], [-0.21, -0.705]]), 0.018, 'gold', 1); // prettier-ignore
  } else if (holds === 'pagoda') {
    for (let i = 0; i < 4; i++) painter.shape(blob([[-0.34 + i * 0.014, -0.76 - i * 0.045], [-0.2 - i * 0.014, -0.76 - i * 0.045], [-0.22 - i * 0.01, -0.8 - i * 0.045], [-0.32 + i * 0.01, -0.8 - i * 0.045]], true, 0.1), i % 2 ? 'white' : 'ochre', LINE); // prettier-ignore
    painter.line(curve([[-0.27, -0.93], [-0.27, -1.02]]), 0.01, 'gold', 1); // prettier-ignore
  } else if (holds === 'lute') {
    painter.push(-0.02, -0.58, 1, -0.6);
    painter.shape(blob([[0.2, 0], [0.14, 0.075], [0, 0.06], [-0.3, 0.012], [-0.3, -0.012], [0, -0.06], [0.14, -0.075]]), 'ochre', { ...LINE, shade: 'brown', shadeWidth: 0.03 }); // prettier-ignore
    for (let i = -1; i <= 1; i++) painter.line(curve([[0.15, i * 0.012], [-0.3, i * 0.005]]), 0.003, 'ink', 0.8); // prettier-ignore
    painter.pop();
  }
}

/** The subdued spirit he stands on. */
function drawDemon(painter: Painter): void {
  const body = blob([[-0.22, 0.0], [-0.24, -0.05], [-0.16, -0.075], [0, -0.05], [0.16, -0.075], [0.24, -0.045], [0.22, 0.01], [0, 0.015]]); // prettier-ignore
  painter.shape(body, 'malachite', { ...LINE, shade: 'ink', shadeWidth: 0.03 });
  painter.push(-0.23, -0.035, 0.075, 0.3);
  face(painter, -0.6, { seed: 4711, kind: 'man', skin: 'malachiteLight' });
  painter.pop();
}
