/** Draws one fold: its washes of azurite, malachite and ochre, then crest, strokes and moss. */
import { smoothStep } from '#demo/noise/noise.ts';
import type { Pen } from '#demo/scroll/brush/pen.ts';
import type { FoldShape } from '#demo/scroll/land/fold.ts';
import { drawTexture } from '#demo/scroll/land/texture.ts';
import { rough, soft } from '#demo/scroll/ground/grain.ts';
import { AZURITE, MALACHITE, OCHRE, PALE_AZURITE, PALE_MALACHITE, SILK, UMBER } from '#demo/scroll/brush/colours.ts';

export function drawFold(pen: Pen, shape: FoldShape): void {
  pen.home();
  if (!pen.begin(shape.outline)) return;
  wash(pen, shape);
  pen.coverage.release();
  drawTexture(pen, shape);
}

function wash(pen: Pen, { fold, crest }: FoldShape): void {
  const { cover, width, left, top, fromX, toX, fromY, toY } = pen.coverage;
  const { red, green, blue, tone, scale } = pen;
  const steps = crest.length - 1;
  const upper = mixed(AZURITE, MALACHITE, fold.green);
  const pale = mixed(PALE_AZURITE, PALE_MALACHITE, Math.min(1, fold.green * 0.6 + 0.5));
  const shift = fold.seed % 512;
  const pleats = (fold.kind === 'cliff' ? 150 : 105) * Math.min(1.6, Math.max(0.7, fold.reach / 260));
  const strength = 1 - 0.5 * fold.haze;
  for (let py = fromY; py < toY; py++) {
    const y = (py + top + 0.5) / scale;
    const below = Math.max(0, Math.min(1, (y - fold.foot + fold.height) / fold.height));
    const spread = fold.kind === 'cliff' ? 0.6 + 0.4 * below : 0.22 + 0.78 * Math.pow(below, 0.8);
    const middle = fold.x + fold.lean * fold.reach * (1 - below);
    const fan = 1 / (fold.reach * spread);
    const sinking = smoothStep(fold.foot - 60, fold.foot + 8, y) * 0.9;
    const drowned = smoothStep(fold.foot - 14, fold.foot + 30, y);
    for (let px = fromX; px < toX; px++) {
      const i = py * width + px;
      const covered = cover[i]!;
      if (covered === 0) continue;
      const x = (px + left + 0.5) / scale;
      const along = Math.max(0, Math.min(steps - 1e-6, ((x - fold.x) / fold.reach + 1) * 0.5 * steps));
      const index = Math.floor(along);
      const edge = crest[index]! + (crest[index + 1]! - crest[index]!) * (along - index);
      const depth = (y - fold.foot + edge) / (edge + 24);
      const across = (x - middle) * fan;
      const warp = soft(x * 0.11 + shift, y * 0.11) * 26;
      const pleat = soft(across * pleats + shift + warp, y * 0.05 + shift);
      const beside = soft(across * pleats + shift + warp + 7, y * 0.05 + shift);
      const mottle = rough(x * 0.17 + shift, y * 0.17);
      const rock = rough(across * pleats * 2.2 + warp * 2 + shift, y * 0.1 + shift) - 0.5;
      const slope = (beside - pleat) * 2.1 + rock * 0.3;
      // Pigment by depth under the crest: deep mineral, pale mineral, ochre.
      const reachDown = depth + (pleat - 0.5) * 0.42 + (mottle - 0.5) * 0.2;
      const deep = 1 - smoothStep(0.02, 0.44, reachDown);
      const earth = smoothStep(0.5, 0.86, reachDown);
      let r = pale[0] + (upper[0] - pale[0]) * deep;
      let g = pale[1] + (upper[1] - pale[1]) * deep;
      let b = pale[2] + (upper[2] - pale[2]) * deep;
      r += (OCHRE[0] - r) * earth * 0.92;
      g += (OCHRE[1] - g) * earth * 0.92;
      b += (OCHRE[2] - b) * earth * 0.92;
      const dark = slope > 0 ? Math.min(0.62, slope) : 0;
      r += (UMBER[0] * 0.5 - r) * dark * 0.6;
      g += (UMBER[1] * 0.6 - g) * dark * 0.6;
      b += (UMBER[2] * 0.95 - b) * dark * 0.6;
      const light = slope < 0 ? Math.min(0.5, -slope) * 0.42 : 0;
      const bare = tone[i]!;
      r += (SILK[0] * 1.06 - r) * light;
      g += (SILK[1] * 1.08 - g) * light;
      b += (SILK[2] * 1.06 - b) * light;
      const fade = smoothStep(1 - fold.mist, 1, depth + (mottle - 0.5) * 0.3 * fold.mist);
      const body = strength * (0.93 - 0.16 * (mottle - 0.5)) * (1 - fade * 0.96) * (1 - sinking);
      // What stands behind is hidden even where this fold is only bare silk, until the last of its foot.
      const hides = 1 - Math.max(drowned, smoothStep(0.82, 1.02, depth) * 0.9);
      const share = (covered > 1 ? 1 : covered) * hides;
      const toRed = SILK[0] * bare + (r - SILK[0] * bare) * body;
      const toGreen = SILK[1] * bare + (g - SILK[1] * bare) * body;
      const toBlue = SILK[2] * bare + (b - SILK[2] * bare) * body;
      red[i]! += (toRed - red[i]!) * share;
      green[i]! += (toGreen - green[i]!) * share;
      blue[i]! += (toBlue - blue[i]!) * share;
    }
  }
}

function mixed(a: readonly number[], b: readonly number[], t: number): [number, number, number] {
  return [a[0]! + (b[0]! - a[0]!) * t, a[1]! + (b[1]! - a[1]!) * t, a[2]! + (b[2]! - a[2]!) * t];
}
