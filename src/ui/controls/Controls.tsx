import { useMemo } from 'react';
import type { Panel } from '#tour/state.ts';
import { layersOf } from '#tour/compare/layers.ts';
import { hasDepth } from '#tour/wallView/commands.ts';
import { planViewsOf } from '#tour/selectors/planView.ts';
import { useCommands, useTexts, useTour, useUi } from '../context.ts';
import { useIsFlat } from '../flat/FlatDoor.tsx';
import { LampButton } from '../light/LampButton.tsx';
import { Compass } from './Compass.tsx';

type PageKind = Exclude<Panel['kind'], 'hotspot'>;

/** Places, compass, plan: all one tap away, on one line at the foot of the picture. */
export function Controls() {
  const t = useTexts();
  const { hasPicture } = useUi();
  const exhibition = useTour((state) => state.exhibition);
  const hasPlan = useMemo(() => planViewsOf(exhibition).length > 0, [exhibition]);
  const nodeId = useTour((state) => state.nodeId);
  const whole = useTour((state) => state.wholeExhibition);
  const hasLayers = useMemo(() => layersOf(whole, nodeId).others.length > 0, [whole, nodeId]);
  // Where there are layers, their panel leads to the tape.
  const isMeasured = useTour(hasDepth);
  const isFlat = useIsFlat();
  return (
    <nav className="controls chrome" id="controls" aria-label={t('controls.label')} tabIndex={-1}>
      <PanelButton kind="places" />
      {hasLayers && hasPicture && <PanelButton kind="layers" />}
      {!hasLayers && isMeasured && hasPicture && <PanelButton kind="measure" />}
      {hasPicture && <LampButton />}
      {hasPicture && !isFlat && <Compass />}
      {hasPlan ? <PanelButton kind="plan" /> : <PanelButton kind="about" />}
    </nav>
  );
}

/** Opens a panel of the page, or closes it where it is open. */
export function PanelButton({ kind }: { kind: PageKind }) {
  const t = useTexts();
  const { openPanel, closePanel } = useCommands();
  const isOpen = useTour((state) => state.panel?.kind === kind);
  return (
    <button
      type="button"
      className="word"
      aria-expanded={isOpen}
      onClick={() => (isOpen ? closePanel() : openPanel({ kind }))}
    >
      {t(`controls.${kind}`)}
    </button>
  );
}
