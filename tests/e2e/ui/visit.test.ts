import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../browser.ts';
import type { Visit, VisitOptions } from '../visit.ts';
import { eventually, FIRST_PLACE, focused, follow, openUi, tabTo } from './openUi.ts';

let browser: Browser;
/** One visit for all tests that need nothing special: opening one takes a small machine seconds. */
let shared: Visit;
let own: Visit | null = null;

beforeAll(async () => {
  browser = await launchBrowser();
  shared = await openUi(browser);
});
afterAll(() => browser.close());
afterEach(async () => {
  const last = own;
  own = null;
  await last?.close();
  last?.expectQuiet();
  shared.expectQuiet();
});

async function open(options: VisitOptions) {
  own = await openUi(browser, options);
  return own.page;
}

/** The shared visit at an address, with the focus nowhere. */
async function arrive(hash = FIRST_PLACE) {
  const { page } = shared;
  await follow(page, hash);
  const hasPanel = /panel=|show=/.test(hash);
  await eventually(() => page.getByRole('dialog').count()).toBe(hasPanel ? 1 : 0);
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  return page;
}

describe('the title card', () => {
  it('is taken over from the page, has the focus on its button, and opens the visit by Enter', async () => {
    const page = await open({ path: '' });
    const card = page.locator('.title-card');
    await eventually(() => card.count()).toBe(1);
    expect(await card.getAttribute('class')).toContain('is-live');
    expect(await card.textContent()).toContain('Synthetic');
    expect(await card.textContent()).toContain('CC0');
    expect(await focused(page)).toBe('Enter');
    await page.keyboard.press('Enter');
    await eventually(() => card.count()).toBe(0);
    expect(await page.locator('.place__name').isVisible()).toBe(true);
  });
});

describe('panels', () => {
  it.each(['Places', 'Plan', 'About'])(
    '%s opens with focus inside; Escape closes it and gives the focus back',
    async (name) => {
      const page = await arrive();
      const opener = page.locator('.grotto-ui').getByRole('button', { name, exact: true });
      await opener.focus();
      await page.keyboard.press('Enter');
      const panel = page.getByRole('dialog');
      await panel.waitFor();
      expect(await panel.evaluate((element) => element.contains(document.activeElement))).toBe(true);
      await page.keyboard.press('Escape');
      await eventually(() => panel.count()).toBe(0);
      expect(await focused(page)).toBe(name);
    },
  );

  it('a wall label opened by keyboard returns the focus to the thing it speaks of', async () => {
    const page = await arrive();
    await tabTo(page, /^The niche/);
    await page.keyboard.press('Enter');
    const label = page.getByRole('dialog', { name: 'The niche' });
    await label.waitFor();
    expect(await label.textContent()).toContain('cross-legged');
    await page.keyboard.press('Escape');
    await eventually(() => label.count()).toBe(0);
    expect(await focused(page)).toMatch(/^The niche/);
  });

  it('are entries of the history: Back closes them', async () => {
    const page = await arrive();
    await page.getByRole('button', { name: 'Plan', exact: true }).click();
    await page.getByRole('dialog', { name: 'Plan' }).waitFor();
    expect(page.url()).toContain('panel=plan');
    await page.goBack();
    await eventually(() => page.getByRole('dialog').count()).toBe(0);
  });

  it('a new place on the plan is where one then is', async () => {
    const page = await arrive('#at=hall-as-found&panel=plan&lang=en');
    await page.getByRole('dialog').getByRole('button', { name: 'The hall by lamplight' }).click();
    await eventually(() => page.url()).toContain('at=hall-lamp-light');
    expect(await page.getByRole('dialog', { name: 'Plan' }).count()).toBe(1);
  });
});

describe('the language', () => {
  it('changes everywhere with one tap, and in the address', async () => {
    const page = await arrive('#at=hall-as-found&panel=places&lang=en');
    await page.getByRole('button', { name: '简体中文' }).click();
    await page.getByRole('dialog', { name: '各处' }).waitFor();
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('zh-Hans');
    expect(await page.title()).toBe('千佛石室 · 彩绘石窟');
    await eventually(() => page.url()).toContain('lang=zh-Hans');
    const latin = await page.locator('.grotto-ui').innerText();
    // What is left of Latin letters: the other language's name and the compass of none.
    expect(latin.replace(/English|Grotto/g, '')).not.toMatch(/[A-Za-z]{3,}/);
  });
});

describe('a visit by keyboard alone', () => {
  it('goes on to another place, is told where it is, and comes back', async () => {
    const page = await arrive();
    await tabTo(page, /^As it may have been/);
    await page.keyboard.press('Enter');
    await eventually(() => page.locator('.place__name').innerText()).toBe('The hall, conjecturally restored');
    await eventually(() => page.locator('[aria-live=polite][role=status]').first().textContent()).toContain(
      'You are in The hall, conjecturally restored, facing',
    );
    expect(await page.locator('.made').innerText()).toContain('Restoration');
    await page.goBack();
    await eventually(() => page.locator('.place__name').innerText()).toBe('Hall of a Thousand Buddhas');
  });

  it('turns the view to what has the focus', async () => {
    const page = await arrive();
    await tabTo(page, /^Caisson/);
    await eventually(async () => (await page.evaluate(() => window.grotto?.state()))?.view.pitch).toBeCloseTo(80, 0);
    await eventually(() => page.url()).toMatch(/view=-?[\d.]+,80,/);
  });

  it('looks around with the buttons', async () => {
    const page = await arrive();
    const pitch = async () => (await page.evaluate(() => window.grotto?.state()))?.view.pitch ?? NaN;
    // What the address asked for must have been reached.
    await eventually(pitch).toBeCloseTo(0, 1);
    const yaw = async () => (await page.evaluate(() => window.grotto?.state()))?.view.yaw ?? NaN;
    const before = await yaw();
    await page.getByRole('button', { name: 'Look right' }).focus();
    await page.keyboard.press('Enter', { delay: 300 });
    await eventually(yaw).toBeGreaterThan(before + 0.2);
  });
});

describe('an address', () => {
  it('opens on the exact view it was copied at', async () => {
    const page = await open({ path: '#at=hall-line-drawing&view=-123.456,7.891,41.5&lang=en' });
    const state = await page.evaluate(() => window.grotto?.state());
    expect(state?.nodeId).toBe('hall-line-drawing');
    expect(state?.view.yaw).toBeCloseTo(-123.456, 2);
    expect(state?.view.pitch).toBeCloseTo(7.891, 2);
    expect(state?.view.fov).toBeCloseTo(41.5, 2);
  });

  it('that names what is not here leads to the start and says so', async () => {
    const page = await open({ path: '#at=https://elsewhere.invalid/x.json&lang=en' });
    if ((await page.locator('.title-card').count()) > 0) await page.keyboard.press('Escape');
    await eventually(() => page.locator('.toast').innerText()).toContain('not in this exhibition');
    expect(page.url()).not.toContain('elsewhere');
  });
});

describe('the chrome', () => {
  it('withdraws while the picture is dragged, keeps the synthetic label, and returns at a key', async () => {
    const page = await arrive();
    const mode = () => page.locator('.grotto-ui').getAttribute('data-chrome');
    await page.mouse.move(640, 300);
    await page.mouse.down();
    await page.mouse.move(700, 320, { steps: 4 });
    expect(await mode()).toBe('withdrawn');
    expect(await page.locator('.made').evaluate((element) => getComputedStyle(element).opacity)).toBe('1');
    await page.mouse.up();
    await page.keyboard.press('Shift');
    expect(await mode()).toBe('present');
  });
});

describe('the overlay of ?debug', () => {
  it('shows what drawing costs, and the query stays in the address', async () => {
    const page = await open({ path: `?debug#at=hall-as-found` });
    await eventually(() => page.locator('.debug').innerText()).toMatch(/drawCalls \d/);
    expect(page.url()).toContain('?debug#');
  });
});
