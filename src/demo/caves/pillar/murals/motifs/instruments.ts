/** Instruments of the heavenly musicians, drawn before the breast of a figure, in its units (height 1, chest at 0, 0). */
import type { Painter } from '#demo/paint/painter.ts';
import { blob, curve, ellipse, polygon, rectangle, ribbonPath, sampleCurve } from '#demo/paint/paths.ts';
import type { Limb } from '../figure/pose.ts';

export const INSTRUMENTS = ['lute', 'flute', 'harp', 'drum', 'pipes', 'conch', 'cymbals', 'lotus'] as const;
export type Instrument = (typeof INSTRUMENTS)[number];

/** Where the arms go for each. */
export const GRIPS = {
  lute: { left: [-0.55, 1.2], right: [0.9, 2.4] },
  flute: { left: [0.35, 2.7], right: [1.35, 2.6] },
  harp: { left: [-0.3, 1.5], right: [0.6, 1.7] },
  drum: { left: [-0.75, 0.9], right: [0.75, -0.9] },
  pipes: { left: [-0.65, 2.5], right: [0.65, -2.5] },
  conch: { left: [-0.2, 2.3], right: [0.85, 2.75] },
  cymbals: { left: [-0.9, 1.7], right: [0.9, -1.7] },
  lotus: { left: [-0.9, 0.7], right: [1.3, 2.7] },
} as const satisfies Record<Instrument, { left: Limb; right: Limb }>;

export function drawInstrument(painter: Painter, kind: Instrument): void {
  switch (kind) {
    case 'lute':
      return drawLute(painter);
    case 'flute':
      painter.push(0.03, -0.115, 1, 0.06);
      painter.shape(rectangle(-0.05, -0.011, 0.36, 0.022), 'ochre', { lineWidth: 0.008 });
      for (let i = 0; i < 6; i++) painter.fill(ellipse(0.06 + i * 0.035, 0, 0.005), 'ink');
      return painter.pop();
    case 'harp':
      return drawHarp(painter);
    case 'drum':
      painter.push(0, 0.17, 1, 0.05);
      painter.shape(
        blob([
          [-0.13, -0.07],
          [0, -0.032],
          [0.13, -0.07],
          [0.13, 0.07],
          [0, 0.032],
          [-0.13, 0.07],
        ]),
        'cinnabar',
        { shade: 'ink', shadeWidth: 0.03, lineWidth: 0.008 },
      );
      for (const x of [-0.13, 0.13]) painter.shape(ellipse(x, 0, 0.026, 0.072), 'white', { lineWidth: 0.008 });
      for (let i = -2; i <= 2; i++) painter.line(curve([[-0.11, i * 0.024], [0, i * 0.01], [0.11, i * 0.024]]), 0.004, 'white', 0.7); // prettier-ignore
      return painter.pop();
    case 'pipes':
      painter.push(0, -0.05, 1, 0);
      for (let i = -4; i <= 4; i++) painter.shape(rectangle(i * 0.017 - 0.0085, -0.04, 0.017, 0.1 + (i + 4) * 0.012), i % 2 ? 'ochre' : 'white', { lineWidth: 0.005 }); // prettier-ignore
      painter.shape(rectangle(-0.085, 0, 0.17, 0.018), 'cinnabar', { lineWidth: 0.005 });
      return painter.pop();
    case 'conch':
      painter.push(0.08, -0.13, 0.1, 0.3);
      painter.shape(
        blob([
          [-0.4, 0],
          [0.2, -0.5],
          [0.9, -0.6],
          [1.3, -0.1],
          [0.9, 0.5],
          [0.2, 0.35],
        ]),
        'white',
        { shade: 'cinnabar', shadeWidth: 0.25, lineWidth: 0.08 },
      );
      for (const r of [0.42, 0.24]) painter.line(ellipse(0.85, -0.1, r, r * 0.8), 0.05, 'ink', 0.7);
      return painter.pop();
    case 'cymbals':
      for (const x of [-0.05, 0.05]) {
        painter.shape(ellipse(x, 0.1, 0.026, 0.062), 'ochre', { shade: 'ink', shadeWidth: 0.02, lineWidth: 0.007 });
        painter.fill(ellipse(x, 0.1, 0.01, 0.02), 'white');
      }
      return;
    case 'lotus':
      return;
  }
}

function drawLute(painter: Painter): void {
  painter.push(-0.04, 0.12, 1, -0.75);
  painter.shape(rectangle(0.1, -0.014, 0.2, 0.028), 'brown', { lineWidth: 0.007 });
  painter.shape(polygon([[0.29, -0.02], [0.36, -0.06], [0.37, -0.035], [0.31, 0.02]]), 'black', { lineWidth: 0.006 }); // prettier-ignore
  const body = blob([
    [0.14, -0.02],
    [0.04, -0.06],
    [-0.09, -0.075],
    [-0.15, 0],
    [-0.09, 0.075],
    [0.04, 0.06],
    [0.14, 0.02],
  ]);
  painter.shape(body, 'ochre', { shade: 'brown', shadeWidth: 0.04, lineWidth: 0.008 });
  painter.shape(rectangle(-0.055, -0.055, 0.045, 0.11), 'azurite', { lineWidth: 0.005 });
  for (const y of [-0.009, 0, 0.009]) painter.line(curve([[-0.11, y], [0.3, y]]), 0.003, 'white', 0.8); // prettier-ignore
  painter.pop();
}

function drawHarp(painter: Painter): void {
  const bow = sampleCurve(
    [
      [-0.06, 0.16],
      [0.13, 0.14],
      [0.22, -0.02],
      [0.16, -0.24],
      [0.06, -0.3],
    ],
    18,
  );
  for (let i = 2; i < bow.length; i += 2) {
    const [x, y] = bow[i]!;
    painter.line(curve([[x, y], [-0.06 + x * 0.25, 0.155]]), 0.0035, 'white', 0.8); // prettier-ignore
  }
  painter.shape(
    ribbonPath(bow, (t) => 0.022 * (1.2 - 0.8 * t)),
    'cinnabar',
    { lineWidth: 0.007 },
  );
  painter.shape(rectangle(-0.1, 0.145, 0.2, 0.022), 'ochre', { lineWidth: 0.006 });
}
