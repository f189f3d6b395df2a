import { shapeStick } from '#tour/look/stick.ts';
import { NO_TURN, type TurnWish } from '#tour/look/turnMix.ts';
import type { LookDesk } from './desk.ts';

/** Buttons of the standard mapping. */
const SOUTH = 0;
const LEFT_TRIGGER = 6;
const RIGHT_TRIGGER = 7;
const CROSS_UP = 12;
const CROSS_DOWN = 13;
const CROSS_LEFT = 14;
const CROSS_RIGHT = 15;

/**
 * Either stick or the cross turns (the left one walks where one can), the triggers zoom, the lower button picks what is at the centre. A gamepad sends no
 * events, so it is asked once a frame of the screen while one is connected; a frame is drawn only when it says
 * something new.
 */
export function bindGamepad({ element, state, mix, signal, isAwake, isWalked, wake, pick }: LookDesk): void {
  const window = element.ownerDocument.defaultView;
  if (!window || typeof window.navigator.getGamepads !== 'function') return;
  const tell = mix.addDevice();
  let told: TurnWish = NO_TURN;
  let request = 0;
  let wasPressed = false;

  const poll = (): void => {
    request = 0;
    const gamepad = window.navigator.getGamepads().find((one) => one?.connected && one.mapping === 'standard');
    const wish = gamepad && isAwake() ? readGamepad(gamepad, isWalked()) : REST;
    if (wish.right !== told.right || wish.up !== told.up || wish.nearer !== told.nearer) {
      told = wish;
      tell(wish);
      wake();
    }
    if (wish.isPressed && !wasPressed) pick({ yaw: state.view.yaw, pitch: state.view.pitch, kind: 'centre' });
    wasPressed = wish.isPressed;
    if (gamepad) start();
  };
  const start = (): void => {
    if (request === 0 && !signal.aborted) request = window.requestAnimationFrame(poll);
  };

  window.addEventListener('gamepadconnected', start, { signal });
  signal.addEventListener('abort', () => window.cancelAnimationFrame(request));
  start();
}

interface GamepadWish extends TurnWish {
  readonly isPressed: boolean;
}

const REST: GamepadWish = { ...NO_TURN, isPressed: false };

/** What the sticks and buttons of a gamepad ask for; sticks point down when positive. */
export function readGamepad({ axes, buttons }: Pick<Gamepad, 'axes' | 'buttons'>, isWalked = false): GamepadWish {
  const stick = (axis: number): number => shapeStick(axes[axis] ?? 0);
  const button = (index: number): number => buttons[index]?.value ?? 0;
  return {
    right: (isWalked ? 0 : stick(0)) + stick(2) + button(CROSS_RIGHT) - button(CROSS_LEFT),
    up: button(CROSS_UP) - button(CROSS_DOWN) - (isWalked ? 0 : stick(1)) - stick(3),
    nearer: shapeStick(button(RIGHT_TRIGGER)) - shapeStick(button(LEFT_TRIGGER)),
    isPressed: buttons[SOUTH]?.pressed ?? false,
  };
}
