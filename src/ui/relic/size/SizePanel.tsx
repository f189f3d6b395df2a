import type { Scale } from '#tour/relic/state.ts';
import { useCommands, useTexts, useUi } from '../../context.ts';
import { boundsOf } from '../bounds.ts';
import { Choice } from '../../form/Choice.tsx';
import { useRelic } from '../inHand.ts';
import { FactRow } from '../label/FactRow.tsx';
import { describeSize } from '../label/describeSize.ts';
import type { ToolPanelProps } from '../rail/toolPanelProps.ts';
import { ToolPanel } from '../rail/ToolPanel.tsx';

/** How large it is, in figures and beside something everyone knows. */
export function SizePanel({ onClose }: ToolPanelProps) {
  const t = useTexts();
  const { locale } = useUi();
  const { relic } = useCommands();
  const { visit, asset } = useRelic();
  const bounds = boundsOf(asset, visit.facts);
  const options: readonly { value: Scale; label: string; note?: string }[] = [
    { value: 'none', label: t('relic.size.none') },
    { value: 'hand', label: t('relic.size.hand'), note: t('relic.size.handText') },
    { value: 'person', label: t('relic.size.person'), note: t('relic.size.personText') },
  ];
  return (
    <ToolPanel title={t('relic.tool.size')} onClose={onClose}>
      {bounds && (
        <dl className="facts">
          <FactRow label={t('relic.label.size')}>{describeSize(bounds, locale, t)}</FactRow>
        </dl>
      )}
      <Choice
        legend={t('relic.size.heading')}
        options={options}
        value={visit.scale}
        onChange={(scale) => relic.set({ scale })}
      />
    </ToolPanel>
  );
}
