/** Where things lie over each other nothing has to scroll; where the page scrolls, the focus has to come into view. */
const SCROLLING = '(max-height: 26rem)';

/** Gives an element the focus without a jump of what need not move. */
export function focusGently(element: HTMLElement | null | undefined): void {
  element?.focus({ preventScroll: !matchMedia(SCROLLING).matches });
}
