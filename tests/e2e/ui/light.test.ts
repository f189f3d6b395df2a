/** The light of a place by keyboard alone: the hour, the lamp, and all of it said and kept in the address. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { eventually, follow, tabTo } from './openUi.ts';
import { useVisits } from './useVisits.ts';

const CAVE = '#at=pillar-as-found&view=25,6,74&lang=en';

const openVisit = useVisits({ isKept: true });
const open = (path = CAVE, viewport = { width: 1024, height: 640 }, reducedMotion = true): Promise<Page> =>
  openVisit({ path, reducedMotion, viewport });

const said = (page: Page) => page.locator('[role=status].unseen').allTextContents();
const lightOf = (page: Page) => new URLSearchParams(new URL(page.url()).hash.slice(1)).get('light');
const drawCalls = (page: Page) => page.evaluate(async () => (await window.grotto!.stats()).drawCalls);

describe('light, by keyboard', () => {
  it('is chosen by the hour, the lamp lit, carried and dimmed, and all of it is said', async () => {
    const page = await open();
    await page.evaluate(() => window.grotto!.whenSharp());
    const before = await drawCalls(page);
    await tabTo(page, /^Layers$/);
    await page.keyboard.press('Enter');
    await page.getByRole('dialog', { name: 'Layers' }).waitFor();
    await page.getByRole('radio', { name: 'As photographed' }).focus();
    await page.keyboard.press('ArrowDown');
    await eventually(() => lightOf(page)).toBe('night');
    await eventually(() => said(page)).toContain('Light: Night. No lamp.');
    await page.getByRole('radio', { name: 'Night' }).focus();
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowUp');
    await eventually(() => lightOf(page)).toBe('dusk');
    await page.getByRole('slider', { name: 'Hour' }).focus();
    await page.keyboard.press('ArrowRight');
    await eventually(() => lightOf(page)).toBe('0.76');
    await eventually(() => said(page)).toContain('Light: Dusk to Night. No lamp.');
    await page.getByRole('switch', { name: 'Lamp' }).focus();
    await page.keyboard.press('Space');
    await eventually(() => lightOf(page)).toBe('0.76,lamp,1');
    await eventually(() => said(page)).toContain('Light: Dusk to Night. A lamp in your hand.');
    await page.getByRole('slider', { name: 'How bright the lamp is' }).focus();
    await page.keyboard.press('ArrowLeft');
    await eventually(() => lightOf(page)).toBe('0.76,lamp,0.95');
    await page.getByRole('switch', { name: /^Carry the lamp/ }).focus();
    await page.keyboard.press('Space');
    await eventually(() => lightOf(page)).toBe('0.76,lamps,0.95');
    await eventually(() => said(page)).toContain('Light: Dusk to Night. All lamps are lit.');
    // Whoever asked for less motion has no flicker to switch off.
    expect(await page.getByRole('switch', { name: 'The flame flickers' }).count()).toBe(0);
    await page.evaluate(() => window.grotto!.whenSharp());
    expect(await drawCalls(page)).toBe(before);
    await page.getByRole('radio', { name: 'As photographed' }).focus();
    await page.keyboard.press('Space');
    await eventually(() => lightOf(page)).toBeNull();
    await eventually(() => said(page)).toContain('Light as photographed.');
  });

  it('has its lamp at the foot of a dark cave, and goes along through a place that has none', async () => {
    const page = await open('#at=pillar-as-found&view=25,6,74&light=night&lang=en');
    await tabTo(page, /^Lamp$/);
    await page.keyboard.press('Enter');
    await eventually(() => lightOf(page)).toBe('night,lamp,1');
    await eventually(() => page.getByRole('button', { name: 'Lamp', pressed: true }).count()).toBe(1);
    await page.evaluate(() => window.grotto!.goTo('terrace-as-found'));
    await eventually(() => page.getByRole('button', { name: 'Lamp' }).count()).toBe(0);
    expect(lightOf(page)).toBe('night,lamp,1');
    await page.evaluate(() => window.grotto!.goTo('chamber-as-found'));
    await page.getByRole('button', { name: 'Lamp', pressed: true }).waitFor();
    await page.goBack();
    await page.goBack();
    await eventually(() => new URL(page.url()).hash).toContain('at=pillar-as-found');
    expect(lightOf(page)).toBe('night,lamp,1');
  });

  it('is not offered where a place shows no light of its own', async () => {
    const page = await open('#at=pillar-restored&view=25,6,74&panel=layers&lang=en');
    await page.getByRole('dialog', { name: 'Layers' }).waitFor();
    expect(await page.getByRole('radio', { name: 'As photographed' }).count()).toBe(0);
    await follow(page, '#at=pillar-lamp-light&view=25,6,74&panel=layers&lang=en');
    await page.getByRole('radio', { name: 'As photographed' }).waitFor();
    expect(await page.getByRole('button', { name: 'Lamp' }).count()).toBe(1);
  });

  it('fits a telephone, with room for fingers, in both languages', async () => {
    for (const language of ['en', 'zh-Hans']) {
      const path = `#at=hall-as-found&view=0,6,62&light=dusk,lamp,1&panel=layers&lang=${language}`;
      const page = await open(path, { width: 390, height: 844 }, false);
      await page.locator('.light').waitFor();
      const small = await page.locator('.light .choice__option, .light .switch, .light input[type=range], .controls .word').evaluateAll((all) =>
        all.filter((one) => one.getBoundingClientRect().height < 43.5).map((one) => one.textContent),
      ); // prettier-ignore
      expect(small).toEqual([]);
      const wide = await page.evaluate(
        () =>
          [...document.querySelectorAll('.light, .light *, .controls, .controls *')]
            .map((one) => one.getBoundingClientRect())
            .filter(({ left, right }) => left < -0.5 || right > innerWidth + 0.5).length,
      );
      expect(wide).toBe(0);
      // Nothing in the row at the foot lies under the button of the pad.
      const boxes = await page.locator('.controls > *, .pad__toggle').evaluateAll((all) =>
        all.map((one) => one.getBoundingClientRect()).map(({ left, right }) => [left, right] as const),
      ); // prettier-ignore
      expect(boxes).toHaveLength(6);
      const inRow = boxes.toSorted(([a], [b]) => a - b);
      inRow.slice(1).forEach(([left], i) => expect(left).toBeGreaterThanOrEqual((inRow[i]?.[1] ?? 0) - 0.5));
    }
  });
});
