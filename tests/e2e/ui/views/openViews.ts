/** Pages for the tables of views: the demonstration, in every language of the interface. */
import type { Browser, Page } from 'playwright-core';
import { openVisit, type Visit, type VisitOptions } from '../../visit.ts';
import { PLACE_VIEWS } from './placeViews.ts';
import { RELIC_VIEWS } from './relicViews.ts';
import { LANGUAGES, type Setting, THEMES } from './themes.ts';
import { TOUR_VIEWS } from './tourViews.ts';
import { showView, type View } from './view.ts';

/** Of the page with its picture, in an order in which little has to be loaded anew. */
export const VIEWS: readonly View[] = [...PLACE_VIEWS, ...TOUR_VIEWS, ...RELIC_VIEWS];

/** The demonstration has its own texts in two languages; the interface around them has six. */
const SPEAKS_ALL = `window.fetch = new Proxy(window.fetch, {
  async apply(target, self, args) {
    const response = await Reflect.apply(target, self, args);
    if (!String(args[0]).endsWith('/exhibition.json')) return response;
    const languages = ${JSON.stringify(LANGUAGES)};
    return new Response(JSON.stringify({ ...(await response.json()), languages }));
  },
});`;

export async function openViews(browser: Browser, options: VisitOptions = {}): Promise<Visit> {
  const visit = await openVisit(browser, {
    path: '#at=hall-as-found&view=0,0,60&lang=en',
    viewport: { width: 960, height: 540 },
    // The page is as large as any; the picture behind it, which nobody looks at here, costs little.
    dpr: 0.25,
    // Nothing is half faded when it is looked at.
    reducedMotion: true,
    initScript: SPEAKS_ALL,
    ...options,
  });
  await visit.page.locator('.grotto-ui .place__name').waitFor({ state: 'attached', timeout: 90_000 });
  return visit;
}

/** Shows a view as a visitor with such a device has it, looks, and leaves nothing behind. */
export async function look<T>(page: Page, view: View, { language, theme }: Setting, see: () => Promise<T>): Promise<T> {
  await page.emulateMedia(THEMES[theme]);
  await showView(page, view, language);
  const seen = await see();
  await view.leave?.(page);
  return seen;
}
