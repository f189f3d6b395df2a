/** A comparison in the address: the other layer, how, and where, such as `restored,lens,25,-3,12` `restored,curtain,0.5` or `restored,side`. */
import { toDegrees, toRadians } from '#shared/angle.ts';
import { LEAST_LENS, MOST_LENS, type CompareMode, type Comparison, type CompareSettings } from './state.ts';

export interface AddressedComparison {
  readonly layerId: string;
  readonly mode: CompareMode;
  readonly settings: Partial<CompareSettings>;
}

const NUMBER = /^[+-]?\d{1,4}(\.\d{1,12})?$/;
/** A thousandth of a degree, and a thousandth of the picture's width. */
const DIGITS = 3;

export function writeComparison({ layerId, mode, lens, curtain, blend }: Comparison): string {
  const numbers = {
    lens: [lens.yaw, lens.pitch, lens.radius].map(toDegrees),
    curtain: [curtain],
    blend: [blend],
    side: [],
  }[mode];
  // Adding zero turns −0 into 0.
  return [encodeURIComponent(layerId), mode, ...numbers.map((value) => Number(value.toFixed(DIGITS)) + 0)].join(',');
}

/** Null where the text is none of these; numbers that are left out stay as they are. */
export function readComparison(text: string): AddressedComparison | null {
  const [layerId = '', mode, ...rest] = text.split(',');
  const numbers = rest.map((part) => (NUMBER.test(part) ? Number(part) : NaN));
  if (layerId === '' || numbers.some(Number.isNaN)) return null;
  const [first, second, third] = numbers;
  switch (mode) {
    case 'lens':
      if (numbers.length === 0) return { layerId, mode, settings: {} };
      return readLens(layerId, first, second, third);
    case 'curtain':
    case 'blend':
      if (numbers.length > 1 || (first !== undefined && (first < 0 || first > 1))) return null;
      return { layerId, mode, settings: first === undefined ? {} : { [mode]: first } };
    case 'side':
      return numbers.length === 0 ? { layerId, mode, settings: {} } : null;
    default:
      return null;
  }
}

function readLens(layerId: string, yaw = NaN, pitch = NaN, radius = NaN): AddressedComparison | null {
  const isLens =
    Math.abs(yaw) <= 360 &&
    Math.abs(pitch) <= 90 &&
    toRadians(radius) >= LEAST_LENS - 1e-6 &&
    toRadians(radius) <= MOST_LENS + 1e-6;
  if (!isLens) return null;
  const lens = { yaw: toRadians(yaw), pitch: toRadians(pitch), radius: toRadians(radius) };
  return { layerId, mode: 'lens', settings: { lens } };
}
