import { useCommands, useTexts } from '../../context.ts';
import { Icon } from '../../Icon.tsx';
import { useRelic } from '../inHand.ts';
import type { ToolPanelProps } from '../rail/toolPanelProps.ts';
import { ToolPanel } from '../rail/ToolPanel.tsx';

/** The clips of the file: nothing moves before one is set going. */
export function MotionPanel({ onClose }: ToolPanelProps) {
  const t = useTexts();
  const { relic } = useCommands();
  const { visit } = useRelic();
  const clips = visit.facts?.clips ?? [];
  return (
    <ToolPanel title={t('relic.tool.motion')} onClose={onClose}>
      <h3 className="panel__part">{t('relic.motion.heading')}</h3>
      <ul className="clips">
        {clips.map((clip, index) => {
          const isNameless = ['', `${index + 1}`].includes(clip.trim());
          const name = isNameless ? t('relic.motion.clip', { number: index + 1 }) : clip;
          const isPlaying = visit.clip === clip;
          return (
            <li key={`${index} ${clip}`} className="clips__row">
              <button
                type="button"
                className="round"
                aria-label={t(isPlaying ? 'relic.motion.stop' : 'relic.motion.play', { name })}
                onClick={() => relic.set({ clip: isPlaying ? null : clip })}
              >
                <Icon name={isPlaying ? 'pause' : 'play'} />
              </button>
              <span>{name}</span>
            </li>
          );
        })}
      </ul>
    </ToolPanel>
  );
}
