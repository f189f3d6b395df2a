import { useEffect, useMemo, useRef } from 'react';
import { layersOf } from '#tour/compare/layers.ts';
import { selectNode } from '#tour/selectors/findNode.ts';
import type { WallView as WallViewState } from '#tour/wallView/state.ts';
import { useCommands, useTexts, useTour, useUi } from '../context.ts';
import { PanelButton } from '../controls/Controls.tsx';
import { LanguageSwitch } from '../controls/Corner.tsx';
import { Pad } from '../controls/Pad.tsx';
import { Icon } from '../Icon.tsx';
import { OpenPanel } from '../panel/OpenPanel.tsx';
import { MadeLabel } from '../place/PlaceBar.tsx';
import { focusGently } from '../relic/focusGently.ts';
import { usePick } from '../Text.tsx';
import { TakenAway } from '../TakenAway.tsx';
import { SaveWall } from './SaveWall.tsx';
import { ScaleBar } from './ScaleBar.tsx';
import { describeFlatness, describeWay } from './words.ts';
import './wall.css';

/** What stands around a wall that is brought closer: the way back, how flat and how far it is, its scale. */
export function WallDoor() {
  const wallView = useTour((state) => state.wallView);
  const isRelicOpen = useTour((state) => state.relic !== null);
  return wallView?.kind === 'open' && !isRelicOpen ? <AtWall view={wallView} /> : null;
}

function AtWall({ view: { wall } }: { readonly view: Extract<WallViewState, { kind: 'open' }> }) {
  const t = useTexts();
  const pick = usePick();
  const { locale, walls } = useUi();
  const { wall: commands } = useCommands();
  const node = useTour(selectNode);
  const whole = useTour((state) => state.wholeExhibition);
  const isTitleOpen = useTour((state) => state.isTitleOpen);
  const isPanelOpen = useTour((state) => state.panel !== null);
  const hasLayers = useMemo(() => node !== undefined && layersOf(whole, node.id).others.length > 0, [whole, node]);
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    focusGently(title.current);
    return returnFocus;
  }, []);
  useEscape(!isPanelOpen && !isTitleOpen);
  const pad = useMemo(
    () => walls && { turn: (right: number, up: number, nearer: number) => walls.move({ right, up, nearer }) },
    [walls],
  );
  return (
    <section className="at-wall" aria-labelledby="wall-title" inert={isTitleOpen} hidden={isTitleOpen}>
      <div className="at-wall__head">
        <button type="button" className="at-wall__back word chrome" onClick={() => commands.close()}>
          <Icon name="back" />
          <span>{t('wall.back')}</span>
        </button>
        <h1 ref={title} id="wall-title" className="at-wall__title serif chrome" tabIndex={-1}>
          {node ? pick(node.label).text : ''}
        </h1>
        <p className="at-wall__facts chrome">
          {t('wall.facts', { distance: describeWay(wall.distance, locale), flatness: describeFlatness(wall, locale) })}
        </p>
        <MadeLabel />
      </div>
      <div className="corner chrome">
        <LanguageSwitch />
      </div>
      {walls && <ScaleBar scale={walls.scale} className="at-wall__scale" />}
      <nav className="controls chrome" aria-label={t('wall.tools')}>
        {hasLayers && <PanelButton kind="layers" />}
        <PanelButton kind="measure" />
        {walls && (
          <TakenAway>
            <SaveWall wall={wall} tools={walls} />
          </TakenAway>
        )}
      </nav>
      {pad && <Pad pad={pad} names="wall.pad" />}
      <OpenPanel />
    </section>
  );
}

/** Escape leads back out, unless something inside had a use for it. */
function useEscape(isOurs: boolean): void {
  const { wall } = useCommands();
  useEffect(() => {
    if (!isOurs) return;
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented) return;
      event.preventDefault();
      wall.close();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [isOurs, wall]);
}

function returnFocus(): void {
  const { activeElement, body } = document;
  // Whoever moved on to something else in the meantime stays there.
  if (activeElement && activeElement !== body && !activeElement.closest('.at-wall')) return;
  queueMicrotask(() => document.querySelector<HTMLElement>('[data-focus-home]')?.focus({ preventScroll: true }));
}
