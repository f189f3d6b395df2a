/** A relic from its label and back again by keyboard alone, and every control on the way. */
import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { launchBrowser } from '../../browser.ts';
import { eventually, focused, tabTo } from '../openUi.ts';
import { openTool, reach } from './keys.ts';
import { openRoomSite, relicOf, type RoomSite } from './openRoom.ts';

let browser: Browser;
let site: RoomSite;
let page: Page;

beforeAll(async () => {
  browser = await launchBrowser();
  site = await openRoomSite();
  page = await site.open(browser, { query: 'ar' });
});
afterAll(async () => {
  await browser.close();
  await site.close();
});
afterEach(() => site.expectQuiet());

async function takeUp(id = 'vase') {
  await page.evaluate((hotspotId) => {
    window.relicPage.commands.relic.close();
    window.relicPage.commands.closePanel();
    window.relicPage.commands.relic.open(hotspotId);
    window.relicPage.arrive();
  }, id);
  await page.locator('.rail').waitFor();
}

const said = () => page.locator('.relic__view > [role=status].unseen').textContent();
const degrees = (radians: number | undefined) => Math.round(((radians ?? NaN) * 180) / Math.PI);

describe('the way into a relic', () => {
  beforeEach(async () => {
    await page.evaluate(() => {
      window.relicPage.commands.relic.close();
      window.relicPage.commands.closePanel();
    });
    await page.locator('.relic').waitFor({ state: 'detached' });
  });

  it('leads from its label to its name, and Escape leads back to where one came from', async () => {
    await tabTo(page, /^Crackled celadon vase/);
    await page.keyboard.press('Enter');
    await page.getByRole('dialog', { name: 'Crackled celadon vase' }).waitFor();
    await tabTo(page, /^Look at it from all sides$/);
    await page.keyboard.press('Enter');
    await page.locator('.rail').waitFor();
    expect((await relicOf(page)).hotspotId).toBe('vase');
    expect(await focused(page)).toBe('Crackled celadon vase');
    expect(await page.title()).toBe('Crackled celadon vase · Fire and glaze');
    expect(await page.locator('.visit').isVisible()).toBe(false);
    await page.keyboard.press('Escape');
    await eventually(() => page.evaluate(() => window.relicPage.relic())).toBeNull();
    await eventually(() => focused(page)).toMatch(/^Crackled celadon vase/);
    expect(await page.getByRole('dialog').count()).toBe(0);
  });

  it('leads from the list of what there is to look at, and Back leads back to it', async () => {
    await tabTo(page, /^Look at Pebble from all sides$/);
    await page.keyboard.press('Enter');
    await page.locator('.rail').waitFor();
    await tabTo(page, /^Back to The chamber/);
    await page.keyboard.press('Enter');
    await eventually(() => page.locator('.relic').count()).toBe(0);
    await eventually(() => focused(page)).toBe('Look at Pebble from all sides');
  });

  it('is offered for relics alone', async () => {
    await page.evaluate(() => window.relicPage.commands.openPanel({ kind: 'hotspot', hotspotId: 'note' }));
    await page.getByRole('dialog', { name: 'A note' }).waitFor();
    expect(await page.getByRole('button', { name: 'Look at it from all sides' }).count()).toBe(0);
  });

  it('says which relic that is', async () => {
    await takeUp();
    await eventually(said).toMatch(/^Crackled celadon vase. A pale blue-green vase/);
  });
});

describe('by keyboard one can', () => {
  beforeEach(() => takeUp());

  it('go around the relic, come closer, and see all of it again', async () => {
    await page.evaluate(() =>
      window.relicPage.commands.relic.settle({ yaw: 0.5, pitch: 0.1, distance: 2, target: [0, 0.2, 0] }),
    );
    await reach(page, /^Go around to the right$/);
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    const { orbitRequest } = await relicOf(page);
    expect(orbitRequest.isEased).toBe(true);
    expect(degrees(orbitRequest.orbit?.yaw)).toBe(degrees(0.5) + 30);
    // A relic that is seen whole stays whole while it is turned.
    expect(orbitRequest.orbit).not.toHaveProperty('distance');
    await reach(page, /^Come closer$/);
    await page.keyboard.press('Space');
    expect((await relicOf(page)).orbitRequest.orbit?.distance).toBeCloseTo(1.6, 6);
    await reach(page, /^Show all of it$/);
    await page.keyboard.press('Enter');
    expect((await relicOf(page)).orbitRequest.orbit).toBeNull();
  });

  it('set the light', async () => {
    await openTool(page, 'Light');
    expect(await focused(page)).toBe('Light');
    await reach(page, /^From daylight to the lamp$/);
    await page.keyboard.press('End');
    expect((await relicOf(page)).lamp.mix).toBe(1);
    expect(await page.getByRole('slider', { name: 'From daylight' }).getAttribute('aria-valuetext')).toBe('100% lamp');
    await reach(page, /^Lamp, around the object$/);
    await page.keyboard.press('Home');
    expect(degrees((await relicOf(page)).lamp.yaw)).toBe(-180);
    await reach(page, /^Move the lamp/);
    await page.keyboard.press('Space');
    expect((await relicOf(page)).tool).toBe('lamp');
    await reach(page, /^From the left$/);
    await page.keyboard.press('Enter');
    expect((await relicOf(page)).lamp).toMatchObject({ mix: 1 });
    await page.keyboard.press('Escape');
    expect((await relicOf(page)).tool).toBe('orbit');
    await eventually(() => focused(page)).toBe('Light');
  });

  it('see the surface in other ways and in other materials', async () => {
    await openTool(page, 'Surface');
    await page.keyboard.press('Tab');
    await reach(page, /^As it looks/);
    for (const surface of ['clay', 'normals', 'x-ray', 'wireframe']) {
      await page.keyboard.press('ArrowDown');
      expect((await relicOf(page)).surface).toBe(surface);
    }
    await reach(page, /^As in the record$/);
    await page.keyboard.press('ArrowDown');
    expect((await relicOf(page)).variant).toBe('celadon');
    await page.keyboard.press('ArrowUp');
    expect((await relicOf(page)).variant).toBeNull();
  });

  it('cut the relic open', async () => {
    await openTool(page, 'Section');
    await reach(page, /^Cut the object open$/);
    await page.keyboard.press('Space');
    expect((await relicOf(page)).section).toMatchObject({ normal: [0, 0, 1] });
    await reach(page, /^Back–front$/);
    await page.keyboard.press('ArrowUp');
    expect((await relicOf(page)).section).toMatchObject({ normal: [0, 1, 0], offset: 0.206 });
    await reach(page, /^Depth of the cut$/);
    await page.keyboard.press('Home');
    expect((await relicOf(page)).section?.offset).toBeCloseTo(0, 6);
    const depth = page.getByRole('slider', { name: 'Depth of the cut' });
    expect(await depth.getAttribute('aria-valuetext')).toBe('0.0 cm of 41.2 cm');
    await reach(page, /^Show the other side$/);
    await page.keyboard.press('Enter');
    expect((await relicOf(page)).section?.normal).toEqual([0, -1, 0]);
    await reach(page, /^Cut the object open$/, 'Shift+Tab');
    await page.keyboard.press('Space');
    expect((await relicOf(page)).section).toBeNull();
  });

  it('measure, with how far the length can be trusted, and keep the table', async () => {
    await openTool(page, 'Measure');
    await eventually(async () => (await relicOf(page)).tool).toBe('tape');
    await reach(page, /^Set a point at the cross/);
    await page.keyboard.press('Enter');
    await eventually(said).toBe('First end set');
    await page.keyboard.press('Enter');
    await eventually(async () => (await relicOf(page)).measurements).toEqual([{ from: [0, 0.1, 0], to: [0, 0.2, 0] }]);
    await eventually(said).toBe('Length 1: 10.0 cm ± 1 mm');
    expect(await page.locator('.lengths').innerText()).toContain('10.0 cm ± 1 mm');
    await reach(page, /^Save as a table/);
    const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
    expect(download.suggestedFilename()).toBe('vase.csv');
    const table = readFileSync(await download.path(), 'utf8');
    expect(table).toContain('"number","length (m)","uncertainty (m)"');
    expect(table).toContain('1,0.10000,0.00120,0.00000,0.10000');
    await reach(page, /^Delete length 1$/, 'Shift+Tab');
    await page.keyboard.press('Enter');
    expect((await relicOf(page)).measurements).toEqual([]);
  });

  it('see its other states, alone and beside each other; what is conjecture stays called so', async () => {
    await openTool(page, 'Stages');
    await reach(page, /^Put together from its sherds/);
    await page.keyboard.press('ArrowUp');
    expect((await relicOf(page)).states.stateId).toBe('complete');
    const caption = page.locator('.relic__caption');
    expect(await caption.innerText()).toContain('Conjecture: what it may once have looked like');
    expect(await caption.innerText()).toContain('Made with generative AI');
    await eventually(said).toBe('Shown: Complete · Conjectural');
    await reach(page, /^Beside it, to compare$/);
    await page.keyboard.press('ArrowDown');
    await eventually(async () => (await relicOf(page)).states.otherId).toBe('');
    await eventually(said).toMatch(/^On the left Put together from its sherds · Reassembled, on the right Complete/);
    await reach(page, /^How much of the view/);
    await page.keyboard.press('ArrowRight');
    expect((await relicOf(page)).states.curtain).toBe(0.51);
    expect(await page.getByRole('slider').getAttribute('aria-valuetext')).toBe('51% Put together from its sherds');
    await reach(page, /^Swap the sides$/);
    await page.keyboard.press('Enter');
    expect((await relicOf(page)).states).toMatchObject({ stateId: '', otherId: 'complete' });
  });

  it('compare its size, and set its movements going', async () => {
    await openTool(page, 'Size');
    expect(await page.getByRole('dialog').innerText()).toMatch(/W\s24\.2 × H\s41\.2 × D\s24\.2\scm/);
    await reach(page, /^nothing$/);
    await page.keyboard.press('ArrowDown');
    expect((await relicOf(page)).scale).toBe('hand');
    await page.keyboard.press('Escape');
    await openTool(page, 'Motion');
    await reach(page, /^Set Turning going$/);
    await page.keyboard.press('Enter');
    expect((await relicOf(page)).clip).toBe('Turning');
    expect(await focused(page)).toBe('Stop Turning');
    await page.keyboard.press('Enter');
    expect((await relicOf(page)).clip).toBeNull();
  });

  it('read and hear of its details one after the other', async () => {
    await openTool(page, 'Details');
    await reach(page, /The bare foot$/);
    await page.keyboard.press('Enter');
    expect((await relicOf(page)).annotationId).toBe('foot');
    await eventually(() => focused(page)).toBe('The bare foot');
    await eventually(said).toBe('Detail 2: The bare foot');
    const sound = page.locator('audio');
    expect(await sound.evaluate((audio: HTMLAudioElement) => [audio.controls, audio.autoplay, audio.paused])).toEqual([
      true,
      false,
      true,
    ]);
    await reach(page, /^Next detail$/);
    await page.keyboard.press('Enter');
    expect((await relicOf(page)).annotationId).toBe('seam');
    await reach(page, /^All details$/, 'Shift+Tab');
    await page.keyboard.press('Enter');
    expect((await relicOf(page)).annotationId).toBeNull();
    expect(await page.locator('.details li').count()).toBe(3);
  });

  it('see where the keyboard is, all along', async () => {
    await openTool(page, 'Light');
    for (const name of [/^From daylight/, /^Move the lamp/, /^From the left$/, /^Step back$/]) {
      await reach(page, name);
      const outline = await page.evaluate(() => getComputedStyle(document.activeElement ?? document.body).outlineStyle);
      expect(outline, String(name)).toBe('solid');
    }
  });
});

describe('a detail that is opened in the picture', () => {
  it('opens its text here, in place of the tool that was open', async () => {
    await takeUp();
    await page.locator('#relic-tool-light').click();
    await page.evaluate(() => window.relicPage.commands.relic.openAnnotation('crackle'));
    await page.getByRole('dialog', { name: 'Two nets of crackle' }).waitFor();
    expect(await page.getByRole('dialog').count()).toBe(1);
    expect(await page.getByRole('img', { name: /A net of fine lines/ }).count()).toBe(1);
    await page.keyboard.press('Escape');
    expect((await relicOf(page)).annotationId).toBeNull();
    expect(await page.evaluate(() => window.relicPage.relic())).not.toBeNull();
  });
});

describe('what covers the picture', () => {
  it('is told while the relic is open, and that nothing does once it is put back', async () => {
    await takeUp();
    const last = () => page.evaluate(() => window.relicPage.insets.at(-1));
    await eventually(async () => (await last())?.right).toBe(0);
    await page.locator('#relic-tool-light').click();
    await eventually(async () => (await last())?.right ?? 0).toBeGreaterThan(400);
    await page.evaluate(() => window.relicPage.commands.relic.close());
    await eventually(last).toEqual({ top: 0, right: 0, bottom: 0, left: 0 });
  });
});
