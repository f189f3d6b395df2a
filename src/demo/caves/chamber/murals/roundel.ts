/**
 * Pearl roundels as on the silks of Sasanian Persia and Sogdiana: a ring of pearls with a block at each quarter, and a
 * device in the middle.
 */
import type { Painter } from '#demo/paint/painter.ts';
import { blob, curve, ellipse, rectangle, symmetric, type Point } from '#demo/paint/paths.ts';
import type { Pigment } from '#demo/paint/pigments.ts';
import { rosette } from '#demo/paint/motifs/flower.ts';
import { lotusBud } from '#demo/paint/motifs/lotus.ts';
import { stroke } from '#demo/caves/chamber/murals/stroke.ts';

export type Device = 'duck' | 'lotus' | 'rosette' | 'horse';

export interface RoundelOptions {
  readonly device?: Device;
  readonly field?: Pigment;
  readonly ring?: Pigment;
  /** The device looks to the right instead of the left. */
  readonly mirrored?: boolean;
}

/** A roundel of `radius` about (x, y). */
export function roundel(painter: Painter, x: number, y: number, radius: number, options: RoundelOptions = {}): void {
  const { device = 'rosette', field = 'cinnabar', ring = 'azurite', mirrored = false } = options;
  painter.push(x, y, radius, 0, mirrored);
  painter.shape(ellipse(0, 0, 1), ring, { lineWidth: 0.03 });
  painter.line(ellipse(0, 0, 0.96), 0.03, 'white', 0.8);
  for (let i = 0; i < 20; i++) {
    const angle = (i / 20) * Math.PI * 2;
    const px = Math.cos(angle) * 0.83;
    const py = Math.sin(angle) * 0.83;
    if (i % 5 === 0) {
      painter.push(px, py, 1, angle);
      painter.shape(rectangle(-0.085, -0.085, 0.17, 0.17), 'ochre', { lineWidth: 0.025 });
      painter.fill(rectangle(-0.035, -0.035, 0.07, 0.07), 'cinnabar');
      painter.pop();
    } else painter.shape(ellipse(px, py, 0.088), 'white', { lineWidth: 0.025 });
  }
  painter.shape(ellipse(0, 0, 0.68), field, { lineWidth: 0.03, shade: 'ink', shadeWidth: 0.12, shadeAlpha: 0.25 });
  painter.line(ellipse(0, 0, 0.63), 0.025, 'ochre', 0.9);
  if (device === 'duck') drawDuck(painter);
  else if (device === 'horse') drawHorse(painter);
  else if (device === 'lotus') drawLotus(painter);
  else rosette(painter, 0, 0, 0.5, ['malachite', 'white', 'azurite', 'ochre']);
  painter.pop();
}

/** A duck with a necklace in its bill and ribbons at its neck, on a little stand. */
function drawDuck(painter: Painter): void {
  const line = { lineWidth: 0.022 } as const;
  painter.shape(blob([[0.1, 0.08], [0.34, -0.12], [0.5, -0.3], [0.44, -0.02], [0.3, 0.14]]), 'azurite', line); // prettier-ignore
  const body = blob([[-0.36, -0.36], [-0.26, -0.46], [-0.15, -0.38], [-0.14, -0.2], [0.02, -0.1], [0.3, -0.02], [0.34, 0.12], [0.12, 0.27], [-0.12, 0.24], [-0.28, 0.06], [-0.27, -0.2]]); // prettier-ignore
  painter.shape(body, 'white', { ...line, shade: 'azuriteLight', shadeWidth: 0.09 });
  for (let i = 0; i < 4; i++) stroke(painter, [[-0.08, -0.02 + i * 0.055], [0.1, 0.03 + i * 0.05], [0.28, -0.03 + i * 0.05]], 0.035, i % 2 ? 'malachite' : 'cinnabar', 0.95, 12); // prettier-ignore
  painter.shape(blob([[-0.36, -0.36], [-0.47, -0.3], [-0.34, -0.3]]), 'ochre', line); // prettier-ignore
  painter.fill(ellipse(-0.27, -0.36, 0.025), 'ink');
  stroke(painter, [[-0.2, -0.24], [-0.02, -0.38], [0.14, -0.36], [0.26, -0.48]], 0.06, 'cinnabar', 1, 14); // prettier-ignore
  for (let i = 0; i < 5; i++) painter.shape(ellipse(-0.46 + i * 0.018, -0.22 + Math.sin(i * 0.8) * 0.07, 0.024), 'white', { lineWidth: 0.012 }); // prettier-ignore
  for (const x of [-0.06, 0.08]) painter.line(curve([[x, 0.24], [x, 0.4]]), 0.03, 'ochre', 1); // prettier-ignore
  painter.shape(rectangle(-0.26, 0.4, 0.52, 0.07), 'malachite', line);
}

/** A winged horse in stride. */
function drawHorse(painter: Painter): void {
  const line = { lineWidth: 0.02 } as const;
  for (const [x, foot, lift] of [[-0.2, -0.34, 0.3], [-0.1, -0.06, 0.45], [0.2, 0.12, 0.45], [0.28, 0.38, 0.4]] as const) stroke(painter, [[x, 0.05], [x - 0.03, 0.24], [foot, lift]], 0.08, 'white', 1, 12, (t) => 1 - 0.5 * t); // prettier-ignore
  const body = blob([[-0.44, -0.28], [-0.36, -0.44], [-0.26, -0.42], [-0.16, -0.16], [0.14, -0.12], [0.34, -0.08], [0.32, 0.1], [0.1, 0.12], [-0.14, 0.15], [-0.26, 0.04], [-0.3, -0.2], [-0.42, -0.2]]); // prettier-ignore
  painter.shape(body, 'white', { ...line, shade: 'ochre', shadeWidth: 0.08 });
  stroke(
    painter,
    [
      [-0.3, -0.44],
      [-0.2, -0.3],
      [-0.14, -0.14],
    ],
    0.08,
    'cinnabar',
    1,
    12,
  );
  stroke(
    painter,
    [
      [0.34, -0.06],
      [0.48, -0.02],
      [0.46, 0.24],
    ],
    0.09,
    'cinnabar',
    1,
    14,
  );
  for (let i = 0; i < 4; i++) stroke(painter, [[-0.12, -0.05 + i * 0.03], [0.06, -0.2 - i * 0.02], [0.2 + i * 0.02, -0.44 + i * 0.09]], 0.06, i % 2 ? 'malachite' : 'azurite', 1, 14); // prettier-ignore
  painter.fill(ellipse(-0.35, -0.34, 0.02), 'ink');
}

function drawLotus(painter: Painter): void {
  for (const [angle, pigment] of [
    [-1.1, 'malachite'],
    [1.1, 'malachite'],
    [-0.55, 'azuriteLight'],
    [0.55, 'azuriteLight'],
    [0, 'white'],
  ] as const) {
    // prettier-ignore
    painter.push(0, 0.3, 0.8, angle);
    painter.shape(blob(symmetric([[0, 0], [-0.16, -0.3], [-0.12, -0.62], [0, -0.84]]), true, 0.9), pigment, { lineWidth: 0.025, shade: 'cinnabar', shadeWidth: 0.1, shadeAlpha: 0.3 }); // prettier-ignore
    painter.pop();
  }
  lotusBud(painter, 0, -0.24, 0.2, 0, 'ochre');
}

/** The quarter flowers that fill the corners between roundels: a palmette cross of `size` about (x, y). */
export function spandrel(painter: Painter, x: number, y: number, size: number): void {
  painter.push(x, y, size);
  for (let i = 0; i < 4; i++) {
    painter.push(0, 0, 1, (i * Math.PI) / 2);
    const leaf: Point[] = [[0, -0.1], [-0.26, -0.45], [-0.1, -0.66], [0, -1], [0.1, -0.66], [0.26, -0.45]]; // prettier-ignore
    painter.shape(blob(leaf), i % 2 ? 'malachite' : 'malachiteLight', {
      lineWidth: 0.05,
      shade: 'ink',
      shadeWidth: 0.15,
    });
    painter.pop();
  }
  painter.shape(ellipse(0, 0, 0.2), 'ochre', { lineWidth: 0.05 });
  painter.pop();
}
