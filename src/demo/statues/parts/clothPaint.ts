/** Patterns of painted cloth, by metres across (u) and along (v) it. */
import type { SolidColour } from '#demo/cave/cave.ts';
import type { Layer } from '#demo/cave/layer.ts';
import { smoothStep } from '#demo/noise/noise.ts';
import type { Pigment } from '#demo/paint/pigments.ts';
import { layLine, layPigment, setPigment } from '#demo/statues/parts/statueColour.ts';

/** A monk's cloth: fields in columns, shifted like bricks, divided by dark seams edged with gold, some with flowers. */
export function paintPatchwork(
  out: SolidColour,
  u: number,
  v: number,
  layer: Layer,
  cloth: Pigment,
  patch: Pigment,
  fieldWidth = 0.14,
  fieldHeight = 0.24,
): void {
  const column = Math.floor(u / fieldWidth);
  const shifted = v / fieldHeight + (column & 1) * 0.5;
  const row = Math.floor(shifted);
  const acrossField = u / fieldWidth - column;
  const alongField = shifted - row;
  const toEdge = Math.min(
    Math.min(acrossField, 1 - acrossField) * fieldWidth,
    Math.min(alongField, 1 - alongField) * fieldHeight,
  );
  const isPatch = (((column * 7 + row * 3) % 5) + 5) % 5 === 0;
  setPigment(out, isPatch ? patch : cloth, layer);
  paintBlossoms(out, u, v, layer, isPatch ? 'malachiteLight' : 'redLead', 0.06);
  layPigment(out, 'brown', layer, 0.85 * smoothStep(0.0065, 0.0053, toEdge));
  layPigment(out, 'gold', layer, 0.8 * smoothStep(0.0022, 0.0012, Math.abs(toEdge - 0.0068)));
  layLine(out, layer, smoothStep(0.0022, 0.0012, toEdge) * 0.8);
}

/** Small five-petalled flowers in staggered rows. */
export function paintBlossoms(
  out: SolidColour,
  u: number,
  v: number,
  layer: Layer,
  pigment: Pigment,
  distance: number,
  heart: Pigment = 'ochre',
): void {
  const row = Math.floor(v / distance);
  const x = u / distance + (row & 1) * 0.5;
  const px = x - Math.floor(x) - 0.5;
  const py = v / distance - row - 0.5;
  const r = Math.hypot(px, py);
  const petals = 0.2 * (1 + 0.35 * Math.cos(Math.atan2(py, px) * 5));
  layPigment(out, pigment, layer, smoothStep(petals, petals - 0.04, r) * 0.9);
  layPigment(out, heart, layer, smoothStep(0.08, 0.06, r));
}

/** A wavy stem with leaves to both sides, running along v; `frequency` waves a metre. */
export function paintScroll(
  out: SolidColour,
  u: number,
  v: number,
  layer: Layer,
  pigment: Pigment,
  frequency: number,
): void {
  const phase = v * frequency;
  const wide = u * frequency;
  const cell = Math.round(wide * 0.8);
  const x = wide - cell / 0.8;
  const stem = Math.abs(x - 0.22 * Math.sin(phase * 2 * Math.PI + cell * 2));
  layPigment(out, pigment, layer, smoothStep(0.07, 0.04, stem));
  const leaf = phase * 2 - Math.floor(phase * 2) - 0.5;
  const side = Math.floor(phase * 2) & 1 ? 1 : -1;
  layPigment(out, pigment, layer, smoothStep(1, 0.8, Math.hypot((x - side * 0.28) / 0.14, leaf / 0.34)) * 0.9);
}

/** Bands across the cloth near its end: `toHem` metres from the hem. */
export function paintHem(
  out: SolidColour,
  toHem: number,
  u: number,
  layer: Layer,
  ground: Pigment,
  mark: Pigment,
): void {
  if (toHem > 0.05) return;
  setPigment(out, ground, layer);
  const bead = u / 0.022 - Math.floor(u / 0.022) - 0.5;
  layPigment(out, mark, layer, smoothStep(0.32, 0.26, Math.hypot(bead, (toHem - 0.025) / 0.022)));
  layPigment(out, 'gold', layer, smoothStep(0.006, 0.004, Math.min(toHem, 0.05 - toHem)));
}
