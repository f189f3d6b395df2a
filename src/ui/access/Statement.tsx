import { useMemo } from 'react';
import { ACCESS_SUBJECTS, describeAccess } from '#document/access/describeAccess.ts';
import { nameLanguage } from '#i18n/nameLanguage.ts';
import { useTexts, useTour } from '../context.ts';
import { Text } from '../Text.tsx';

/** The accessibility statement, counted from the exhibition itself. */
export function Statement() {
  const t = useTexts();
  const exhibition = useTour((state) => state.exhibition);
  const { subjects, texts } = useMemo(() => describeAccess(exhibition), [exhibition]);
  return (
    <>
      <h3 className="about__part">{t('statement.heading')}</h3>
      <dl className="facts">
        {ACCESS_SUBJECTS.filter((subject) => subjects[subject].of > 0).map((subject) => {
          const { of, have, lacking } = subjects[subject];
          return (
            <div key={subject} className="facts__row">
              <dt>{t(`statement.${subject}`)}</dt>
              <dd>
                {t('statement.share', { have, of })}
                {lacking.length > 0 && (
                  <details>
                    <summary>{t('statement.lacking')}</summary>
                    <ul>
                      {lacking.map(({ id, label }) => (
                        <li key={id}>
                          <Text map={label} />
                        </li>
                      ))}
                    </ul>
                  </details>
                )}
              </dd>
            </div>
          );
        })}
        {texts.map(({ language, of, have }) => (
          <div key={language} className="facts__row">
            <dt lang={language}>{nameLanguage(language)}</dt>
            <dd>{t('statement.texts', { have, of })}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}
