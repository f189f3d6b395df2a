import type { PickedText } from '#i18n/pickText.ts';
import { useTexts, useUi } from '../../context.ts';
import { usePick } from '../../Text.tsx';
import type { ShownState } from './shownStates.ts';

/** The name of a state as the document has it, else by its kind. */
export function useNameState(): (state: ShownState) => PickedText {
  const t = useTexts();
  const pick = usePick();
  const { locale } = useUi();
  return ({ label, kind }) => {
    const own = label ? pick(label) : null;
    if (own && own.text !== '') return own;
    return { text: t(kind ? `relic.state.${kind}` : 'relic.states.itself'), language: locale.tag };
  };
}
