import type { TextByLanguage } from '#i18n/pickText.ts';
import type { LayerTruth } from '#tour/compare/truth.ts';
import type { useTexts } from '../context.ts';

/** A layer's name with what has to be said of it, as it stands in everything that leaves the visit. */
export function nameLayer(
  { label, isConjecture, made }: LayerTruth,
  pick: (map: TextByLanguage) => string,
  t: ReturnType<typeof useTexts>,
): { readonly text: string; readonly hasTruth: boolean } {
  const truths = [isConjecture ? t('layer.restoredText') : '', made ? t(`made.${made}`) : ''].filter(Boolean);
  return { text: [pick(label), ...truths].join(' · '), hasTruth: truths.length > 0 };
}
