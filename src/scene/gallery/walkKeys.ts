import { isForPicture, isInScroller } from '#scene/look/bindKeys.ts';
import { shapeStick } from '#tour/look/stick.ts';

export interface WalkKeysOptions {
  /** The canvas. */
  readonly element: HTMLElement;
  /** What must have the focus for keys to walk, unless nothing has. */
  readonly region: HTMLElement;
  readonly signal: AbortSignal;
  /** Whether the visitor walks here. */
  readonly isAwake: () => boolean;
  /** −1 to 1 each, ahead and to the right; holds until it is told otherwise. */
  readonly hold: (ahead: number, right: number) => void;
}

/** By place on the keyboard, so that WASD lie together on every layout. Left and right arrows go on turning the view. */
const BY_CODE: ReadonlyMap<string, readonly [ahead: number, right: number]> = new Map([
  ['KeyW', [1, 0]],
  ['ArrowUp', [1, 0]],
  ['KeyS', [-1, 0]],
  ['ArrowDown', [-1, 0]],
  ['KeyA', [0, -1]],
  ['KeyD', [0, 1]],
]);

/**
 * W, S and the arrows up and down walk, A and D step aside; with Shift the arrows look up and down, as they do where
 * one cannot walk. The left stick of a gamepad walks as well.
 */
export function bindWalkKeys({ element, region, signal, isAwake, hold }: WalkKeysOptions): void {
  const page = element.ownerDocument;
  const held = new Map<string, readonly [number, number]>();
  const stick = { ahead: 0, right: 0 };

  const tell = (): void => {
    let { ahead, right } = stick;
    for (const [a, r] of new Set(held.values())) {
      ahead += a;
      right += r;
    }
    hold(ahead, right);
  };
  const letGo = (): void => {
    if (held.size === 0) return;
    held.clear();
    tell();
  };

  page.addEventListener(
    'keydown',
    (event) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || !isAwake()) return;
      const way = BY_CODE.get(event.code);
      if (!way || !isForPicture(page, region)) return;
      const isArrow = event.key.startsWith('Arrow');
      if (isArrow && (event.shiftKey || isInScroller(page.activeElement))) return;
      // Before the keys that turn the view, which leave alone what has been taken.
      event.preventDefault();
      if (held.has(event.code)) return;
      held.set(event.code, way);
      tell();
    },
    { signal, capture: true },
  );
  page.addEventListener(
    'keyup',
    (event) => {
      if (event.key === 'Meta') letGo();
      if (held.delete(event.code)) tell();
    },
    { signal },
  );
  page.addEventListener('focusin', () => !isForPicture(page, region) && letGo(), { signal });
  page.defaultView?.addEventListener('blur', letGo, { signal });
  bindStick(page.defaultView, signal, isAwake, (ahead, right) => {
    if (stick.ahead === ahead && stick.right === right) return;
    stick.ahead = ahead;
    stick.right = right;
    tell();
  });
}

/** A gamepad sends no events, so it is asked once a frame of the screen while one is connected. */
function bindStick(
  window: Window | null,
  signal: AbortSignal,
  isAwake: () => boolean,
  tell: (ahead: number, right: number) => void,
): void {
  if (!window || typeof window.navigator.getGamepads !== 'function') return;
  let request = 0;
  const poll = (): void => {
    request = 0;
    const gamepad = window.navigator.getGamepads().find((one) => one?.connected && one.mapping === 'standard');
    if (gamepad && isAwake()) tell(-shapeStick(gamepad.axes[1] ?? 0), shapeStick(gamepad.axes[0] ?? 0));
    else tell(0, 0);
    if (gamepad) start();
  };
  const start = (): void => {
    if (request === 0 && !signal.aborted) request = window.requestAnimationFrame(poll);
  };
  window.addEventListener('gamepadconnected', start, { signal });
  signal.addEventListener('abort', () => window.cancelAnimationFrame(request));
  start();
}
