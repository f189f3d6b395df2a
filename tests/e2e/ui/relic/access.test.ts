/** Whether everybody can use the page around a relic: rules, languages, sizes, contrast. */
import axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../../browser.ts';
import { eventually } from '../openUi.ts';
import { openRoomSite, type RoomOptions, type RoomSite } from './openRoom.ts';

let browser: Browser;
let site: RoomSite;
let page: Page;

beforeAll(async () => {
  browser = await launchBrowser();
  site = await openRoomSite();
});
afterAll(async () => {
  await browser.close();
  await site.close();
});
afterEach(async () => {
  await page.close();
  site.expectQuiet();
});

async function takeUp(options: RoomOptions = {}): Promise<void> {
  page = await site.open(browser, { query: 'ar', ...options });
  await page.evaluate(() => window.relicPage.commands.relic.open('vase'));
  await page.locator('.rail').waitFor();
}

const TOOLS = ['label', 'details', 'states', 'light', 'surface', 'section', 'tape', 'size', 'take', 'motion'] as const;

async function findBreaches(): Promise<string[]> {
  return page.evaluate(async () => {
    const { axe: runner } = window as unknown as { axe: typeof axe };
    const { violations } = await runner.run({
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    });
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
  });
}

describe.each(['en', 'zh-Hans'] as const)('the page around a relic in %s', (language) => {
  it('breaks no rule of WCAG that axe can see, whatever is open', async () => {
    // Without motion nothing is half faded when it is looked at.
    await takeUp({ language, reducedMotion: true });
    await page.evaluate(axe.source);
    expect(await findBreaches(), 'on its way').toEqual([]);
    await page.evaluate(() => window.relicPage.arrive());
    expect(await findBreaches(), 'here').toEqual([]);
    for (const tool of TOOLS) {
      await page.locator(`#relic-tool-${tool}`).click();
      await page.locator('.panel--tool').waitFor();
      if (tool === 'section') await page.getByRole('switch').first().click();
      expect(await findBreaches(), tool).toEqual([]);
    }
    await page.evaluate(() => window.relicPage.commands.relic.openAnnotation('foot'));
    expect(await findBreaches(), 'a detail').toEqual([]);
    await page.evaluate(() => {
      window.relicPage.commands.relic.openAnnotation(null);
      window.relicPage.commands.relic.set({ states: { stateId: 'complete', otherId: 'as-found', curtain: 0.5 } });
      window.relicPage.commands.relic.measure([0, 0, 0]);
      window.relicPage.commands.relic.measure([0, 0.1, 0]);
    });
    await page.locator('#relic-tool-tape').click();
    expect(await findBreaches(), 'compared and measured').toEqual([]);
    await page.evaluate(() => window.relicPage.commands.relic.goToStep(1));
    expect(await findBreaches(), 'the tour').toEqual([]);
  });

  it('has one main heading, and everything to press has a name', async () => {
    await takeUp({ language });
    expect(await page.locator('h1:visible').count()).toBe(1);
    const nameless = await page
      .locator('.relic')
      .locator('button, input, select, a')
      .evaluateAll((elements) =>
        elements
          .filter((element) => {
            const labels = 'labels' in element ? (element as HTMLInputElement).labels : null;
            return !(element.getAttribute('aria-label') ?? labels?.[0]?.textContent ?? element.textContent).trim();
          })
          .map((element) => element.outerHTML),
      );
    expect(nameless).toEqual([]);
  });
});

describe('in Chinese', () => {
  it('everything of the interface is Chinese, and what the document lacks is marked with the language it is in', async () => {
    await takeUp({ language: 'zh-Hans' });
    await page.evaluate(() => window.relicPage.arrive());
    for (const tool of TOOLS) {
      await page.locator(`#relic-tool-${tool}`).click();
      await page.locator('.panel--tool').waitFor();
      const text = await page.locator('.relic').evaluate((relic) => {
        const clone = relic.cloneNode(true) as HTMLElement;
        for (const other of clone.querySelectorAll('[lang]:not([lang^=zh])')) other.remove();
        return clone.textContent;
      });
      expect(text.replace(/CC BY|CSV|STL|WebXR|Scene Viewer|glTF|MB|Turning/g, ''), tool).not.toMatch(/[A-Za-z]{3,}/);
    }
    await page.evaluate(() => window.relicPage.commands.relic.openAnnotation('foot'));
    const title = page.locator('.panel--tool .panel__title');
    await eventually(() => title.innerText()).toBe('The bare foot');
    expect(await title.getAttribute('lang')).toBe('en');
    expect(await page.locator('.panel--tool .prose p').getAttribute('lang')).toBe('en');
  });

  it('one tap changes the language, and the relic stays in the visitor’s hands as it is', async () => {
    await takeUp();
    await page.evaluate(() => window.relicPage.commands.relic.set({ surface: 'clay' }));
    await page.getByRole('button', { name: '简体中文' }).click();
    await page.getByRole('button', { name: '返回卧佛窟' }).waitFor();
    expect(await page.evaluate(() => window.relicPage.relic()?.surface)).toBe('clay');
  });
});

describe('on every size of page', () => {
  const SIZES = [
    { name: 'a desk', viewport: { width: 1280, height: 720 }, isTouch: false, least: 24 },
    { name: 'a phone', viewport: { width: 390, height: 844 }, isTouch: true, least: 44 },
    { name: 'a phone on its side', viewport: { width: 844, height: 430 }, isTouch: true, least: 44 },
    { name: 'a small tablet', viewport: { width: 800, height: 600 }, isTouch: true, least: 44 },
    { name: 'a kiosk', viewport: { width: 1080, height: 1920 }, isTouch: true, least: 44 },
    { name: '400 % zoom', viewport: { width: 320, height: 256 }, isTouch: false, least: 24 },
  ] as const;

  it.each(SIZES)('$name: nothing lies over what one presses, and it is large enough', async (size) => {
    await takeUp({ ...size, reducedMotion: true, language: 'en' });
    await page.evaluate(() => window.relicPage.arrive());
    for (const tool of [null, ...TOOLS] as const) {
      if (tool) await page.locator(`#relic-tool-${tool}`).click();
      await checkTargets(size.least, tool ?? 'nothing open');
    }
    await page.evaluate(() => window.relicPage.commands.relic.goToStep(1));
    await page.locator('.tour').waitFor();
    await checkTargets(size.least, 'the tour');
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width).toBeLessThanOrEqual(size.viewport.width);
  });

  /** A real press would reach every control; those in a panel once it has been scrolled there. */
  async function checkTargets(least: number, state: string): Promise<void> {
    await settle();
    const wrong = await page.locator('.relic').evaluate(
      async (relic, { atLeast }) => {
        const found: string[] = [];
        const pressable = 'button, select, input[type=range], label.choice__option, a.action';
        for (const element of relic.querySelectorAll<HTMLElement>(pressable)) {
          if (element.closest('.unseen') || element.getClientRects().length === 0) continue;
          element.scrollIntoView({ block: 'nearest' });
          const { left, top, width, height } = element.getBoundingClientRect();
          const name = element.getAttribute('aria-label') ?? element.textContent;
          if (width < atLeast || height < atLeast) found.push(`${name}: ${width} × ${height}`);
          const at = document.elementFromPoint(left + width / 2, top + height / 2);
          if (!at || !element.contains(at)) found.push(`${name}: beneath ${at?.outerHTML.slice(0, 80) ?? 'nothing'}`);
        }
        return found;
      },
      { atLeast: least },
    );
    expect(wrong, state).toEqual([]);
  }

  /** What follows the size of panels has followed. */
  async function settle(): Promise<void> {
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
  }

  it('a kiosk: everything to press is in the lower part and away from the edge', async () => {
    await takeUp({ viewport: { width: 1080, height: 1920 }, isTouch: true, reducedMotion: true });
    await page.locator('#relic-tool-light').click();
    await settle();
    // What scrolls can be scrolled up.
    const outside = await page
      .locator('.relic button:visible:not(.panel__body *)')
      .evaluateAll((buttons) =>
        buttons
          .map((button) => ({ name: button.textContent, ...button.getBoundingClientRect().toJSON() }))
          .filter(({ left, right, top, bottom }) => top < 768 || bottom > 1824 || left < 54 || right > 1026),
      );
    expect(outside).toEqual([]);
  });

  it('a phone: the relic stays in view above the sheet', async () => {
    await takeUp({ viewport: { width: 390, height: 844 }, isTouch: true, reducedMotion: true });
    await page.evaluate(() => window.relicPage.arrive());
    for (const tool of TOOLS) {
      await page.locator(`#relic-tool-${tool}`).click();
      await page.locator('.panel--tool').waitFor();
      await settle();
      const { top, bottom } = await page.evaluate(() => window.relicPage.insets.at(-1) ?? { top: NaN, bottom: NaN });
      expect(844 - top - bottom, tool).toBeGreaterThan(200);
    }
  });
});
