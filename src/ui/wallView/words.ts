/** A wall and its scale in words. */
import { describeLength, describeUncertainty } from '#i18n/length.ts';
import type { Locale } from '#i18n/locale.ts';
import { translate } from '#i18n/translate.ts';
import type { ScaleBar } from '#tour/wallView/scaleBar.ts';
import type { Wall, WallFrame } from '#tour/wallView/state.ts';
import type { PictureScale } from '#tour/wallView/viewScale.ts';

/** A scale that is truer than this, as a part of it, needs no doubt beside it. */
const TRUE_ENOUGH = 0.01;
/** How finely a way is said, metres: nobody walks by the millimetre. */
const WAY = 0.1;

/** `3.2 m`. */
export function describeWay(metres: number, locale: Locale): string {
  return describeLength(metres, locale, { unit: 'meter', uncertainty: WAY });
}

/** A round length without digits that say nothing: `50 cm`. */
export function describeBar({ metres }: ScaleBar, locale: Locale): string {
  return describeLength(metres, locale, { uncertainty: metres });
}

/** “Flat to 4 mm”, or how far its scale is true. */
export function describeFlatness({ flatness, scaleError }: Wall, locale: Locale): string {
  return scaleError <= TRUE_ENOUGH
    ? translate(locale, 'wall.flat', { deviation: describeUncertainty(flatness, locale) })
    : translate(locale, 'wall.uneven', { percent: percentOf(scaleError, locale) });
}

/** Where a scale is true, and how far it may be off. */
export function describeScale({ error, distance, isEverywhere }: PictureScale, locale: Locale): string {
  const where = isEverywhere
    ? translate(locale, 'scale.everywhere')
    : translate(locale, 'scale.middle', { distance: describeWay(distance, locale) });
  return error > TRUE_ENOUGH ? `${where} · ± ${percentOf(error, locale)}` : where;
}

/** Which part of the wall is seen, from the point that is opposite the visitor. */
export function describeFrame({ x, y, width }: WallFrame, locale: Locale): string {
  const across = translate(locale, x < 0 ? 'wall.left' : 'wall.right', { metres: short(Math.abs(x), width, locale) });
  const upward = translate(locale, y < 0 ? 'wall.below' : 'wall.above', { metres: short(Math.abs(y), width, locale) });
  return translate(locale, 'wall.said', { width: short(width, width, locale), across, upward });
}

/** As fine as a hundredth of what is seen. */
function short(metres: number, width: number, locale: Locale): string {
  return describeLength(metres, locale, { uncertainty: width / 100 });
}

function percentOf(part: number, { tag }: Locale): string {
  return new Intl.NumberFormat(tag, { style: 'percent', maximumSignificantDigits: 1 }).format(part);
}
