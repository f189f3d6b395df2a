/** The page around a picture, and every panel that opens beside it. */
import type { Page } from 'playwright-core';
import type { View } from './view.ts';

const HALL = 'at=hall-as-found&view=0,0,60';
const TERRACE = 'at=terrace-as-found&view=12,-3,55';

const panelOf = (kind: string, className: string = kind): View => ({
  name: `the panel "${kind}"`,
  at: `${HALL}&panel=${kind}`,
  shows: `.panel--${className}`,
});

const labelOf = (name: string, at: string): View => ({ name, at, shows: '.panel--label' });

async function look(page: Page, words: string): Promise<void> {
  await page.locator('.filter').fill(words);
}

const asked = (name: string, words: string, found: string): View => ({
  name,
  at: `${HALL}&panel=places`,
  shows: '.filter',
  press: async (page) => {
    await look(page, words);
    await page.locator(found).first().waitFor();
  },
  leave: (page) => look(page, ''),
});

/** Makes the first place a favourite, where it is none yet. */
async function keepOne(page: Page): Promise<void> {
  const heart = page.locator('.places .heart').first();
  if ((await heart.getAttribute('aria-pressed')) !== 'true') await heart.click();
  await page.locator('.favourites').waitFor();
}

export const PLACE_VIEWS: readonly View[] = [
  { name: 'a place', at: HALL, shows: '.place__name' },
  { name: 'a place that is conjecture', at: 'at=hall-restored&view=0,0,60', shows: '.made strong' },
  { name: 'a hall of relics', at: 'at=gallery', shows: '.hint' },
  panelOf('places'),
  {
    name: 'favourites to take along',
    at: `${HALL}&panel=places`,
    shows: '.places',
    press: async (page) => {
      await keepOne(page);
      const takeAlong = page.locator('.take-along');
      if ((await takeAlong.count()) === 0) await page.locator('.favourites .word').first().click();
      await takeAlong.waitFor();
    },
  },
  {
    name: 'favourites that a link brings',
    at: `${HALL}&panel=places&fav=hall-as-found/apsaras`,
    shows: '.favourites--offered',
    leave: (page) => page.locator('.favourites--offered button').last().click(),
  },
  asked('what was found', '飞天', '[role=option]'),
  {
    ...asked('what was found, chosen with the arrow keys', '飞天', '[role=option]'),
    press: async (page) => {
      await look(page, '飞天');
      await page.locator('[role=option]').first().waitFor();
      await page.locator('.filter').press('ArrowDown');
    },
  },
  asked('nothing found', 'zzqq', '.panel--places [role=status]:not(:empty)'),
  panelOf('plan'),
  {
    name: 'the plan with what was found',
    at: `${HALL}&panel=places`,
    shows: '.filter',
    press: async (page) => {
      await look(page, '飞天');
      await page.locator('.panel--places .word:has(+ [role=listbox])').click();
      await page.locator('.spot--lit').first().waitFor();
    },
    leave: async (page) => {
      await page.keyboard.press('Control+k');
      await look(page, '');
    },
  },
  labelOf('a wall label', `${HALL}&show=niche`),
  labelOf('a wall label with a picture', `${HALL}&show=caisson`),
  labelOf('the label of a relic', `${TERRACE}&show=relic-ritual-tripod`),
  labelOf('the label of a relic that rings', `${TERRACE}&show=relic-bronze-bell`),
  labelOf('the label of a relic with states', 'at=chamber-as-found&view=0,0,60&show=relic-celadon-vase'),
  panelOf('about'),
  {
    ...panelOf('access', 'about'),
    press: async (page) => {
      const closed = page.locator('.panel details:not([open]) summary');
      while ((await closed.count()) > 0) await closed.first().click();
    },
  },
  panelOf('transcript'),
  panelOf('sound'),
  panelOf('layers'),
  {
    name: 'layers with a lens',
    at: `${HALL}&with=restored,lens,4,-3,12&panel=layers`,
    shows: '.panel--layers [type=range]',
  },
  {
    name: 'layers with a curtain',
    at: `${HALL}&with=restored,curtain,0.5&panel=layers`,
    shows: '.panel--layers [type=range]',
  },
  { name: 'layers side by side', at: `${HALL}&with=line-drawing,side&panel=layers`, shows: '.panel--layers' },
  { name: 'hour and lamp', at: `${HALL}&light=dusk,lamp,0.8&panel=layers`, shows: '.panel--layers' },
  {
    name: 'only what was found',
    at: `${HALL}&only=found&panel=layers`,
    shows: '.panel--layers [role=switch][aria-checked=true]',
  },
  {
    name: 'a length at the wall',
    at: `${HALL}&panel=measure`,
    shows: '.measure__cross',
    press: async (page) => {
      const middle = page.locator('.panel--measure .action').first();
      await middle.click();
      await middle.click();
      await page.locator('.lengths__row').first().waitFor();
    },
  },
  { name: 'a wall brought closer', at: 'at=hall-as-found&view=-24,-5,60&wall=-60,0', shows: '.at-wall__facts' },
  {
    name: 'a wall brought closer, with layers',
    at: 'at=hall-as-found&view=-24,-5,60&wall=-60,0&panel=layers',
    shows: '.at-wall .panel--layers',
  },
];
