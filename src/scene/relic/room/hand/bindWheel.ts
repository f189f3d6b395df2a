import { toDevice } from '#scene/look/bindPointers.ts';
import { zoomOfWheel } from '#scene/look/bindWheel.ts';
import type { RoomDesk } from './desk.ts';

/** Zooms about what is under the pointer. */
export function bindWheel(desk: RoomDesk): void {
  const { element, signal } = desk;
  element.addEventListener(
    'wheel',
    (event) => {
      if (!desk.isOpen()) return;
      event.preventDefault();
      const amount = zoomOfWheel(event);
      if (amount !== 0) desk.zoom(amount, toDevice(element, event.clientX, event.clientY));
    },
    { signal, passive: false },
  );
}
