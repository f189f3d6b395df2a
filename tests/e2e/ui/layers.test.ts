/** Layers by keyboard alone: chosen, moved, drawn aside, hidden, and all of it said. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { eventually, focused, tabTo } from './openUi.ts';
import { useVisits } from './useVisits.ts';

const PLACE = '#at=hall-as-found&view=0,0,60&lang=en';

const openVisit = useVisits();
const open = (path = PLACE): Promise<Page> =>
  openVisit({ path, reducedMotion: true, viewport: { width: 1024, height: 640 } });

const said = (page: Page) => page.locator('[role=status].unseen').allTextContents();
const withOf = (page: Page) => new URLSearchParams(new URL(page.url()).hash.slice(1)).get('with');

describe('another layer, by keyboard', () => {
  it('is chosen, its lens moved and sized, its curtain drawn, and all of it is said', async () => {
    const page = await open();
    await tabTo(page, /^Layers$/);
    await page.keyboard.press('Enter');
    await page.getByRole('dialog', { name: 'Layers' }).waitFor();
    await page.getByRole('radio', { name: 'Nothing else' }).focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await eventually(() => withOf(page)).toMatch(/^restored,lens,/);
    await eventually(() => said(page)).toContainEqual(
      expect.stringMatching(/^Conjectural restoration, What may once have been here, .* in a lens over As found\.$/i),
    );
    const before = withOf(page);
    await tabTo(page, /^Lens to the left$/);
    await page.keyboard.press('Enter');
    await eventually(() => withOf(page)).not.toBe(before);
    await eventually(() => said(page)).toContainEqual(expect.stringMatching(/^Lens \d+° to the left of the middle/));
    // Arrow keys move it just as well.
    await page.keyboard.press('ArrowUp');
    await eventually(() => said(page)).toContainEqual(expect.stringMatching(/, [1-9]\d*° above it\.$/));
    await page.getByRole('slider', { name: 'Size of the lens' }).focus();
    await page.keyboard.press('End');
    await eventually(() => withOf(page)).toMatch(/,60$/);
    await page.getByRole('radio', { name: 'Lens' }).focus();
    await page.keyboard.press('ArrowRight');
    await eventually(() => withOf(page)).toBe('restored,curtain,0.5');
    await page.getByRole('slider', { name: 'Where the line stands' }).focus();
    await page.keyboard.press('ArrowRight');
    await eventually(() => withOf(page)).toBe('restored,curtain,0.51');
    await page.keyboard.press('Escape');
    await eventually(() => focused(page)).toBe('Layers');
    // What is conjecture stays named beside the picture, whatever is open.
    expect(await page.locator('.made').innerText()).toContain('Conjectural restoration');
  });

  it('comes back from its address, and goes where conjecture is hidden', async () => {
    const page = await open('#at=hall-as-found&view=0,0,60&with=restored,curtain,0.3&panel=layers&lang=en');
    await eventually(() => page.getByRole('slider', { name: 'Where the line stands' }).inputValue()).toBe('30');
    await page.getByRole('switch', { name: 'Only what was found' }).focus();
    await page.keyboard.press('Space');
    await eventually(() => withOf(page)).toBeNull();
    await eventually(() => page.url()).toContain('only=found');
    expect(await page.getByRole('radio', { name: /restoration/i }).count()).toBe(0);
    // The way to the conjectural place is gone as well.
    const way = page.locator('.visit').getByText('As it may have been', { exact: true });
    expect(await way.count()).toBe(0);
    await page.keyboard.press('Space');
    await eventually(() => way.count()).toBeGreaterThan(0);
    await eventually(() => page.getByRole('radio', { name: /restoration/i }).count()).toBe(1);
  });
});

describe('the lens and the curtain under a pointer', () => {
  it('follow a mouse, and are drawn aside while the view stays where it is', async () => {
    const page = await open('#at=hall-as-found&view=0,0,60&with=restored,lens,0,0,12&lang=en');
    await page.mouse.move(300, 300);
    await page.mouse.move(340, 320);
    await eventually(() => Number(withOf(page)?.split(',')[2])).toBeLessThan(-8);
    await page.goto(`${page.url().split('#')[0]}#at=hall-as-found&view=0,0,60&with=restored,curtain,0.5&lang=en`);
    await eventually(() => withOf(page)).toBe('restored,curtain,0.5');
    const centre = 512;
    await page.mouse.move(centre + 3, 320);
    await page.mouse.down();
    await page.mouse.move(centre - 100, 325);
    await page.mouse.move(centre - 256, 330);
    await page.mouse.up();
    await eventually(() => Number(withOf(page)?.split(',')[2])).toBeCloseTo(0.25, 1);
    // The view itself has stayed where it was.
    expect(page.url()).toContain('view=0,0,60');
  });
});

describe('a lens without a pointer', () => {
  it('goes along where keys turn the view, and costs one draw call of the few there are', async () => {
    const page = await open('#at=hall-as-found&view=0,0,60&with=restored,lens,4,-3,12&lang=en');
    const numbers = (name: string) =>
      new URLSearchParams(new URL(page.url()).hash.slice(1)).get(name)?.split(',').map(Number);
    await page.keyboard.down('ArrowRight');
    await eventually(() => page.evaluate(async () => (await window.grotto?.state())?.view.yaw)).toBeGreaterThan(10);
    await page.keyboard.up('ArrowRight');
    await eventually(() => numbers('view')?.[0] ?? 0).toBeGreaterThan(10);
    // The lens is still 4° to the right of the middle and 3° below it.
    await eventually(() => (withOf(page)?.split(',').map(Number)[2] ?? 0) - (numbers('view')?.[0] ?? 0)).toBeCloseTo(
      4,
      1,
    );
    const drawCalls = await page.evaluate(async () => {
      await window.grotto?.whenSharp();
      return (await window.grotto?.stats())?.drawCalls;
    });
    expect(drawCalls).toBeLessThanOrEqual(40);
  });
});

describe('two halves of the picture', () => {
  it('are chosen by keyboard and said; each has the middle of the view in its own middle, under the pointer too', async () => {
    const page = await open('#at=hall-as-found&view=0,0,60&with=restored,lens,0,0,12&panel=layers&lang=en');
    await page.getByRole('radio', { name: 'Lens', exact: true }).focus();
    await page.keyboard.press('ArrowLeft');
    await eventually(() => withOf(page)).toBe('restored,side');
    await eventually(() => said(page)).toContainEqual(expect.stringContaining('side by side'));
    await page.keyboard.press('Escape');
    const viewOf = () =>
      new URLSearchParams(new URL(page.url()).hash.slice(1)).get('view')?.split(',').map(Number) ?? [];
    // A wheel zooms about what is under the pointer: here, in the right half, the middle of the view.
    await page.mouse.move(768, 320);
    await page.mouse.wheel(0, -300);
    await eventually(() => viewOf()[2]).toBeLessThan(50);
    expect(Math.abs(viewOf()[0] ?? 9)).toBeLessThan(0.2);
    // What is taken hold of in one half stays under the pointer beyond the cut.
    await page.mouse.down();
    await page.mouse.move(700, 320, { steps: 4 });
    await page.mouse.move(500, 320, { steps: 8 });
    await page.mouse.up();
    const fov = (viewOf()[2] ?? 0) * (Math.PI / 180);
    const turned = (Math.atan((268 / 320) * Math.tan(fov / 2)) * 180) / Math.PI;
    await eventually(() => Math.abs((viewOf()[0] ?? 0) - turned)).toBeLessThan(1);
    // It has opened nothing that would stand there in an uncut picture.
    expect(page.url()).toContain('at=hall-as-found');
  });
});

describe('words in the picture', () => {
  it.for([
    ['the interface', '**/mount-*.js'],
    ['the type', '**/han-*.css'],
  ] as const)('are in the page’s own Chinese type, though %s came after they were first drawn', async ([, late]) => {
    const page = await open('#at=chamber-as-found&view=0,0,70&with=restored,lens,0,0,14&lang=zh-Hans');
    await page.route(late, async (route) => {
      await page.waitForFunction(() => window.grotto !== undefined);
      await page.evaluate(() => window.grotto?.whenSharp());
      await page.waitForTimeout(1_500);
      await route.continue();
    });
    await page.reload();
    await page.locator('.grotto-ui .place__name').waitFor();
    // The shade behind the page's own words comes and goes, and reaches up to these.
    await page.evaluate(() => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync('.visit::before, .visit::after { content: none }');
      document.adoptedStyleSheets.push(sheet);
    });
    // The name below the lens; nothing else is there.
    const shoot = () => page.screenshot({ clip: { x: 412, y: 400, width: 200, height: 100 } });
    const atRest = async (): Promise<Buffer> => {
      let last = await shoot();
      await eventually(async () => {
        await page.evaluate(async () => {
          await document.fonts.ready;
          await window.grotto?.whenSharp();
        });
        await page.waitForTimeout(2_500);
        const before = last;
        last = await shoot();
        return last.equals(before);
      }).toBe(true);
      return last;
    };
    const drawn = await atRest();
    // In the other language and back, all words are drawn anew. No pointer, which the lens would follow.
    await page.getByRole('button', { name: 'English' }).dispatchEvent('click');
    await atRest();
    await page.getByRole('button', { name: '简体中文' }).dispatchEvent('click');
    expect((await atRest()).equals(drawn)).toBe(true);
  });
});
