/** Which edges of the view the page covers, so that the relic can be shown in what is left of it. */
import { type RefObject, useEffect } from 'react';
import { toRadians } from '#shared/angle.ts';
import { FIRST_VIEW } from '#tour/relic/orbit/request.ts';
import { useUi } from '../../context.ts';
import type { Insets } from '../../ports.ts';
import { type Bounds, boundsOf, sizeOf } from '../bounds.ts';
import { useRelic } from '../inHand.ts';

/** Where panels are sheets at the foot instead of standing beside the picture: as in the style sheets. */
const SHEET = '(max-width: 56rem), (orientation: portrait)';
/** Where there is no room to lay things over each other and the page scrolls. */
const SCROLLING = '(max-height: 26rem)';
/** Of the page's controls from the tools and from the relic, CSS pixels. */
const ROW_GAP_PX = 12;
/** What the relic stands on, and some air, make what is to be seen this much larger than the relic. */
const AROUND = { wide: 1.3, tall: 1.35 };
const NONE: Insets = { top: 0, right: 0, bottom: 0, left: 0 };
const EDGES = ['top', 'right', 'bottom', 'left'] as const;

/** Upper left corner and size, CSS pixels. */
export type Rect = Pick<DOMRect, 'left' | 'top' | 'width' | 'height'>;

export interface Covers {
  /** Name and caption, in the upper left. */
  readonly head: Rect | null;
  /** The tools, or on a narrow page the whole sheet. */
  readonly foot: Rect | null;
  /** Controls just above the tools, where the page has them there: a standing kiosk's way back. */
  readonly row: Rect | null;
  readonly panel: Rect | null;
  readonly width: number;
  readonly height: number;
  readonly isSheet: boolean;
  readonly isScrolling: boolean;
  readonly bounds: Bounds | null;
  /** How much more steeply than usual the relic is looked down on at first, as on a scroll that lies; radians. */
  readonly steepness: number;
}

/**
 * On a wide page the relic keeps clear of its caption: below it or beside it, whichever leaves it larger; where nothing
 * meets anyway, it has the whole of what panel and tools leave free. Beside it, it moves no farther from the middle than
 * it has to.
 */
export function insetsFrom({
  head,
  foot,
  row,
  panel,
  width,
  height,
  isSheet,
  isScrolling,
  bounds,
  steepness,
}: Covers): Insets {
  if (isScrolling) return NONE;
  const bottom = foot ? Math.max(0, height - foot.top) : 0;
  const headBottom = head ? head.top + head.height : 0;
  if (isSheet) return { ...NONE, top: headBottom, bottom: bottom + (row ? row.height + 2 * ROW_GAP_PX : 0) };
  const right = panel ? Math.max(0, width - panel.left) : 0;
  const open = { ...NONE, right, bottom };
  if (!head) return open;
  const headRight = head.left + head.width;
  const [w, h, d] = bounds ? sizeOf(bounds) : [1, 1, 1];
  const tall = h * Math.cos(steepness) + Math.max(w, d) * Math.sin(steepness);
  const shape = { wide: Math.max(w, d) * AROUND.wide, tall: tall * AROUND.tall };
  const scaleIn = ({ top, right: r, bottom: b, left }: Insets) =>
    Math.min((width - left - r) / shape.wide, (height - top - b) / shape.tall);
  const scale = scaleIn(open);
  const isLeftOfHead = (width - right - scale * shape.wide) / 2 < headRight;
  const isAboveHead = (height - bottom - scale * shape.tall) / 2 < headBottom;
  if (!isLeftOfHead || !isAboveHead) return open;
  const aside = { ...open, left: headRight };
  const below = { ...open, top: headBottom };
  if (scaleIn(below) > scaleIn(aside)) return below;
  // As far from the middle as the relic, at that size, needs to clear the caption.
  const left = headRight - Math.max(0, width - right - headRight - scaleIn(aside) * shape.wide);
  return { ...open, left: Math.max(0, Math.round(left)) };
}

/**
 * Tells the port and the style sheets (`--inset-…` of the relic's section) at once and at every change; the port also
 * that nothing is covered once the relic is put back.
 */
export function useInsets(view: RefObject<HTMLElement | null>, layout: string): void {
  const { onInsets } = useUi();
  const { visit, asset } = useRelic();
  const bounds = boundsOf(asset, visit.facts);
  const shape = JSON.stringify(bounds);
  const pitch = asset.kind === 'model' ? toRadians(asset.start?.pitch ?? 0) : 0;
  const steepness = Math.max(0, pitch - FIRST_VIEW.pitch);
  useEffect(() => {
    const relic = view.current?.closest<HTMLElement>('.relic');
    if (!relic) return;
    let last = '';
    const tell = () => {
      for (const [name, px] of Object.entries(measureEnds(relic))) relic.style.setProperty(name, `${px}px`);
      const insets = measure(relic, JSON.parse(shape) as Bounds | null, steepness);
      const key = JSON.stringify(insets);
      if (key === last) return;
      last = key;
      for (const edge of EDGES) relic.style.setProperty(`--inset-${edge}`, `${insets[edge]}px`);
      onInsets?.(insets);
    };
    const observer = new ResizeObserver(tell);
    for (const element of [relic, ...relic.querySelectorAll('[data-covers]')]) observer.observe(element);
    return () => observer.disconnect();
  }, [onInsets, view, layout, shape, steepness]);
  useEffect(() => () => onInsets?.(NONE), [onInsets]);
}

/** For the style sheets, CSS pixels: how high the tools reach, and how far the caption. */
function measureEnds(relic: HTMLElement): Readonly<Record<string, number>> {
  const foot = relic.querySelector('[data-covers="foot"]')?.getBoundingClientRect();
  const head = relic.querySelector('[data-covers="head"]')?.getBoundingClientRect();
  return {
    '--foot': foot ? Math.max(0, innerHeight - foot.top) : 0,
    '--head-end': head ? (isMirrored(relic) ? innerWidth - head.left : head.right) : 0,
    '--head-bottom': head?.bottom ?? 0,
  };
}

/** Where one reads to the left, the page is laid out the other way round: caption at the right, panel at the left. */
function isMirrored(relic: HTMLElement): boolean {
  return getComputedStyle(relic).direction === 'rtl';
}

/** The same part of a page seen in a mirror. @param width Of the page, CSS pixels. */
function mirrorRect(rect: Rect, width: number): Rect {
  return { left: width - rect.left - rect.width, top: rect.top, width: rect.width, height: rect.height };
}
function mirrorInsets(insets: Insets): Insets {
  return { ...insets, left: insets.right, right: insets.left };
}

function measure(relic: HTMLElement, bounds: Bounds | null, steepness: number): Insets {
  const mirrored = isMirrored(relic);
  const rect = (name: string) => {
    const own = relic.querySelector(`[data-covers="${name}"]`)?.getBoundingClientRect() ?? null;
    return own && mirrored ? mirrorRect(own, innerWidth) : own;
  };
  const back = relic.querySelector('.relic__back');
  const insets = insetsFrom({
    row: back && getComputedStyle(back).position === 'fixed' ? back.getBoundingClientRect() : null,
    head: rect('head'),
    foot: rect('foot'),
    panel: rect('panel'),
    width: innerWidth,
    height: innerHeight,
    isSheet: matchMedia(SHEET).matches,
    isScrolling: matchMedia(SCROLLING).matches,
    bounds,
    steepness,
  });
  return mirrored ? mirrorInsets(insets) : insets;
}
