import { expect } from 'vitest';
import { expectStation } from './expectStation.ts';
import type { HeldTime } from './heldTime.ts';
import { tourOf } from './script.ts';
import { keepLog, loggedCaptions, type Moment } from './tourLog.ts';
import { type TourEyes, type Walk, walkTour } from './walkTour.ts';

/** Whatever one is at on the page, the tour begins anew in this language and goes on to its end. */
export async function walkOnPage(time: HeldTime, how: Walk): Promise<Moment[]> {
  const { page } = time;
  const { tourId, language } = how;
  await page.evaluate(() => window.grotto?.guide('leave'));
  await time.eventually(() => page.locator('.captions__one[data-kind="speech"]').count()).toBe(0);
  // A label would lie over the languages.
  await page.keyboard.press('Escape');
  const state = await page.evaluate(() => window.grotto?.state());
  if (state?.language !== language) await page.locator(`.languages [lang="${language}"]`).click();
  await keepLog(page);
  await page.evaluate(([tour]) => window.grotto?.guide('start', { tour }), [tourId] as const);
  return walkTour(time, eyesOnPage(time), tourOf(tourId), how);
}

function eyesOnPage(time: HeldTime): TourEyes {
  const { page } = time;
  return {
    pace: { turningMs: 50, waitingMs: 16 },
    expectStation: (station) => expectStation(time, station),
    async expectCaptions({ index, language }, script) {
      const shown = (await loggedCaptions(page)).filter(({ step }) => step === index + 1);
      expect(shown.map(({ text }) => text)).toEqual(script);
      expect(new Set(shown.map((caption) => caption.language))).toEqual(new Set([language]));
    },
    async choose({ language }, choices, choice) {
      const ways = page.locator('.guide__choice');
      expect(await ways.allTextContents()).toEqual(choices.map(({ label }) => label[language]));
      await ways.nth(choice).click();
    },
  };
}
