import { useEffect, useRef } from 'react';
import { useTexts } from '../../context.ts';
import { Icon } from '../../Icon.tsx';
import type { Way } from './nextOrbit.ts';

/** Held down, a press repeats after so long, and then so often, milliseconds. */
const FIRST_REPEAT_MS = 450;
const REPEAT_MS = 260;

/** A step for every press; held, it goes on. */
export function TurnButton({ name, onPress }: { readonly name: Way | 'whole'; readonly onPress: () => void }) {
  const t = useTexts();
  const press = useRef(onPress);
  useEffect(() => {
    press.current = onPress;
  });
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const hasRepeated = useRef(false);
  const stop = () => clearTimeout(timer.current);
  useEffect(() => stop, []);
  const hold = () => {
    hasRepeated.current = false;
    const repeat = () => {
      hasRepeated.current = true;
      press.current();
      timer.current = setTimeout(repeat, REPEAT_MS);
    };
    timer.current = setTimeout(repeat, FIRST_REPEAT_MS);
  };
  const click = () => {
    // The click that ends a long press has had its steps.
    if (!hasRepeated.current) onPress();
    hasRepeated.current = false;
  };
  const label = t(`relic.turn.${name}`);
  return (
    <button
      type="button"
      className={`round pad__${name}`}
      aria-label={label}
      title={label}
      onPointerDown={(event) => event.button === 0 && name !== 'whole' && hold()}
      onPointerUp={stop}
      onPointerLeave={stop}
      onPointerCancel={stop}
      onContextMenu={(event) => event.preventDefault()}
      onClick={click}
    >
      <Icon name={name} />
    </button>
  );
}
