import { useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import { pickText } from '#i18n/pickText.ts';
import { translate } from '#i18n/translate.ts';
import { useKiosk } from './context.ts';

/** After a finger has left the glass its click, if it is one, has come within this time, milliseconds. */
const CLICK_COMES_WITHIN_MS = 350;

/** Over the tour that nobody has asked for: what it is, and how to begin, in every language. */
export function Attract() {
  const { tour, kiosk, hasChoice, locales } = useKiosk();
  const { label, defaultLanguage } = useStore(tour.store, (state) => state.wholeExhibition);
  const button = useRef<HTMLButtonElement>(null);
  const begin = (): void => kiosk.note({ kind: 'begin', hasChoice });
  useEffect(() => button.current?.focus({ preventScroll: true }), []);
  const drawn = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(drawn.current), []);
  // A finger that draws along the glass gives no click; one that taps must not find what comes next beneath its click.
  const beginLater = (): void => {
    clearTimeout(drawn.current);
    drawn.current = setTimeout(begin, CLICK_COMES_WITHIN_MS);
  };
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      event.stopPropagation();
      if (event.key === 'Tab') return;
      event.preventDefault();
      kiosk.note({ kind: 'begin', hasChoice });
    };
    // Before any key means something to what lies behind.
    window.addEventListener('keydown', onKey, true);
    return () => window.removeEventListener('keydown', onKey, true);
  }, [kiosk, hasChoice]);
  const title = pickText(label, defaultLanguage, defaultLanguage);
  return (
    <button
      ref={button}
      type="button"
      className="attract"
      onClick={begin}
      onPointerUp={beginLater}
      onPointerCancel={beginLater}
    >
      <span className="attract__foot">
        <span className="attract__title serif" lang={title.language}>
          {title.text}
        </span>
        <span className="attract__words">
          {[...locales].map(([tag, locale]) => (
            <span key={tag} lang={locale.tag} dir={locale.direction}>
              {translate(locale, 'kiosk.begin')}
            </span>
          ))}
        </span>
      </span>
    </button>
  );
}
