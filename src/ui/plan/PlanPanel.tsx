import { useEffect, useMemo, useRef, useState } from 'react';
import { resolveAssetUri } from '#document/uri.ts';
import { compassOf, windOf } from '#tour/selectors/facing.ts';
import { selectNode } from '#tour/selectors/findNode.ts';
import { choosePlan, coneTurn, type PlanPlace, type PlanView, planViewsOf } from '#tour/selectors/planView.ts';
import { useCommands, useTexts, useTour, useUi } from '../context.ts';
import { useFound } from '../find/useFind.ts';
import { PanelFrame } from '../panel/PanelFrame.tsx';
import { Text, usePick } from '../Text.tsx';

/** The site from above, north up: where one is, which way one looks, and every place within reach. */
export function PlanPanel() {
  const t = useTexts();
  const pick = usePick();
  const exhibition = useTour((state) => state.exhibition);
  const nodeId = useTour((state) => state.nodeId);
  const node = useTour(selectNode);
  const view = useTour((state) => state.settledView);
  const plans = useMemo(() => planViewsOf(exhibition), [exhibition]);
  const [chosenId, setChosenId] = useState<string | null>(null);
  const plan = plans.find(({ id }) => id === chosenId) ?? choosePlan(plans, nodeId);
  if (!plan) return null;
  const facing = t(`facing.${windOf(compassOf(view, node))}`);
  const place = node ? pick(node.label).text : t('place.unknown');
  return (
    <PanelFrame title={t('plan.heading')} className="panel--plan">
      {plans.length > 1 && (
        <div className="tabs" role="group" aria-label={t('plan.heading')}>
          {plans.map((one) => (
            <button
              key={one.id}
              type="button"
              className="word"
              aria-pressed={one.id === plan.id}
              onClick={() => setChosenId(one.id)}
            >
              {one.label ? <Text map={one.label} /> : t('plan.heading')}
            </button>
          ))}
        </div>
      )}
      <Drawing key={plan.id} plan={plan} />
      <p className="count">{t('plan.here', { place, facing })}</p>
      <SameSpot plan={plan} />
      {!plan.image && <p className="count">{t('plan.schematic')}</p>}
    </PanelFrame>
  );
}

/** The other places where one stands: other times and other lights of the same spot. */
function SameSpot({ plan }: { plan: PlanView }) {
  const t = useTexts();
  const { goTo } = useCommands();
  const nodeId = useTour((state) => state.nodeId);
  const spot = plan.spots.find((places) => places.some(({ node }) => node.id === nodeId)) ?? [];
  const others = spot.filter(({ node }) => node.id !== nodeId);
  if (others.length === 0) return null;
  return (
    <div className="same-spot">
      <h3 className="count">{t('plan.sameSpot')}</h3>
      <ul className="tabs">
        {others.map(({ node }) => (
          <li key={node.id}>
            <button type="button" className="word" onClick={() => goTo(node.id, { panel: { kind: 'plan' } })}>
              <Text map={node.label} />
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Drawing({ plan }: { plan: PlanView }) {
  const { baseUrl } = useUi();
  const nodeId = useTour((state) => state.nodeId);
  const here = plan.places.find(({ node }) => node.id === nodeId);
  const lit = useLit();
  const { width, height, image } = plan;
  const url = image && resolveAssetUri(image.uri, baseUrl);
  // Signs keep their size whatever the plan's own units are.
  const unit = Math.max(width, height) / 100;
  return (
    <div
      className="plan"
      style={{ aspectRatio: `${width} / ${height}`, maxWidth: `max(${(34 * width) / height}vh, 18rem)` }}
    >
      <svg viewBox={`0 0 ${width} ${height}`} className="plan__drawing" aria-hidden="true">
        {url && <image href={url} width={width} height={height} className="plan__image" />}
        {plan.ways.map(({ from, to }) => (
          <line
            key={`${from.node.id} ${to.node.id}`}
            x1={from.x}
            y1={from.y}
            x2={to.x}
            y2={to.y}
            className="plan__way"
            strokeWidth={unit / 3}
          />
        ))}
        {here && <Cone place={here} unit={unit} />}
      </svg>
      <ul>
        {plan.spots.map((spot) => {
          // Of several places at one spot the visitor's own stands for all, else one where something was found.
          const found = spot.find(({ node }) => lit.has(node.id));
          const place = here && spot.includes(here) ? here : (found ?? spot[0]);
          return (
            <li key={spot[0].node.id}>
              <Spot place={place} plan={plan} isHere={place === here} isLit={found !== undefined} />
            </li>
          );
        })}
      </ul>
    </div>
  );
}

/** The places of what the visitor has found. */
function useLit(): ReadonlySet<string> {
  const found = useFound((state) => state.found);
  return useMemo(() => new Set((found ?? []).flatMap(({ thing }) => thing.spots.map(({ nodeId }) => nodeId))), [found]);
}

/** The visitor's field of view from above; it follows the camera frame by frame, past React. */
function Cone({ place, unit }: { place: PlanPlace; unit: number }) {
  const { liveView } = useUi();
  const cone = useRef<SVGGElement>(null);
  const { x, y, node } = place;
  useEffect(() => {
    const turn = (yaw: number) => cone.current?.setAttribute('transform', `rotate(${coneTurn(yaw, node)} ${x} ${y})`);
    turn(liveView.current.yaw);
    return liveView.subscribe((view) => turn(view.yaw));
  }, [liveView, node, x, y]);
  const length = unit * 14;
  const half = unit * 8;
  return (
    <g ref={cone}>
      <path
        d={`M${x} ${y}L${x - half} ${y - length}A${length * 1.15} ${length * 1.15} 0 0 1 ${x + half} ${y - length}Z`}
        className="plan__cone"
      />
    </g>
  );
}

interface SpotProps {
  readonly place: PlanPlace;
  readonly plan: PlanView;
  readonly isHere: boolean;
  /** Whether what the visitor looks for is there. */
  readonly isLit: boolean;
}

function Spot({ place, plan, isHere, isLit }: SpotProps) {
  const t = useTexts();
  const { goTo } = useCommands();
  return (
    <button
      type="button"
      className={isLit ? 'spot spot--lit' : 'spot'}
      aria-current={isHere ? 'location' : undefined}
      style={{ left: `${(100 * place.x) / plan.width}%`, top: `${(100 * place.y) / plan.height}%` }}
      // The plan stays open: one sees oneself move on it.
      onClick={() => goTo(place.node.id, { panel: { kind: 'plan' } })}
    >
      <span className="spot__dot" />
      <Text map={place.node.label} className="spot__name" />
      {isLit && <span className="unseen">{t('find.lit')}</span>}
    </button>
  );
}
