import { ringOf } from '#tour/sound/commands.ts';
import { useCommands, useTexts, useTour } from '../context.ts';
import { usePick } from '../Text.tsx';
import './sound.css';

/** Strikes a relic; nothing for what does not ring. */
export function RingButton({ hotspotId }: { readonly hotspotId: string }) {
  const t = useTexts();
  const pick = usePick();
  const { sound } = useCommands();
  const audio = useTour((state) => ringOf(state, hotspotId));
  if (!audio) return null;
  return (
    <button
      type="button"
      className="ring-button"
      aria-label={t('sound.ringNamed', { name: pick(audio.label).text })}
      onClick={() => sound.ring(hotspotId)}
    >
      {t('sound.ring')}
    </button>
  );
}
