import { useMemo } from 'react';
import { canBeHeard } from '#tour/sound/commands.ts';
import { useCommands, useTexts, useTour } from '../context.ts';
import { Icon } from '../Icon.tsx';
import './sound.css';

/** Turns all sound on or off; off until the visitor has pressed it. Nothing where there is nothing to hear. */
export function SoundButton() {
  const t = useTexts();
  const { sound } = useCommands();
  const isOn = useTour((state) => state.sound.isOn === true);
  const exhibition = useTour((state) => state.exhibition);
  const isOffered = useMemo(() => canBeHeard(exhibition), [exhibition]);
  if (!isOffered) return null;
  const name = t(isOn ? 'sound.turnOff' : 'sound.turnOn');
  return (
    <button
      type="button"
      className="round sound-button"
      aria-label={name}
      title={name}
      onClick={() => sound.set({ isOn: !isOn })}
    >
      <Icon name={isOn ? 'sound' : 'noSound'} />
    </button>
  );
}
