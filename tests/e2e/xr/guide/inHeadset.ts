/** A guided tour as it is seen in a headset: begun and led on by ray, read off the sheets that are drawn. */
import { expect } from 'vitest';
import { expectHeadsetStation } from './expectHeadsetStation.ts';
import type { HeldTime } from '../../guide/heldTime.ts';
import { bare, tourOf } from '../../guide/script.ts';
import { type TourEyes, type Walk, walkTour } from '../../guide/walkTour.ts';
import type { HeldHeadset } from './heldHeadset.ts';
import { drawnSheets, forgetSheets } from './sheetLog.ts';
import { sayIn } from './words.ts';

/** The menu, the list of places, the tour: by ray. */
export async function walkInHeadset(time: HeldTime, headset: HeldHeadset, how: Walk): Promise<void> {
  const { tourId, language } = how;
  const tour = tourOf(tourId);
  const { language: before } = await headset.state();
  await forgetSheets(time.page);
  await headset.openMenu(sayIn(before, 'controls.places'));
  if (before !== language) {
    await headset.turnPagesTo(sayIn(language, 'name'));
    await headset.pressOn(sayIn(language, 'name'));
    await headset.button('b-button');
    await headset.openMenu(sayIn(language, 'controls.places'));
  }
  await headset.pressOn(sayIn(language, 'controls.places'));
  await headset.pressOn(tour.label[language] ?? '');
  await walkTour(time, eyesInHeadset(time, headset), tour, how);
}

function eyesInHeadset(time: HeldTime, headset: HeldHeadset): TourEyes {
  const { page } = time;
  return {
    pace: { turningMs: 40, waitingMs: 40 },
    expectStation: (station) => expectHeadsetStation(time, headset, station),
    async expectCaptions({ index }, script) {
      const sheets = (await drawnSheets(page)).filter(({ isPanel, step }) => !isPanel && step === index + 1);
      const shown = sheets.map(({ lines }) => bare(lines.map(({ text }) => text).join('')));
      expect(inOrder(shown, script)).toEqual(script);
    },
    async choose({ language }, choices, choice) {
      for (const { label } of choices) await headset.comesToSay(label[language] ?? '');
      await headset.pressOn(choices[choice]?.label[language] ?? '');
    },
  };
}

/** What is heard without words stands above what is said, or alone on a sheet. */
const SOUND = /[\]〕]$/u;

/** The captions that the sheets show, one after the other; a sheet may be drawn again. What is no caption stands as it is. */
function inOrder(shown: readonly string[], script: readonly string[]): string[] {
  const seen: string[] = [];
  for (const sheet of shown) {
    if (SOUND.test(sheet) || sheet === '') continue;
    const last = seen.at(-1);
    if (last !== undefined && sheet.endsWith(bare(last))) continue;
    const next = script[seen.length];
    seen.push(next !== undefined && sheet.endsWith(bare(next)) ? next : sheet);
  }
  return seen;
}
