import { lazy, Suspense, useEffect, useMemo, useRef, useState } from 'react';
import { bringPatiently } from '#shared/bringPatiently.ts';
import { findNode } from '#tour/selectors/findNode.ts';
import { useCommands, useTexts, useTour } from '../context.ts';
import { Icon } from '../Icon.tsx';
import { LanguageSwitch } from '../controls/Corner.tsx';
import { OpenPanel } from '../panel/OpenPanel.tsx';
import { usePick } from '../Text.tsx';
import { Caption } from './caption/Caption.tsx';
import { Progress } from './caption/Progress.tsx';
import { focusGently } from './focusGently.ts';
import { describeRelic, RelicContext } from './inHand.ts';
import { loadRelicView } from './loadRelicView.ts';
import { useCameFrom } from './cameFrom.ts';
import { ViewBoundary } from './ViewBoundary.tsx';

/** Seven seconds; then it is said. */
const MOST_ATTEMPTS = 5;

/** Of each visit its own: one that could not be had must not be the last word. */
function bringView() {
  return lazy(async () => ({ default: (await bringPatiently(loadRelicView, MOST_ATTEMPTS)).RelicView }));
}

/**
 * The way into a relic and back out of it. Back, the name and what has to be said about it stand at once; the ways of
 * looking come after them, and where they do not come, the way back is still there.
 */
export function RelicDoor() {
  const hotspotId = useTour((state) => state.relic?.hotspotId ?? null);
  const cameFrom = useCameFrom();
  return hotspotId === null ? null : <Inside key={hotspotId} hotspotId={hotspotId} cameFrom={cameFrom} />;
}

function Inside({ hotspotId, cameFrom }: { hotspotId: string; cameFrom: { readonly current: HTMLElement | null } }) {
  const t = useTexts();
  const pick = usePick();
  const [RelicView] = useState(bringView);
  const { relic } = useCommands();
  const visit = useTour((state) => state.relic);
  const exhibition = useTour((state) => state.exhibition);
  const nodeId = useTour((state) => state.nodeId);
  const language = useTour((state) => state.language);
  const isTitleOpen = useTour((state) => state.isTitleOpen);
  const described = useMemo(
    () => describeRelic({ exhibition, nodeId, language }, hotspotId),
    [exhibition, nodeId, language, hotspotId],
  );
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    focusGently(title.current);
    return () => returnFocus(cameFrom.current);
  }, [cameFrom]);
  useEscape();

  const node = findNode(exhibition, nodeId);
  const inHand = visit && described ? { visit, ...described } : null;
  const back = t('relic.backTo', { place: node ? pick(node.label).text : '' });
  return (
    <section className="relic" aria-labelledby="relic-title" inert={isTitleOpen} hidden={isTitleOpen}>
      <RelicContext value={inHand}>
        <div className="relic__head" data-covers="head">
          <button type="button" className="relic__back word" aria-label={back} onClick={() => relic.close()}>
            <Icon name="back" />
            <span>{t('relic.back')}</span>
          </button>
          <h1
            ref={title}
            id="relic-title"
            className="relic__title serif"
            tabIndex={-1}
            lang={described?.content.title.language}
          >
            {described?.content.title.text ?? hotspotId}
          </h1>
          {inHand && (
            <>
              <Caption />
              <Progress />
            </>
          )}
        </div>
        <div className="corner relic__corner chrome">
          <LanguageSwitch />
        </div>
        {inHand && (
          <ViewBoundary message={t('relic.viewFault')}>
            <Suspense fallback={null}>
              <RelicView />
            </Suspense>
          </ViewBoundary>
        )}
        <OpenPanel />
      </RelicContext>
    </section>
  );
}

/** Escape leads back out, unless something inside had a use for it. */
function useEscape(): void {
  const { relic } = useCommands();
  const hasPanel = useTour((state) => state.panel !== null || state.isTitleOpen);
  useEffect(() => {
    if (hasPanel) return;
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented) return;
      event.preventDefault();
      relic.close();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [hasPanel, relic]);
}

function returnFocus(origin: HTMLElement | null): void {
  const { activeElement, body } = document;
  // Whoever moved on to something else in the meantime stays there.
  if (activeElement && activeElement !== body && !activeElement.closest('.relic')) return;
  const target = origin?.isConnected ? origin : document.querySelector<HTMLElement>('[data-focus-home]');
  target?.focus({ preventScroll: true });
}
