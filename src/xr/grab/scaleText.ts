/** What stands beneath a relic in the hand: how much larger than life it is, and how large that is. */
import { describeLength } from '#i18n/length.ts';
import type { Locale } from '#i18n/locale.ts';
import { translate } from '#i18n/translate.ts';

/** A relic within this of its true size is at its true size. */
const AS_GOOD_AS_TRUE = 0.005;

/** `×2.5`: three digits say enough. */
export function scaleFactor(scale: number, { tag }: Pick<Locale, 'tag'>): string {
  return `×${new Intl.NumberFormat(tag, { maximumSignificantDigits: 3, useGrouping: false }).format(scale)}`;
}

/** @param longest The longest side of it at true size, metres. */
export function describeScale(scale: number, longest: number, locale: Locale): string {
  const length = describeLength(longest, locale);
  if (Math.abs(scale - 1) <= AS_GOOD_AS_TRUE) return translate(locale, 'grab.trueSize', { length });
  return translate(locale, 'grab.scaled', { factor: scaleFactor(scale, locale), length });
}
