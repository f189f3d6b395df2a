/** Which edges of the view the page covers, so that the relic can be shown in what is left of it. */
import { type RefObject, useEffect } from 'react';
import { useUi } from '../../context.ts';
import type { Insets } from '../../ports.ts';
import { type Bounds, boundsOf, sizeOf } from '../bounds.ts';
import { useRelic } from '../inHand.ts';

/** Where panels are sheets at the foot instead of standing beside the picture: as in the style sheets. */
const SHEET = '(max-width: 56rem), (orientation: portrait)';
/** Where there is no room to lay things over each other and the page scrolls. */
const SCROLLING = '(max-height: 26rem)';
const NONE: Insets = { top: 0, right: 0, bottom: 0, left: 0 };
const EDGES = ['top', 'right', 'bottom', 'left'] as const;

/** Upper left corner and size, CSS pixels. */
export type Rect = Pick<DOMRect, 'left' | 'top' | 'width' | 'height'>;

export interface Covers {
  /** Name and caption, in the upper left. */
  readonly head: Rect | null;
  /** The tools, or on a narrow page the whole sheet. */
  readonly foot: Rect | null;
  readonly panel: Rect | null;
  readonly width: number;
  readonly height: number;
  readonly isSheet: boolean;
  readonly isScrolling: boolean;
  readonly bounds: Bounds | null;
}

/**
 * On a wide page the relic keeps clear of its caption: below it or beside it, whichever leaves it larger; where nothing
 * meets anyway, it has the whole of what panel and tools leave free.
 */
export function insetsFrom({ head, foot, panel, width, height, isSheet, isScrolling, bounds }: Covers): Insets {
  if (isScrolling) return NONE;
  const bottom = foot ? Math.max(0, height - foot.top) : 0;
  const headBottom = head ? head.top + head.height : 0;
  if (isSheet) return { ...NONE, top: headBottom, bottom };
  const right = panel ? Math.max(0, width - panel.left) : 0;
  const open = { ...NONE, right, bottom };
  if (!head) return open;
  const headRight = head.left + head.width;
  const [w, h, d] = bounds ? sizeOf(bounds) : [1, 1, 1];
  const shape = { wide: Math.max(w, d), tall: h };
  const scaleIn = ({ top, right: r, bottom: b, left }: Insets) =>
    Math.min((width - left - r) / shape.wide, (height - top - b) / shape.tall);
  const scale = scaleIn(open);
  const isLeftOfHead = (width - right - scale * shape.wide) / 2 < headRight;
  const isAboveHead = (height - bottom - scale * shape.tall) / 2 < headBottom;
  if (!isLeftOfHead || !isAboveHead) return open;
  // Without a panel the middle of the page stays the middle.
  const beside = { ...open, left: headRight, right: Math.max(right, headRight) };
  const below = { ...open, top: headBottom };
  return scaleIn(below) > scaleIn(beside) ? below : beside;
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
  useEffect(() => {
    const relic = view.current?.closest<HTMLElement>('.relic');
    if (!relic) return;
    let last = '';
    const tell = () => {
      const insets = measure(relic, JSON.parse(shape) as Bounds | null);
      const key = JSON.stringify(insets);
      if (key === last) return;
      last = key;
      for (const edge of EDGES) relic.style.setProperty(`--inset-${edge}`, `${insets[edge]}px`);
      onInsets?.(insets);
    };
    const observer = new ResizeObserver(tell);
    for (const element of [relic, ...relic.querySelectorAll('[data-covers]')]) observer.observe(element);
    return () => observer.disconnect();
  }, [onInsets, view, layout, shape]);
  useEffect(() => () => onInsets?.(NONE), [onInsets]);
}

function measure(relic: HTMLElement, bounds: Bounds | null): Insets {
  const rect = (name: string) => relic.querySelector(`[data-covers="${name}"]`)?.getBoundingClientRect() ?? null;
  return insetsFrom({
    head: rect('head'),
    foot: rect('foot'),
    panel: rect('panel'),
    width: innerWidth,
    height: innerHeight,
    isSheet: matchMedia(SHEET).matches,
    isScrolling: matchMedia(SCROLLING).matches,
    bounds,
  });
}
