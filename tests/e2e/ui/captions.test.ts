import type { Browser, Page } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildPolicyHeaders } from '#pipeline/serve/policy.ts';
import { isComplaint, launchBrowser } from '../browser.ts';
import { type PlayPages, servePlayPages } from '../playPages.ts';
import type { Backdrop } from './captions/page.ts';
import { contrastOfWords, luminance } from './captions/wordContrast.ts';
import { eventually } from './openUi.ts';
import { findBreaches } from './views/findBreaches.ts';

const ENGLISH = 'This hall was cut from the rock.\nLook at the donors on your right.';
const CHINESE = '这座主室是从岩石中凿出的。\n请看右侧的供养人。';
const VIEWPORTS = [
  { width: 1280, height: 720 },
  { width: 390, height: 844 },
  { width: 1080, height: 1920 },
] as const;

let browser: Browser;
let pages: PlayPages;
let page: Page;
const faults: string[] = [];

beforeAll(async () => {
  browser = await launchBrowser();
  pages = await servePlayPages(['ui/captions/index.html'], { headers: buildPolicyHeaders() });
  page = await browser.newPage({ viewport: VIEWPORTS[0], reducedMotion: 'reduce' });
  page.on('console', (message) => {
    if (isComplaint(message)) faults.push(message.text());
  });
  page.on('pageerror', (error) => faults.push(String(error)));
  await page.goto(`${pages.origin}/tests/e2e/ui/captions/index.html`);
  await page.locator('.place__name').waitFor({ state: 'attached' });
});
afterAll(async () => {
  expect(faults).toEqual([]);
  await browser.close();
  await pages.close();
});

async function say(text: string, language: string, sound?: string): Promise<void> {
  await page.evaluate(
    ([said, tag, heard]) => {
      const { captions } = window.captionsPage.commands;
      captions.clear();
      if (heard !== undefined) captions.show({ source: 'wind', kind: 'sound', text: heard, language: tag });
      captions.show({ source: 'narration', kind: 'speech', text: said, language: tag });
    },
    [text, language, sound] as const,
  );
  await page.locator('.captions__one').first().waitFor();
}

const settle = (): Promise<void> =>
  page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done()))));

/** Between the letters of the caption and the lightest spot of its ground. */
async function contrastOver(backdrop: Backdrop): Promise<number> {
  await page.evaluate((kind) => window.captionsPage.paint(kind), backdrop);
  await settle();
  const box = await page.locator('.captions__one').last().boundingBox();
  if (!box) throw new Error('there is no caption');
  const clip = {
    x: Math.ceil(box.x),
    y: Math.ceil(box.y),
    width: Math.floor(box.width) - 1,
    height: Math.floor(box.height) - 1,
  };
  const { data, info } = await sharp(await page.screenshot({ clip }))
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const at = (x: number, y: number): number => {
    const index = 3 * (y * info.width + x);
    return luminance(data[index] ?? 0, data[index + 1] ?? 0, data[index + 2] ?? 0);
  };
  let letters = 0;
  let ground = 0;
  for (let y = 0; y < info.height; y++) {
    for (let x = 0; x < info.width; x++) {
      // Within its padding there is no letter.
      if (x < 4) ground = Math.max(ground, at(x, y));
      else letters = Math.max(letters, at(x, y));
    }
  }
  return (letters + 0.05) / (ground + 0.05);
}

/** Pairs of a caption and whatever else is seen that share a spot. */
function findCovered(): Promise<string[]> {
  return page.evaluate(() => {
    const others = document.querySelectorAll('.visit button, .visit [role=dialog], .place__name');
    return [...document.querySelectorAll('.captions__one')].flatMap((caption) => {
      const own = caption.getBoundingClientRect();
      return [...others]
        .filter((other) => other.checkVisibility() && !other.closest('.unseen, .panel .panel'))
        .filter((other) => {
          const box = other.getBoundingClientRect();
          const isApart =
            box.right <= own.left || box.left >= own.right || box.bottom <= own.top || box.top >= own.bottom;
          return box.width > 1 && !isApart;
        })
        .map((other) => `${caption.textContent} over ${other.className} ${other.textContent?.slice(0, 30)}`);
    });
  });
}

describe('captions over the picture', () => {
  it('stand out from white, black and noise by 4.5 to 1 and more', async () => {
    for (const [text, language] of [
      [ENGLISH, 'en'],
      [CHINESE, 'zh-Hans'],
    ] as const) {
      await say(text, language);
      for (const backdrop of ['white', 'black', 'noise'] as const) {
        expect(await contrastOver(backdrop), `${language} over ${backdrop}`).toBeGreaterThanOrEqual(4.5);
      }
    }
  });

  it('cover neither controls nor an open panel, whatever their size and place', async () => {
    await say(ENGLISH, 'en', 'wind');
    for (const viewport of VIEWPORTS) {
      await page.setViewportSize(viewport);
      for (const kind of ['none', 'places', 'access', 'hotspot'] as const) {
        await page.evaluate((open) => {
          const { commands } = window.captionsPage;
          if (open === 'none') commands.closePanel();
          else commands.openPanel(open === 'hotspot' ? { kind: open, hotspotId: 'donors' } : { kind: open });
        }, kind);
        for (const size of [1, 1.5, 2] as const) {
          for (const place of ['below', 'above'] as const) {
            await page.evaluate((set) => window.captionsPage.commands.captions.set(set), { size, place });
            await settle();
            const where = `${viewport.width} × ${viewport.height}, ${kind}, ${size}, ${place}`;
            expect(await page.locator('.captions').getAttribute('data-size'), where).toBe(String(size));
            await expect.poll(findCovered, { message: where, timeout: 20_000 }).toEqual([]);
          }
        }
      }
    }
    await page.evaluate(() => {
      window.captionsPage.commands.closePanel();
      window.captionsPage.commands.captions.set({ size: 1, place: 'below' });
    });
  });

  it('say what they are in: language, brackets of the script, text without a live region', async () => {
    await page.setViewportSize(VIEWPORTS[0]);
    await say(CHINESE, 'zh-Hans', '风声');
    const captions = page.locator('.captions__one');
    expect(await captions.allTextContents()).toEqual(['〔风声〕', CHINESE]);
    expect(await captions.last().getAttribute('lang')).toBe('zh-Hans');
    expect(await page.locator('.captions').getAttribute('aria-live')).toBe('off');
    await say(ENGLISH, 'en', 'wind');
    expect(await captions.first().textContent()).toBe('[wind]');
    await page.evaluate(() => window.captionsPage.commands.captions.set({ describesSounds: false }));
    expect(await captions.allTextContents()).toEqual([ENGLISH]);
    await page.evaluate(() => window.captionsPage.commands.captions.set({ isOn: false }));
    await eventually(() => page.locator('.captions').count()).toBe(0);
    await page.evaluate(() => window.captionsPage.commands.captions.set({ isOn: true, describesSounds: true }));
  });

  it('stay at the edge of the window at 400 % zoom, and nothing is lost beside them', async () => {
    await say(ENGLISH, 'en');
    await page.setViewportSize({ width: 320, height: 256 });
    await settle();
    const box = await page.locator('.captions').boundingBox();
    expect(box && box.y >= 0 && box.y + box.height <= 257 && box.height <= 0.4 * 256 + 1).toBe(true);
    for (const name of ['Places', 'About', 'What is in front of me?']) {
      const button = page.getByRole('button', { name }).first();
      await button.focus();
      expect(await button.evaluate((element) => element === document.activeElement), name).toBe(true);
    }
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    await page.setViewportSize(VIEWPORTS[0]);
  });
});

describe('the words of the page', () => {
  it('stand out from white, black and noise by 4.5 to 1, wide and narrow', async () => {
    await page.evaluate(() => window.captionsPage.commands.captions.clear());
    for (const viewport of VIEWPORTS) {
      await page.setViewportSize(viewport);
      for (const backdrop of ['white', 'black', 'noise'] as const) {
        await page.evaluate((kind) => window.captionsPage.paint(kind), backdrop);
        await settle();
        const words = await contrastOfWords(page);
        expect(words.length).toBeGreaterThan(3);
        const faint = words.filter(({ ratio }) => ratio < 4.5);
        expect(faint, `${viewport.width} × ${viewport.height}, ${backdrop}`).toEqual([]);
      }
    }
    await page.setViewportSize(VIEWPORTS[0]);
  });
});

describe('the transcript', () => {
  it('marks the line that is being said', async () => {
    await page.evaluate(() => window.captionsPage.commands.openPanel({ kind: 'transcript' }));
    await say('Look at the donors\non your right.', 'en');
    await eventually(() => page.locator('.transcript__line[aria-current]').allTextContents()).toEqual([
      'Look at the donors on your right.',
    ]);
    await page.evaluate(() => window.captionsPage.commands.closePanel());
  });
});

describe('what is in front of one', () => {
  it('is told by a key, from left to right, with the nearest way on', async () => {
    await page.evaluate(() => window.captionsPage.commands.captions.clear());
    await page.locator('.place__name').focus();
    await page.keyboard.press('i');
    await eventually(() => page.locator('#objects [role=status]').textContent()).toBe(
      'Facing south-east. From left to right: Donors, to the left.',
    );
  });
});

describe('one switch', () => {
  it('reaches and presses everything: groups first, then what is in them', async () => {
    await page.evaluate(() => window.captionsPage.commands.access.set({ scans: true, scanSeconds: 1 }));
    const lit = page.locator('[data-scan]');
    await lit.waitFor();
    // The switch is pressed when the controls are shown, then when the list of places is.
    await page.locator('#controls[data-scan=group]').waitFor();
    await page.keyboard.press('Enter');
    await page.locator('#controls [data-scan=item]', { hasText: 'Places' }).waitFor();
    await page.mouse.click(640, 300);
    await page.locator('.panel--places').waitFor();
    await page.evaluate(() => window.captionsPage.commands.access.set({ scans: false }));
    await eventually(() => lit.count()).toBe(0);
    await page.keyboard.press('Escape');
    await eventually(() => page.locator('.panel').count()).toBe(0);
  });
});

describe.each(['en', 'zh-Hans'] as const)('the page with captions in %s', (language) => {
  it('breaks no rule of WCAG that axe can see, whatever is open', async () => {
    await page.evaluate((tag) => window.captionsPage.commands.setLanguage(tag), language);
    await eventually(() => page.evaluate(() => document.documentElement.lang)).toBe(language);
    await say(language === 'en' ? ENGLISH : CHINESE, language, language === 'en' ? 'wind' : '风声');
    expect(await findBreaches(page), 'captions').toEqual([]);
    for (const kind of ['access', 'transcript', 'about', 'places'] as const) {
      await page.evaluate((open) => window.captionsPage.commands.openPanel({ kind: open }), kind);
      await page.locator('.panel').waitFor();
      expect(await findBreaches(page), kind).toEqual([]);
    }
    await page.evaluate(() => window.captionsPage.commands.closePanel());
  });
});
