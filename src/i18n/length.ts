/** Lengths in the unit that suits their size, as a wall label writes them. */
import type { Locale } from './locale.ts';

const UNITS = {
  millimeter: { metres: 0.001, digits: 2 },
  centimeter: { metres: 0.01, digits: 1 },
  meter: { metres: 1, digits: 2 },
  kilometer: { metres: 1_000, digits: 2 },
} as const;
export type LengthUnit = keyof typeof UNITS;

/** Centimetres for what one could carry, metres for what one could enter. */
export function unitFor(metres: number): LengthUnit {
  const size = Math.abs(metres);
  if (size < 0.01) return 'millimeter';
  if (size < 1) return 'centimeter';
  return size < 1_000 ? 'meter' : 'kilometer';
}

/** `42.4 cm`. @param uncertainty Metres; digits that are finer than it are left out. */
export function describeLength(
  metres: number,
  locale: Pick<Locale, 'tag'>,
  { unit = unitFor(metres), uncertainty = 0 }: { readonly unit?: LengthUnit; readonly uncertainty?: number } = {},
): string {
  return formatIn(unit, locale, digitsFor(unit, uncertainty)).format(metres / UNITS[unit].metres);
}

/** A number of that unit without its name, for rows of lengths that share one. */
export function describeAmount(metres: number, locale: Pick<Locale, 'tag'>, unit: LengthUnit): string {
  const digits = UNITS[unit].digits;
  const format = new Intl.NumberFormat(locale.tag, { maximumFractionDigits: digits });
  return format.format(metres / UNITS[unit].metres);
}

/** `± 0.3 mm`'s number and unit: one leading digit says enough about a doubt. */
export function describeUncertainty(metres: number, locale: Pick<Locale, 'tag'>): string {
  const unit = unitFor(metres);
  const format = new Intl.NumberFormat(locale.tag, { style: 'unit', unit, maximumSignificantDigits: 1 });
  return format.format(metres / UNITS[unit].metres);
}

function formatIn(unit: LengthUnit, locale: Pick<Locale, 'tag'>, digits: number): Intl.NumberFormat {
  return new Intl.NumberFormat(locale.tag, {
    style: 'unit',
    unit,
    minimumFractionDigits: Math.min(1, digits),
    maximumFractionDigits: digits,
  });
}

function digitsFor(unit: LengthUnit, uncertainty: number): number {
  const { metres, digits } = UNITS[unit];
  if (uncertainty <= 0) return digits;
  return Math.max(0, Math.min(digits, Math.ceil(-Math.log10(uncertainty / metres))));
}
