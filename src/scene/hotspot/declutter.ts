import type { MarkPlace } from './placeMark.ts';

/** A label in CSS pixels, `offsetPx` from the middle of its mark to its own. */
export interface LabelBox {
  readonly place: MarkPlace;
  readonly widthPx: number;
  readonly heightPx: number;
  readonly offsetPx: number;
}

/**
 * Which labels can be read at the same time, in the order given: where two lie over each other the one whose mark is
 * nearer stays. Judged by angles, not by the screen, so that labels do not come and go while the view turns.
 */
export function findReadable(labels: readonly LabelBox[], unitsPerPx: number): boolean[] {
  const order = labels.map((_, index) => index).sort((a, b) => distanceOf(labels[a]) - distanceOf(labels[b]));
  const shown: LabelBox[] = [];
  const isShown = labels.map(() => false);
  for (const index of order) {
    const label = labels[index];
    if (!label || shown.some((other) => isOver(label, other, unitsPerPx))) continue;
    shown.push(label);
    isShown[index] = true;
  }
  return isShown;
}

function distanceOf(label: LabelBox | undefined): number {
  return label?.place.distance ?? Infinity;
}

function isOver(a: LabelBox, b: LabelBox, unitsPerPx: number): boolean {
  const pitch = (a.place.pitch + b.place.pitch) / 2;
  const turn = Math.abs(Math.atan2(Math.sin(a.place.yaw - b.place.yaw), Math.cos(a.place.yaw - b.place.yaw)));
  const across = (turn * Math.cos(pitch)) / unitsPerPx;
  const down = Math.abs(a.offsetPx - b.offsetPx - (a.place.pitch - b.place.pitch) / unitsPerPx);
  return across < (a.widthPx + b.widthPx) / 2 && down < (a.heightPx + b.heightPx) / 2;
}
