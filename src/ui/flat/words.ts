/** Where one is on a flat picture, in words. */
import type { FlatAsset, FlatSection } from '#document/schema.ts';
import { describeLength } from '#i18n/length.ts';
import type { Locale } from '#i18n/locale.ts';
import { pickText } from '#i18n/pickText.ts';
import { translate } from '#i18n/translate.ts';
import { fromBeginning, type FlatShape, spanOfColumns } from '#tour/flat/shape.ts';
import type { WallFrame } from '#tour/wallView/state.ts';

interface Place {
  readonly asset: FlatAsset;
  readonly shape: FlatShape;
  readonly frame: WallFrame;
}

/** “Lake: 60 cm in view, 2.4 m from the beginning.” */
export function describePlace({ asset, shape, frame }: Place, locale: Locale, defaultLanguage: string): string {
  const width = Math.min(frame.width, shape.width);
  const round = (metres: number): string => describeLength(metres, locale, { uncertainty: width / 100 });
  const distance = Math.min(shape.width, Math.max(0, fromBeginning(frame.x, shape)));
  const where = translate(locale, 'flat.where', { width: round(width), distance: round(distance) });
  const section = sectionAt(asset, shape, frame.x);
  if (!section) return where;
  const name = pickText(section.label, locale.tag, defaultLanguage).text;
  return translate(locale, 'flat.whereSection', { section: name, where });
}

/** A picture, as far as its parts go. */
interface Sectioned {
  readonly sections?: readonly FlatSection[] | undefined;
}

export function sectionAt({ sections = [] }: Sectioned, shape: FlatShape, x: number) {
  return sections.find(({ from, to }) => {
    const { left, right } = spanOfColumns(from, to, shape);
    return x >= left && x < right;
  });
}
