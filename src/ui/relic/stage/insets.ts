/** Which edges of the view the page covers, so that the relic can be shown in what is left of it. */
import { type RefObject, useEffect } from 'react';
import { useUi } from '../../context.ts';
import type { Insets } from '../../ports.ts';

/** Where panels are sheets at the foot instead of standing beside the picture: as in the style sheets. */
const SHEET = '(max-width: 56rem), (orientation: portrait)';
/** Where there is no room to lay things over each other and the page scrolls. */
const SCROLLING = '(max-height: 26rem)';
const NONE: Insets = { top: 0, right: 0, bottom: 0, left: 0 };

/** Upper left corner and size, CSS pixels. */
export type Rect = Pick<DOMRect, 'left' | 'top' | 'width' | 'height'>;

export interface Covers {
  readonly head: Rect | null;
  readonly foot: Rect | null;
  readonly panel: Rect | null;
  readonly width: number;
  readonly height: number;
  readonly isSheet: boolean;
  readonly isScrolling: boolean;
}

/** On a wide page name and tools leave the middle free, and a panel takes one side; on others all stand above or below. */
export function insetsFrom({ head, foot, panel, width, height, isSheet, isScrolling }: Covers): Insets {
  if (isScrolling) return NONE;
  const bottom = foot ? Math.max(0, height - foot.top) : 0;
  if (isSheet) return { ...NONE, top: head ? head.top + head.height : 0, bottom };
  return { ...NONE, right: panel ? Math.max(0, width - panel.left) : 0, bottom };
}

/** Tells the port at once and at every change, and that nothing is covered once the relic is put back. */
export function useInsets(view: RefObject<HTMLElement | null>, layout: string): void {
  const { onInsets } = useUi();
  useEffect(() => {
    const relic = view.current?.closest<HTMLElement>('.relic');
    if (!onInsets || !relic) return;
    let last = '';
    const tell = () => {
      const insets = measure(relic);
      const key = JSON.stringify(insets);
      if (key !== last) onInsets(insets);
      last = key;
    };
    const observer = new ResizeObserver(tell);
    for (const element of [relic, ...relic.querySelectorAll('[data-covers]')]) observer.observe(element);
    return () => observer.disconnect();
  }, [onInsets, view, layout]);
  useEffect(() => () => onInsets?.(NONE), [onInsets]);
}

/** The middle of what nothing covers, CSS pixels of the window. */
export function freeMiddle(): readonly [xPx: number, yPx: number] {
  const relic = document.querySelector<HTMLElement>('.relic');
  const { top, right, bottom, left } = relic ? measure(relic) : NONE;
  return [(left + innerWidth - right) / 2, (top + innerHeight - bottom) / 2];
}

function measure(relic: HTMLElement): Insets {
  const rect = (name: string) => relic.querySelector(`[data-covers="${name}"]`)?.getBoundingClientRect() ?? null;
  return insetsFrom({
    head: rect('head'),
    foot: rect('foot'),
    panel: rect('panel'),
    width: innerWidth,
    height: innerHeight,
    isSheet: matchMedia(SHEET).matches,
    isScrolling: matchMedia(SCROLLING).matches,
  });
}
