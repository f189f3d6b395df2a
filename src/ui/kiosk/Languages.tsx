import { useEffect, useRef } from 'react';
import { nameLanguage } from '#i18n/nameLanguage.ts';
import { translate } from '#i18n/translate.ts';
import { useKiosk } from './context.ts';

/** One tap chooses the language of everything, and the visit begins. */
export function Languages() {
  const { tour, kiosk, locales } = useKiosk();
  const first = useRef<HTMLButtonElement>(null);
  useEffect(() => first.current?.focus({ preventScroll: true }), []);
  const choose = (tag: string): void => {
    tour.commands.setLanguage(tag);
    kiosk.note({ kind: 'choose' });
  };
  const { defaultLanguage } = tour.store.getState().wholeExhibition;
  const asked = locales.get(defaultLanguage);
  return (
    <section className="kiosk__veil" role="dialog" aria-modal="true" aria-labelledby="kiosk-language">
      <div className="kiosk__card">
        <h2 id="kiosk-language" className="unseen">
          {asked && translate(asked, 'kiosk.language')}
        </h2>
        <div className="kiosk__choices">
          {[...locales.keys()].map((tag, index) => (
            <button
              key={tag}
              ref={index === 0 ? first : null}
              type="button"
              className="kiosk__choice serif"
              lang={tag}
              onClick={() => choose(tag)}
            >
              {nameLanguage(tag)}
            </button>
          ))}
        </div>
      </div>
    </section>
  );
}
