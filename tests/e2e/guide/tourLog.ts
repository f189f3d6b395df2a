/** What a visitor is given of a guided tour, written down on the page itself, so that no caption slips past a test. */
import type { Page } from 'playwright-core';
import type { GuideState } from '#app/scriptApi/api.ts';
import type { ViewInDegrees } from '#embed/protocol.ts';

interface LoggedCaption {
  /** The number of the step in the document, from 1. */
  readonly step: number;
  readonly text: string;
  readonly language: string;
}

/** One moment of a tour. */
export interface Moment {
  readonly guide: GuideState | null;
  readonly nodeId: string;
  readonly view: ViewInDegrees;
  /** Of the page's clock. */
  readonly seconds: number;
}

interface LoggedWindow {
  tourLog: LoggedCaption[];
}

/** From now on; what was written down before is forgotten. Nothing is to be said at that moment. */
export async function keepLog(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const log: LoggedCaption[] = [];
    const isKept = 'tourLog' in globalThis;
    (globalThis as unknown as LoggedWindow).tourLog = log;
    if (isKept) return;
    let step = (await window.grotto?.guide('state'))?.step ?? 0;
    window.grotto?.on('guide', ({ guide }) => {
      step = guide?.step ?? 0;
    });
    let shown: string | null = null;
    const note = (): void => {
      const caption = document.querySelector<HTMLElement>('.captions__one[data-kind="speech"]');
      const text = caption?.textContent ?? null;
      if (text === shown) return;
      shown = text;
      if (caption && text !== null) {
        (globalThis as unknown as LoggedWindow).tourLog.push({ step, text, language: caption.lang });
      }
    };
    note();
    new MutationObserver(note).observe(document.body, { childList: true, subtree: true, characterData: true });
  });
}

export function loggedCaptions(page: Page): Promise<LoggedCaption[]> {
  return page.evaluate(() => (globalThis as unknown as LoggedWindow).tourLog);
}

export function readMoment(page: Page): Promise<Moment> {
  return page.evaluate(async () => {
    const { grotto } = window;
    if (!grotto) throw new Error('the page has no script API');
    const [guide, { nodeId, view }] = await Promise.all([grotto.guide('state'), grotto.state()]);
    return { guide, nodeId, view, seconds: performance.now() / 1_000 };
  });
}
