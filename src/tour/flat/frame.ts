/** Which part of a flat picture fills the page: its middle and the page's width, metres on the picture. */
import type { WallFrame } from '../wallView/state.ts';
import { armsFrame, openWidth } from './opening.ts';
import type { FlatShape, FlatSpan } from './shape.ts';

export interface PageShape {
  readonly aspect: number;
  /** Device pixels across. */
  readonly widthPx: number;
}

/** Device pixels that a pixel of the picture may cover. */
const MOST_MAGNIFICATION = 4;
/** Of the page, what may be beyond an edge of the picture. */
const MARGIN = 0.1;
/** Of the page's height, how far above its middle a picture hangs that is all on it: what one does with it stands below. */
const RAISED = 0.06;
/** Of the page, what a place that one is led to takes. */
const LED_SHARE = 0.5;
/** Nothing that one is led to is shown larger than this, metres across. */
const LEAST_LED = 0.12;

/** Where one begins: a scroll at its first opening, a picture as a whole. */
export function firstFrame(shape: FlatShape, page: PageShape): WallFrame {
  const { width, onward, isScroll } = shape;
  const x = isScroll ? (-onward * width) / 2 : 0;
  return keepFrame(shape, { x, y: -Infinity, width: isScroll ? armsFrame(shape, page.aspect) : Infinity }, page);
}

/** The nearest frame that the picture has: no finer than its pixels are worth, no wider than all of it. */
export function keepFrame(shape: FlatShape, { x, y, width }: WallFrame, page: PageShape): WallFrame {
  const { aspect, widthPx } = page;
  const whole = Math.max(shape.width, shape.height * aspect) * (1 + 2 * MARGIN);
  const least = Math.min(whole, (widthPx * shape.metresPerPixel) / MOST_MAGNIFICATION);
  const kept = Math.min(whole, Math.max(least, width));
  const most = kept * (0.5 - MARGIN);
  const halfWidth = shape.isScroll ? Math.min(most, openWidth(shape, kept, aspect) / 2) : most;
  const reachX = Math.max(0, shape.width / 2 - halfWidth);
  const reachY = Math.max((RAISED * kept) / aspect, shape.height / 2 - most / aspect);
  return { x: clamp(x, reachX), y: clamp(y, reachY), width: kept };
}

/** The frame that shows a part of the picture well, and what is around it. */
export function frameAround(shape: FlatShape, { left, right, bottom, top }: FlatSpan, page: PageShape): WallFrame {
  const across = Math.max(LEAST_LED, right - left, (top - bottom) * page.aspect) / LED_SHARE;
  const width = Math.min(across, armsFrame(shape, page.aspect));
  return keepFrame(shape, { x: (left + right) / 2, y: (bottom + top) / 2, width }, page);
}

/** The frame at the beginning of a part of a scroll, as wide as the present one. */
export function frameAtStart(shape: FlatShape, { left, right }: FlatSpan, now: WallFrame, page: PageShape): WallFrame {
  const start = shape.onward < 0 ? right : left;
  const half = Math.min(now.width * (0.5 - MARGIN), openWidth(shape, now.width, page.aspect) / 2);
  return keepFrame(shape, { ...now, x: start + shape.onward * half }, page);
}

/** The frame one opening further on, or back (`steps` −1). */
export function frameOnward(shape: FlatShape, now: WallFrame, page: PageShape, steps: number): WallFrame {
  const open = Math.min(now.width * (1 - 2 * MARGIN), openWidth(shape, now.width, page.aspect));
  // A little of what was seen stays, so that one knows where one is.
  return keepFrame(shape, { ...now, x: now.x + shape.onward * steps * open * 0.9 }, page);
}

/** The frame at the first (0) or the last (1) end. */
export function frameAtEnd(shape: FlatShape, now: WallFrame, page: PageShape, end: 0 | 1): WallFrame {
  return keepFrame(shape, { ...now, x: (end * 2 - 1) * shape.onward * shape.width }, page);
}

/** The frame about the same middle that shows the picture as large as it is, given CSS pixels per metre of the screen. */
export function realFrame(
  shape: FlatShape,
  now: WallFrame,
  page: PageShape,
  cssWidthPx: number,
  pxPerMetre: number,
): WallFrame {
  return keepFrame(shape, { ...now, width: cssWidthPx / pxPerMetre }, page);
}

function clamp(value: number, most: number): number {
  // Adding zero turns −0 into 0.
  return Math.max(-most, Math.min(most, value)) + 0;
}
