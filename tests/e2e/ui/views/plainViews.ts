/**
 * What stands on pages of its own, each opened anew: the title card, and what is said where something is missing. None
 * of them needs a picture, so none is drawn.
 */
import type { Browser, Page } from 'playwright-core';
import { openVisit, type Visit } from '../../visit.ts';
import { LANGUAGES, type Setting, THEMES } from './themes.ts';

interface PlainView {
  readonly name: string;
  /** What follows the site's root; the language is added. */
  readonly path: string;
  readonly shows: string;
  /** Whether it takes its language from the browser, having no address of its own. */
  readonly isOutside?: boolean;
}

export const PLAIN_VIEWS: readonly PlainView[] = [
  { name: 'the title card', path: '?play=interface#', shows: '.title-card.is-live' },
  { name: 'a browser that cannot draw', path: '?play=interface#at=hall-as-found', shows: '.notice--low' },
  {
    name: 'a place that cannot be shown, from a wrong address',
    path: '?play=interface#at=nowhere&show=nothing',
    shows: '#broken-heading',
  },
  { name: 'no exhibition', path: '?without', shows: 'main.title-card h1', isOutside: true },
  { name: 'a second screen', path: 'app/labels.html', shows: '#waiting', isOutside: true },
];

/** The demonstration in all languages, with a place that is described wrongly; or none where the address says so. */
const DOCUMENT = `window.fetch = new Proxy(window.fetch, {
  async apply(target, self, args) {
    const response = await Reflect.apply(target, self, args);
    if (!String(args[0]).endsWith('/exhibition.json')) return response;
    if (location.search === '?without') return new Response('{}');
    const { nodes, ...rest } = await response.json();
    const broken = { id: 'nowhere', label: { en: 'Nowhere' }, asset: 'none' };
    return new Response(JSON.stringify({ ...rest, nodes: [...nodes, broken], languages: ${JSON.stringify(LANGUAGES)} }));
  },
});`;

export function openPlain(browser: Browser): Promise<Visit> {
  return openVisit(browser, {
    path: 'app/labels.html',
    viewport: { width: 960, height: 540 },
    reducedMotion: true,
    initScript: DOCUMENT,
  });
}

export async function showPlain(
  page: Page,
  baseUrl: string,
  { path, shows, isOutside = false }: PlainView,
  { language, theme }: Setting,
): Promise<void> {
  await page.emulateMedia(THEMES[theme]);
  // An address that differs behind its # alone would not be opened anew.
  await page.goto('about:blank');
  await page.goto(`${baseUrl}${path}${isOutside ? '' : `&lang=${language}`}`);
  await page.locator(shows).first().waitFor({ timeout: 90_000 });
  if (!isOutside)
    await page.waitForFunction((tag) => document.documentElement.lang === tag, language, { timeout: 60_000 });
}
