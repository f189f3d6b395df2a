/** What one sees at a station of a guided tour is what the document says of it. */
import { expect } from 'vitest';
import type { TourStep } from '#document/tourSchema.ts';
import { addressOf, readAddress } from './address.ts';
import type { HeldTime } from './heldTime.ts';
import { EXHIBITION, hotspotOf, stepOf } from './script.ts';
import type { Station } from './walkTour.ts';

export async function expectStation(time: HeldTime, station: Station): Promise<void> {
  const { tour, index, count, language } = station;
  const { page } = time;
  const step = stepOf(tour, index);
  await time.eventually(() => readAddress(page)).toEqual(addressOf(station));
  await time.eventually(() => page.locator('.guide__name').textContent()).toBe(tour.label[language]);
  expect(await page.locator('.guide__line').getAttribute('value')).toBe(String(count));
  if (step.relic) await expectRelic(time, step, language);
  else if (step.measure) {
    await time
      .eventually(() => page.locator('.lengths__value').allTextContents())
      .toEqual([expect.stringMatching(TAPED)]);
  } else if (step.show !== undefined) {
    const label = hotspotOf(step, step.show)?.label[language];
    await time.eventually(() => page.locator('.panel__title').allTextContents()).toEqual([label]);
  } else expect(await page.locator('.panel').count()).toBe(0);
}

/** A length, and how far it can be trusted: of the one stretch of wall that the demonstration measures. */
const TAPED = /77\.\d\D+ ± 0\.\d/u;

async function expectRelic(time: HeldTime, step: TourStep, language: string): Promise<void> {
  const { hotspot = '', against, state = '', annotation } = step.relic ?? {};
  const { page } = time;
  const found = hotspotOf(step, hotspot);
  const model = EXHIBITION.assets.find(({ id }) => found?.kind === 'relic' && id === found.model);
  if (model?.kind !== 'model') throw new Error(`no model of "${hotspot}"`);
  await time
    .eventually(() => page.locator('.relic__view .panel__title').allTextContents())
    .toEqual([model.annotations?.find(({ id }) => id === annotation)?.label[language]]);
  const names = await page.locator('.relic__state').allTextContents();
  const wanted = [against, state].filter((id) => id !== undefined);
  if (!model.states) return expect(names).toEqual([]);
  expect(names).toEqual(
    wanted.map((id) => expect.stringContaining(model.states?.find((one) => one.id === id)?.label[language] ?? '')),
  );
}
