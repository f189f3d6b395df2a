/** No text of the page is cut off, runs over or was forgotten, in a long language and in one read from the right. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { writeCheckeredRoom } from '../../fixtures/checkeredRoom.ts';
import { accent, makePseudo, turnAround } from '../../fixtures/pseudoLocale.ts';
import { eventually } from './openUi.ts';
import { useVisits } from './useVisits.ts';

const english = JSON.parse(
  readFileSync(new URL('../../../src/i18n/locales/en.json', import.meta.url), 'utf8'),
) as Record<string, string>;
const folder = mkdtempSync(path.join(tmpdir(), 'grotto-pseudo-'));
const openVisit = useVisits();

beforeAll(async () => {
  await writeCheckeredRoom(folder, 512);
  const file = path.join(folder, 'exhibition.json');
  const exhibition = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
  exhibition['languages'] = ['en', 'zh-Hans', 'ja', 'fr', 'en-XA', 'ar-XB'];
  exhibition['wording'] = {
    'en-XA': makePseudo(english, accent, 'ltr'),
    'ar-XB': makePseudo(english, turnAround, 'rtl'),
  };
  const say = (words: string) => ({ en: words });
  const steps = [
    { at: 'room', narration: say('A wall of squares.'), choices: [{ label: say('The other wall'), to: 'end' }] },
    { id: 'end', at: 'room', narration: say('A grey wall.') },
  ];
  exhibition['tours'] = [
    { id: 'walk', label: say('A walk'), steps },
    { id: 'short', label: say('A short walk'), steps: [{ at: 'room', narration: say('A wall of squares.') }] },
  ];
  writeFileSync(file, JSON.stringify(exhibition));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Texts that are seen and neither the interface's (between brackets) nor the exhibition's. */
function findForgotten(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const own =
      /^(A checkered room|The room|As found|A (short )?walk|The other wall|A wall of squares\.|A grey wall\.|\d+ seconds?|Whitewashed|CC0.*|Public Domain.*|Creative Commons.*|No Rights Reserved|[\d\W]*)$/;
    const found: string[] = [];
    const walker = document.createTreeWalker(document.querySelector('.grotto-ui')!, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const { parentElement: parent, textContent } = walker.currentNode;
      const text = (textContent ?? '').trim();
      if (
        !parent?.checkVisibility() ||
        parent.closest('select, [inert], .take-along__link, dt[lang]') ||
        own.test(text)
      )
        continue;
      // What was looked for is marked within a name.
      if (own.test(parent.closest('.result__name')?.textContent ?? text)) continue;
      // A sentence may stand in several nodes; its brackets are then at its ends.
      const whole = (parent.closest('p, button, h1, h2, h3, dt, dd, label, legend, li, span') ?? parent).textContent;
      if (!/\[/.test(text) && !/\[.*\]/su.test(whole)) found.push(text);
    }
    return found;
  });
}

/** Controls whose words do not fit into them, or that reach beyond the window. */
function findCut(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found: string[] = [];
    if (document.documentElement.scrollWidth > innerWidth) found.push('the page');
    for (const element of document.querySelectorAll<HTMLElement>(
      '.grotto-ui :is(button, select, h1, h2, h3, label, dt)',
    )) {
      if (!element.checkVisibility() || element.closest('.unseen, [inert]')) continue;
      const { left, right, width } = element.getBoundingClientRect();
      if (width === 0) continue;
      const name = `${element.tagName} .${element.className} ${element.textContent.slice(0, 40)}`;
      if (element.scrollWidth > element.clientWidth + 1 && getComputedStyle(element).display !== 'inline')
        found.push(`${name}: ${element.scrollWidth} in ${element.clientWidth}`);
      if (left < -1 || right > innerWidth + 1) found.push(`${name}: ${left} to ${right}`);
    }
    return found;
  });
}

it('shows nothing but its own language and lets no word run over, narrow and wide', async () => {
  const page = await openVisit({
    exhibition: folder,
    path: '#lang=en-XA',
    viewport: { width: 390, height: 844 },
    dpr: 1,
  });
  const look = async (where: string): Promise<void> => {
    for (const viewport of [
      { width: 390, height: 844 },
      { width: 1280, height: 720 },
    ]) {
      await page.setViewportSize(viewport);
      const at = `${where}, ${viewport.width} px`;
      expect(await findForgotten(page), at).toEqual([]);
      expect(await findCut(page), at).toEqual([]);
    }
  };
  await page.locator('.title-card.is-live').or(page.locator('.place__name')).first().waitFor();
  if (await page.locator('.title-card__enter').first().isVisible()) {
    await look('title card');
    await page.locator('.title-card__enter').first().click();
  }
  for (const [language, direction] of [
    ['en-XA', 'ltr'],
    ['ar-XB', 'rtl'],
  ] as const) {
    await page.locator('.corner select').selectOption(language);
    await eventually(() => page.evaluate(() => document.documentElement.dir)).toBe(direction);
    await look(`${language}, place`);
    for (const panel of ['.controls .word:first-child', '.controls .word:last-child', '.controls .word:nth-child(2)']) {
      await page.locator(panel).click();
      await page.locator('.panel').waitFor();
      await look(`${language}, ${panel}`);
      await page.keyboard.press('Escape');
      await page.locator('.panel').waitFor({ state: 'detached' });
    }
    await page.locator('.controls .word:first-child').click();
    await page.locator('.filter').fill('room');
    await page.locator('.results').first().waitFor();
    await look(`${language}, found`);
    await page.locator('.filter').fill('');
    const heart = page.locator('.places .heart');
    if ((await heart.getAttribute('aria-pressed')) !== 'true') await heart.click();
    await page.locator('.favourites .word').first().click();
    await page.locator('.take-along').waitFor();
    await look(`${language}, favourites`);
    await page.keyboard.press('Escape');
    // The panels that others lead to.
    await page.locator('.controls .word:last-child').click();
    await page.locator('.panel .action').click();
    await page.locator('.panel--sound').waitFor();
    await look(`${language}, sound`);
    await page.keyboard.press('Escape');
    await page.locator('.controls .word:last-child').click();
    await page.locator('.panel--about button.word').last().click();
    await page.getByRole('switch').first().waitFor();
    await look(`${language}, access`);
    await page.locator('.panel button.word').first().click();
    await page.locator('.panel--transcript').waitFor();
    await look(`${language}, transcript`);
    await page.keyboard.press('Escape');
    await page.locator('.controls .word:first-child').click();
    await page.locator('.guide-list__tour').first().click();
    await page.locator('.guide__bar').waitFor();
    await look(`${language}, guided tour`);
    await page.locator('.guide__buttons .round').last().click();
    // Left looks left whichever way one reads.
    await page.setViewportSize({ width: 1280, height: 720 });
    if ((await page.locator('.pad__left').count()) === 0) await page.locator('.pad__toggle').click();
    const [left, right] = await Promise.all(['left', 'right'].map((way) => page.locator(`.pad__${way}`).boundingBox()));
    expect(left!.x).toBeLessThan(right!.x);
  }
}, 180_000);
