/** Where the marks of a ruler along a flat picture stand on the page. */
import type { FlatNow } from '#tour/flat/liveFlat.ts';
import { fromBeginning } from '#tour/flat/shape.ts';

export interface Tick {
  /** From where one begins to read. */
  readonly metres: number;
  /** CSS pixels from the page's left edge. */
  readonly xPx: number;
  readonly isNamed: boolean;
}

/** Marks stand no closer than this, CSS pixels. */
const LEAST_PX = 14;
/** Named are those that no other name comes closer to. */
const NAMED_PX = 52;
const ROUND = [1, 2, 5];

/** Marks over the part of the picture that is open and on the page; at most `most`. Steps are 1, 2 or 5 of a power of ten. */
export function listTicks(
  { shape, frame, cssWidthPx, opening }: FlatNow,
  most: number,
): { step: number; ticks: Tick[] } {
  const pxPerMetre = cssWidthPx / frame.width;
  const left = Math.max(opening.left, frame.x - frame.width / 2);
  const right = Math.min(opening.right, frame.x + frame.width / 2);
  const step = roundUp(Math.max(LEAST_PX / pxPerMetre, (right - left) / (most - 1)));
  let wide = Math.max(step, roundUp(NAMED_PX / pxPerMetre));
  // Fives are no multiple of twos.
  while (Math.abs(wide / step - Math.round(wide / step)) > 1e-6) wide = roundUp(wide * 1.01);
  const named = Math.round(wide / step);
  const ends = [fromBeginning(left, shape), fromBeginning(right, shape)];
  const first = Math.ceil(Math.min(...ends) / step - 1e-9);
  const last = Math.floor(Math.max(...ends) / step + 1e-9);
  const ticks: Tick[] = [];
  for (let index = first; index <= last && ticks.length < most; index++) {
    // Adding zero turns −0 into 0.
    const metres = index * step + 0;
    const x = shape.onward * (metres - shape.width / 2);
    const xPx = (x - frame.x) * pxPerMetre + cssWidthPx / 2;
    ticks.push({ metres, xPx, isNamed: index % named === 0 });
  }
  return { step, ticks };
}

function roundUp(length: number): number {
  const power = 10 ** Math.floor(Math.log10(length));
  return (ROUND.find((one) => one * power >= length * (1 - 1e-9)) ?? 10) * power;
}
