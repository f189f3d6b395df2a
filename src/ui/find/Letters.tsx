import { useMemo } from 'react';
import { pickText } from '#i18n/pickText.ts';
import { nextLetters } from '#tour/find/nextLetters.ts';
import { listThings } from '#tour/find/things.ts';
import { useTexts, useTour } from '../context.ts';
import { Icon } from '../Icon.tsx';

/** Letters to press, on a screen that has no keyboard: those that lead on to a name in the visitor's language. */
export function Letters({ query, onWrite }: { readonly query: string; readonly onWrite: (query: string) => void }) {
  const t = useTexts();
  const exhibition = useTour((state) => state.exhibition);
  const language = useTour((state) => state.language);
  const names = useMemo(
    () => listThings(exhibition).map(({ label }) => pickText(label, language, exhibition.defaultLanguage).text),
    [exhibition, language],
  );
  const letters = useMemo(() => nextLetters(names, query, language), [names, query, language]);
  return (
    <div className="letters" role="group" aria-label={t('find.letters')}>
      <div className="letters__all">
        {letters.map((letter) => (
          <button key={letter} type="button" className="letters__one" onClick={() => onWrite(query + letter)}>
            {letter}
          </button>
        ))}
      </div>
      <div className="letters__foot">
        <button
          type="button"
          className="letters__one letters__space"
          aria-label={t('find.space')}
          disabled={query === '' || query.endsWith(' ')}
          onClick={() => onWrite(`${query} `)}
        >
          <span aria-hidden="true">␣</span>
        </button>
        <button
          type="button"
          className="letters__one"
          aria-label={t('find.deleteLetter')}
          disabled={query === ''}
          onClick={() => onWrite([...query].slice(0, -1).join(''))}
        >
          <Icon name="previous" />
        </button>
      </div>
    </div>
  );
}
