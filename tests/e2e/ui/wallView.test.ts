/** A wall brought closer, in a room whose every millimetre is known: what the pixels show, and what hands and keys do. */
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { CORNER, PLAIN, SQUARE, WALL, writeCheckeredRoom } from '../../fixtures/checkeredRoom.ts';
import { launchBrowser } from '../browser.ts';
import type { Visit, VisitOptions } from '../visit.ts';
import { edgesAlong, expectedEdges, type Frame, frameOf, HEIGHT, readBar, readPicture, WIDTH } from './wallPicture.ts';
import { eventually, focused, openUi, tabTo } from './openUi.ts';

/** 28° from the normal of the checkered wall. */
const VIEW = 'at=room&view=48,-6,60';

let browser: Browser;
let folder: string;
let visit: Visit | null = null;
beforeAll(async () => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'checkered-room-'));
  await writeCheckeredRoom(folder);
  browser = await launchBrowser();
}, 120_000);
afterAll(async () => {
  await browser.close();
  rmSync(folder, { recursive: true });
});
afterEach(async () => {
  visit?.expectQuiet();
  await visit?.close();
  visit = null;
});

async function open(hash: string, options: VisitOptions = {}): Promise<Page> {
  visit = await openUi(browser, { exhibition: folder, path: `#${hash}`, reducedMotion: true, dpr: 1, ...options });
  return visit.page;
}

async function openWall(hash = `${VIEW}&wall=48,-6`, options: VisitOptions = {}): Promise<Page> {
  const page = await open(hash, options);
  await page.locator('.at-wall').waitFor({ timeout: 60_000 });
  await page.evaluate(() => window.grotto?.whenSharp());
  return page;
}

describe('the picture of a wall brought closer', () => {
  it('shows its squares with straight edges and of one size, to a pixel, and the bar as long as it says', async () => {
    const page = await openWall();
    const { x, y, width } = frameOf(page);
    const pxPerMetre = WIDTH / width;
    const grey = await readPicture(page);
    const [left, bottom] = [x - width / 2, y - HEIGHT / pxPerMetre / 2];
    const [right, top] = [x + width / 2, y + HEIGHT / pxPerMetre / 2];
    const across = expectedEdges(left, right, CORNER.x, pxPerMetre, [WALL.left, WALL.right]);
    const upward = expectedEdges(bottom, top, CORNER.y, pxPerMetre, [WALL.bottom, WALL.top]);
    const bottomUp = upward.map((edge) => HEIGHT - edge);
    const lowest = HEIGHT - (WALL.bottom - bottom) * pxPerMetre;
    const highest = HEIGHT - (WALL.top - bottom) * pxPerMetre;
    // Away from edges that lie along the line.
    const isClear = (at: number, edges: readonly number[]) => edges.every((edge) => Math.abs(at + 0.5 - edge) > 4);
    const worst = { across: 0, upward: 0 };
    let lines = 0;
    for (let row = 8; row < HEIGHT; row += 23) {
      if (!isClear(row, bottomUp) || row > lowest - 3 || row < highest + 3) continue;
      const found = edgesAlong((i) => grey(i, row), WIDTH);
      const seen = across.filter((edge) => edge > 2 && edge < WIDTH - 2);
      for (const edge of seen)
        worst.across = Math.max(worst.across, Math.min(...found.map((at) => Math.abs(at - edge))));
      // Besides them there are the ends of the wall.
      expect(found.length).toBeLessThanOrEqual(across.length + 2);
      lines++;
    }
    for (let column = 8; column < WIDTH; column += 37) {
      const metres = left + column / pxPerMetre;
      if (!isClear(column, across) || metres < WALL.left + 0.05 || metres > WALL.right - 0.05) continue;
      const found = edgesAlong((i) => grey(column, i), HEIGHT);
      const seen = bottomUp.filter((edge) => edge > 2 && edge < HEIGHT - 2);
      for (const edge of seen)
        worst.upward = Math.max(worst.upward, Math.min(...found.map((at) => Math.abs(at - edge))));
      lines++;
    }
    console.log(
      `${lines} lines, edges off by at most ${worst.across.toFixed(2)} and ${worst.upward.toFixed(2)} pixels`,
    );
    expect(across.length).toBeGreaterThan(15);
    expect(lines).toBeGreaterThan(40);
    expect(worst.across).toBeLessThan(1);
    expect(worst.upward).toBeLessThan(1);

    const row = [...Array(HEIGHT).keys()].find((at) => at > 300 && isClear(at, bottomUp)) ?? 0;
    const found = edgesAlong((i) => grey(i, row), WIDTH).filter((at) => across.some((edge) => Math.abs(at - edge) < 1));
    const measured = ((found.at(-1) ?? 0) - (found[0] ?? 0)) / (found.length - 1) / SQUARE;
    const bar = await readBar(page);
    console.log(
      `the bar of ${bar.metres} m is off by ${(100 * Math.abs(bar.px / bar.metres / measured - 1)).toFixed(3)} %`,
    );
    expect(Math.abs(bar.px / bar.metres / measured - 1)).toBeLessThan(0.01);
    expect(await page.locator('.at-wall__facts').innerText()).toMatch(
      /^The wall straight on, 3\.2 m away\. Flat to [1-3] mm\.$/,
    );
  });

  it('comes back from its address as it was, and is kept within the wall', async () => {
    const hash = `${VIEW}&wall=48,-6,0.6,-0.3,3.2`;
    const page = await openWall(hash);
    expect(frameOf(page)).toEqual({ x: 0.6, y: -0.3, width: 3.2 });
    const grey = await readPicture(page);
    const column = Math.round((CORNER.x + SQUARE * 5 - (0.6 - 1.6)) * (WIDTH / 3.2));
    const [left, right] = [grey(column - 6, 100), grey(column + 6, 100)];
    expect(Math.abs(left - right)).toBeGreaterThan(100);
    await page.evaluate((to) => (location.hash = to), `${VIEW}&wall=48,-6,900,0,3.2`);
    await eventually(() => frameOf(page).x).toBeLessThan(2.5);
  });
});

describe('hands on a wall brought closer', () => {
  it('drag what they hold, and zoom about the pointer', async () => {
    const page = await openWall(`${VIEW}&wall=48,-6,0,0,5`);
    await page.mouse.move(700, 300);
    await page.mouse.down();
    await page.mouse.move(800, 350, { steps: 4 });
    await page.mouse.move(860, 380, { steps: 4 });
    // A hand that rests before it lets go throws nothing.
    await page.waitForTimeout(300);
    await page.mouse.up();
    await eventually(() => frameOf(page).x).toBeCloseTo((-160 * 5) / WIDTH, 2);
    expect(frameOf(page).y).toBeCloseTo((80 * 5) / WIDTH, 2);

    const before = frameOf(page);
    await page.mouse.move(1_000, 200);
    await page.mouse.wheel(0, -200);
    await eventually(() => frameOf(page).width).toBeCloseTo(5 * Math.exp(-0.4), 2);
    const after = frameOf(page);
    const under = (frame: Frame) => frame.x + (1_000 / WIDTH - 0.5) * frame.width;
    expect(under(after)).toBeCloseTo(under(before), 2);
  });

  it('measure on it with the tape', async () => {
    const page = await openWall(`${VIEW}&wall=48,-6,0,0,3.2`);
    await page.getByRole('button', { name: 'Measure' }).click();
    await page.getByText('Press two points of the walls.').waitFor();
    await page.mouse.click(200, 300);
    await page.mouse.click(200 + WIDTH / 3.2, 300);
    await eventually(() => page.locator('.lengths__value').allInnerTexts()).toEqual([
      expect.stringMatching(/^Length (1\.00\sm|99\.[5-9]\scm|100\.[0-5]\scm) ± \d/),
    ]);
  });

  it('lead the lens over it, and draw the curtain', async () => {
    const page = await openWall(`${VIEW}&wall=48,-6,0,0,3.2&with=plain,lens,20,0,6`);
    const light = async (x: number, y: number) => (await readPicture(page))(x, y);
    for (const [x, y] of [[900, 200], [250, 560]] as const) {
      await page.mouse.move(x - 20, y);
      await page.mouse.move(x, y);
      await eventually(() => light(x, y)).toBe(PLAIN);
      expect(Math.abs((await light(1_150 - x, y)) - PLAIN)).toBeGreaterThan(20);
    } // prettier-ignore
    await page.evaluate((to) => (location.hash = to), `${VIEW}&wall=48,-6,0,0,3.2&with=plain,curtain,0.5`);
    await eventually(() => light(600, 300)).toBe(PLAIN);
    await page.mouse.move(640, 300);
    await page.mouse.down();
    await page.mouse.move(300, 300, { steps: 4 });
    await page.mouse.up();
    await eventually(() => light(290, 300)).toBe(PLAIN);
    expect(Math.abs((await light(320, 300)) - PLAIN)).toBeGreaterThan(20);
  });
});

describe('the way to a wall and back', () => {
  it('leads through pictures of the room, and to the very picture it came from', async () => {
    const page = await open(VIEW, { reducedMotion: false });
    await page.evaluate(() => window.grotto?.whenSharp());
    const before = await readPicture(page);
    await page.evaluate((to) => (location.hash = to), `${VIEW}&wall=48,-6`);
    await page.locator('.at-wall').waitFor();
    await page.evaluate(() => window.grotto?.whenSharp());
    const at = await readPicture(page);
    await page.keyboard.press('Escape');
    await eventually(() => page.locator('.at-wall').count()).toBe(0);
    await page.evaluate(() => window.grotto?.whenSharp());
    const after = await readPicture(page);
    let [changed, moved] = [0, 0];
    for (let y = 0; y < HEIGHT; y += 3) {
      for (let x = 0; x < WIDTH; x += 3) {
        if (Math.abs(after(x, y) - before(x, y)) > 1) changed++;
        if (Math.abs(at(x, y) - before(x, y)) > 1) moved++;
      }
    }
    expect(changed).toBe(0);
    expect(moved).toBeGreaterThan(10_000);
  });
});

describe('the picture of a wall that is saved', () => {
  it('has all of the picture, and below it a bar as long as its scale says', async () => {
    const page = await openWall(`${VIEW}&wall=48,-6,0,0,3.2`);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Save this wall as a picture' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('room-wall.png');
    const { data, info } = await sharp(await download.path()).removeAlpha().greyscale().raw().toBuffer({ resolveWithObject: true }); // prettier-ignore
    expect(info.width).toBe(WIDTH);
    expect(info.height).toBeGreaterThan(HEIGHT + 80);
    const row = (y: number) => [...data.subarray(y * info.width, (y + 1) * info.width)];
    const edges = edgesAlong((i) => row(100)[i] ?? NaN, WIDTH);
    const square = ((edges.at(-1) ?? 0) - (edges[0] ?? 0)) / (edges.length - 1);
    // Of all rows below the picture, the bar's own has the longest unbroken line.
    const longest = Math.max(
      ...Array.from(
        { length: info.height - HEIGHT },
        (_, i) =>
        Math.max(...row(HEIGHT + i).map((grey) => (grey > 180 ? '1' : ' ')).join('').split(/ +/).map((run) => run.length)), // prettier-ignore
      ),
    );
    // The longest that fits into 320 pixels at 2.5 mm to each.
    expect(Math.abs(longest / ((square / SQUARE) * 0.5) - 1)).toBeLessThan(0.01);
  });
});

describe('the keyboard alone', () => {
  it('brings a wall closer, moves over it, zooms and goes back to the very view; all of it is said', async () => {
    const page = await open(`${VIEW}&panel=measure&lang=en`);
    const said = () => page.locator('[role="status"].unseen').allInnerTexts();
    await page.getByText('Press two points of the walls.').waitFor({ timeout: 60_000 });
    const length = page.locator('.scale__length');
    await eventually(() => length.innerText()).toMatch(/^\d+\s(cm|m)$/);
    expect(await page.locator('.scale__note').innerText()).toMatch(/^at the wall in the middle, 3\.6 m away · ± \d%$/);
    await tabTo(page, /^Bring the wall closer$/);
    await page.keyboard.press('Enter');
    await page.locator('.at-wall').waitFor();
    await eventually(said).toContainEqual(
      expect.stringMatching(
        /^The wall straight on, 3\.2 m away\. Flat to [1-3] mm\. \d\.\d+ m across; its middle lies /,
      ),
    );
    expect(await focused(page)).toBe('The room');
    await page.evaluate(() => window.grotto?.whenSharp());
    const first = frameOf(page);
    await page.keyboard.press('+', { delay: 2_000 });
    await eventually(() => frameOf(page).width).toBeLessThan(first.width * 0.9);
    const second = frameOf(page);
    await page.keyboard.press('ArrowLeft', { delay: 2_000 });
    await eventually(() => frameOf(page).x).toBeLessThan(second.x - 0.05);
    const saidWidth = async () => Number(/^([\d.]+)\sm across/m.exec((await said()).join('\n'))?.[1]);
    await eventually(saidWidth).toBeCloseTo(frameOf(page).width, 1);
    await page.keyboard.press('Escape');
    await eventually(() => page.locator('.at-wall').count()).toBe(0);
    await eventually(said).toContainEqual('Back in the view.');
    expect(page.url()).toContain(VIEW);
    expect(page.url()).not.toContain('wall=');
    await eventually(() => focused(page)).toBe('The room');
    // Back undoes the closing, and then the opening.
    await page.goBack();
    await page.locator('.at-wall').waitFor();
    await page.goBack();
    await eventually(() => page.locator('.at-wall').count()).toBe(0);
    expect(page.url()).toContain(VIEW);
    expect(page.url()).toContain('panel=measure');
  });

  it('hears why a wall cannot be shown straight on', async () => {
    const page = await open('at=room&view=48,0,60&panel=measure&lang=en');
    await page.getByText('Press two points of the walls.').waitFor({ timeout: 60_000 });
    // Where the tripod stood.
    await page.evaluate(() => window.grotto?.look({ pitch: -84 }, { isEased: false }));
    await page.getByRole('button', { name: 'Bring the wall closer' }).press('Enter');
    await page.getByText(/^How far the wall in the middle of the picture is has not been recorded/).waitFor();
    expect(page.url()).toContain('panel=measure');
    expect(page.url()).not.toContain('wall=');
  });
});
