import { type PointerEvent, useMemo } from 'react';
import { useCommands, useTour, useUi } from '../../context.ts';
import { StateName } from '../caption/Caption.tsx';
import { listStates, shownStates } from '../caption/shownStates.ts';
import { Icon } from '../../Icon.tsx';
import { useRelic } from '../inHand.ts';

/** The line between two states of the relic, to be drawn aside by hand. Keyboards and screen readers have its slider. */
export function Curtain() {
  const { hasPicture } = useUi();
  const { relic } = useCommands();
  const { visit, asset } = useRelic();
  const exhibition = useTour((state) => state.exhibition);
  const all = useMemo(() => listStates(asset, exhibition), [asset, exhibition]);
  const { states } = visit;
  const [left, right] = shownStates(all, states);
  // Until the other state is here, one alone is shown on both sides.
  if (!hasPicture || !left || !right || visit.facts?.isComing) return null;
  const draw = (event: PointerEvent<HTMLElement>) => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
    const curtain = Math.min(1, Math.max(0, event.clientX / Math.max(1, window.innerWidth)));
    relic.set({ states: { ...states, curtain } });
  };
  return (
    <div className="curtain" style={{ left: `${states.curtain * 100}%` }} aria-hidden="true">
      <span className="curtain__name curtain__name--left">
        <StateName state={left} />
      </span>
      <span className="curtain__name curtain__name--right">
        <StateName state={right} />
      </span>
      <span
        className="curtain__grip"
        onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
        onPointerMove={draw}
      >
        <Icon name="aside" />
      </span>
    </div>
  );
}
