import { isForPicture, isInScroller } from '#scene/look/bindKeys.ts';

export interface ScrollKeys {
  readonly page: Document;
  readonly region: HTMLElement;
  readonly signal: AbortSignal;
  readonly isAwake: () => boolean;
  /** One opening on (1) or back (−1). */
  readonly turnPage: (steps: -1 | 1) => void;
  /** To the beginning (0) or the end (1). */
  readonly goToEnd: (end: 0 | 1) => void;
  /** The visitor has done something, whatever it was. */
  readonly onInput: () => void;
}

/** What says itself whether the scroll unrolls on. */
const OWN = '[data-unrolls]';

/** Page keys go on by an opening, Home and End to the ends; any input at all is heard of. */
export function bindScrollKeys({ page, region, signal, isAwake, turnPage, goToEnd, onInput }: ScrollKeys): void {
  const hear = ({ target }: Event): void => {
    if (!(target instanceof Element && target.closest(OWN))) onInput();
  };
  for (const type of ['pointerdown', 'wheel', 'keydown'] as const) {
    page.addEventListener(type, hear, { signal, capture: true, passive: true });
  }
  const actions: Readonly<Record<string, () => void>> = {
    PageDown: () => turnPage(1),
    PageUp: () => turnPage(-1),
    Home: () => goToEnd(0),
    End: () => goToEnd(1),
  };
  page.addEventListener(
    'keydown',
    (event) => {
      const act = actions[event.key];
      if (!act || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
      if (!isAwake() || !isForPicture(page, region) || isInScroller(page.activeElement)) return;
      event.preventDefault();
      act();
    },
    { signal },
  );
}
