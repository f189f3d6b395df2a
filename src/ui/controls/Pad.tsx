import { type KeyboardEvent, type MouseEvent, useEffect, useState, useSyncExternalStore } from 'react';
import type { LookPad } from '#tour/look/pad.ts';
import { useTexts } from '../context.ts';
import { Icon } from '../Icon.tsx';

/** right, up, nearer of `LookPad.turn`. */
const WAYS = {
  up: [0, 1, 0],
  left: [-1, 0, 0],
  right: [1, 0, 0],
  down: [0, -1, 0],
  nearer: [0, 0, 1],
  farther: [0, 0, -1],
} satisfies Record<string, readonly [right: number, up: number, nearer: number]>;
type Way = keyof typeof WAYS;
const WAY_NAMES = Object.keys(WAYS) as Way[];

/** How long a click turns that no press came before, milliseconds. */
const NUDGE_MS = 400;
/** Where the buttons stand open from the start. */
const ROOMY = '(min-width: 56rem) and (min-height: 30rem)';

type TurnPad = Pick<LookPad, 'turn'>;

interface PadProps {
  readonly pad: TurnPad;
  /** Where the device itself can be turned. */
  readonly tilt?: LookPad;
  /** What the buttons are called: of the view, of a wall that is brought closer, or of a flat picture. */
  readonly names?: 'pad' | 'wall.pad' | 'flat.pad';
}

/** Every drag and pinch as a button: held, the view moves on; clicked without a press, it moves a step. */
export function Pad({ pad, tilt, names = 'pad' }: PadProps) {
  const t = useTexts();
  const [isOpen, setOpen] = useState(() => matchMedia(ROOMY).matches);
  const label = t(isOpen ? `${names}.hide` : `${names}.show`);
  return (
    <div className="pad chrome" role="group" aria-label={t(`${names}.label`)}>
      {isOpen && (
        <div className="pad__buttons">
          {WAY_NAMES.map((way) => (
            <HoldButton key={way} way={way} pad={pad} label={t(`${names === 'pad' ? names : 'wall.pad'}.${way}`)} />
          ))}
          {tilt?.canTilt && <TiltButton pad={tilt} />}
        </div>
      )}
      <button
        type="button"
        className="pad__toggle round"
        aria-expanded={isOpen}
        aria-label={label}
        title={label}
        onClick={() => setOpen(!isOpen)}
      >
        <Icon name={isOpen ? 'close' : 'pad'} />
      </button>
    </div>
  );
}

function HoldButton({ way, pad, label }: { way: Way; pad: TurnPad; label: string }) {
  const [isHeld, setHeld] = useState(false);
  useEffect(() => {
    if (!isHeld) return;
    pad.turn(...WAYS[way]);
    // A press shorter than a frame still moves the view: it lasts until a frame has seen it.
    const letGo = () => requestAnimationFrame(() => requestAnimationFrame(() => setHeld(false)));
    // Let go anywhere, also when the window loses the keyboard in the meantime.
    const events = ['pointerup', 'pointercancel', 'keyup', 'blur'] as const;
    for (const event of events) window.addEventListener(event, letGo);
    return () => {
      for (const event of events) window.removeEventListener(event, letGo);
      pad.turn(0, 0, 0);
    };
  }, [isHeld, pad, way]);
  const onKeyDown = (event: KeyboardEvent) => {
    if ((event.key === 'Enter' || event.key === ' ') && !event.repeat) setHeld(true);
  };
  const onClick = (event: MouseEvent) => {
    // Switches, voice control and screen readers click without ever having held the button down.
    const wasPressed =
      event.detail > 0 || (event.nativeEvent instanceof PointerEvent && event.nativeEvent.pointerId >= 0);
    if (wasPressed || isHeld) return;
    setHeld(true);
    setTimeout(() => setHeld(false), NUDGE_MS);
  };
  return (
    <button
      type="button"
      className={`round pad__${way}`}
      aria-label={label}
      title={label}
      onPointerDown={(event) => event.button === 0 && setHeld(true)}
      onContextMenu={(event) => event.preventDefault()}
      onKeyDown={onKeyDown}
      onClick={onClick}
    >
      <Icon name={way} />
    </button>
  );
}

function TiltButton({ pad }: { pad: LookPad }) {
  const t = useTexts();
  const isTilting = useSyncExternalStore(
    (listener) => pad.onTilting(listener),
    () => pad.isTilting,
  );
  return (
    <button
      type="button"
      className="round pad__tilt"
      aria-pressed={isTilting}
      aria-label={t('pad.tilt')}
      title={t('pad.tilt')}
      onClick={() => (isTilting ? pad.stopTilting() : void pad.startTilting())}
    >
      <Icon name="tilt" />
    </button>
  );
}
