/** What was measured, with how far it may be wrong, as a wall label would write it: `2.31 m ± 4 mm`. */
import { isolate, isolateMeasure } from './direction.ts';
import { describeLength, describeUncertainty, unitFor } from './length.ts';
import type { Locale } from './locale.ts';
import { translate } from './translate.ts';

const SQUARE_CENTIMETRES = 1e4;

interface Measured {
  readonly value: number;
  readonly error: number;
}

/** @param kind Of the value: metres, square metres, radians. */
export function describeMeasured(
  kind: 'length' | 'area' | 'angle',
  { value, error }: Measured,
  locale: Locale,
): string {
  if (kind === 'length') {
    const length = describeLength(value, locale, { unit: unitFor(value), uncertainty: error });
    return error > 0 ? `${length} ± ${describeUncertainty(error, locale)}` : length;
  }
  if (kind === 'angle') {
    const degrees = (radians: number) => (radians * 180) / Math.PI;
    const digits = digitsFor(degrees(error));
    const angle = `${format(degrees(value), digits, locale)}° ± ${formatOne(degrees(error), locale)}°`;
    return isolateMeasure(angle, locale.tag);
  }
  const isLarge = value >= 1;
  const scale = isLarge ? 1 : SQUARE_CENTIMETRES;
  // Browsers know the units of lengths in every language, and none of areas.
  const say = (amount: string): string =>
    translate(locale, isLarge ? 'unit.squareMeter' : 'unit.squareCentimeter', { amount });
  const area = say(format(value * scale, digitsFor(error * scale), locale));
  return isolate(`${area} ± ${say(formatOne(error * scale, locale))}`, locale.direction);
}

/** Digits that are finer than the doubt say nothing. */
function digitsFor(error: number): number {
  return error > 0 ? Math.max(0, Math.min(3, Math.ceil(-Math.log10(error)))) : 2;
}

function format(value: number, digits: number, { tag }: Pick<Locale, 'tag'>): string {
  return new Intl.NumberFormat(tag, { maximumFractionDigits: digits, minimumFractionDigits: digits }).format(value);
}

function formatOne(value: number, { tag }: Pick<Locale, 'tag'>): string {
  return new Intl.NumberFormat(tag, { maximumSignificantDigits: 1 }).format(value);
}
