/** Everything a visitor may try at a touch screen, or at a keyboard that somebody left attached. */
import type { Page } from 'playwright-core';

/** Before anything of the page runs: notes what became of the events that browsers answer themselves. */
export const NOTE_EVENTS = `
  window.escapes = [];
  for (const kind of ['contextmenu', 'dragstart', 'selectstart', 'keydown', 'wheel', 'drop', 'dragover']) {
    window.addEventListener(kind, (event) => {
      const what = kind === 'keydown' ? 'keydown ' + event.key : kind;
      setTimeout(() => window.escapes.push([what, event.defaultPrevented]));
    }, { capture: true, passive: true });
  }
`;

export const KEYS = [
  ...['F1', 'F3', 'F5', 'F6', 'F7', 'F11', 'F12', 'Control+p', 'Control+s', 'Control+o', 'Control+n', 'Control+t'],
  ...['Control+w', 'Control+u', 'Control+f', 'Control+h', 'Control+j', 'Control+d', 'Control+l', 'Control+r'],
  ...['Control+0', 'Control+Equal', 'Control+Minus', 'Control+Shift+i', 'Control+Shift+n', 'Control+Shift+Delete'],
  ...['Control+Tab', 'Alt+ArrowLeft', 'Alt+Home', 'Alt+F4', 'Meta+l', 'ContextMenu', 'Shift+F10'],
];

interface Finger {
  readonly x: number;
  readonly y: number;
}

export async function holdLong(page: Page, at: Finger): Promise<void> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [at] });
  await page.mouse.click(at.x, at.y, { button: 'right' });
  await devtools.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  await devtools.detach();
}

/** A finger along the glass, as one leafs through pictures. */
export async function swipe(page: Page, from: Finger, by: number): Promise<void> {
  const devtools = await page.context().newCDPSession(page);
  const send = (type: 'touchStart' | 'touchMove' | 'touchEnd', touchPoints: readonly Finger[]) =>
    devtools.send('Input.dispatchTouchEvent', { type, touchPoints: [...touchPoints] });
  await send('touchStart', [from]);
  for (const share of [0.25, 0.5, 0.75, 1]) await send('touchMove', [{ x: from.x + by * share, y: from.y }]);
  await send('touchEnd', []);
  await devtools.detach();
}

/** Fingers that go apart, two or three of them. */
export async function spread(page: Page, from: readonly Finger[], by: number): Promise<void> {
  const devtools = await page.context().newCDPSession(page);
  const middle = from.reduce((sum, { x }) => sum + x, 0) / from.length;
  const points = (share: number) => from.map(({ x, y }) => ({ x: x + Math.sign(x - middle) * by * share, y }));
  await devtools.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: points(0) });
  for (const share of [0.25, 0.5, 0.75, 1]) {
    await devtools.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: points(share) });
  }
  await devtools.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  await devtools.detach();
}

/** What became of the events since the last time; true where the browser was kept from answering. */
export async function readEscapes(page: Page): Promise<Map<string, boolean>> {
  return new Map(
    await page.evaluate(async () => {
      await new Promise((resolve) => setTimeout(resolve, 50));
      const { escapes } = globalThis as unknown as { escapes: [string, boolean][] };
      return escapes.splice(0);
    }),
  );
}

/** How far the page itself is zoomed. */
export function pageZoom(page: Page): Promise<number> {
  return page.evaluate(() => (visualViewport?.scale ?? 1) * (innerWidth / screen.width));
}
