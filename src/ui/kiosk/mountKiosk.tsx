/** What a kiosk adds to the page: the way in, the question at the end, codes for phones. Lies over everything else. */
import { createRoot } from 'react-dom/client';
import type { Locale } from '#i18n/locale.ts';
import { loadLocale } from '#i18n/loadLocale.ts';
import { reachedShare } from '#tour/kiosk/reach.ts';
import { KioskContext, type KioskUi } from './context.ts';
import { KioskApp } from './KioskApp.tsx';
import './kiosk.css';

export interface KioskOptions extends Omit<KioskUi, 'locale' | 'locales'> {
  readonly host: HTMLElement;
}

/** Large enough to be read by those who pass by. */
const USUAL_TYPE = 1.25;
/** What a visitor who wants larger letters gets, times the size at first. */
const LARGER = 1.35;

export async function mountKiosk({ host, ...parts }: KioskOptions): Promise<void> {
  const { tour, kiosk, settings } = parts;
  const { store } = tour;
  const { wholeExhibition } = store.getState();
  const { wording, languages } = wholeExhibition;
  const locales = new Map<string, Locale>();
  for (const tag of languages) locales.set(tag, await loadLocale(tag, wording));
  const spare = await loadLocale(store.getState().language, wording);

  const frame = document.createElement('div');
  frame.className = 'kiosk grotto-ui';
  host.append(frame);
  const root = createRoot(frame);
  const draw = (): void => {
    const { language } = store.getState();
    const locale = locales.get(language) ?? spare;
    frame.lang = locale.tag;
    frame.dir = locale.direction;
    root.render(
      <KioskContext value={{ ...parts, locale, locales }}>
        <KioskApp />
      </KioskContext>,
    );
  };
  draw();
  store.subscribe((state, before) => {
    if (state.language !== before.language) draw();
  });

  const { documentElement: page } = document;
  const dress = (): void => {
    const { isLow, isLarge } = kiosk.page.getState();
    page.dataset['reach'] = isLow ? 'low' : 'whole';
    page.style.setProperty('--kiosk-type', `${(settings.type ?? USUAL_TYPE) * (isLarge ? LARGER : 1)}`);
  };
  page.style.setProperty('--kiosk-reach', `${reachedShare(settings.screen) * 100}%`);
  dress();
  kiosk.page.subscribe(dress);
  const isCovered = (): boolean => {
    const { link, isStaff } = kiosk.page.getState();
    return link !== null || isStaff;
  };
  const hold = (): void => {
    // Behind the way in, a question or a code nothing is to be found, by hand, key or ear.
    const isHeld = kiosk.store.getState().phase !== 'visiting' || isCovered();
    for (const part of document.querySelectorAll<HTMLElement>('#app')) part.inert = isHeld;
  };
  hold();
  kiosk.store.subscribe(hold);
  kiosk.page.subscribe(hold);
}
