import { type CSSProperties } from 'react';
import { useTexts, useUi } from '../../context.ts';
import { useRelic } from '../inHand.ts';
import { useRelicFaults } from '../relicFaults.ts';
import { useQuality } from '../label/quality.ts';

/** A thin line while the relic, or a finer step of it, is on its way. */
export function Progress() {
  const t = useTexts();
  const { hasPicture } = useUi();
  const { visit } = useRelic();
  const quality = useQuality();
  const hasFailed = useRelicFaults().length > 0;
  const isHere = visit.facts !== null;
  // What will never come is not on its way.
  if (!hasPicture || (hasFailed && !isHere)) return null;
  const isComing = visit.facts?.isComing === true;
  const isDone = isHere && !visit.facts?.isRefining && !isComing;
  const share = { '--share': isComing ? 0 : (quality?.share ?? 0) } as CSSProperties;
  const text = isDone
    ? ''
    : isComing
      ? t('relic.states.coming')
      : quality
        ? t('relic.label.refining', { quality: quality.name })
        : isHere
          ? ''
          : t('relic.loading');
  return (
    <div className={isDone ? 'progress is-done' : 'progress'} role="status">
      {!isDone && <span className="progress__line" style={share} />}
      {text !== '' && <span className={isHere && !isComing ? 'unseen' : 'progress__text'}>{text}</span>}
    </div>
  );
}
