/** Whatever a visitor may have on the page, in every language, under every theme, with a pointer, a finger and enlarged. */
import type { Browser, CDPSession } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../browser.ts';
import type { Visit } from '../visit.ts';
import { examine } from './views/examine.ts';
import { findBreaches } from './views/findBreaches.ts';
import { look, openViews, VIEWS } from './views/openViews.ts';
import { PLACE_VIEWS } from './views/placeViews.ts';
import { RELIC_VIEWS } from './views/relicViews.ts';
import { TOUR_VIEWS } from './views/tourViews.ts';
import { openPlain, PLAIN_VIEWS, showPlain } from './views/plainViews.ts';
import { dealOut, SETTINGS } from './views/themes.ts';

const TABLES = { place: PLACE_VIEWS, tour: TOUR_VIEWS, relic: RELIC_VIEWS } as const;

let browser: Browser;
let visit: Visit;
let device: CDPSession;

beforeAll(async () => {
  browser = await launchBrowser();
  visit = await openViews(browser);
  device = await visit.context.newCDPSession(visit.page);
});
afterEach(() => visit.expectQuiet());
afterAll(() => browser.close());

describe('what a visitor may have on the page', () => {
  it('is dealt out so that every view is looked at, in every language and theme', () => {
    const dealt = dealOut(VIEWS);
    expect(dealt.map(({ view }) => view)).toEqual(VIEWS);
    expect(new Set(VIEWS.map(({ name }) => name)).size).toBe(VIEWS.length);
    expect(new Set(dealt.map(({ setting }) => setting)).size).toBe(SETTINGS.length);
  });

  it.each(['place', 'tour', 'relic'] as const)(
    'breaks no rule, is in order, large enough, never cut off: %s',
    async (table) => {
      const wanted = TABLES[table];
      for (const { view, setting } of dealOut(VIEWS).filter((dealt) => wanted.includes(dealt.view))) {
        const faults = await look(visit.page, view, setting, () => examine(visit.page, device));
        expect.soft(faults, `${view.name}, ${setting.language}, ${setting.theme}`).toEqual([]);
      }
    },
  );
});

describe('what stands on a page of its own', () => {
  it('breaks no rule', async () => {
    const plain = await openPlain(browser);
    for (const { view, setting } of dealOut(PLAIN_VIEWS)) {
      await showPlain(plain.page, plain.baseUrl, view, setting);
      expect.soft(await findBreaches(plain.page), `${view.name}, ${setting.language}, ${setting.theme}`).toEqual([]);
    }
    await plain.close();
    plain.expectQuiet();
  });
});
