import { NO_TURN, type TurnWish } from '#tour/look/turnMix.ts';
import type { LookDesk } from './desk.ts';

const LEFT: TurnWish = { ...NO_TURN, right: -1 };
const RIGHT: TurnWish = { ...NO_TURN, right: 1 };
const UP: TurnWish = { ...NO_TURN, up: 1 };
const DOWN: TurnWish = { ...NO_TURN, up: -1 };
const NEARER: TurnWish = { ...NO_TURN, nearer: 1 };
const FARTHER: TurnWish = { ...NO_TURN, nearer: -1 };

/** By place on the keyboard, so that WASD lie together on every layout. */
const BY_CODE: ReadonlyMap<string, TurnWish> = new Map([
  ['ArrowLeft', LEFT],
  ['ArrowRight', RIGHT],
  ['ArrowUp', UP],
  ['ArrowDown', DOWN],
  ['KeyA', LEFT],
  ['KeyD', RIGHT],
  ['KeyW', UP],
  ['KeyS', DOWN],
  ['NumpadAdd', NEARER],
  ['NumpadSubtract', FARTHER],
]);
/** By what is printed on the key, wherever it lies. */
const BY_KEY: ReadonlyMap<string, TurnWish> = new Map([
  ['+', NEARER],
  ['=', NEARER],
  ['-', FARTHER],
  ['−', FARTHER],
]);

/** Where keys mean something else. */
const TAKEN = 'input, textarea, select, [contenteditable], dialog, [role="dialog"], [role="listbox"], [role="menu"]';
/** What Enter would press. */
const PRESSABLE = 'a[href], button, summary, [role="button"], [role="link"]';

/**
 * Arrow keys and WASD turn, + and − zoom, Enter picks what is at the centre; while something in `region`, or nothing in
 * particular, has the focus.
 */
export function bindKeys({ element, state, mix, signal, isAwake, wake, pick }: LookDesk, region: HTMLElement): void {
  const page = element.ownerDocument;
  const wish = mix.addDevice();
  const held = new Map<string, TurnWish>();

  const tell = (): void => {
    const wishes = new Set(held.values());
    let { right, up, nearer } = NO_TURN;
    for (const one of wishes) {
      right += one.right;
      up += one.up;
      nearer += one.nearer;
    }
    wish({ right, up, nearer });
    wake();
  };
  const letGo = (): void => {
    if (held.size === 0) return;
    held.clear();
    tell();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    if (!isAwake() || !isForPicture(page, region)) return;
    if (event.key === 'Enter') {
      if (event.repeat || page.activeElement?.closest(PRESSABLE)) return;
      if (pick({ yaw: state.view.yaw, pitch: state.view.pitch, kind: 'centre' })) event.preventDefault();
      return;
    }
    const asked = BY_KEY.get(event.key) ?? BY_CODE.get(event.code);
    if (!asked || (event.key.startsWith('Arrow') && isInScroller(page.activeElement))) return;
    event.preventDefault();
    if (held.has(event.code)) return;
    held.set(event.code, asked);
    tell();
  };
  const onKeyUp = (event: KeyboardEvent): void => {
    // Some systems swallow the release of a key that was held together with Command.
    if (event.key === 'Meta') letGo();
    if (held.delete(event.code)) tell();
  };
  const onFocusIn = (): void => {
    if (!isForPicture(page, region)) letGo();
  };

  page.addEventListener('keydown', onKeyDown, { signal });
  page.addEventListener('keyup', onKeyUp, { signal });
  page.addEventListener('focusin', onFocusIn, { signal });
  page.defaultView?.addEventListener('blur', letGo, { signal });
}

/** Whether a key is meant for the picture: nothing else has the focus that would take it. */
export function isForPicture(page: Document, region: HTMLElement): boolean {
  const { activeElement } = page;
  if (!activeElement || activeElement === page.body || activeElement === page.documentElement) return true;
  return region.contains(activeElement) && !activeElement.closest(TAKEN);
}

/** Whether arrow keys would scroll something that is on the way to the page itself. */
export function isInScroller(active: Element | null): boolean {
  for (let at = active; at && at !== at.ownerDocument.body; at = at.parentElement) {
    const { overflowY } = getComputedStyle(at);
    if ((overflowY === 'auto' || overflowY === 'scroll') && at.scrollHeight > at.clientHeight) return true;
  }
  return false;
}
