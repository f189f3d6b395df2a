import type { Painter } from '#demo/paint/painter.ts';
import { blob, curve, ellipse } from '#demo/paint/paths.ts';
import { createRandom } from '#demo/noise/random.ts';
import { face } from '#demo/paint/motifs/face.ts';
import type { FaceKind } from '#demo/paint/motifs/faceShape.ts';

export type Headdress =
  | 'high-knot'
  | 'two-knots'
  | 'side-knot'
  | 'hairpins'
  | 'veil'
  | 'soft-cap'
  | 'tall-hat'
  | 'winged-hat'
  | 'crest-cap'
  | 'felt-hat'
  | 'braids'
  | 'shaven'
  | 'two-tufts';

const INK = { lineWidth: 0.004 } as const;

/** The head of a donor who looks to the left: a face of height 0.115 about the origin, with its hair or hat. */
export function donorHead(painter: Painter, dress: Headdress, kind: FaceKind, seed: number): void {
  const neck = blob([[-0.018, 0.03], [-0.02, 0.07], [-0.03, 0.085], [0.002, 0.115], [0.034, 0.085], [0.026, 0.07], [0.026, 0.03]]); // prettier-ignore
  painter.shape(neck, 'flesh', { line: null, shade: 'fleshShade', shadeWidth: 0.012 });
  if (dress !== 'shaven') {
    const skull = blob([[-0.046, -0.025], [-0.044, -0.058], [0, -0.074], [0.05, -0.06], [0.062, -0.015], [0.05, 0.03], [0.02, 0.02]]); // prettier-ignore
    painter.shape(skull, 'ink', INK);
  }
  painter.push(0, 0, 0.115);
  face(painter, -createRandom(seed + 3).between(0.55, 0.95), { seed, kind, ears: kind === 'woman' ? 'none' : 'plain' });
  painter.pop();
  if (dress === 'shaven') {
    painter.line(curve([[-0.042, -0.035], [-0.01, -0.056], [0.04, -0.04]]), 0.004, 'ink', 0.5); // prettier-ignore
    return;
  }
  const fringe = blob([[-0.049, -0.014], [-0.034, -0.035], [0, -0.038], [0.03, -0.03], [0.042, 0.01], [0.056, 0], [0.055, -0.045], [0, -0.07], [-0.045, -0.052]]); // prettier-ignore
  painter.fill(fringe, 'ink');
  DRAW[dress](painter);
}

const knot = (painter: Painter, x: number, y: number, width: number, height: number): void => {
  const shape = blob([[x - width * 0.5, y], [x - width * 0.62, y - height * 0.6], [x, y - height], [x + width * 0.62, y - height * 0.6], [x + width * 0.5, y]]); // prettier-ignore
  painter.shape(shape, 'ink', INK);
  painter.line(curve([[x - width * 0.25, y - height * 0.2], [x - width * 0.1, y - height * 0.75]]), 0.003, 'grey', 0.45); // prettier-ignore
};

const cap = (painter: Painter, height: number): void => {
  const shape = blob([[-0.05, -0.022], [-0.052, -0.05], [-0.04, -0.05 - height], [0.045, -0.05 - height * 1.05], [0.062, -0.045], [0.058, -0.012], [0, -0.034]]); // prettier-ignore
  painter.shape(shape, 'ink', { lineWidth: 0.005, shade: 'brown', shadeWidth: 0.012 });
};

const DRAW = {
  'high-knot': (painter) => {
    knot(painter, 0.005, -0.06, 0.062, 0.085);
    painter.line(curve([[-0.028, -0.07], [0.036, -0.07]]), 0.008, 'cinnabar', 1); // prettier-ignore
  },
  'two-knots': (painter) => {
    knot(painter, -0.028, -0.055, 0.042, 0.058);
    knot(painter, 0.038, -0.055, 0.042, 0.058);
    for (const x of [-0.028, 0.038]) painter.fill(ellipse(x, -0.064, 0.006), 'gold');
  },
  'side-knot': (painter) => {
    knot(painter, 0.03, -0.055, 0.055, 0.05);
    painter.shape(blob([[0.03, -0.1], [0.09, -0.11], [0.1, -0.07], [0.06, -0.05]]), 'ink', INK); // prettier-ignore
  },
  hairpins: (painter) => {
    knot(painter, 0.005, -0.055, 0.09, 0.06);
    for (const [x, lean] of [
      [-0.04, -0.03],
      [0.005, 0],
      [0.05, 0.035],
    ] as const) {
      // prettier-ignore
      painter.line(curve([[x, -0.085], [x + lean, -0.14]]), 0.005, 'gold', 1); // prettier-ignore
      painter.shape(ellipse(x + lean, -0.145, 0.011), 'cinnabar', { lineWidth: 0.003 });
    }
  },
  veil: (painter) => {
    const veil = blob([[-0.03, -0.065], [0.02, -0.092], [0.075, -0.05], [0.085, 0.04], [0.12, 0.16], [0.06, 0.15], [0.05, 0.03], [0.045, -0.035]]); // prettier-ignore
    painter.shape(veil, 'white', { lineWidth: 0.005, shade: 'ochre', shadeWidth: 0.02 });
    painter.brush([[0.05, -0.06], [0.07, 0.03], [0.09, 0.14]], 0.006, 'ink', 0.6, 10); // prettier-ignore
  },
  'soft-cap': (painter) => {
    cap(painter, 0.03);
    painter.shape(blob([[-0.01, -0.075], [-0.02, -0.115], [0.04, -0.115], [0.05, -0.075]]), 'ink', INK); // prettier-ignore
    for (const dy of [0, 0.02]) painter.brush([[0.055, -0.03], [0.1, -0.01 + dy], [0.12, 0.06 + dy]], 0.013, 'ink', 0.95, 10); // prettier-ignore
  },
  'tall-hat': (painter) => {
    cap(painter, 0.075);
    painter.line(curve([[-0.048, -0.05], [0.004, -0.062], [0.06, -0.045]]), 0.008, 'gold', 1); // prettier-ignore
  },
  'winged-hat': (painter) => {
    cap(painter, 0.035);
    painter.brush([[0.05, -0.045], [0.11, -0.055], [0.18, -0.035]], 0.018, 'ink', 0.95, 12); // prettier-ignore
    painter.brush([[0.05, -0.04], [0.09, -0.02], [0.15, 0.01]], 0.015, 'ink', 0.95, 12); // prettier-ignore
  },
  'crest-cap': (painter) => {
    cap(painter, 0.02);
    painter.shape(blob([[-0.02, -0.05], [-0.03, -0.09], [0.005, -0.115], [0.035, -0.09], [0.03, -0.05]]), 'gold', { lineWidth: 0.005, shade: 'brown', shadeWidth: 0.012 }); // prettier-ignore
    painter.fill(ellipse(0.002, -0.08, 0.009), 'cinnabar');
  },
  'felt-hat': (painter) => {
    const crown = blob([[-0.045, -0.05], [-0.025, -0.1], [0.015, -0.13], [0.05, -0.09], [0.062, -0.045]]); // prettier-ignore
    painter.shape(crown, 'white', { lineWidth: 0.006, shade: 'ochre', shadeWidth: 0.02 });
    painter.shape(blob([[-0.085, -0.032], [0, -0.058], [0.09, -0.03], [0.06, -0.024], [0, -0.038], [-0.06, -0.024]]), 'cinnabar', { lineWidth: 0.005 }); // prettier-ignore
  },
  braids: (painter) => {
    painter.line(curve([[-0.048, -0.045], [0.004, -0.065], [0.058, -0.04]]), 0.009, 'cinnabar', 1); // prettier-ignore
    for (let i = 0; i < 4; i++) painter.brush([[0.05, -0.02 + i * 0.012], [0.07 - i * 0.006, 0.08], [0.075 - i * 0.01, 0.2]], 0.011, 'ink', 0.95, 12); // prettier-ignore
  },
  'two-tufts': (painter) => {
    for (const x of [-0.03, 0.042]) painter.shape(ellipse(x, -0.075, 0.02), 'ink', INK);
    for (const x of [-0.03, 0.042]) painter.line(curve([[x - 0.012, -0.062], [x + 0.012, -0.062]]), 0.006, 'cinnabar', 1); // prettier-ignore
  },
} as const satisfies Readonly<Record<Exclude<Headdress, 'shaven'>, (painter: Painter) => void>>;
