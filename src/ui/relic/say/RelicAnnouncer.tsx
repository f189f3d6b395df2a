import { useEffect, useMemo, useRef, useState } from 'react';
import { useTexts, useTour } from '../../context.ts';
import { usePick } from '../../Text.tsx';
import { listStates, shownStates } from '../caption/shownStates.ts';
import { useNameState } from '../caption/nameState.ts';
import { useRelic } from '../inHand.ts';
import { isHalfSet, lengthsOf } from '../tape/lengths.ts';
import { useSayLength } from '../tape/sayLength.ts';

/** Says what one who sees has seen happen: which relic, which detail, step, state and length. */
export function RelicAnnouncer() {
  const news = useNews();
  const [message, setMessage] = useState('');
  const known = useRef<readonly string[]>([]);
  useEffect(() => {
    const fresh = news.filter((text, index) => text !== '' && text !== known.current[index]);
    const hasLeft = known.current.some((text, index) => text !== '' && news[index] === '');
    known.current = news;
    // What is gone is not read again when it comes back after something else.
    if (fresh.length > 0) setMessage(fresh.join(' '));
    else if (hasLeft) setMessage('');
  }, [news]);
  return (
    <p className="unseen" role="status" aria-live="polite">
      {message}
    </p>
  );
}

/** One text for each thing that can change, always in the same order; empty where there is nothing to say of it. */
function useNews(): readonly string[] {
  const t = useTexts();
  const pick = usePick();
  const { visit, asset, content } = useRelic();
  const exhibition = useTour((state) => state.exhibition);
  const name = useNameState();
  const sayLength = useSayLength();
  const model = asset.kind === 'model' ? asset : null;

  const alt = asset.alt ? pick(asset.alt).text : '';
  const opened = t('relic.say.opened', { title: content.title.text, alt });

  const at = model?.annotations?.findIndex(({ id }) => id === visit.annotationId) ?? -1;
  const annotation = model?.annotations?.[at];
  const detail = annotation ? t('relic.say.detail', { number: at + 1, label: pick(annotation.label).text }) : '';

  const hasToured = useRef(false);
  useEffect(() => {
    if (visit.step !== null) hasToured.current = true;
  }, [visit.step]);
  const step = visit.step === null ? undefined : model?.steps?.[visit.step];
  const stepText = step
    ? t('relic.say.step', {
        number: (visit.step ?? 0) + 1,
        count: model?.steps?.length ?? 0,
        narration: pick(step.narration).text,
      })
    : hasToured.current
      ? t('relic.say.tourEnded')
      : '';

  const all = listStates(asset, exhibition);
  const [first, second] = shownStates(all, visit.states);
  const describe = (state: typeof first) => {
    if (!state) return '';
    const kind = state.kind && state.label ? t(`relic.state.${state.kind}`) : '';
    return [name(state).text, kind].filter(Boolean).join(' · ');
  };
  const state =
    all.length < 2
      ? ''
      : second
        ? t('relic.say.compared', { other: describe(first), state: describe(second) })
        : t('relic.say.state', { state: describe(first) });

  const lengths = lengthsOf(visit);
  const last = lengths.at(-1);
  const measured = isHalfSet(visit)
    ? t('relic.say.firstEnd')
    : last
      ? t('relic.say.length', { number: lengths.length, length: sayLength(last.metres) })
      : '';

  const texts = [opened, state, stepText, detail, measured];
  const key = JSON.stringify(texts);
  return useMemo(() => JSON.parse(key) as string[], [key]);
}
