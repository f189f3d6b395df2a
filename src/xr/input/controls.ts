/** What of a gamepad is read; the browser's own `Gamepad` is one. */
export interface GamepadLike {
  readonly mapping: string;
  readonly axes: readonly number[];
  readonly buttons: readonly (ButtonLike | null | undefined)[];
}

export interface ButtonLike {
  readonly pressed: boolean;
  readonly touched: boolean;
  readonly value: number;
}

/** How the parts of a controller are, in this frame. */
export interface Controls {
  /** 0 to 1. */
  trigger: number;
  squeeze: number;
  isTriggerPressed: boolean;
  isSqueezePressed: boolean;
  /** −1 to 1, right and forward positive. */
  stickX: number;
  stickY: number;
  isMenuPressed: boolean;
  /** 0, or 0.5 while a finger lies on it, or 1 while it is pressed. */
  stickTouch: number;
  lowerTouch: number;
  upperTouch: number;
}

export function controlsAtRest(): Controls {
  return {
    trigger: 0,
    squeeze: 0,
    isTriggerPressed: false,
    isSqueezePressed: false,
    stickX: 0,
    stickY: 0,
    isMenuPressed: false,
    stickTouch: 0,
    lowerTouch: 0,
    upperTouch: 0,
  };
}

/** Places in the mapping `xr-standard`. */
const TRIGGER = 0;
const SQUEEZE = 1;
const TOUCHPAD = 2;
const STICK = 3;
const LOWER = 4;
const UPPER = 5;

/** A touchpad pressed nearer to its middle than this is a button, not a direction. */
const MIDDLE = 0.3;

/**
 * Reads a gamepad into `out`. WebXR's Y grows towards the visitor; a stick's here grows away. A touchpad counts as a stick
 * only while it is pressed, since a thumb rests on it. The menu is called by the upper of the two buttons; by the only
 * one where there is one; by a press on the stick, or on the middle of the touchpad, where there is none.
 */
export function readControls(gamepad: GamepadLike | null | undefined, out: Controls): Controls {
  const isStandard = gamepad?.mapping === 'xr-standard';
  const buttons = gamepad?.buttons ?? [];
  const axes = gamepad?.axes ?? [];
  out.trigger = valueOf(buttons[TRIGGER]);
  out.squeeze = valueOf(buttons[SQUEEZE]);
  out.isTriggerPressed = buttons[TRIGGER]?.pressed ?? false;
  out.isSqueezePressed = buttons[SQUEEZE]?.pressed ?? false;

  const padX = axis(axes[0]);
  const padY = axis(axes[1]);
  const hasStick = isStandard && axes.length >= 4;
  const isPadPressed = buttons[TOUCHPAD]?.pressed ?? false;
  const isPadFree = !isStandard || isPadPressed || !buttons[TOUCHPAD];
  out.stickX = hasStick ? axis(axes[2]) : 0;
  out.stickY = hasStick ? upward(axis(axes[3])) : 0;
  if (out.stickX === 0 && out.stickY === 0 && isPadFree) {
    out.stickX = padX;
    out.stickY = upward(padY);
  }

  const upper = isStandard ? buttons[UPPER] : null;
  const lower = isStandard ? buttons[LOWER] : null;
  out.stickTouch = touchOf(isStandard ? buttons[STICK] : null);
  out.lowerTouch = touchOf(lower);
  out.upperTouch = touchOf(upper);
  const alone = upper ?? lower;
  const isPadMiddle = isPadPressed && Math.hypot(padX, padY) < MIDDLE;
  out.isMenuPressed = alone ? alone.pressed : isStandard && ((buttons[STICK]?.pressed ?? false) || isPadMiddle);
  return out;
}

function valueOf(button: ButtonLike | null | undefined): number {
  if (!button) return 0;
  return Number.isFinite(button.value) ? Math.min(1, Math.max(0, button.value)) : Number(button.pressed);
}

function touchOf(button: ButtonLike | null | undefined): number {
  if (!button) return 0;
  return button.pressed ? 1 : button.touched ? 0.5 : 0;
}

function axis(value: number | undefined): number {
  return value !== undefined && Number.isFinite(value) ? Math.min(1, Math.max(-1, value)) : 0;
}

/** Never −0, which tells itself apart from 0 in comparisons of objects. */
function upward(y: number): number {
  return y === 0 ? 0 : -y;
}
