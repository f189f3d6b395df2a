import { useTexts, useUi } from '../../context.ts';
import { useRelic } from '../inHand.ts';
import { describeLength, describeUncertainty } from '#i18n/length.ts';
import { uncertaintyOf } from '#tour/relic/uncertainty.ts';

/** Writes a measured length with its uncertainty: `42.4 cm ± 0.3 mm`. */
export function useSayLength(): (metres: number) => string {
  const t = useTexts();
  const { locale } = useUi();
  const { visit, asset } = useRelic();
  const uncertainty = uncertaintyOf(asset, visit) ?? 0;
  return (metres) => {
    const length = describeLength(metres, locale, { uncertainty });
    if (uncertainty <= 0) return length;
    return t('relic.tape.uncertain', { length, uncertainty: describeUncertainty(uncertainty, locale) });
  };
}
