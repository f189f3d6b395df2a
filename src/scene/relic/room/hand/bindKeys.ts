import { isForPicture, isInScroller } from '#scene/look/bindKeys.ts';
import { type Motion, noMotion } from '#tour/relic/orbit/orbitState.ts';
import type { RoomDesk } from './desk.ts';

/** By place on the keyboard. The camera moves the way of the key: to the right shows more of the right side. */
const TURNS: ReadonlyMap<string, Partial<Motion>> = new Map([
  ['ArrowLeft', { yaw: -1 }],
  ['ArrowRight', { yaw: 1 }],
  ['ArrowUp', { pitch: 1 }],
  ['ArrowDown', { pitch: -1 }],
]);
const PANS: ReadonlyMap<string, Partial<Motion>> = new Map([
  ['ArrowLeft', { panRight: -1 }],
  ['ArrowRight', { panRight: 1 }],
  ['ArrowUp', { panUp: 1 }],
  ['ArrowDown', { panUp: -1 }],
]);
const ZOOMS: ReadonlyMap<string, Partial<Motion>> = new Map([
  ['+', { nearer: 1 }],
  ['=', { nearer: 1 }],
  ['-', { nearer: -1 }],
  ['−', { nearer: -1 }],
]);

/**
 * Arrows turn, with Shift they move, + and − zoom, F or Home shows the whole, Enter acts on what is in the middle,
 * Escape steps back; while something in `region`, or nothing in particular, has the focus.
 */
export function bindKeys(desk: RoomDesk, region: HTMLElement): void {
  const { element, signal, wake } = desk;
  const page = element.ownerDocument;
  const tell = desk.addDevice();
  const held = new Map<string, Partial<Motion>>();

  const apply = (): void => {
    const motion = noMotion();
    for (const one of held.values()) {
      motion.yaw += one.yaw ?? 0;
      motion.pitch += one.pitch ?? 0;
      motion.panRight += one.panRight ?? 0;
      motion.panUp += one.panUp ?? 0;
      motion.nearer += one.nearer ?? 0;
    }
    tell(motion);
    wake();
  };
  const letGo = (): void => {
    if (held.size === 0) return;
    held.clear();
    apply();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    if (!desk.isOpen() || !isForPicture(page, region)) return;
    if (act(event)) {
      event.preventDefault();
      return;
    }
    const motion = ZOOMS.get(event.key) ?? (event.shiftKey ? PANS : TURNS).get(event.code);
    if (!motion || (event.key.startsWith('Arrow') && isInScroller(page.activeElement))) return;
    event.preventDefault();
    if (event.repeat) return;
    held.set(event.code, motion);
    apply();
  };
  const act = (event: KeyboardEvent): boolean => {
    if (event.repeat) return false;
    if (event.key === 'Escape') desk.leave();
    else if (event.key === 'Home' || event.code === 'KeyF') desk.showWhole();
    else if (event.key === 'Enter') return !page.activeElement?.closest(PRESSABLE) && desk.act();
    else return false;
    return true;
  };

  page.addEventListener('keydown', onKeyDown, { signal });
  page.addEventListener(
    'keyup',
    (event) => {
      // Some systems swallow the release of a key that was held together with Command.
      if (event.key === 'Meta') letGo();
      // What Shift began ends with it, or the relic would go on moving the other way.
      if (event.key === 'Shift') letGo();
      if (held.delete(event.code)) apply();
    },
    { signal },
  );
  page.addEventListener('focusin', () => !isForPicture(page, region) && letGo(), { signal });
  page.defaultView?.addEventListener('blur', letGo, { signal });
}

/** What Enter would press. */
const PRESSABLE = 'a[href], button, summary, [role="button"], [role="link"]';
