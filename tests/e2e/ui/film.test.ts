/** What moves, filmed: nothing flashes, and for whoever asked for less motion the camera does not move at all. */
import type { Browser, CDPSession, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../browser.ts';
import type { Visit } from '../visit.ts';
import { countChanges, type Frame, MOST_CHANGES } from './film/countFlashes.ts';
import { startFilm } from './film/shootFilm.ts';
import { eventually, follow, openUi } from './openUi.ts';

let browser: Browser;
let visit: Visit;
let page: Page;
let device: CDPSession;

beforeAll(async () => {
  browser = await launchBrowser();
  // As small as a film may be: the smaller, the more pictures a second.
  visit = await openUi(browser, { viewport: { width: 320, height: 180 }, dpr: 1 });
  ({ page } = visit);
  device = await visit.context.newCDPSession(page);
});
afterEach(() => visit.expectQuiet());
afterAll(() => browser.close());

async function film(act: () => Promise<unknown>): Promise<Frame[]> {
  const running = await startFilm(page, device);
  await act();
  return running.stop();
}

const goTo = (nodeId: string) => page.evaluate((id) => window.grotto?.goTo(id), nodeId);
const pause = (ms: number) => page.waitForTimeout(ms);
const phase = () => page.evaluate(async () => (await window.grotto?.guide('state'))?.phase);

const SCENES = {
  'going from place to place': async () => {
    for (const place of ['hall-lamp-light', 'hall-restored', 'terrace-as-found', 'hall-as-found']) {
      await goTo(place);
      await pause(600);
    }
  },
  'a flame that flickers, and the hours of a day': async () => {
    await follow(page, '#at=hall-as-found&view=0,0,60&light=night,lamp,1&lang=en');
    await pause(2_000);
    for (const hour of ['dawn', 'day', 'dusk', 'night']) {
      await follow(page, `#at=hall-as-found&view=0,0,60&light=${hour},lamp,1&lang=en`);
      await pause(300);
    }
  },
  'panels that open and close': async () => {
    for (const panel of ['places', 'plan', 'about']) {
      await follow(page, `#at=hall-as-found&view=0,0,60&panel=${panel}&lang=en`);
      await pause(400);
    }
    await follow(page, '#at=hall-as-found&view=0,0,60&lang=en');
  },
  'a guided tour with its captions': async () => {
    await page.evaluate(() => window.grotto?.guide('start', { tour: 'three-caves' }));
    for (let step = 0; step < 2; step++) {
      await eventually(phase).toBe('telling');
      await pause(1_000);
      await page.evaluate(() => window.grotto?.guide('next'));
    }
    await page.evaluate(() => window.grotto?.guide('leave'));
  },
} satisfies Record<string, () => Promise<void>>;

describe('in a visit with all its motion', () => {
  it('the film would show a lamp that blinks six times a second', async () => {
    const seen = await film(async () => {
      await page.evaluate(async () => {
        const lamp = document.createElement('div');
        lamp.style.cssText = 'position: fixed; inset: 0; z-index: 9; background: white';
        document.body.append(lamp);
        await lamp.animate([{ opacity: 0 }, { opacity: 1 }], {
          duration: 167,
          iterations: 24,
          easing: 'steps(2, jump-none)',
        }).finished;
        lamp.remove();
      });
    });
    expect(countChanges(seen)).toBeGreaterThan(MOST_CHANGES);
  });

  it.each(Object.entries(SCENES))('%s: nothing flashes more than three times a second', async (_name, act) => {
    const seen = await film(act);
    expect(seen.length).toBeGreaterThan(5);
    expect(countChanges(seen)).toBeLessThanOrEqual(MOST_CHANGES);
  });
});

describe('in a visit without motion', () => {
  it('the camera has no speed: over a whole guided tour every view is there at once', async () => {
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await page.evaluate(() => {
      const views = new Set<string>();
      Object.assign(window, { seenViews: views });
      const look = async (): Promise<void> => {
        const state = await window.grotto?.state();
        views.add(`${state?.nodeId} ${state?.view.yaw.toFixed(2)} ${state?.view.pitch.toFixed(2)}`);
        requestAnimationFrame(() => void look());
      };
      void look();
      void window.grotto?.guide('start', { tour: 'three-caves' });
    });
    const steps: number[] = [];
    for (;;) {
      await expect.poll(phase, { timeout: 60_000, interval: 150 }).toMatch(/telling|ended/);
      const state = await page.evaluate(() => window.grotto?.guide('state'));
      if (!state || state.phase === 'ended') break;
      steps.push(state.step);
      await page.evaluate(() => window.grotto?.guide('next'));
      if (state.step === 4) {
        await eventually(phase).toBe('choosing');
        await page.evaluate(() => window.grotto?.guide('choose', { choice: 2 }));
      }
    }
    const seen = await page.evaluate(() => [...(window as unknown as { seenViews: Set<string> }).seenViews]);
    expect(steps.length).toBeGreaterThan(5);
    // One where one stood, one for each step; arriving at a place may show the view of its start before that of the step.
    expect(seen.length, seen.join('\n')).toBeLessThanOrEqual(2 * steps.length + 1);
  });
});
