import { zoomBy } from '#tour/look/wishes.ts';
import { toView } from './bindPointers.ts';
import type { LookDesk } from './desk.ts';

/** Logarithm of the magnification per pixel that the wheel scrolls: a mouse's notch of 100 pixels is a fifth. */
const PER_PIXEL = 0.002;
/** A pinch on a trackpad comes as a wheel with the control key, in much smaller numbers. */
const PER_PINCH_PIXEL = 0.01;
/** Some mice and browsers count in lines or pages. */
const LINE_PX = 33;
const PAGE_PX = 400;
/** No single event zooms by more, however fast a wheel spins. */
const MAX_AMOUNT = 0.6;

/** Zooms about the pointer. */
export function bindWheel(desk: LookDesk): void {
  const { element, state, signal, isAwake, wake } = desk;
  element.addEventListener(
    'wheel',
    (event) => {
      event.preventDefault();
      if (!isAwake()) return;
      const amount = zoomOfWheel(event);
      if (amount === 0) return;
      const { x, y } = toView(desk, event.clientX, event.clientY);
      zoomBy(state, amount, x, y);
      wake();
    },
    { signal, passive: false },
  );
}

/** How much nearer a wheel event comes, as the logarithm of the magnification. */
export function zoomOfWheel({
  deltaY,
  deltaMode,
  ctrlKey,
}: Pick<WheelEvent, 'deltaY' | 'deltaMode' | 'ctrlKey'>): number {
  const pixels = deltaY * (deltaMode === 1 ? LINE_PX : deltaMode === 2 ? PAGE_PX : 1);
  // A mouse's wheel with the control key held sends whole notches; a pinch sends a few pixels at a time.
  const isPinch = ctrlKey && deltaMode === 0 && Math.abs(deltaY) < 50;
  const amount = -pixels * (isPinch ? PER_PINCH_PIXEL : PER_PIXEL);
  return Math.min(MAX_AMOUNT, Math.max(-MAX_AMOUNT, amount));
}
