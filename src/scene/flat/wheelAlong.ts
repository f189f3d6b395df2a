import { toView } from '#scene/look/bindPointers.ts';
import { zoomOfWheel } from '#scene/look/bindWheel.ts';
import type { LookDesk } from '#scene/look/desk.ts';
import { zoomBy } from '#tour/look/wishes.ts';

/** Some mice and browsers count in lines or pages. */
const LINE_PX = 33;
const PAGE_PX = 400;

export interface Along {
  /** The way one reads on, −1 or 1; 0 where the picture is not rolled up. */
  readonly onward: () => -1 | 0 | 1;
  /** Moves the visitor to the right by so many CSS pixels. */
  readonly move: (acrossPx: number) => void;
}

/**
 * The wheel unrolls a scroll the way one reads, and sideways it moves over any picture; with the control key, pinched on a
 * trackpad, and on a picture that is not rolled up it comes nearer about the pointer.
 */
export function bindWheelAlong(desk: LookDesk, { onward, move }: Along): void {
  const { element, state, signal, isAwake, wake } = desk;
  element.addEventListener(
    'wheel',
    (event) => {
      if (!isAwake()) return;
      event.preventDefault();
      const unit = event.deltaMode === 1 ? LINE_PX : event.deltaMode === 2 ? PAGE_PX : 1;
      const isZoom = event.ctrlKey || (onward() === 0 && !event.shiftKey && event.deltaX === 0);
      if (!isZoom) {
        const sideways = event.shiftKey && event.deltaX === 0 ? event.deltaY : event.deltaX;
        const along = event.shiftKey ? 0 : event.deltaY * onward();
        move((sideways + along) * unit);
        return;
      }
      const { x, y } = toView(desk, event.clientX, event.clientY);
      zoomBy(state, zoomOfWheel(event), x, y);
      wake();
    },
    { signal, passive: false },
  );
}
