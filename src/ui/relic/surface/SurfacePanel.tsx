import { SURFACES } from '#document/relicSchema.ts';
import { useCommands, useTexts } from '../../context.ts';
import { Choice } from '../../form/Choice.tsx';
import { useRelic } from '../inHand.ts';
import type { ToolPanelProps } from '../rail/toolPanelProps.ts';
import { ToolPanel } from '../rail/ToolPanel.tsx';
import { usePick } from '../../Text.tsx';

/** The material as it is, or one thing about the surface alone; and the materials that the file knows. */
export function SurfacePanel({ onClose }: ToolPanelProps) {
  const t = useTexts();
  const { relic } = useCommands();
  const { visit } = useRelic();
  return (
    <ToolPanel title={t('relic.tool.surface')} onClose={onClose}>
      <Choice
        legend={t('relic.surface.heading')}
        options={SURFACES.map((value) => ({
          value,
          label: t(`relic.surface.${value}`),
          note: t(`relic.surface.${value}Text`),
        }))}
        value={visit.surface}
        onChange={(surface) => relic.set({ surface })}
      />
      <Variants />
    </ToolPanel>
  );
}

function Variants() {
  const t = useTexts();
  const pick = usePick();
  const { relic } = useCommands();
  const { visit, asset } = useRelic();
  const names = visit.facts?.variants ?? [];
  if (names.length === 0) return null;
  const named = asset.kind === 'model' ? (asset.variants ?? []) : [];
  const options = names.map((name) => {
    const { text, language } = pick(named.find((variant) => variant.name === name)?.label ?? {});
    // A name of the file that the document does not translate is shown as it is, in no known language.
    return { value: `v:${name}`, label: text === '' ? name : text, language: text === '' ? '' : language };
  });
  return (
    <Choice
      legend={t('relic.surface.variants')}
      options={[{ value: 'own', label: t('relic.surface.ownVariant') }, ...options]}
      value={visit.variant === null ? 'own' : `v:${visit.variant}`}
      onChange={(value) => relic.set({ variant: value === 'own' ? null : value.slice('v:'.length) })}
    />
  );
}
