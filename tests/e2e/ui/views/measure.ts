/** What axe cannot see of a page: sizes, order, and what is cut off. Each answers what is wrong, in words. */
import type { Page } from 'playwright-core';

/** What one presses. A field of a choice is pressed through its label. */
const PRESSED = 'button, select, summary, input:not([type=radio]), label:has(input), a[href], [role=option]';

/** What is smaller than a finger or a pointer needs. Links within a sentence are as high as its line. */
export function findSmall(page: Page, least: number): Promise<string[]> {
  return page.evaluate(
    ([selector, atLeast]) => {
      const found: string[] = [];
      for (const element of document.querySelectorAll<HTMLElement>(selector)) {
        if (!element.checkVisibility() || element.closest('.unseen, [inert], .title-card:not(.is-live)')) continue;
        const { width, height } = element.getBoundingClientRect();
        const isInSentence =
          element.matches('a') &&
          getComputedStyle(element).display === 'inline' &&
          element.closest('p, dd, li')?.textContent !== element.textContent;
        // A pixel is laid out in sixty-fourths.
        if (isInSentence || (width > atLeast - 0.02 && height > atLeast - 0.02)) continue;
        found.push(`${element.className} “${element.textContent.slice(0, 30)}”: ${width} × ${height}`);
      }
      return found;
    },
    [PRESSED, least] as const,
  );
}

/**
 * What is read, or reached by the keyboard, before something that stands above it, or on its line and nearer to where
 * the line begins. Looked at in each part of the page by itself: parts lie around the picture, not below each other.
 */
export function findOutOfOrder(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const parts =
      '.panel__body, [role=dialog], nav, .corner, .head, .guide, .notice, .title-card, .relic__head, .tour, .at-wall__head';
    // Left and right of the picture lie where they do, whichever way one reads; what is around a middle has no lines.
    const spatial = '.pad, .lens-pad, .turn, .spot, .slider--spatial';
    const found: string[] = [];
    const last = new Map<Element, { readonly element: Element; readonly name: string; readonly box: DOMRect }>();
    for (const element of document.querySelectorAll<HTMLElement>('main *')) {
      if (element.tabIndex > 0) found.push(`${element.className} has a tabindex of ${element.tabIndex}`);
      const part = element.closest(parts);
      if (!part || element.closest(`.unseen, [inert], svg, option, ${spatial}`)) continue;
      // The words of a control are one thing with it.
      if (element.parentElement?.closest('button, a, label, summary, select')) continue;
      const isReached = element.tabIndex === 0;
      const words = [...element.childNodes].find(({ nodeType, textContent }) => nodeType === 3 && textContent?.trim());
      if (!(isReached || words) || !element.checkVisibility({ visibilityProperty: true })) continue;
      // Words lie where their letters do, however far their field reaches.
      const range = document.createRange();
      range.selectNodeContents(words ?? element);
      const box = (words ? range : element).getClientRects()[0];
      if (!box || box.width < 2) continue;
      const name = `${element.tagName} .${element.className} “${element.textContent.trim().slice(0, 30)}”`;
      const before = last.get(part);
      last.set(part, { element, name, box });
      if (!before || before.element.contains(element)) continue;
      const shared = Math.min(box.bottom, before.box.bottom) - Math.max(box.top, before.box.top);
      const isOneLine = shared > Math.min(box.height, before.box.height) / 2;
      const isRtl = getComputedStyle(part).direction === 'rtl';
      const ahead = isRtl ? box.right - before.box.right : before.box.left - box.left;
      const isBack = isOneLine ? ahead > 1 : box.top < before.box.top - 1;
      if (isBack) found.push(`${name} comes after ${before.name}`);
    }
    return found;
  });
}

/** What runs over the page to the side, what is cut off, and what is pressed but lies beneath something else. */
export function findCut(page: Page): Promise<string[]> {
  return page.evaluate(async (selector) => {
    const found: string[] = [];
    const { scrollWidth } = document.documentElement;
    if (scrollWidth > innerWidth) found.push(`the page is ${scrollWidth} wide`);
    for (const element of document.querySelectorAll<HTMLElement>('main *')) {
      if (
        !element.checkVisibility({ visibilityProperty: true }) ||
        element.closest('.unseen, [inert], svg, option, img[alt=""]')
      )
        continue;
      const name = `${element.tagName} .${element.className} “${element.textContent.trim().slice(0, 30)}”`;
      const style = getComputedStyle(element);
      const { left, right, width } = element.getBoundingClientRect();
      if (width < 2 || style.display === 'contents') continue;
      if (left < -1 || right > innerWidth + 1) found.push(`${name}: from ${left} to ${right}`);
      const cuts = (overflow: string): boolean => overflow === 'hidden' || overflow === 'clip';
      const isWide = element.scrollWidth > element.clientWidth + 1;
      const isHigh = element.scrollHeight > element.clientHeight + 1;
      if (isWide && style.overflowX !== 'visible' && element.matches('main, .panel, .panel *'))
        found.push(`${name}: ${element.scrollWidth} in ${element.clientWidth}`);
      if (isHigh && cuts(style.overflowY) && element.textContent.trim() !== '')
        found.push(`${name}: ${element.scrollHeight} high in ${element.clientHeight}`);
      if (!element.matches(selector)) continue;
      element.scrollIntoView({ block: 'center' });
      const box = element.getBoundingClientRect();
      const at = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
      // What the visitor has opened goes away with Escape.
      if (at?.closest('[role=dialog]') && !element.closest('[role=dialog]')) continue;
      if (!at || !(element.contains(at) || at.contains(element)))
        found.push(`${name} lies beneath ${at?.parentElement?.outerHTML.slice(0, 120) ?? 'the edge'}`);
    }
    return found;
  }, PRESSED);
}
