/** What a visit does over and over for as long as it stands: each part comes back to where it began. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import type { Exhibition } from '#document/schema.ts';
import { openVisit, type Visit, type VisitOptions } from '../visit.ts';
import { EmulatedHeadset, headsetScript } from '../xr/headset.ts';
import { countLiveObjects } from './liveObjects.ts';

export interface SoakPart {
  /** What is done in a round, and how often in a whole soak. */
  readonly name: string;
  readonly perRound: number;
  readonly rounds: number;
  open(browser: Browser): Promise<Visit>;
  /** So many times what the part does. */
  round(page: Page, times: number): Promise<void>;
}

const PATIENCE_MS = 120_000;
const DEMONSTRATION = path.resolve(import.meta.dirname, '../../../public/exhibition.json');
const { nodes } = JSON.parse(readFileSync(DEMONSTRATION, 'utf8')) as Exhibition;
const HALL = 'gallery';
const FIRST = 'hall-as-found';
const RELICS = (nodes.find(({ id }) => id === HALL)?.hotspots ?? [])
  .filter(({ kind }) => kind === 'relic')
  .map(({ id }) => id);
/** From the first place through all of them, round and round. */
const PLACES = [...nodes.map(({ id }) => id).filter((id) => id !== FIRST), FIRST];
/** Of the demonstration, which names none of its own. */
const IDLE_SECONDS = 91;
const ANSWER_SECONDS = 31;

export const SOAK_PARTS = {
  places: {
    name: 'changes of place',
    perRound: 20,
    rounds: 10,
    open: (browser) => open(browser, { path: `#at=${FIRST}&lang=en`, reducedMotion: true }),
    async round(page, times) {
      for (let time = 0; time < times; time++) {
        // The last one brings the round back to where it began.
        const id = time === times - 1 ? FIRST : (PLACES[time % PLACES.length] ?? FIRST);
        await page.evaluate((to) => window.grotto?.goTo(to), id);
        await rest(page);
      }
    },
  },
  relics: {
    name: 'relics taken up and put down',
    perRound: RELICS.length,
    rounds: Math.ceil(50 / RELICS.length),
    open: (browser) => open(browser, { path: `#at=${HALL}&lang=en`, reducedMotion: true }),
    async round(page, times) {
      for (let time = 0; time < times; time++) {
        await takeUp(page, HALL, RELICS[time % RELICS.length] ?? '');
        await putDown(page, HALL);
      }
    },
  },
  headset: {
    name: 'entries into VR',
    perRound: 1,
    rounds: 10,
    open: (browser) => open(browser, { path: `#at=${FIRST}&lang=en`, initScript: headsetScript() }),
    async round(page, times) {
      const headset = new EmulatedHeadset(page);
      for (let time = 0; time < times; time++) {
        await headset.enter();
        for (const yaw of [60, -60, 0]) await headset.turnHead({ yaw, pitch: 0 });
        // The menu and away with it.
        for (let press = 0; press < 2; press++) await headset.button('b-button');
        await headset.leave();
      }
      await rest(page);
    },
  },
  kiosk: {
    name: 'visitors of a kiosk who go away',
    perRound: 2,
    rounds: 10,
    open: (browser) => open(browser, { path: '?profile=kiosk', isTimed: true }),
    async round(page, times) {
      for (let time = 0; time < times; time++) await comeAndGo(page, IDLE_SECONDS, ANSWER_SECONDS);
    },
  },
} as const satisfies Record<string, SoakPart>;

export type SoakPartName = keyof typeof SOAK_PARTS;

/** Counts from the first script on. */
export const LIVE_OBJECTS = `(${countLiveObjects.toString()})();`;

async function open(browser: Browser, options: VisitOptions): Promise<Visit> {
  const visit = await openVisit(browser, {
    viewport: { width: 480, height: 300 },
    ...options,
    initScript: `${LIVE_OBJECTS}${options.initScript ?? ''}`,
  });
  visit.page.setDefaultTimeout(PATIENCE_MS);
  await visit.page.waitForFunction(() => window.grotto !== undefined);
  await visit.page.locator('.grotto-ui').first().waitFor({ state: 'attached' });
  if (!options.isTimed) await rest(visit.page);
  return visit;
}

const rest = (page: Page): Promise<void> => page.evaluate(() => window.grotto?.whenSharp());

async function follow(page: Page, hash: string): Promise<void> {
  await page.evaluate((to) => {
    location.hash = to;
  }, hash);
}

export async function takeUp(page: Page, place: string, relic: string): Promise<void> {
  await follow(page, `#at=${place}&relic=${relic}&lang=en`);
  await page.locator('.relic').waitFor({ state: 'attached' });
  await page.locator('.poster').waitFor({ state: 'detached' });
  await rest(page);
}

/** Or goes to that place. */
export async function putDown(page: Page, place: string): Promise<void> {
  await follow(page, `#at=${place}&lang=en`);
  await page.locator('.relic').waitFor({ state: 'detached' });
  await rest(page);
}

/** Somebody comes up to a kiosk, opens something and goes away, by a clock that is driven. */
export async function comeAndGo(page: Page, idleSeconds: number, answerSeconds: number): Promise<void> {
  const comesTo = (phase: string) => page.locator(`html[data-kiosk="${phase}"]`).waitFor({ state: 'attached' });
  const press = (selector: string): Promise<void> =>
    page
      .locator(selector)
      .first()
      .evaluate((element: HTMLElement) => element.click());
  await comesTo('attracting');
  await press('.attract');
  await press('.kiosk__choice');
  await comesTo('visiting');
  await press('.controls .word');
  await page.clock.fastForward(idleSeconds * 1_000);
  await comesTo('asking');
  await page.clock.fastForward(answerSeconds * 1_000);
  await comesTo('attracting');
}
