/** How far the words of the page stand out from what lies behind them, whatever that is. */
import type { Page } from 'playwright-core';
import sharp from 'sharp';

/** Of the letters' pixels the share whose ground is darker than what the contrast is reckoned with. */
const SHARE = 0.9;
/** How much a pixel changes, of 3 × 255, where a letter covers it and not just the edge of one. */
const COVERED = 60;

interface Word {
  readonly name: string;
  readonly colour: readonly [number, number, number];
  readonly box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
}

/** Relative luminance by WCAG 2. */
export function luminance(red: number, green: number, blue: number): number {
  const [r = 0, g = 0, b = 0] = [red, green, blue].map((value) => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** Every text that is seen, with the contrast of its colour to the ground behind its own letters. */
export async function contrastOfWords(page: Page): Promise<{ readonly name: string; readonly ratio: number }[]> {
  const words = await markWords(page);
  const withLetters = await shoot(page);
  await page.evaluate(() => {
    for (const element of document.querySelectorAll<HTMLElement>('main *'))
      element.style.setProperty('-webkit-text-fill-color', 'transparent');
  });
  const ground = await shoot(page);
  await page.evaluate(() => {
    for (const element of document.querySelectorAll<HTMLElement>('main *'))
      element.style.removeProperty('-webkit-text-fill-color');
  });
  return words.flatMap(({ name, colour, box }) => {
    const behind: number[] = [];
    for (let y = Math.max(0, Math.floor(box.y)); y < Math.min(ground.height, box.y + box.height); y++) {
      for (let x = Math.max(0, Math.floor(box.x)); x < Math.min(ground.width, box.x + box.width); x++) {
        const at = 3 * (y * ground.width + x);
        const [red = 0, green = 0, blue = 0] = ground.data.subarray(at, at + 3);
        const [r = 0, g = 0, b = 0] = withLetters.data.subarray(at, at + 3);
        if (Math.abs(red - r) + Math.abs(green - g) + Math.abs(blue - b) > COVERED)
          behind.push(luminance(red, green, blue));
      }
    }
    const lightest = behind.sort((a, b) => a - b)[Math.floor(SHARE * behind.length)];
    if (lightest === undefined) return [];
    return [{ name, ratio: (luminance(...colour) + 0.05) / (lightest + 0.05) }];
  });
}

function markWords(page: Page): Promise<Word[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('main *')].flatMap((element) => {
      const text = [...element.childNodes].find(({ nodeType, textContent }) => nodeType === 3 && textContent?.trim());
      if (!text || !element.checkVisibility({ visibilityProperty: true }) || element.closest('.unseen, svg')) return [];
      const range = document.createRange();
      range.selectNodeContents(text);
      const { x, y, width, height } = range.getBoundingClientRect();
      const [red = 0, green = 0, blue = 0] = getComputedStyle(element).color.match(/\d+/g)?.map(Number) ?? [];
      const name = `${element.className || element.tagName} “${element.textContent.trim().slice(0, 20)}”`;
      return [{ name, colour: [red, green, blue] as const, box: { x, y, width, height } }];
    }),
  );
}

async function shoot(page: Page): Promise<{ data: Buffer; width: number; height: number }> {
  const { data, info } = await sharp(await page.screenshot())
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height };
}
