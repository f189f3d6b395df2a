import { findTour, choicesOf, progressOf } from '#tour/guide/stations.ts';
import { wayOf } from '#tour/guide/commands.ts';
import { GUIDE_RATES, type GuideRate, type GuideVisit } from '#tour/guide/state.ts';
import { useMemo } from 'react';
import { useCommands, useTexts, useTour, useUi } from '../context.ts';
import { Icon } from '../Icon.tsx';
import { SyntheticVoice } from '../sound/SoundPanel.tsx';
import { Text } from '../Text.tsx';
import { GuideAnnouncer } from './GuideAnnouncer.tsx';
import { useGuideKeys } from './useGuideKeys.ts';
import './guide.css';

/** The foot of the picture while a guided tour is under way: where one is in it, and what one can do about it. */
export function GuideBar() {
  const guide = useTour((state) => state.guide);
  const isTitleOpen = useTour((state) => state.isTitleOpen);
  return guide && !isTitleOpen ? <Bar guide={guide} /> : null;
}

function Bar({ guide }: { readonly guide: GuideVisit }) {
  const t = useTexts();
  const { locale } = useUi();
  const { guide: commands } = useCommands();
  const { tourId, stepIndex, phase } = guide;
  const exhibition = useTour((state) => state.exhibition);
  const wholeExhibition = useTour((state) => state.wholeExhibition);
  const brokenNodes = useTour((state) => state.brokenNodes);
  const isSynthetic = useTour((state) => state.sound.teller === 'device');
  const way = useMemo(
    () => wayOf({ exhibition, wholeExhibition, brokenNodes }, tourId),
    [exhibition, wholeExhibition, brokenNodes, tourId],
  );
  useGuideKeys();
  const tour = findTour({ wholeExhibition }, tourId);
  const { station, stations } = progressOf(guide, way.steps, way.written);
  const choices = phase === 'choosing' ? choicesOf(way.steps, stepIndex) : [];
  const play = playOf(guide);
  const rateName = (rate: GuideRate): string => t('guide.times', { rate: locale.numbers.format(rate) });
  return (
    <section className="guide" data-covers="foot" aria-labelledby="guide-name">
      {choices.length > 0 && (
        <div className="guide__choices" role="group" aria-label={t('guide.which')}>
          <p className="guide__which">{t('guide.which')}</p>
          {choices.map(({ label, index }, choice) => (
            <button key={index} type="button" className="guide__choice" onClick={() => commands.choose(choice)}>
              <Text map={label} />
            </button>
          ))}
        </div>
      )}
      <progress className="guide__line" max={stations} value={station} aria-label={t('guide.progress')} />
      <div className="guide__bar chrome">
        <div className="guide__words">
          <h2 id="guide-name" className="guide__name">
            {tour && <Text map={tour.label} />}
          </h2>
          <p className="guide__station">
            {t('guide.station', { station, stations })}
            {phase === 'ended' && ` · ${t('guide.ended')}`}
            {guide.pause === 'interrupted' && ` · ${t('guide.interrupted')}`}
            {guide.missed > 0 && ` · ${t('guide.missed', { count: guide.missed })}`}
          </p>
          {isSynthetic && <SyntheticVoice />}
        </div>
        <div className="guide__buttons">
          <Control sign="left" name={t('guide.back')} hotKey="B" onPress={() => commands.back()} />
          <button
            type="button"
            className={play.isMain ? 'guide__main' : 'round'}
            aria-label={play.isMain ? undefined : t(`guide.${play.key}`)}
            aria-keyshortcuts="P Space"
            title={t('guide.withKey', { name: t(`guide.${play.key}`), key: 'P' })}
            onClick={() => (phase === 'paused' || phase === 'ended' ? commands.resume() : commands.pause())}
          >
            <Icon name={phase === 'paused' || phase === 'ended' ? 'play' : 'pause'} />
            {play.isMain && <span>{t(`guide.${play.key}`)}</span>}
          </button>
          <Control
            sign="right"
            name={t('guide.skip')}
            hotKey="N"
            isOff={phase === 'ended'}
            onPress={() => commands.skip()}
          />
          <select
            className="guide__rate"
            aria-label={t('guide.rate')}
            value={guide.rate}
            onChange={({ target }) => {
              const rate = GUIDE_RATES.find((one) => one === Number(target.value));
              if (rate !== undefined) commands.setRate(rate);
            }}
          >
            {GUIDE_RATES.map((rate) => (
              <option key={rate} value={rate}>
                {rateName(rate)}
              </option>
            ))}
          </select>
          <Control sign="close" name={t('guide.leave')} onPress={() => commands.leave()} />
        </div>
      </div>
      <GuideAnnouncer guide={guide} station={station} stations={stations} />
    </section>
  );
}

interface ControlProps {
  readonly sign: 'left' | 'right' | 'close';
  readonly name: string;
  readonly hotKey?: string;
  readonly isOff?: boolean;
  readonly onPress: () => void;
}

function Control({ sign, name, hotKey, isOff = false, onPress }: ControlProps) {
  const t = useTexts();
  return (
    <button
      type="button"
      className="round"
      aria-label={name}
      aria-keyshortcuts={hotKey}
      title={hotKey === undefined ? name : t('guide.withKey', { name, key: hotKey })}
      disabled={isOff}
      onClick={onPress}
    >
      <Icon name={sign} />
    </button>
  );
}

/** What the button in the middle does; it says so in words where the tour waits for the visitor. */
function playOf({ phase, pause }: GuideVisit): {
  readonly key: 'begin' | 'resume' | 'again' | 'pause' | 'play';
  readonly isMain: boolean;
} {
  if (phase === 'ended') return { key: 'again', isMain: true };
  if (phase !== 'paused') return { key: 'pause', isMain: false };
  if (pause === 'begin') return { key: 'begin', isMain: true };
  return pause === 'interrupted' ? { key: 'resume', isMain: true } : { key: 'play', isMain: false };
}
