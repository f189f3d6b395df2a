import type { Locale } from '#i18n/locale.ts';
import type { MessageKey } from '#i18n/locale.ts';
import type { Params } from '#i18n/translate.ts';
import { type Bounds, sizeOf } from '../bounds.ts';
import { describeAmount, unitFor } from '#i18n/length.ts';

/** Width × height × depth, all in the unit that suits the longest. */
export function describeSize(bounds: Bounds, locale: Locale, t: (key: MessageKey, params?: Params) => string): string {
  const size = sizeOf(bounds);
  const unit = unitFor(Math.max(...size));
  const [width, height, depth] = size.map((metres) => describeAmount(metres, locale, unit));
  return t('relic.label.sizeValue', {
    width: width ?? '',
    height: height ?? '',
    depth: depth ?? '',
    unit: t(`relic.unit.${unit}`),
  });
}
