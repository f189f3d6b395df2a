/** Seated heavenly musicians, one for each instrument. */
import { createRandom } from '#demo/noise/random.ts';
import type { Painter } from '#demo/paint/painter.ts';
import { blob, curve, ellipse, rectangle, type Point } from '#demo/paint/paths.ts';
import type { Pigment } from '#demo/paint/pigments.ts';
import { inTurn } from '#demo/paint/motifs/borders.ts';
import { face } from '#demo/paint/motifs/face.ts';
import { halo } from '#demo/paint/motifs/halo.ts';
import { limb } from '#demo/paint/motifs/hand.ts';
import { lotusSeat } from '#demo/paint/motifs/lotus.ts';
import { ribbon } from '#demo/paint/motifs/ribbon.ts';
import { stroke } from '#demo/caves/chamber/murals/stroke.ts';

const INSTRUMENTS = ['lute', 'flute', 'harp', 'drum', 'pipes', 'cymbals', 'zither'] as const;
type Instrument = (typeof INSTRUMENTS)[number];
const SKIRTS: readonly Pigment[] = ['malachite', 'azurite', 'white', 'ochre', 'malachiteLight', 'azuriteLight', 'plum'];

/** Sits with its seat at (x, y); `height` from seat to crown. `index` chooses instrument, colours and face. */
export function musician(painter: Painter, x: number, y: number, height: number, index: number): void {
  const random = createRandom(9000 + index * 37);
  const turn = index % 2 ? 0.55 : -0.55;
  const skirt = inTurn(SKIRTS, index);
  painter.push(x, y, height, 0, index % 2 === 1);
  for (const side of [-1, 1]) {
    const scarf: Point[] = [[side * 0.16, -0.62], [side * 0.4, -0.66], [side * (0.42 + random() * 0.05), -0.4], [side * 0.36, -0.2], [side * 0.46, -0.02]]; // prettier-ignore
    ribbon(painter, scarf, 0.03, side > 0 ? 'malachite' : 'azurite', 'white', { twist: 3, phase: side });
  }
  halo(painter, 0, -0.82, 0.17, ['malachiteLight', 'white', 'azurite'], 0);
  lotusSeat(painter, 0, -0.07, 0.78);
  const legs = blob([[-0.4, -0.1], [-0.34, -0.24], [-0.12, -0.26], [0, -0.22], [0.12, -0.26], [0.34, -0.24], [0.4, -0.1], [0.2, -0.04], [-0.2, -0.04]]); // prettier-ignore
  painter.shape(legs, skirt, { lineWidth: 0.012, shade: 'ink', shadeWidth: 0.06 });
  for (let i = 0; i < 4; i++) stroke(painter, [[-0.34 + i * 0.03, -0.12], [-0.1, -0.2 + i * 0.035], [0.3, -0.1 + i * 0.012]], 0.012, 'ink', 0.6, 12); // prettier-ignore
  const torso = blob([[-0.17, -0.62], [-0.14, -0.42], [-0.13, -0.24], [0.13, -0.24], [0.14, -0.42], [0.17, -0.62], [0.06, -0.68], [-0.06, -0.68]]); // prettier-ignore
  painter.shape(torso, 'flesh', { lineWidth: 0.011, shade: 'fleshShade', shadeWidth: 0.05, shadeAlpha: 0.6 });
  stroke(
    painter,
    [
      [0.15, -0.62],
      [0.02, -0.46],
      [-0.12, -0.3],
    ],
    0.06,
    inTurn(SKIRTS, index + 2),
    1,
    12,
    () => 1,
  );
  painter.line(curve([[-0.1, -0.64], [0, -0.57], [0.1, -0.64]]), 0.018, 'gold', 1); // prettier-ignore
  painter.shape(ellipse(0, -0.71, 0.045, 0.05), 'flesh', { line: null });
  painter.shape(blob([[-0.1, -0.8], [-0.09, -0.91], [0, -0.95], [0.09, -0.91], [0.1, -0.8]]), 'ink', { lineWidth: 0.008 }); // prettier-ignore
  painter.shape(ellipse(0, -0.965, 0.045, 0.05), 'ink', { lineWidth: 0.008 });
  painter.push(0.005, -0.805, 0.2);
  face(painter, -turn * (index % 2 ? -1 : 1), { seed: 500 + index * 13, kind: 'holy' });
  painter.pop();
  painter.line(curve([[-0.09, -0.895], [0, -0.92], [0.09, -0.895]]), 0.022, 'gold', 1); // prettier-ignore
  for (let i = -1; i <= 1; i++) painter.shape(ellipse(i * 0.055, -0.925 + Math.abs(i) * 0.012, 0.02), i ? 'malachite' : 'cinnabar', { lineWidth: 0.006 }); // prettier-ignore
  play(painter, inTurn(INSTRUMENTS, index));
  painter.pop();
}

function arms(painter: Painter, left: readonly Point[], right: readonly Point[]): void {
  for (const points of [left, right]) {
    limb(painter, points, 0.05, 0.034, 'flesh', 0.01);
    const end = points[points.length - 1]!;
    painter.shape(ellipse(end[0], end[1], 0.042, 0.034), 'flesh', {
      lineWidth: 0.01,
      shade: 'fleshShade',
      shadeWidth: 0.02,
    });
  }
}

function play(painter: Painter, instrument: Instrument): void {
  const line = { lineWidth: 0.011 } as const;
  if (instrument === 'lute') {
    painter.push(-0.02, -0.4, 1, -0.5);
    painter.shape(blob([[-0.24, 0], [-0.12, 0.11], [0.06, 0.07], [0.4, 0.02], [0.4, -0.02], [0.06, -0.07], [-0.12, -0.11]]), 'ochre', { ...line, shade: 'brown', shadeWidth: 0.04 }); // prettier-ignore
    for (let i = -1; i <= 1; i++) painter.line(curve([[-0.18, i * 0.014], [0.4, i * 0.006]]), 0.005, 'ink', 0.8); // prettier-ignore
    painter.fill(rectangle(-0.1, -0.08, 0.035, 0.16), 'brown');
    painter.pop();
    arms(painter, [[-0.17, -0.58], [-0.27, -0.42], [-0.13, -0.34]], [[0.17, -0.58], [0.31, -0.46], [0.25, -0.56]]); // prettier-ignore
  } else if (instrument === 'flute' || instrument === 'pipes') {
    arms(painter, [[-0.17, -0.58], [-0.26, -0.48], [-0.07, -0.6]], [[0.17, -0.58], [0.28, -0.5], [0.14, -0.62]]); // prettier-ignore
    const count = instrument === 'flute' ? 1 : 7;
    for (let i = 0; i < count; i++) {
      const pipe = count === 1 ? curve([[-0.1, -0.715], [0.36, -0.66]]) : curve([[-0.09 + i * 0.03, -0.72], [-0.09 + i * 0.03, -0.48 - i * 0.02]]); // prettier-ignore
      painter.line(pipe, 0.034, 'ink', 0.9);
      painter.line(pipe, 0.022, i % 2 ? 'malachiteLight' : 'ochre', 1);
    }
  } else if (instrument === 'harp') {
    const bow: Point[] = [[-0.06, -0.26], [-0.3, -0.34], [-0.36, -0.62], [-0.2, -0.84]]; // prettier-ignore
    stroke(painter, bow, 0.07, 'cinnabar', 1, 20, (t) => 1 - 0.5 * t);
    for (let i = 0; i < 9; i++) painter.line(curve([[-0.3 + i * 0.012, -0.4 - i * 0.045], [-0.06 + i * 0.012, -0.27 - i * 0.012]]), 0.005, 'white', 0.8); // prettier-ignore
    arms(painter, [[-0.17, -0.58], [-0.22, -0.44], [-0.2, -0.46]], [[0.17, -0.58], [0.22, -0.4], [-0.02, -0.44]]); // prettier-ignore
  } else if (instrument === 'drum') {
    painter.shape(blob([[-0.2, -0.46], [0, -0.4], [0.2, -0.46], [0.2, -0.28], [0, -0.33], [-0.2, -0.28]], true, 0.4), 'malachite', line); // prettier-ignore
    for (const side of [-1, 1]) painter.shape(ellipse(side * 0.2, -0.37, 0.035, 0.1), 'white', line);
    arms(painter, [[-0.17, -0.58], [-0.34, -0.5], [-0.25, -0.38]], [[0.17, -0.58], [0.36, -0.54], [0.27, -0.42]]); // prettier-ignore
  } else if (instrument === 'cymbals') {
    arms(painter, [[-0.17, -0.58], [-0.3, -0.46], [-0.09, -0.5]], [[0.17, -0.58], [0.3, -0.46], [0.09, -0.5]]); // prettier-ignore
    for (const side of [-1, 1]) painter.shape(ellipse(side * 0.045, -0.5, 0.03, 0.1, side * 0.2), 'gold', line);
  } else {
    painter.push(0, -0.22, 1, -0.08);
    painter.shape(rectangle(-0.42, -0.05, 0.84, 0.07), 'brown', line);
    for (let i = 0; i < 4; i++) painter.line(curve([[-0.4, -0.045 + i * 0.014], [0.4, -0.045 + i * 0.014]]), 0.004, 'white', 0.8); // prettier-ignore
    painter.pop();
    arms(painter, [[-0.17, -0.58], [-0.28, -0.4], [-0.14, -0.28]], [[0.17, -0.58], [0.3, -0.42], [0.2, -0.3]]); // prettier-ignore
  }
}
