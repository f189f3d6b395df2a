/** Guided tours in each of their states, with what they open and say. */
import type { Page } from 'playwright-core';
import type { View } from './view.ts';

const PATIENCE = { timeout: 60_000 };

async function leave(page: Page): Promise<void> {
  await page.evaluate(() => window.grotto?.guide('leave'));
}

/** Waits until the step is told of, then has the tour wait, so that what is said stays on the page. */
async function tell(page: Page): Promise<void> {
  await page.locator('.guide__main').click();
  await page.locator('.captions__one').first().waitFor(PATIENCE);
  await page.evaluate(() => window.grotto?.guide('pause'));
}

const told = (name: string, step: string, beside: string): View => ({
  name: `a guided tour ${name}, with captions`,
  at: `tour=${step}`,
  shows: '.guide__main',
  press: async (page) => {
    await tell(page);
    await page.locator(beside).first().waitFor(PATIENCE);
  },
  leave,
});

export const TOUR_VIEWS: readonly View[] = [
  { name: 'a guided tour that waits to begin', at: 'tour=three-caves,2', shows: '.guide__main', leave },
  told('at a label', 'three-caves,2', '.panel--label'),
  told('at a layer', 'left-and-guessed,2', '.made strong'),
  told('at the tape', 'left-and-guessed,3', '.panel--measure'),
  told('at a relic', 'three-caves,5', '.relic .rail'),
  {
    name: 'a guided tour that asks which way to go',
    at: 'tour=three-caves,4',
    shows: '.guide__main',
    press: async (page) => {
      await page.locator('.guide__main').click();
      await page.waitForFunction(
        async () => (await window.grotto?.guide('state'))?.phase === 'telling',
        null,
        PATIENCE,
      );
      await page.evaluate(() => window.grotto?.guide('next'));
      await page.locator('.guide__choice').first().waitFor(PATIENCE);
    },
    leave,
  },
  {
    name: 'the end of a guided tour',
    at: 'tour=three-caves,9',
    shows: '.guide__main',
    press: async (page) => {
      await page.evaluate(() => window.grotto?.guide('next'));
      await page.waitForFunction(async () => (await window.grotto?.guide('state'))?.phase === 'ended', null, PATIENCE);
    },
    leave,
  },
];
