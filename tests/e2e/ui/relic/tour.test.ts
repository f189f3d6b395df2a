/** The relic's own tour: led by a clock that the test moves on, interrupted by the visitor's hand. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { launchBrowser } from '../../browser.ts';
import { eventually, focused } from '../openUi.ts';
import { reach } from './keys.ts';
import { openRoomSite, relicOf, type RoomSite } from './openRoom.ts';

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
beforeEach(async () => {
  page = await site.open(browser);
  await begin(page);
});
afterEach(async () => {
  await page.close();
  site.expectQuiet();
});

async function begin(on: Page): Promise<void> {
  await on.evaluate(() => {
    window.relicPage.commands.relic.open('vase');
    window.relicPage.arrive();
  });
  await on.locator('.rail').waitFor();
  await on.clock.install();
  await on.getByRole('button', { name: 'Tour', exact: true }).click();
  await on.locator('.tour').waitFor();
}

const step = async (on = page) => (await relicOf(on)).step;

describe('the tour of a relic', () => {
  it('goes on by itself from step to step, each with its light, cut and state, and ends in free hands', async () => {
    expect(await step()).toBe(0);
    expect(await page.locator('.tour__caption').innerText()).toMatch(/^A vase for a single branch/);
    expect(await page.locator('.tour__number').innerText()).toBe('1 of 3');
    await page.clock.fastForward(15_000);
    await eventually(() => step()).toBe(1);
    await page.getByRole('dialog', { name: 'Two nets of crackle' }).waitFor();
    // The document wants at least twenty seconds here.
    await page.clock.fastForward(15_000);
    expect(await step()).toBe(1);
    await page.clock.fastForward(6_000);
    await eventually(() => step()).toBe(2);
    expect(await relicOf(page)).toMatchObject({ surface: 'clay', states: { stateId: 'complete' } });
    expect(await page.locator('.relic__caption').innerText()).toContain('Conjecture');
    await page.clock.fastForward(20_000);
    await eventually(() => step()).toBeNull();
    expect((await relicOf(page)).annotationId).toBeNull();
    await page.locator('.rail').waitFor();
    const said = page.locator('.relic__view > [role=status].unseen');
    await eventually(() => said.textContent()).toContain('The tour has ended');
  });

  it('waits while the visitor turns the relic, and comes back to its step when asked to go on', async () => {
    await page.mouse.move(640, 360);
    await page.mouse.down();
    await page.mouse.move(700, 380, { steps: 4 });
    await page.mouse.up();
    await eventually(() => page.locator('.tour__waits').innerText()).toBe('The tour waits.');
    await page.clock.fastForward(60_000);
    expect(await step()).toBe(0);
    const { serial } = (await relicOf(page)).orbitRequest;
    await page.getByRole('button', { name: 'Go on' }).click();
    expect((await relicOf(page)).orbitRequest.serial).toBe(serial + 1);
    await page.clock.fastForward(15_000);
    await eventually(() => step()).toBe(1);
  });

  it.each([
    ['the wheel', (on: Page) => on.mouse.wheel(0, 80)],
    ['an arrow key', (on: Page) => on.keyboard.press('ArrowLeft')],
    ['the space bar', (on: Page) => on.keyboard.press('Space')],
  ])('is interrupted by %s, and the space bar goes on with it', async (_name, interrupt) => {
    await page.mouse.move(640, 360);
    await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
    await interrupt(page);
    await eventually(() => page.getByRole('button', { name: 'Go on' }).count()).toBe(1);
    await page.keyboard.press('Space');
    await eventually(() => page.getByRole('button', { name: 'Pause' }).count()).toBe(1);
  });

  it('is walked through by keyboard, and Escape ends it without leaving the relic', async () => {
    await reach(page, /^Next step$/);
    await page.keyboard.press('Enter');
    expect(await step()).toBe(1);
    await reach(page, /^Previous step$/, 'Shift+Tab');
    await page.keyboard.press('Enter');
    expect(await step()).toBe(0);
    await page.keyboard.press('Escape');
    expect(await step()).toBeNull();
    await page.clock.fastForward(100);
    await eventually(() => focused(page)).toBe('Tour');
  });

  it('leads just as well where less motion is wanted', async () => {
    const calm = await site.open(browser, { reducedMotion: true });
    await begin(calm);
    expect(await calm.locator('.tour__time').count()).toBe(0);
    await calm.clock.fastForward(15_000);
    await eventually(() => step(calm)).toBe(1);
    await calm.close();
  });
});
