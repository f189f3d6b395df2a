/**
 * The part of a flat picture that is seen, in the address: x and y of its middle from the picture's, and the width of the
 * page, metres, such as `view=5.7,0,1.138m`. The sign at the end tells it from a view of a panorama.
 */
import type { WallFrame } from '../wallView/state.ts';

const NUMBER = /^[+-]?\d{1,5}(\.\d{1,12})?$/;
/** A tenth of a millimetre. */
const DIGITS = 4;
const SIGN = 'm';

export function writeFlat({ x, y, width }: WallFrame): string {
  // Adding zero turns −0 into 0.
  return [x, y, width].map((metres) => String(Number(metres.toFixed(DIGITS)) + 0)).join(',') + SIGN;
}

export function isFlatView(text: string): boolean {
  return text.endsWith(SIGN);
}

/** Null where the text says no such part. */
export function readFlat(text: string): WallFrame | null {
  const parts = text.slice(0, -SIGN.length).split(',');
  const [x = NaN, y = NaN, width = NaN] = parts.map((part) => (NUMBER.test(part) ? Number(part) : NaN));
  return isFlatView(text) && parts.length === 3 && Number.isFinite(x + y) && width > 0 ? { x, y, width } : null;
}
