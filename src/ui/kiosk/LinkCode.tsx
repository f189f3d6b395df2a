import { useEffect, useRef } from 'react';
import { QrCode } from '../find/QrCode.tsx';
import { useKiosk, useKioskTexts } from './context.ts';

/** An address that leads out of the exhibition, for the visitor's own phone. */
export function LinkCode({ link }: { readonly link: string }) {
  const t = useKioskTexts();
  const { kiosk } = useKiosk();
  const close = useRef<HTMLButtonElement>(null);
  useEffect(() => close.current?.focus({ preventScroll: true }), []);
  const onClose = (): void => kiosk.set({ link: null });
  return (
    <div className="kiosk__veil" onClick={onClose}>
      <section className="kiosk__card" role="dialog" aria-modal="true" aria-labelledby="kiosk-link">
        <h2 id="kiosk-link" className="kiosk__heading serif">
          {t('kiosk.link')}
        </h2>
        <QrCode text={link} label={t('kiosk.linkCode')} />
        <p className="kiosk__text">{t('kiosk.linkText')}</p>
        <p className="kiosk__address" dir="ltr">
          {link.replace(/^https?:\/\//, '')}
        </p>
        <div className="kiosk__answers">
          <button ref={close} type="button" className="kiosk__main" onClick={onClose}>
            {t('kiosk.close')}
          </button>
        </div>
      </section>
    </div>
  );
}
