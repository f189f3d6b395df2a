/** Both guided tours of the demonstration, from the first station to the last, against the document. */
import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { GuideState } from '#app/scriptApi/api.ts';
import type { Exhibition } from '#document/schema.ts';
import type { Tour, TourStep } from '#document/tourSchema.ts';
import { cuesOf } from '#tour/captions/cues.ts';
import { tellingOf } from '#tour/guide/tellingOf.ts';
import { launchBrowser } from './browser.ts';
import { openVisit, type Visit } from './visit.ts';

const EXHIBITION = JSON.parse(
  readFileSync(new URL('../../public/exhibition.json', import.meta.url), 'utf8'),
) as Exhibition;

let browser: Browser;
let visit: Visit | null = null;

beforeAll(async () => {
  browser = await launchBrowser();
});
afterEach(async () => {
  const last = visit;
  visit = null;
  await last?.close();
  last?.expectQuiet();
});
afterAll(() => browser.close());

const guide = (page: Page): Promise<GuideState | null> =>
  page.evaluate(async () => (await window.grotto?.guide('state')) ?? null);

async function comesTo(page: Page, step: number, phase: string): Promise<void> {
  await expect.poll(async () => guide(page), { timeout: 45_000, interval: 150 }).toMatchObject({ step, phase });
}

/** Captions are parted into lines, and lose the spaces at their ends. */
const bare = (text: string): string => text.replace(/\s+/gu, '');

/** What one sees at a station is what the document says of it. */
async function expectStep(page: Page, step: TourStep): Promise<void> {
  const state = await page.evaluate(async () => await window.grotto?.state());
  const hash = new URLSearchParams(new URL(page.url()).hash.slice(1));
  expect(state?.nodeId).toBe(step.at);
  const caption = (await guide(page))?.caption ?? '';
  const { language = '' } = state ?? {};
  const { text, silentSeconds } = tellingOf(step, { exhibition: EXHIBITION, language });
  expect(text).toBe(step.narration[language]);
  const cues = cuesOf(text, language, silentSeconds).map((cue) => cue.text);
  expect(cues).toContain(caption);
  expect(cues.map(bare).join('')).toBe(bare(text));
  if (step.look && !step.relic) {
    expect(Math.cos((((state?.view.yaw ?? 0) - step.look.yaw) * Math.PI) / 180)).toBeCloseTo(1, 4);
    expect(state?.view.pitch).toBeCloseTo(step.look.pitch ?? 0, 1);
  }
  const label = step.show === undefined ? null : { kind: 'hotspot', hotspotId: step.show };
  expect(state?.panel).toEqual(step.measure ? { kind: 'measure' } : label);
  expect(hash.get('relic')).toBe(step.relic?.hotspot ?? null);
  expect(hash.get('with')?.split(',').slice(0, 2) ?? null).toEqual(
    step.layers ? [step.layers.layer, step.layers.mode] : null,
  );
  expect(hash.get('light')?.includes('lamp') ?? false).toBe((step.light?.lamp ?? 0) > 0);
}

async function runThrough(page: Page, tour: Tour, choices: readonly string[]): Promise<void> {
  await page.evaluate((id) => window.grotto?.guide('start', { tour: id }), tour.id);
  const wanted = [...choices];
  for (let index = 0; index < tour.steps.length;) {
    const step = tour.steps[index];
    if (!step) throw new Error(`"${tour.id}" has no step ${index}`);
    await comesTo(page, index + 1, 'telling');
    await expectStep(page, step);
    expect(new URL(page.url()).hash).toContain(`tour=${tour.id},${index + 1}`);
    const to = step.choices ? wanted.shift() : step.next;
    await page.keyboard.press('n');
    if (step.choices) {
      await comesTo(page, index + 1, 'choosing');
      const choice = step.choices.findIndex((one) => one.to === to);
      await page.locator('.guide__choice').nth(choice).click();
    }
    index = to === undefined ? index + 1 : tour.steps.findIndex(({ id }) => id === to);
  }
  await expect.poll(async () => (await guide(page))?.phase, { timeout: 20_000 }).toBe('ended');
}

const tourOf = (id: string): Tour => {
  const tour = EXHIBITION.tours?.find((one) => one.id === id);
  if (!tour) throw new Error(`no tour "${id}"`);
  return tour;
};

describe('guided tours of the demonstration', () => {
  it('runs on the page in English, is left alone while one looks around, and goes on', async () => {
    visit = await openVisit(browser, { path: '#lang=en', viewport: { width: 640, height: 360 } });
    const { page } = visit;
    await page.getByRole('button', { name: /^Guided tour/ }).click();
    await comesTo(page, 1, 'telling');
    await page.keyboard.press('ArrowRight', { delay: 400 });
    await expect.poll(async () => guide(page)).toMatchObject({ phase: 'paused', pause: 'interrupted' });
    await page.keyboard.press('p');
    await comesTo(page, 1, 'telling');
    await expectStep(page, tourOf('three-caves').steps[0] as TourStep);
    await runThrough(page, tourOf('three-caves'), ['jade']);
  });

  it('runs on a kiosk in Chinese from a station that an address names', async () => {
    visit = await openVisit(browser, {
      path: '#tour=left-and-guessed,2&lang=zh-Hans',
      viewport: { width: 540, height: 960 },
    });
    const { page } = visit;
    await page.getByRole('button', { name: '开始' }).click();
    await comesTo(page, 2, 'telling');
    await runThrough(page, tourOf('left-and-guessed'), ['vase']);
  });
});
