import { type Motion, noMotion } from '#tour/relic/orbit/orbitState.ts';
import { shapeStick } from '#tour/look/stick.ts';
import type { RoomDesk } from './desk.ts';

/** Buttons of the standard mapping. */
const SOUTH = 0;
const EAST = 1;
const NORTH = 3;
const LEFT_BUMPER = 4;
const RIGHT_BUMPER = 5;
const LEFT_TRIGGER = 6;
const RIGHT_TRIGGER = 7;
const CROSS_UP = 12;
const CROSS_DOWN = 13;
const CROSS_LEFT = 14;
const CROSS_RIGHT = 15;

export interface PadWish {
  readonly motion: Motion;
  readonly acts: boolean;
  readonly leaves: boolean;
  readonly showsWhole: boolean;
  /** To the annotation before (−1) or after (1) the open one. */
  readonly toNext: number;
}

/** What the sticks and buttons of a gamepad ask for; sticks point down when positive. */
export function readPad({ axes, buttons }: Pick<Gamepad, 'axes' | 'buttons'>): PadWish {
  const stick = (axis: number): number => shapeStick(axes[axis] ?? 0);
  const button = (index: number): number => buttons[index]?.value ?? 0;
  const isPressed = (index: number): boolean => buttons[index]?.pressed ?? false;
  return {
    motion: {
      yaw: stick(0) + button(CROSS_RIGHT) - button(CROSS_LEFT),
      pitch: button(CROSS_UP) - button(CROSS_DOWN) - stick(1),
      panRight: stick(2),
      panUp: -stick(3),
      nearer: shapeStick(button(RIGHT_TRIGGER)) - shapeStick(button(LEFT_TRIGGER)),
    },
    acts: isPressed(SOUTH),
    leaves: isPressed(EAST),
    showsWhole: isPressed(NORTH),
    toNext: (isPressed(RIGHT_BUMPER) ? 1 : 0) - (isPressed(LEFT_BUMPER) ? 1 : 0),
  };
}

/**
 * The left stick or the cross turns, the right one moves, the triggers zoom, the bumpers go from annotation to
 * annotation. A gamepad sends no events, so it is asked
 * once a frame of the screen while a relic is open and one is connected; a frame is drawn only when it says something new.
 */
export function bindGamepad(desk: RoomDesk): void {
  const window = desk.element.ownerDocument.defaultView;
  if (!window || typeof window.navigator.getGamepads !== 'function') return;
  const tell = desk.addDevice();
  let told: PadWish = REST;
  let request = 0;

  const poll = (): void => {
    request = 0;
    const gamepad = window.navigator.getGamepads().find((one) => one?.connected && one.mapping === 'standard');
    const wish = gamepad && desk.isOpen() ? readPad(gamepad) : REST;
    const before = told;
    told = wish;
    if (!isSame(wish.motion, before.motion)) {
      tell(wish.motion);
      desk.wake();
    }
    if (wish.acts && !before.acts) desk.act();
    if (wish.showsWhole && !before.showsWhole) desk.showWhole();
    if (wish.leaves && !before.leaves) desk.leave();
    if (wish.toNext !== 0 && wish.toNext !== before.toNext) desk.openNext(wish.toNext);
    if (gamepad) start();
  };
  const start = (): void => {
    if (request === 0 && !desk.signal.aborted) request = window.requestAnimationFrame(poll);
  };

  window.addEventListener('gamepadconnected', start, { signal: desk.signal });
  desk.signal.addEventListener('abort', () => window.cancelAnimationFrame(request));
  start();
}

const REST: PadWish = { motion: noMotion(), acts: false, leaves: false, showsWhole: false, toNext: 0 };

function isSame(a: Motion, b: Motion): boolean {
  return (
    a.yaw === b.yaw && a.pitch === b.pitch && a.panRight === b.panRight && a.panUp === b.panUp && a.nearer === b.nearer
  );
}
