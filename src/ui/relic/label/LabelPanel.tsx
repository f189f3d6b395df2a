import { useMemo } from 'react';
import { useTexts, useTour, useUi } from '../../context.ts';
import { HeartButton } from '../../find/HeartButton.tsx';
import { Related } from '../../find/Related.tsx';
import { RightsLink } from '../../panel/RightsLink.tsx';
import { Picked, Text } from '../../Text.tsx';
import { boundsOf } from '../bounds.ts';
import { StateName } from '../caption/Caption.tsx';
import { Makers } from '../caption/Makers.tsx';
import { listStates, shownStates } from '../caption/shownStates.ts';
import { useRelic } from '../inHand.ts';
import type { ToolPanelProps } from '../rail/toolPanelProps.ts';
import { ToolPanel } from '../rail/ToolPanel.tsx';
import { describeSize } from './describeSize.ts';
import { FactRow } from './FactRow.tsx';
import { useQuality } from './quality.ts';

/** What a museum hangs beside the work, and what only its record can say: size, how fine, how made, whose. */
export function LabelPanel({ onClose }: ToolPanelProps) {
  const t = useTexts();
  const { locale } = useUi();
  const { visit, asset, content } = useRelic();
  const exhibition = useTour((state) => state.exhibition);
  const quality = useQuality();
  const states = useMemo(() => listStates(asset, exhibition), [asset, exhibition]);
  const shown = shownStates(states, visit.states).at(-1);
  const statement = shown?.requiredStatement ?? exhibition.requiredStatement;
  const hasMakers = useTour((state) => state.attributions.has(asset.id));
  const bounds = boundsOf(asset, visit.facts);
  const sourceType = asset.digitalSourceType ?? exhibition.digitalSourceType;
  const { title, facts, paragraphs } = content;
  const nodeId = useTour((state) => state.nodeId);
  const { hotspotId } = visit;
  const heart = <HeartButton nodeId={nodeId} hotspotId={hotspotId} name={title.text} />;
  return (
    <ToolPanel title={title.text} titleLanguage={title.language} beside={heart} isLabel onClose={onClose}>
      {facts.length > 0 && (
        <dl className="facts">
          {facts.map(({ label, value }, index) => (
            <FactRow key={index} label={<Picked text={label} />}>
              <Picked text={value} />
            </FactRow>
          ))}
        </dl>
      )}
      <div className="prose">
        {paragraphs.map((paragraph, index) => (
          <p key={index} lang={paragraph.language}>
            {paragraph.text}
          </p>
        ))}
      </div>
      <dl className="facts facts--record">
        {bounds && <FactRow label={t('relic.label.measured')}>{describeSize(bounds, locale, t)}</FactRow>}
        {states.length > 1 && shown && (
          <FactRow label={t('relic.label.state')}>
            <StateName state={shown} />
          </FactRow>
        )}
        {quality && (
          <FactRow label={t('relic.label.quality')}>
            {quality.isRefining ? t('relic.label.refining', { quality: quality.name }) : quality.name}
          </FactRow>
        )}
        {sourceType && <FactRow label={t('relic.label.source')}>{t(`source.${sourceType}`)}</FactRow>}
        {shown?.credit && (
          <FactRow label={t('relic.label.credit')}>
            <Text map={shown.credit} />
          </FactRow>
        )}
        {hasMakers && (
          <FactRow label={t('relic.label.makers')}>
            <Makers assetId={asset.id} />
          </FactRow>
        )}
        {statement && (
          <FactRow label={<Text map={statement.label} />}>
            <Text map={statement.value} />
          </FactRow>
        )}
        {shown && shown.rights !== null && (
          <FactRow label={t('relic.label.rights')}>
            <RightsLink uri={shown.rights} isFull />
          </FactRow>
        )}
      </dl>
      <Related hotspotId={hotspotId} />
    </ToolPanel>
  );
}
