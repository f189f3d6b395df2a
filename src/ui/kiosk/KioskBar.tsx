import { useKiosk, useKioskPage, useKioskTexts } from './context.ts';

/** Always at hand at the foot of the screen: controls within reach, larger letters, the end of the visit. */
export function KioskBar() {
  const t = useKioskTexts();
  const { kiosk } = useKiosk();
  const isLow = useKioskPage((page) => page.isLow);
  const isLarge = useKioskPage((page) => page.isLarge);
  return (
    <nav className="kiosk__bar" aria-label={t('kiosk.bar')}>
      <button type="button" className="kiosk__word" aria-pressed={isLow} onClick={() => kiosk.set({ isLow: !isLow })}>
        {t('kiosk.low')}
      </button>
      <button
        type="button"
        className="kiosk__word"
        aria-pressed={isLarge}
        onClick={() => kiosk.set({ isLarge: !isLarge })}
      >
        {t('kiosk.large')}
      </button>
      <button type="button" className="kiosk__word" onClick={() => kiosk.note({ kind: 'finish' })}>
        {t('kiosk.finish')}
      </button>
    </nav>
  );
}
