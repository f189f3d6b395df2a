import { type CSSProperties, useEffect, useRef, useState } from 'react';
import { useCommands, useTexts, useUi } from '../../context.ts';
import { Icon } from '../../Icon.tsx';
import { Text, usePick } from '../../Text.tsx';
import { focusGently } from '../focusGently.ts';
import { useRelic } from '../inHand.ts';
import { secondsFor } from './pace.ts';
import { useStepClock } from './stepClock.ts';
import { useVisitorsHand } from './visitorsHand.ts';

/** The relic's own tour: what is said at each step, and the ways through it. */
export function TourBar({ onEnd }: { onEnd: () => void }) {
  const t = useTexts();
  const pick = usePick();
  const { reducedMotion } = useUi();
  const { relic } = useCommands();
  const { visit, asset } = useRelic();
  const heading = useRef<HTMLHeadingElement>(null);
  const [isPaused, setPaused] = useState(false);
  const steps = asset.kind === 'model' ? (asset.steps ?? []) : [];
  const index = visit.step ?? 0;
  const step = steps[index];
  const isLast = index === steps.length - 1;
  useEffect(() => focusGently(heading.current), []);

  const seconds = step ? secondsFor(pick(step.narration).text, step.minSeconds) : 0;
  const goOn = () => (isLast ? onEnd() : relic.goToStep(index + 1));
  useStepClock({ stepKey: `${index}`, seconds, isRunning: !isPaused && step !== undefined, onOver: goOn });
  const pause = () => setPaused(true);
  const resume = () => {
    setPaused(false);
    // Back to what the step shows, wherever the visitor has turned to in the meantime.
    relic.goToStep(index);
  };
  useVisitorsHand({ onHand: pause, onSpace: isPaused ? resume : pause });

  if (!step) return null;
  const pace = { animationDuration: `${seconds}s` } satisfies CSSProperties;
  return (
    <section className="tour" aria-labelledby="relic-tour-heading">
      {!reducedMotion && (
        <div className="tour__time" aria-hidden="true">
          <div key={index} className={isPaused ? 'tour__passed is-paused' : 'tour__passed'} style={pace} />
        </div>
      )}
      <h2 ref={heading} id="relic-tour-heading" className="tour__heading" tabIndex={-1}>
        <span className="unseen">{t('relic.tour.label')}</span>
        {step.label && <Text map={step.label} className="tour__title serif" />}
      </h2>
      {/* A caption that is longer than its place must be within reach of the keyboard. */}
      <div className="tour__caption" tabIndex={0} role="group" aria-labelledby="relic-tour-heading">
        <p lang={pick(step.narration).language}>{pick(step.narration).text}</p>
      </div>
      <div className="tour__ways">
        <button
          type="button"
          className="round"
          aria-label={t('relic.tour.previous')}
          aria-disabled={index === 0}
          onClick={() => index > 0 && relic.goToStep(index - 1)}
        >
          <Icon name="previous" />
        </button>
        <button
          type="button"
          className="round"
          aria-label={t(isPaused ? 'relic.tour.resume' : 'relic.tour.pause')}
          onClick={isPaused ? resume : pause}
        >
          <Icon name={isPaused ? 'play' : 'pause'} />
        </button>
        <button type="button" className="round" aria-label={t('relic.tour.next')} onClick={goOn}>
          <Icon name="next" />
        </button>
        <span className="tour__number">{t('relic.tour.step', { number: index + 1, count: steps.length })}</span>
        <span className="tour__waits" role="status">
          {isPaused ? t('relic.say.tourWaits') : ''}
        </span>
        <button type="button" className="tour__end word" onClick={onEnd}>
          {t('relic.tour.end')}
        </button>
      </div>
    </section>
  );
}
