import { useEffect, useRef } from 'react';
import { secondsLeft } from '#tour/kiosk/stepKiosk.ts';
import { useKiosk, useKioskTexts, useKioskVisit } from './context.ts';

/** Asks whoever has not touched the screen for a while; silence answers too. */
export function StillThere() {
  const t = useKioskTexts();
  const { kiosk } = useKiosk();
  const left = useKioskVisit((visit) => Math.ceil(secondsLeft(visit, kiosk.times) ?? 0));
  const stay = useRef<HTMLButtonElement>(null);
  useEffect(() => stay.current?.focus({ preventScroll: true }), []);
  const onStay = (): void => kiosk.note({ kind: 'stay' });
  const all = Math.ceil(kiosk.times.answerSeconds);
  return (
    <div className="kiosk__veil" onClick={onStay}>
      <section
        className="kiosk__card"
        role="alertdialog"
        aria-modal="true"
        aria-labelledby="kiosk-still"
        aria-describedby="kiosk-left"
      >
        <h2 id="kiosk-still" className="kiosk__heading serif">
          {t('kiosk.stillThere')}
        </h2>
        <p id="kiosk-left" className="kiosk__text">
          {t('kiosk.endsIn', { count: left })}
        </p>
        <progress className="kiosk__line" max={all} value={left} aria-hidden="true" />
        <div className="kiosk__answers">
          <button ref={stay} type="button" className="kiosk__main" onClick={onStay}>
            {t('kiosk.stay')}
          </button>
          <button
            type="button"
            className="kiosk__word"
            onClick={(event) => {
              event.stopPropagation();
              kiosk.note({ kind: 'finish' });
            }}
          >
            {t('kiosk.finish')}
          </button>
        </div>
      </section>
    </div>
  );
}
