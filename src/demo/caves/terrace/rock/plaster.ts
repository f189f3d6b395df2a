/**
 * Plaster and painting that hold on to the open rock: what is left of antechambers that fell. As found only tatters;
 * restored, by conjecture, whole.
 */
import { createRandom } from '#demo/noise/random.ts';
import type { Painter } from '#demo/paint/painter.ts';
import { blob, rectangle, type Point } from '#demo/paint/paths.ts';
import { bodhisattva } from '#demo/paint/motifs/bodhisattva.ts';
import { beadBand, halfRosette, honeysuckle, petalBand } from '#demo/paint/motifs/borders.ts';
import { buddha } from '#demo/paint/motifs/buddha.ts';
import { cartouche } from '#demo/paint/motifs/cartouche.ts';
import { apsara } from '#demo/paint/motifs/apsara.ts';
import { tinyBuddha } from '#demo/paint/motifs/tinyBuddha.ts';
import type { Extent } from '#demo/caves/terrace/rock/stone.ts';

/** A painted field on the face; x north and y up, metres. */
export interface Field {
  readonly kind: 'thousand' | 'buddha' | 'guardian' | 'apsara' | 'bare';
  readonly left: number;
  readonly right: number;
  readonly bottom: number;
  readonly top: number;
  readonly seed: number;
  /** How much of it is left: about the share of its area. */
  readonly remains: number;
}

function field(
  kind: Field['kind'],
  left: number,
  bottom: number,
  width: number,
  height: number,
  seed: number,
  share: number,
): Field {
  return { kind, left, right: left + width, bottom, top: bottom + height, seed, remains: share };
}

export const FIELDS: readonly Field[] = [
  field('bare', -1.95, 0, 3.9, 2.72, 3, 0.55),
  field('buddha', -0.85, 2.82, 1.7, 2.05, 5, 0.8),
  field('thousand', -2.55, 2.82, 1.66, 1.78, 7, 0.5),
  field('thousand', 0.9, 2.82, 1.75, 1.9, 9, 0.62),
  field('guardian', -1.87, 0.3, 0.74, 2.2, 11, 0.5),
  field('guardian', 1.16, 0.3, 0.78, 2.2, 13, 0.75),
  field('bare', 9.9, 0, 3, 3, 15, 0.5),
  field('guardian', 9.75, 0.5, 0.85, 2.3, 17, 0.3),
  field('guardian', 12.2, 0.5, 0.85, 2.3, 19, 0.65),
  field('apsara', 9.7, 3.0, 3.3, 1.3, 21, 0.55),
  field('bare', -11.9, 2.42, 2.7, 2.6, 23, 0.6),
  field('apsara', -12.1, 4.75, 3.0, 0.8, 25, 0.45),
  field('thousand', -7.6, 3.1, 2.1, 1.3, 27, 0.35),
  field('buddha', 6.0, 2.75, 0.95, 1.25, 29, 0.5),
];

export function drawPlaster(painter: Painter, extent: Extent): void {
  for (const patch of FIELDS) {
    if (patch.right < extent.left - 0.3 || patch.left > extent.left + extent.width + 0.3) continue;
    if (patch.bottom > extent.top + 0.3 || patch.top < extent.top - extent.height - 0.3) continue;
    painter.push(patch.left - extent.left, extent.top - patch.top);
    drawField(painter, patch);
    painter.pop();
  }
}

/** Share of a place that is plaster, for wear: 1 inside a field. */
export function isPlastered(x: number, y: number): boolean {
  return FIELDS.some(({ left, right, bottom, top }) => x > left && x < right && y > bottom && y < top);
}

function drawField(painter: Painter, patch: Field): void {
  const width = patch.right - patch.left;
  const height = patch.top - patch.bottom;
  const random = createRandom(patch.seed * 7919);
  const shreds =
    painter.layer === 'restored' ? [rectangle(0, 0, width, height)] : tatters(random, width, height, patch.remains);
  for (const shred of shreds) {
    const { context } = painter;
    if (!painter.isDrawing) {
      context.save();
      context.translate(0.012, 0.02);
      context.fillStyle = 'rgba(40,28,22,0.45)';
      context.fill(shred);
      context.restore();
    }
    painter.clip(shred);
    paintField(painter, patch, width, height);
    painter.pop();
    painter.line(shred, 0.014, 'white', painter.layer === 'restored' ? 0.2 : 0.55);
    painter.line(shred, 0.004, 'ink', 0.6);
  }
}

function tatters(random: () => number, width: number, height: number, share: number) {
  const count = 2 + Math.floor(random() * 3);
  return Array.from({ length: count }, (_, i) => {
    const size = Math.sqrt(share) * (i === 0 ? 1.35 : 0.35 + 0.4 * random());
    const cx = i === 0 ? width * (0.4 + 0.2 * random()) : width * random();
    const cy = i === 0 ? height * (0.4 + 0.15 * random()) : height * random();
    const points = Array.from({ length: 46 }, (_, j): Point => {
      const angle = (j / 46) * Math.PI * 2;
      const reach = size * (0.66 + 0.22 * Math.sin(angle * 3 + i * 2 + cx) + 0.34 * (random() - 0.5));
      const square = 1 / Math.max(Math.abs(Math.cos(angle)), Math.abs(Math.sin(angle)));
      const x = cx + Math.cos(angle) * reach * width * 0.6 * Math.min(1.2, square);
      const y = cy + Math.sin(angle) * reach * height * 0.6 * Math.min(1.2, square);
      return [Math.max(0.01, Math.min(width - 0.01, x)), Math.max(0.01, Math.min(height - 0.01, y))];
    });
    return blob(points, true, 0.25);
  });
}

function paintField(painter: Painter, { kind, seed }: Field, width: number, height: number): void {
  painter.fill(rectangle(0, 0, width, height), kind === 'bare' ? 'ground' : 'ochreRed');
  painter.shade(rectangle(0, 0, width, height), 'ochre', 0.12, 0.3);
  if (kind === 'thousand') paintThousand(painter, width, height, seed);
  else if (kind === 'buddha') paintBuddha(painter, width, height);
  else if (kind === 'guardian') paintGuardian(painter, width, height, seed);
  else if (kind === 'apsara') paintApsaras(painter, width, height, seed);
}

function paintThousand(painter: Painter, width: number, height: number, seed: number): void {
  const columns = Math.max(1, Math.round((width - 0.1) / 0.18));
  const rows = Math.max(1, Math.round((height - 0.2) / 0.21));
  const step = (width - 0.1) / columns;
  const rise = (height - 0.2) / rows;
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++) {
      const x = 0.05 + (column + 0.5) * step;
      const y = 0.1 + row * rise;
      painter.lightness = painter.random.between(-0.04, 0.04);
      painter.push(x - step * 0.07, y + rise * 0.015, rise * 0.97);
      tinyBuddha(painter, (((column - row + seed) % 4) + 4) % 4);
      painter.pop();
      cartouche(
        painter,
        x + step * 0.34,
        y + rise * 0.1,
        step * 0.13,
        rise * 0.5,
        (column + row) % 2 ? 'white' : 'malachiteLight',
      );
      painter.lightness = 0;
    }
  painter.push(0, 0);
  beadBand(painter, width, 0.07);
  painter.pop();
  painter.push(0, height - 0.09);
  petalBand(painter, width, 0.09);
  painter.pop();
}

function paintBuddha(painter: Painter, width: number, height: number): void {
  painter.fill(rectangle(0.08, 0.12, width - 0.16, height - 0.2), 'malachiteLight');
  painter.shade(rectangle(0.08, 0.12, width - 0.16, height - 0.2), 'malachite', 0.2, 0.45);
  painter.push(width / 2, height * 0.74, Math.min(width, height * 0.8) * 0.52);
  buddha(painter, { seed: 12 });
  painter.pop();
  if (width > 1.2)
    for (const side of [-1, 1]) {
      painter.push(width / 2 + side * width * 0.36, height * 0.93, height * 0.56, 0, side > 0);
      bodhisattva(painter, { turn: 0.7, seed: 31 + side });
      painter.pop();
    }
  painter.push(0, 0);
  honeysuckle(painter, width, 0.11);
  painter.pop();
  painter.push(0, height - 0.08);
  beadBand(painter, width, 0.08);
  painter.pop();
}

function paintGuardian(painter: Painter, width: number, height: number, seed: number): void {
  painter.fill(rectangle(0.05, 0.05, width - 0.1, height - 0.1), 'ground');
  painter.shade(rectangle(0.05, 0.05, width - 0.1, height - 0.1), 'ochre', 0.15, 0.4);
  painter.push(width / 2, height * 0.95, height * 0.84, 0, seed % 4 === 1);
  bodhisattva(painter, { turn: -0.6, seed });
  painter.pop();
  painter.push(0, 0);
  halfRosette(painter, width, 0.08);
  painter.pop();
}

function paintApsaras(painter: Painter, width: number, height: number, seed: number): void {
  painter.fill(rectangle(0.04, 0.08, width - 0.08, height - 0.16), 'azurite');
  const count = Math.max(2, Math.round(width / (height * 1.5)));
  for (let i = 0; i < count; i++) {
    painter.push(((i + 0.5) * width) / count, height * 0.56, height * 0.86, 0, i >= count / 2);
    apsara(painter, { seed: seed * 31 + i });
    painter.pop();
  }
  painter.push(0, 0);
  petalBand(painter, width, 0.08);
  painter.pop();
  painter.push(0, height - 0.07);
  beadBand(painter, width, 0.07);
  painter.pop();
}
