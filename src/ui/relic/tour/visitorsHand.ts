import { useEffect, useRef } from 'react';

/** A press that moves farther than this is a drag, in CSS pixels. */
const DRAG_PX = 8;
const TURNING_KEYS = /^(Arrow(Left|Right|Up|Down)|[+=−-])$/;
/** Where keys mean something else than turning the relic. */
const TAKEN = 'input, select, textarea, audio, [role="dialog"], [role="group"][tabindex]';

interface Hand {
  /** The visitor has begun to turn the relic or to come closer. */
  readonly onHand: () => void;
  /** The space bar while nothing has the focus that it would press. */
  readonly onSpace: () => void;
}

/** Notices when the visitor reaches for the relic while something else leads. */
export function useVisitorsHand(hand: Hand): void {
  const latest = useRef(hand);
  useEffect(() => {
    latest.current = hand;
  });
  useEffect(() => {
    const ends = new AbortController();
    const { signal } = ends;
    let press: { readonly x: number; readonly y: number } | null = null;
    const isOwn = (target: EventTarget | null) => target instanceof Element && target.closest('.grotto-ui') !== null;
    document.addEventListener(
      'pointerdown',
      ({ target, clientX, clientY }) => (press = isOwn(target) ? null : { x: clientX, y: clientY }),
      { signal, capture: true },
    );
    document.addEventListener(
      'pointermove',
      ({ clientX, clientY }) => {
        if (!press || Math.hypot(clientX - press.x, clientY - press.y) < DRAG_PX) return;
        press = null;
        latest.current.onHand();
      },
      { signal, capture: true, passive: true },
    );
    for (const end of ['pointerup', 'pointercancel'] as const) {
      document.addEventListener(end, () => (press = null), { signal, capture: true });
    }
    document.addEventListener(
      'wheel',
      ({ target }) => {
        if (!isOwn(target)) latest.current.onHand();
      },
      { signal, capture: true, passive: true },
    );
    document.addEventListener(
      'keydown',
      (event) => {
        if (event.ctrlKey || event.metaKey || event.altKey || !(event.target instanceof Element)) return;
        if (TURNING_KEYS.test(event.key) && !event.target.closest(TAKEN)) latest.current.onHand();
        if (event.key !== ' ' || event.target.closest(`${TAKEN}, button, a[href], summary`)) return;
        event.preventDefault();
        latest.current.onSpace();
      },
      { signal, capture: true },
    );
    return () => ends.abort();
  }, []);
}
