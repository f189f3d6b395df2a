/** What is written on panels and captions in a headset: every sheet as it was drawn, read off the canvas it is drawn on. */
import type { Page } from 'playwright-core';
import { PANEL_WIDTH, PIXELS_PER_METRE } from '#xr/panel/layout/measures.ts';

export interface Sheet {
  /** The number of the step of the guided tour that was under way, from 1; 0 without one. */
  readonly step: number;
  readonly heightPx: number;
  /** A panel has a handle; captions have not. */
  readonly isPanel: boolean;
  readonly lines: readonly { readonly text: string; readonly x: number; readonly y: number }[];
}

interface SheetWindow {
  sheetLog: {
    step: number;
    sheets: { step: number; heightPx: number; isPanel: boolean; lines: { text: string; x: number; y: number }[] }[];
  };
}

/** What a page has to run first. */
export function sheetScript(): string {
  const begin = (widthPx: number): void => {
    const log: SheetWindow['sheetLog'] = { step: 0, sheets: [] };
    (globalThis as unknown as SheetWindow).sheetLog = log;
    const latest = new WeakMap<CanvasRenderingContext2D, SheetWindow['sheetLog']['sheets'][number]>();
    const { prototype } = CanvasRenderingContext2D;
    // They are called with the context they were taken from.
    const { clearRect, fillRect, fillText, stroke } = prototype;
    prototype.clearRect = function (...args) {
      if (this.canvas.width === widthPx) {
        const sheet = { step: log.step, heightPx: 0, isPanel: false, lines: [] };
        latest.set(this, sheet);
        log.sheets.push(sheet);
      }
      clearRect.apply(this, args);
    };
    prototype.fillRect = function (x, y, width, height) {
      const sheet = latest.get(this);
      if (sheet) sheet.heightPx ||= height;
      fillRect.call(this, x, y, width, height);
    };
    prototype.fillText = function (text, x, y) {
      latest.get(this)?.lines.push({ text, x, y });
      fillText.call(this, text, x, y);
    };
    // Of a path of its own nothing on a sheet is drawn by this.
    prototype.stroke = function (...args: [] | [Path2D]) {
      const sheet = latest.get(this);
      if (sheet) sheet.isPanel = true;
      stroke.apply(this, args as [Path2D]);
    };
  };
  return `(${begin.toString()})(${Math.ceil(PANEL_WIDTH * PIXELS_PER_METRE)});`;
}

/** Tells the sheets at which step they are drawn; once, before a tour begins. */
export async function followGuide(page: Page): Promise<void> {
  await page.evaluate(() => {
    const { sheetLog } = globalThis as unknown as SheetWindow;
    window.grotto?.on('guide', ({ guide }) => {
      sheetLog.step = guide?.step ?? 0;
    });
  });
}

export function drawnSheets(page: Page): Promise<Sheet[]> {
  return page.evaluate(() => (globalThis as unknown as SheetWindow).sheetLog.sheets);
}

export async function forgetSheets(page: Page): Promise<void> {
  await page.evaluate(() => {
    (globalThis as unknown as SheetWindow).sheetLog.sheets = [];
  });
}
