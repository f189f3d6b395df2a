import { useMemo } from 'react';
import { nameLanguage } from '#i18n/nameLanguage.ts';
import { planViewsOf } from '#tour/selectors/planView.ts';
import { useCommands, useTexts, useTour } from '../context.ts';
import { HeadsetButton } from '../headset/HeadsetButton.tsx';
import { SoundButton } from '../sound/SoundButton.tsx';
import { PanelButton } from './Controls.tsx';

/** More languages than this are chosen from a list instead of side by side. */
const MOST_BUTTONS = 4;

/** Language and what lies behind the exhibition, in the upper corner. */
export function Corner() {
  const exhibition = useTour((state) => state.exhibition);
  const hasPlan = useMemo(() => planViewsOf(exhibition).length > 0, [exhibition]);
  return (
    <div className="corner chrome">
      <HeadsetButton className="word" />
      <LanguageSwitch />
      {hasPlan && <PanelButton kind="about" />}
      <SoundButton />
    </div>
  );
}

/** One tap changes the language of everything. Every language is called by its own name. */
export function LanguageSwitch() {
  const t = useTexts();
  const { setLanguage } = useCommands();
  const current = useTour((state) => state.language);
  const languages = useTour((state) => state.exhibition.languages);
  if (languages.length < 2) return null;
  if (languages.length > MOST_BUTTONS) {
    return (
      <select
        className="word"
        aria-label={t('controls.language')}
        value={current}
        onChange={(event) => setLanguage(event.target.value)}
      >
        {languages.map((tag) => (
          <option key={tag} value={tag} lang={tag}>
            {nameLanguage(tag)}
          </option>
        ))}
      </select>
    );
  }
  // Of two languages only the other one is a choice.
  const offered = languages.length === 2 ? languages.filter((tag) => tag !== current) : languages;
  return (
    <div role="group" aria-label={t('controls.language')} className="languages">
      {offered.map((tag) => (
        <button
          key={tag}
          type="button"
          className="word"
          lang={tag}
          aria-pressed={offered.length > 1 ? tag === current : undefined}
          onClick={() => setLanguage(tag)}
        >
          {nameLanguage(tag)}
        </button>
      ))}
    </div>
  );
}
