/** Sound, measured: the viewer's own graph rendered offline, and a visit of the demonstration that is heard. */
import { createReadStream } from 'node:fs';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Vec3 } from '#shared/vec.ts';
import { launchBrowser } from './browser.ts';
import { type PlayPages, servePlayPages } from './playPages.ts';
import type { Placing } from '#sound/graph.ts';
import type { Deed, Rendered, Scene } from './sound/page.ts';
import { eventually, follow } from './ui/openUi.ts';
import { openVisit } from './visit.ts';

const SOUNDS = path.resolve(import.meta.dirname, '../../public/sounds');
const FULL: Deed = { act: 'levels', levels: { master: 1, voice: 1, ambience: 1, isMono: false } };
const MONO: Deed = { act: 'levels', levels: { master: 1, voice: 1, ambience: 1, isMono: true } };
const AHEAD: Vec3 = [0, 0, -1];
const AROUND = { gain: 1, direction: AHEAD, spread: 1, isMuffled: false };
const NOISE = { kind: 'noise', seed: 7 } as const;
const OTHER_NOISE = { kind: 'noise', seed: 40_001 } as const;

/** How one side is told from the other. */
const EARS: readonly Deed[] = [];
const LOUDNESS: readonly Deed[] = [{ act: 'flat' }];

let browser: Browser;
let pages: PlayPages;
let page: Page;
let hasEars = false;

beforeAll(async () => {
  [browser, pages] = await Promise.all([
    launchBrowser(),
    servePlayPages(['sound/page.html'], {
      answer(request, response, next) {
        const name = /^\/sounds\/([\w-]+\.opus)$/.exec(request.url ?? '')?.[1];
        if (name === undefined) return next();
        response.setHeader('Content-Type', 'audio/ogg');
        createReadStream(path.join(SOUNDS, name)).pipe(response);
      },
    }),
  ]);
  // A browser may fail to load the shape of ears: then it never renders with it, and another process may.
  for (let attempt = 0; attempt < 3 && !hasEars; attempt++) {
    if (attempt > 0) {
      await browser.close();
      browser = await launchBrowser();
    }
    page = await browser.newPage({ viewport: { width: 320, height: 200 } });
    await page.goto(`${pages.origin}/tests/e2e/sound/page.html`);
    await page.waitForSelector('html[data-ready]', { state: 'attached' });
    hasEars = await page.evaluate(() => window.soundPlay.hearsAround(30_000));
  }
});
afterAll(async () => {
  await browser?.close();
  await pages?.close();
});

const render = (scene: Scene): Promise<Rendered> => page.evaluate((given) => window.soundPlay.render(given), scene);

/** What is below is nothing, decibels. */
const SILENT = -120;

/** Decibels of windows of 50 ms between two moments, by their mean power. */
function meanOf(levels: readonly number[], from: number, to: number): number {
  const powers = levels.slice(Math.round(from / 0.05), Math.round(to / 0.05)).map((level) => 10 ** (level / 10));
  return Math.max(SILENT, 10 * Math.log10(powers.reduce((sum, power) => sum + power, 0) / powers.length));
}

function towards(degrees: number, gain = 1) {
  const angle = (degrees * Math.PI) / 180;
  const direction: Vec3 = [Math.sin(angle), 0, -Math.cos(angle)];
  return { gain, direction, spread: 0, isMuffled: false };
}

async function hear(deeds: readonly Deed[], seconds = 0.8): Promise<{ left: number; right: number; all: Rendered }> {
  const all = await render({ seconds, deeds: deeds.map((deed) => ({ ...deed, at: 0 })) });
  return { left: meanOf(all.left, 0.3, seconds), right: meanOf(all.right, 0.3, seconds), all };
}

describe('what is heard', () => {
  const NO_EARS = 'three browsers in a row could not load the shape of ears';

  it.for([
    ['by the shape of ears', EARS],
    ['by loudness alone', LOUDNESS],
  ] as const)('comes from its side in eight directions: %s', async ([, ears], { skip }) => {
    skip(ears === EARS && !hasEars, NO_EARS);
    const heard = new Map<number, { difference: number; level: number }>();
    const placed = (placing: Placing) => hear([FULL, ...ears, { act: 'start', id: 'a', signal: NOISE, placing }]);
    for (let degrees = 0; degrees < 360; degrees += 45) {
      const { left, right } = await placed(towards(degrees));
      const level = 10 * Math.log10(10 ** (left / 10) + 10 ** (right / 10));
      heard.set(degrees, { difference: right - left, level });
    }
    const at = (degrees: number) => heard.get(degrees) ?? { difference: NaN, level: NaN };
    const told = JSON.stringify([...heard]);
    for (const degrees of [45, 90, 135]) {
      expect(at(degrees).difference, told).toBeGreaterThan(3);
      expect(at(360 - degrees).difference, told).toBeLessThan(-3);
      // Ears are alike.
      expect(at(degrees).difference + at(360 - degrees).difference, told).toBeCloseTo(0, 0);
    }
    for (const degrees of [0, 180]) expect(Math.abs(at(degrees).difference), told).toBeLessThan(0.5);
    // The shape of ears makes a sound no louder or softer than this, from wherever it comes.
    const levels = [...heard.values()].map(({ level }) => level);
    expect(Math.max(...levels) - Math.min(...levels), told).toBeLessThan(6);
    expect(Math.abs(at(0).level - at(180).level), told).toBeLessThan(6);

    const [near, far] = [await placed(towards(45)), await placed(towards(45, 0.25))];
    expect(near.right - far.right).toBeCloseTo(12.04, 1);
    expect(near.left - far.left).toBeCloseTo(12.04, 1);
  });

  it.for([
    ['all around', AROUND, EARS],
    ['from the right, by the shape of ears', towards(90), EARS],
    ['from the right, by loudness', towards(90), LOUDNESS],
  ] as const)('is the same in both ears in mono, to the last bit: %s', async ([, placing, ears], { skip }) => {
    skip(placing !== AROUND && ears === EARS && !hasEars, NO_EARS);
    const start: Deed = { act: 'start', id: 'a', signal: NOISE, placing };
    const deeds = [MONO, ...ears, start].map((deed) => ({ ...deed, at: 0 }));
    const { left, right, largestDifference } = await render({ seconds: 0.6, deeds });
    expect(meanOf(left, 0.3, 0.6)).toBeGreaterThan(-30);
    expect(right.slice(4)).toEqual(left.slice(4));
    expect(placing === AROUND ? largestDifference : 0).toBe(0);
  });

  it('keeps its power while one place gives way to another, and leaves nothing behind', async () => {
    const { left } = await render({
      seconds: 4,
      deeds: [
        { ...FULL, at: 0 },
        { at: 0, act: 'start', id: 'a', signal: NOISE, placing: AROUND },
        { at: 1, act: 'leave', id: 'a', seconds: 1.2 },
        { at: 1, act: 'start', id: 'b', signal: OTHER_NOISE, placing: AROUND, fade: 1.2 },
        { at: 2.6, act: 'leave', id: 'b', seconds: 0.3 },
      ],
    });
    const usual = meanOf(left, 0.3, 1);
    for (let at = 0.3; at < 2.5; at += 0.1) {
      expect(Math.abs(meanOf(left, at, at + 0.1) - usual), `at ${at}`).toBeLessThan(1);
    }
    expect(Math.max(...left.slice(Math.round(3.1 / 0.05)))).toBeLessThan(-90);
  });

  it('is nine decibels softer while something is told, and silent once sound is off', async () => {
    const { left } = await render({
      seconds: 3,
      deeds: [
        { ...FULL, at: 0 },
        { at: 0, act: 'start', id: 'a', signal: NOISE, placing: AROUND },
        { at: 0.8, act: 'duck', isTelling: true },
        { at: 1.8, act: 'duck', isTelling: false },
        { at: 2.4, act: 'open', isOpen: false, seconds: 0.3 },
      ],
    });
    const before = meanOf(left, 0.3, 0.8);
    expect(meanOf(left, 1.4, 1.8) - before).toBeCloseTo(-9, 0);
    expect(meanOf(left, 2.35, 2.4) - before).toBeGreaterThan(-1);
    expect(Math.max(...left.slice(Math.round(2.75 / 0.05)))).toBeLessThan(-90);
  });

  it('never clicks: not where it is placed anew, fades turn round, or all is turned off', async () => {
    const hertz = 200;
    const { largestStep } = await render({
      seconds: 2,
      deeds: [
        { ...FULL, at: 0 },
        { at: 0, act: 'start', id: 'a', signal: { kind: 'tone', hertz }, placing: AROUND },
        { at: 0.4, act: 'place', id: 'a', placing: { ...AROUND, gain: 0.2, isMuffled: true } },
        { at: 0.6, act: 'place', id: 'a', placing: AROUND },
        { ...MONO, at: 0.9 },
        { ...FULL, at: 0.95 },
        { at: 1.2, act: 'open', isOpen: false, seconds: 0.3 },
        { at: 1.3, act: 'open', isOpen: true, seconds: 0.3 },
        { at: 1.7, act: 'leave', id: 'a', seconds: 0.05 },
      ],
    });
    // The tone itself, at half of full scale and with six decibels of headroom, moves by so much between two samples.
    const own = 0.25 * ((2 * Math.PI * hertz) / 48_000);
    expect(largestStep).toBeGreaterThan(own * 0.9);
    expect(largestStep).toBeLessThan(own * 1.25);
  });

  it('goes round without a seam in every loop of the demonstration', async () => {
    for (const [name, seconds] of [['cliff-wind', 20], ['cave-drip', 24], ['plucked-phrase', 22], ['low-chant', 20]] as const) {
      const { seam, fileSeconds } = await render({
        seconds: seconds + 1,
        deeds: [
          { ...FULL, at: 0 },
          { at: 0, act: 'start', id: 'a', signal: { kind: 'file', url: `/sounds/${name}.opus` }, placing: AROUND },
        ],
        seam: seconds,
      });
      expect(fileSeconds, name).toBeCloseTo(seconds, 6);
      expect(seam?.usual, name).toBeGreaterThan(0);
      expect(seam?.here ?? Infinity, name).toBeLessThan(seam?.usual ?? 0);
    }
  }); // prettier-ignore
});

describe('a visit that is heard', () => {
  it('is silent until asked, sounds in its place, rings, says so in words, and leaves nothing running', async () => {
    const visit = await openVisit(browser, {
      path: '#at=terrace-as-found&lang=en',
      viewport: { width: 480, height: 400 },
    });
    try {
      const { page: here } = visit;
      const stats = () => here.evaluate(async () => (await window.grotto?.stats())?.sound);
      const heard = () => here.evaluate(() => [...document.querySelectorAll('.heard')].length);
      const button = here.getByRole('button', { name: 'Turn sound on' });
      await eventually(stats).toEqual({ context: 'none', voices: 0, bytes: 0 });

      await button.click();
      await eventually(async () => (await stats())?.voices).toBeGreaterThan(0);
      expect((await stats())?.context).toBe('running');
      expect((await stats())?.bytes).toBeGreaterThan(1_000_000);

      await here.getByRole('button', { name: 'About' }).click();
      await here.getByRole('button', { name: 'Sound and text' }).click();
      const panel = here.getByRole('dialog', { name: 'Sound and text' });
      await eventually(heard).toBeGreaterThan(0);
      await eventually(() => panel.getByText('Wind along the cliff').count()).toBe(1);
      await eventually(() => panel.getByText('Made by a program', { exact: false }).count()).toBeGreaterThan(0);
      // Then the bell sounds for no other reason than that it is struck.
      await panel.getByRole('switch', { name: 'Single sounds now and then' }).click();
      await here.keyboard.press('Escape');

      await here.evaluate(() => window.grotto?.goTo('hall-as-found'));
      await eventually(async () => (await stats())?.voices).toBeGreaterThan(0);
      await here.evaluate(() => (location.hash = '#at=terrace-as-found&show=relic-bronze-bell&lang=en'));
      const stroke = here.locator('.captions').getByText('One stroke of a bell', { exact: false });
      const bell = here.getByRole('button', { name: 'Ring Bronze bell' });
      await bell.waitFor();
      await eventually(() => stroke.count()).toBe(0);
      await bell.click();
      await eventually(() => stroke.count()).toBe(1);
      await here.keyboard.press('Escape');

      const off = here.getByRole('button', { name: 'Turn sound off' });
      await off.click();
      await eventually(stats).toMatchObject({ context: 'suspended', voices: 0 });

      // Struck in the picture, it rings as well; but for a visitor who has turned sound off.
      await here.setViewportSize({ width: 960, height: 600 });
      const strikePicture = () => here.locator('canvas.picture').click({ position: { x: 480, y: 300 } });
      await follow(here, '#at=terrace-as-found&view=34.9,-5.6,60&lang=en');
      await here.evaluate(() => window.grotto?.whenSharp());
      await strikePicture();
      await bell.waitFor();
      expect(await stats()).toMatchObject({ context: 'suspended', voices: 0 });
      await here.keyboard.press('Escape');
      await button.click();
      await eventually(async () => (await stats())?.voices).toBeGreaterThan(0);
      expect(await stroke.count()).toBe(0);
      await strikePicture();
      await eventually(() => stroke.count()).toBe(1);
      await off.click();
      await eventually(stats).toMatchObject({ context: 'suspended', voices: 0 });
      visit.expectQuiet();
    } finally {
      await visit.close();
    }
  });
});
