/** Painted features: what gives a modelled head its gaze. All in the head's own units (`head.ts`). */
import type { SolidColour } from '#demo/cave/cave.ts';
import type { Layer } from '#demo/cave/layer.ts';
import { smoothStep } from '#demo/noise/noise.ts';
import { EYE, lidLine, MOUTH_Y } from '#demo/statues/parts/head.ts';
import { layLine, layPigment } from '#demo/statues/parts/statueColour.ts';
import { bell } from '#demo/statues/parts/fold.ts';

export interface FaceStyle {
  /** How wide the eyes are open: 0.5 lowered, 1 open. */
  readonly gaze: number;
  /** Brow height over the eye against the common 1; below 1 frowning. */
  readonly browArch: number;
  /** 0 fine painted line, 1 bushy. */
  readonly browWeight: number;
  readonly moustache: boolean;
  /** The mark between the brows. */
  readonly urna: boolean;
  /** 0 none, 1 deep lines of age. */
  readonly age: number;
  /** How red lips and cheeks are, 0…1. */
  readonly blush: number;
}

export const SERENE_FACE: FaceStyle = { gaze: 0.55, browArch: 1, browWeight: 0.25, moustache: true, urna: true, age: 0, blush: 0.8 }; // prettier-ignore
export const BODHISATTVA_FACE: FaceStyle = { ...SERENE_FACE, gaze: 0.65, moustache: true, urna: true, blush: 1 };
export const YOUNG_FACE: FaceStyle = {
  ...SERENE_FACE,
  gaze: 0.8,
  browWeight: 0.4,
  moustache: false,
  urna: false,
  blush: 0.5,
};
export const OLD_FACE: FaceStyle = { gaze: 0.9, browArch: 0.75, browWeight: 1, moustache: false, urna: false, age: 1, blush: 0.1 }; // prettier-ignore

/** Paints over skin at a point of the head's surface; points at the back are left alone. */
export function paintFace(out: SolidColour, x: number, y: number, z: number, layer: Layer, style: FaceStyle): void {
  if (z < 0.1) return;
  const ax = Math.abs(x);
  paintCheeks(out, ax, y, layer, style);
  paintBrow(out, ax, y, layer, style);
  paintEye(out, ax, y, layer, style);
  paintMouth(out, ax, y, layer, style);
  if (style.urna) {
    layPigment(out, 'cinnabar', layer, smoothStep(0.034, 0.026, Math.hypot(x, y - 0.27)));
    layPigment(out, 'gold', layer, smoothStep(0.016, 0.01, Math.hypot(x, y - 0.27)));
  }
  if (style.age > 0) paintAge(out, ax, y, layer, style.age);
}

function paintCheeks(out: SolidColour, ax: number, y: number, layer: Layer, { blush }: FaceStyle): void {
  if (layer === 'line-drawing') return;
  layPigment(out, 'cinnabar', layer, 0.16 * blush * bell(Math.hypot(ax - 0.26, (y + 0.14) * 1.2), 0.11));
  // Soft shading under the brow and beside the nose.
  layPigment(
    out,
    'brown',
    layer,
    0.16 * bell(y - 0.055, 0.045) * smoothStep(0.36, 0.2, ax) * smoothStep(0.04, 0.1, ax),
  );
}

function paintBrow(out: SolidColour, ax: number, y: number, layer: Layer, style: FaceStyle): void {
  if (ax < 0.055 || ax > 0.37) return;
  const along = (ax - 0.055) / 0.315;
  const height = 0.085 + 0.085 * style.browArch * Math.sin(Math.PI * (0.1 + 0.72 * along)) - 0.02 * along;
  const width = (0.0075 + 0.015 * style.browWeight) * Math.sin(Math.PI * Math.min(1, 0.18 + 0.8 * along)) ** 0.7;
  const bristle = style.browWeight > 0.8 ? 0.006 * Math.sin(ax * 260 + y * 90) : 0;
  const off = Math.abs(y - height + bristle);
  const strength = smoothStep(width * 1.5, width * 0.7, off);
  if (style.age > 0.5) layPigment(out, 'white', layer, strength * 0.85);
  layLine(out, layer, strength * (style.age > 0.5 ? 0.3 : 0.88));
}

function paintEye(out: SolidColour, ax: number, y: number, layer: Layer, { gaze, age }: FaceStyle): void {
  const across = (ax - EYE.x) / (EYE.halfWidth * 1.06);
  if (Math.abs(across) > 1.2) return;
  const slit = lidLine(ax);
  const open = 0.042 * gaze * Math.max(0, 1 - across * across) ** 0.75;
  const upper = slit + open * 0.75;
  const lower = slit - open * 0.35;
  const inside =
    smoothStep(-0.002, 0.004, upper - y) * smoothStep(-0.002, 0.004, y - lower) * smoothStep(1, 0.94, Math.abs(across));
  layPigment(out, 'white', layer, inside * 0.95);
  // The iris looks down, half hidden by the lid.
  const iris = Math.hypot((ax - EYE.x + 0.006) / 0.037, (y - slit - 0.004) / 0.037);
  layLine(out, layer, inside * smoothStep(1.06, 0.9, iris) * 0.92);
  const edge = smoothStep(1.08, 0.98, Math.abs(across));
  const upperWidth = 0.0085 + 0.004 * (1 - across * across);
  layLine(out, layer, smoothStep(upperWidth, upperWidth * 0.45, Math.abs(y - upper)) * edge * 0.95);
  layPigment(out, 'cinnabar', layer, smoothStep(0.007, 0.003, Math.abs(y - lower)) * edge * 0.5);
  layLine(out, layer, smoothStep(0.0055, 0.002, Math.abs(y - lower)) * edge * 0.4);
  // The tail of the upper lid, and the fold above it.
  const tail = slit + 0.004 - (ax - EYE.x - EYE.halfWidth) * 0.12;
  layLine(
    out,
    layer,
    smoothStep(0.008, 0.003, Math.abs(y - tail)) * smoothStep(0.95, 1, across) * smoothStep(1.2, 1.05, across) * 0.9,
  );
  const fold = upper + 0.036 + 0.01 * (1 - across * across);
  layLine(
    out,
    layer,
    smoothStep(0.006, 0.002, Math.abs(y - fold)) * smoothStep(1, 0.7, Math.abs(across)) * (0.45 + 0.2 * age),
  );
}

function paintMouth(out: SolidColour, ax: number, y: number, layer: Layer, { blush, moustache }: FaceStyle): void {
  const line = MOUTH_Y + ax * ax * 1.1;
  const width = 0.122;
  const along = ax / width;
  if (along < 1) {
    const bow = 0.05 * (1 - along ** 1.8) - 0.014 * bell(ax, 0.02);
    const full = 0.056 * Math.sqrt(1 - along * along);
    const lips =
      y > line ? smoothStep(1.08, 0.94, (y - line) / (bow + 1e-4)) : smoothStep(1.08, 0.94, (line - y) / (full + 1e-4));
    layPigment(out, 'cinnabar', layer, lips * (0.35 + 0.55 * blush));
    layPigment(out, 'white', layer, lips * 0.12 * bell(y - line + 0.026, 0.012) * bell(ax, 0.05));
  }
  layLine(out, layer, smoothStep(0.008, 0.0035, Math.abs(y - line)) * smoothStep(1.12, 0.95, along) * 0.85);
  layLine(out, layer, smoothStep(0.014, 0.004, Math.hypot(ax - width * 1.02, y - line)) * 0.6);
  layLine(
    out,
    layer,
    smoothStep(0.007, 0.003, Math.abs(y - MOUTH_Y + 0.092 - ax * ax * 2)) * smoothStep(0.05, 0.035, ax) * 0.3,
  );
  if (!moustache) return;
  // Thin curls either side of the mouth, and one on the chin, in malachite as the murals have them.
  const curl = line + 0.062 - (ax - 0.03) * 0.28 + 0.035 * Math.sin((ax - 0.03) * 26) * smoothStep(0.03, 0.14, ax);
  layPigment(out, 'malachite', layer, smoothStep(0.0075, 0.003, Math.abs(y - curl)) * smoothStep(0.028, 0.045, ax) * smoothStep(0.18, 0.15, ax) * 0.85); // prettier-ignore
  const beard = Math.hypot(ax - 0.004, (y - MOUTH_Y + 0.122) * 0.7);
  layPigment(out, 'malachite', layer, smoothStep(0.0065, 0.003, Math.abs(beard - 0.012)) * smoothStep(MOUTH_Y - 0.16, MOUTH_Y - 0.13, y) * 0.8); // prettier-ignore
}

function paintAge(out: SolidColour, ax: number, y: number, layer: Layer, age: number): void {
  for (let i = 0; i < 3; i++) {
    const line = Math.abs(y - 0.25 - i * 0.068 - 0.03 * Math.cos(ax * 9 + i));
    layLine(out, layer, age * smoothStep(0.009, 0.003, line) * smoothStep(0.31, 0.22, ax) * 0.5);
  }
  const fold = Math.abs(ax - 0.075 - (-0.1 - y) * 0.52);
  layLine(
    out,
    layer,
    age * smoothStep(0.01, 0.003, fold) * smoothStep(-0.36, -0.3, y) * smoothStep(-0.1, -0.14, y) * 0.6,
  );
  layPigment(out, 'brown', layer, age * 0.3 * bell(ax - 0.3, 0.06) * bell(y + 0.22, 0.1));
}
