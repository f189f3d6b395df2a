import { canBeHeard } from '#tour/sound/commands.ts';
import { useCommands, useTexts, useTour } from '../context.ts';
import '../relic/panels.css';

/** The way to the panel of sound and text, from a panel that is at hand everywhere. */
export function ToSound() {
  const t = useTexts();
  const { openPanel } = useCommands();
  const isOffered = useTour((state) => canBeHeard(state.exhibition));
  if (!isOffered) return null;
  return (
    <div className="actions">
      <button type="button" className="action" onClick={() => openPanel({ kind: 'sound' })}>
        {t('controls.sound')}
      </button>
    </div>
  );
}
