import { drop, grab, panBy, pinchBy, release, turnBy } from '#tour/relic/orbit/wishes.ts';
import { toDevice } from '#scene/look/bindPointers.ts';
import { centreOf, type Point, spreadOf } from '#scene/look/fingers.ts';
import type { Handle, RoomDesk, Spot } from './desk.ts';

/** A press that moved no farther and took no longer is a tap. */
const TAP_PX = 6;
const TAP_MS = 400;
/** Two taps no farther apart in place and time are one double tap. */
const DOUBLE_TAP_PX = 30;
const DOUBLE_TAP_MS = 350;
/** How far from a thing one may be to mean it. */
const FINE_PX = 14;
const COARSE_PX = 26;

const RIGHT_BUTTON = 2;

interface Press {
  readonly x: number;
  readonly y: number;
  readonly at: number;
  isTap: boolean;
}

/**
 * Mouse, pen and fingers: one turns the relic, or takes hold of a handle; the right button, Shift or two fingers move
 * it; two fingers also zoom; a tap picks, a double tap looks at what is there.
 */
export function bindPointers(desk: RoomDesk): void {
  const { element, view, signal, wake } = desk;
  const fingers = new Map<number, Point>();
  let press: Press | null = null;
  let lastTap: Press | null = null;
  let handle: Handle | null = null;
  let isPanning = false;
  let last: Point = { x: 0, y: 0 };
  let spread = 0;

  const spotOf = ({ x, y }: Point): Spot => toDevice(element, x, y);
  const reachOf = (event: PointerEvent): number => (event.pointerType === 'mouse' ? FINE_PX : COARSE_PX);

  /** Measures anew whenever a finger comes or goes, so that the relic does not jump. */
  const rest = (): void => {
    last = centreOf(fingers.values());
    spread = spreadOf(fingers.values());
  };

  const begin = (event: PointerEvent): void => {
    const isMouse = event.pointerType === 'mouse';
    isPanning = isMouse && (event.button !== 0 || event.shiftKey);
    const spot = spotOf({ x: event.clientX, y: event.clientY });
    const isPlain = !isPanning && fingers.size === 1;
    handle?.release();
    handle = isPlain ? (desk.handles.find((one) => one.grab(spot, reachOf(event))) ?? null) : null;
    if (!handle) grab(view.state);
  };

  const move = (): void => {
    const centre = centreOf(fingers.values());
    const heightPx = Math.max(1, element.clientHeight);
    const [right, up] = [(centre.x - last.x) / heightPx, (last.y - centre.y) / heightPx];
    if (handle) {
      handle.drag(spotOf(centre));
    } else if (fingers.size > 1) {
      const nowSpread = spreadOf(fingers.values());
      panBy(view.state, right, up);
      if (spread > 0 && nowSpread > 0) {
        const spot = spotOf(centre);
        pinchBy(view.state, nowSpread / spread, ...view.heightsFromTarget(spot.x, spot.y));
      }
    } else if (isPanning) {
      panBy(view.state, right, up);
    } else {
      turnBy(view.state, right, up);
    }
    rest();
    wake();
  };

  const tap = (event: PointerEvent, { x, y, at }: Press): void => {
    const spot = spotOf({ x: event.clientX, y: event.clientY });
    const isDouble =
      lastTap !== null && at - lastTap.at <= DOUBLE_TAP_MS && Math.hypot(x - lastTap.x, y - lastTap.y) <= DOUBLE_TAP_PX;
    if (desk.tap(spot, reachOf(event))) {
      lastTap = null;
      return;
    }
    lastTap = isDouble ? null : { x, y, at, isTap: true };
    if (isDouble) desk.focus(spot);
  };

  const end = (event: PointerEvent): void => {
    if (!fingers.delete(event.pointerId)) return;
    if (fingers.size > 0) {
      rest();
      return;
    }
    const ended = press;
    press = null;
    element.style.cursor = '';
    handle?.release();
    const isUp = event.type === 'pointerup';
    const isTap = isUp && ended?.isTap === true && event.timeStamp - ended.at <= TAP_MS && event.button === 0;
    if (handle || isTap || !isUp) drop(view.state);
    else release(view.state);
    handle = null;
    if (isTap && ended) tap(event, ended);
    wake();
  };

  element.addEventListener(
    'pointerdown',
    (event) => {
      if (!desk.isOpen() || event.button > RIGHT_BUTTON) return;
      element.setPointerCapture(event.pointerId);
      fingers.set(event.pointerId, { x: event.clientX, y: event.clientY });
      press = fingers.size === 1 ? { x: event.clientX, y: event.clientY, at: event.timeStamp, isTap: true } : null;
      begin(event);
      rest();
      element.style.cursor = 'grabbing';
      wake();
    },
    { signal },
  );
  element.addEventListener(
    'pointermove',
    (event) => {
      if (!desk.isOpen()) return;
      const finger = fingers.get(event.pointerId);
      if (!finger) {
        if (event.pointerType === 'touch') return;
        element.style.cursor = desk.hover(spotOf({ x: event.clientX, y: event.clientY }));
        return;
      }
      finger.x = event.clientX;
      finger.y = event.clientY;
      if (press && Math.hypot(finger.x - press.x, finger.y - press.y) > TAP_PX) press.isTap = false;
      // A hand that taps trembles; only what is no tap any more moves the relic.
      if (!press?.isTap) move();
    },
    { signal },
  );
  element.addEventListener('pointerup', end, { signal });
  element.addEventListener('pointercancel', end, { signal });
  element.addEventListener('lostpointercapture', end, { signal });
  element.addEventListener('pointerleave', () => desk.isOpen() && desk.hover(null), { signal });
  element.addEventListener(
    'contextmenu',
    (event) => {
      // The right button moves the relic.
      if (desk.isOpen()) event.preventDefault();
    },
    { signal },
  );
}
