/**
 * Puts the interface over the picture. Loaded after the first picture, so that nothing here is in its way: a chunk of
 * its own with its styles and typefaces.
 */
import { createRoot } from 'react-dom/client';
import { type Locale } from '#i18n/locale.ts';
import { loadLocale } from '#i18n/loadLocale.ts';
import { App } from './App.tsx';
import { UiContext } from './context.ts';
import type { UiOptions } from './ports.ts';
import { bindWithdrawal } from './withdraw.ts';
import './fonts/latin.css';
import './fonts/arabic.css';
import './base.css';
import './title.css';
import './chrome.css';
import './notice.css';
import './narrow.css';
import './panel.css';
import './plan.css';
import './find/find.css';
import './relic/door.css';

export interface UiHandle {
  unmount(): void;
}

/** Resolves once the interface stands in the visitor's language. */
export async function mountUi(options: UiOptions): Promise<UiHandle> {
  const { root: host, tour, baseUrl = document.baseURI, hasPicture = true } = options;
  const { store } = tour;
  let locale = await loadLocale(store.getState().language, store.getState().exhibition.wording);
  // A hundred slices of Han type are a long list; it comes when the rest stands, the slices as they are needed.
  void import('./fonts/han.css');

  const frame = document.createElement('main');
  frame.className = 'grotto-ui';
  host.append(frame);
  const root = createRoot(frame);
  const draw = () => {
    dressPage(locale, frame);
    root.render(
      <UiContext value={{ ...options, baseUrl, hasPicture, locale }}>
        {/* Whoever comes next finds nothing typed, opened or scrolled. */}
        <App key={store.getState().visitor} />
      </UiContext>,
    );
  };
  draw();
  // The static card of the page has done its work once this one is drawn in its place.
  requestAnimationFrame(() => document.getElementById('title-card')?.remove());

  let wish = 0;
  const unsubscribe = store.subscribe((state, before) => {
    if (state.visitor !== before.visitor) draw();
    if (state.language === before.language) return;
    const mine = ++wish;
    void loadLocale(state.language, state.exhibition.wording).then((loaded) => {
      // A slow answer must not undo a later choice.
      if (mine !== wish) return;
      locale = loaded;
      draw();
    });
  });
  let stopDebug = () => {};
  const { stats } = options;
  if (stats && new URLSearchParams(location.search).has('debug')) {
    const { mountDebug } = await import('./debug/mountDebug.ts');
    stopDebug = mountDebug(frame, stats, locale);
  }
  const unbind = bindWithdrawal(frame, options.liveView, () => {
    const { panel, isTitleOpen, guide } = store.getState();
    // A guided tour opens labels all the time; the chrome withdraws while it tells of them.
    return isTitleOpen || (panel !== null && guide?.phase !== 'telling');
  });
  return {
    unmount() {
      wish++;
      unsubscribe();
      unbind();
      stopDebug();
      root.unmount();
      frame.remove();
    },
  };
}

function dressPage(locale: Locale, frame: HTMLElement): void {
  for (const element of [document.documentElement, frame]) {
    element.lang = locale.tag;
    element.dir = locale.direction;
  }
}
