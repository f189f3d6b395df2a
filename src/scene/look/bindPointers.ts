import { unshift } from '#scene/compare/halves.ts';
import { aimAt } from '#tour/look/projection.ts';
import { drag, drop, grab, release, toggleZoom } from '#tour/look/wishes.ts';
import type { LookDesk, Pointing, Taken } from './desk.ts';
import { centreOf, type Point, spreadOf } from './fingers.ts';

/** A press that moved no farther and took no longer is a tap. */
const TAP_PX = 6;
const TAP_MS = 400;
/** Two taps no farther apart in place and time are one double tap. */
const DOUBLE_TAP_PX = 30;
const DOUBLE_TAP_MS = 350;

interface Press {
  readonly x: number;
  readonly y: number;
  readonly at: number;
  isTap: boolean;
}

/** Mouse, pen and fingers: one drags, two drag and zoom, a tap picks, a double tap zooms. */
export function bindPointers(desk: LookDesk): void {
  const { element, state, signal, wake } = desk;
  const fingers = new Map<number, Point>();
  let press: Press | null = null;
  let taken: Taken | null = null;
  let lastTap: Press | null = null;
  let spread = 0;
  /** Of the part of the picture where the press began: a drag stays in it, wherever it leads. */
  let half: readonly [number, number] = [0, 0];
  // The browser must neither scroll nor zoom the page instead.
  element.style.touchAction = 'none';
  element.style.cursor = 'grab';

  /** Takes a new hold whenever a finger comes or goes, so that the picture does not jump. */
  const hold = (): void => {
    const centre = centreOf(fingers.values());
    spread = spreadOf(fingers.values());
    const { x, y } = toView(desk, centre.x, centre.y, half);
    if (!taken) grab(state, x, y);
    wake();
  };

  const tap = (event: PointerEvent, { x, y, at }: Press): void => {
    const pointing = pointingAt(desk, event);
    if (desk.pick(pointing)) {
      lastTap = null;
      return;
    }
    const isDouble =
      lastTap !== null && at - lastTap.at <= DOUBLE_TAP_MS && Math.hypot(x - lastTap.x, y - lastTap.y) <= DOUBLE_TAP_PX;
    lastTap = isDouble ? null : { x, y, at, isTap: true };
    if (!isDouble) return;
    const point = toView(desk, event.clientX, event.clientY, half);
    toggleZoom(state, point.x, point.y);
    wake();
  };

  const end = (event: PointerEvent): void => {
    if (!fingers.delete(event.pointerId)) return;
    if (fingers.size > 0) {
      hold();
      return;
    }
    const ended = press;
    press = null;
    element.style.cursor = 'grab';
    taken?.release();
    taken = null;
    if (event.type === 'pointerup' && ended?.isTap && event.timeStamp - ended.at <= TAP_MS) {
      drop(state);
      tap(event, ended);
    } else if (event.type === 'pointerup') {
      release(state);
    } else {
      drop(state);
    }
    wake();
  };

  element.addEventListener(
    'pointerdown',
    (event) => {
      if (!desk.isAwake() || (event.pointerType === 'mouse' && event.button !== 0)) return;
      element.setPointerCapture(event.pointerId);
      if (fingers.size === 0) {
        half = shiftUnder(desk, event.clientX, event.clientY);
        taken = desk.take(pointingAt(desk, event));
      }
      fingers.set(event.pointerId, { x: event.clientX, y: event.clientY });
      press = fingers.size === 1 ? { x: event.clientX, y: event.clientY, at: event.timeStamp, isTap: true } : null;
      element.style.cursor = 'grabbing';
      hold();
    },
    { signal },
  );
  element.addEventListener(
    'pointermove',
    (event) => {
      const finger = fingers.get(event.pointerId);
      if (!finger) {
        if (desk.isAwake() && event.pointerType !== 'touch') {
          element.style.cursor = desk.hover(pointingAt(desk, event)) ? 'pointer' : 'grab';
        }
        return;
      }
      finger.x = event.clientX;
      finger.y = event.clientY;
      if (press && Math.hypot(finger.x - press.x, finger.y - press.y) > TAP_PX) press.isTap = false;
      const centre = centreOf(fingers.values());
      const { x, y } = toView(desk, centre.x, centre.y, half);
      const nowSpread = spreadOf(fingers.values());
      const factor = spread > 0 && nowSpread > 0 ? nowSpread / spread : 1;
      if (taken) {
        taken.move(pointingAt(desk, { clientX: centre.x, clientY: centre.y, pointerType: event.pointerType }));
        taken.spread(factor);
      } else {
        drag(state, x, y, factor);
      }
      spread = nowSpread;
      wake();
    },
    { signal },
  );
  element.addEventListener('pointerup', end, { signal });
  element.addEventListener('pointercancel', end, { signal });
  element.addEventListener('lostpointercapture', end, { signal });
  element.addEventListener('pointerleave', () => desk.hover(null), { signal });
}

/** The direction under an event. */
function pointingAt(desk: LookDesk, event: Pick<PointerEvent, 'clientX' | 'clientY' | 'pointerType'>): Pointing {
  const { x, y } = toView(desk, event.clientX, event.clientY, shiftUnder(desk, event.clientX, event.clientY));
  const aim = { yaw: 0, pitch: 0 };
  aimAt(aim, desk.state.view, x, y, desk.aspect());
  return { ...aim, kind: event.pointerType === 'mouse' ? 'fine' : 'coarse' };
}

/** How far what is seen there is moved on the picture. */
function shiftUnder(desk: LookDesk, clientX: number, clientY: number): readonly [number, number] {
  const { x, y } = toDevice(desk.element, clientX, clientY);
  return desk.shiftAt(x, y);
}

/** The point of the whole view that is seen under page coordinates, normalised device coordinates. */
export function toView(
  desk: LookDesk,
  clientX: number,
  clientY: number,
  shift = shiftUnder(desk, clientX, clientY),
): Point {
  const { x, y } = toDevice(desk.element, clientX, clientY);
  return unshift(x, y, shift);
}

/** Page coordinates in CSS pixels → normalised device coordinates. */
export function toDevice(element: HTMLElement, clientX: number, clientY: number): Point {
  const { left, top, width, height } = element.getBoundingClientRect();
  return { x: ((clientX - left) / width) * 2 - 1, y: 1 - ((clientY - top) / height) * 2 };
}
