import { useEffect, useMemo, useRef, useState } from 'react';
import { useCommands, useTour, useUi } from '../context.ts';
import { FaultNote } from './FaultNote.tsx';
import { useRelic } from './inHand.ts';
import { OpenTool } from './rail/OpenTool.tsx';
import { focusTool, Rail } from './rail/Rail.tsx';
import { listTools, type PanelTool, type Tool } from './rail/tools.ts';
import { RelicAnnouncer } from './say/RelicAnnouncer.tsx';
import { Curtain } from './stage/Curtain.tsx';
import { useInsets } from './stage/insets.ts';
import { Poster } from './stage/Poster.tsx';
import { useTakeable } from './take/takeable.ts';
import { RingButton } from '../sound/RingButton.tsx';
import { TourBar } from './tour/TourBar.tsx';
import { TurnPad } from './turn/TurnPad.tsx';
import './relic.css';
import './panels.css';
import '../form/form.css';
import './narrow.css';

/** Everything one sees and uses around a relic, in the order in which it is read and reached by the keyboard. */
export function RelicView() {
  const { hasPicture, kiosk } = useUi();
  const { relic } = useCommands();
  const { visit, asset } = useRelic();
  const { annotationId, step, facts } = visit;
  const takeable = useTakeable(asset, visit);
  const canBeTaken = takeable.isAny && !kiosk;
  const [chosen, setChosen] = useState<PanelTool | null>(null);
  const view = useRef<HTMLDivElement>(null);
  const tools = useMemo(
    () => listTools({ asset, facts, hasPicture, canBeTaken }),
    [asset, facts, hasPicture, canBeTaken],
  );
  const isTouring = step !== null;
  // A detail may also be opened in the picture or by a step of the tour.
  const open = annotationId === null ? (isTouring ? null : chosen) : 'details';
  useEffect(() => {
    if (annotationId !== null && !isTouring) setChosen('details');
  }, [annotationId, isTouring]);

  const close = () => {
    setChosen(null);
    relic.openAnnotation(null);
    if (open && !isTouring) focusTool(open);
  };
  const choose = (tool: Tool) => {
    if (tool === open) {
      close();
      return;
    }
    relic.openAnnotation(null);
    if (tool === 'tour') relic.goToStep(0);
    setChosen(tool === 'tour' ? null : tool);
  };
  const endTour = () => {
    relic.goToStep(null);
    relic.openAnnotation(null);
    focusTool('tour');
  };
  useInnerEscape(isTouring ? endTour : open ? close : null);
  useInsets(view, `${open} ${isTouring}`);

  return (
    <div ref={view} className="relic__view">
      <Poster />
      <Curtain />
      <FaultNote />
      <div className="relic__foot" data-covers="foot">
        <RingButton hotspotId={visit.hotspotId} />
        {isTouring ? <TourBar onEnd={endTour} /> : <Rail tools={tools} open={open} onChoose={choose} />}
        {open && <OpenTool tool={open} onClose={close} takeable={takeable} />}
      </div>
      {hasPicture && <TurnPad />}
      <RelicAnnouncer />
    </div>
  );
}

/** Escape leaves what is innermost first; it is heard before the door hears it. */
function useInnerEscape(leave: (() => void) | null): void {
  const latest = useRef(leave);
  const hasPanel = useTour((state) => state.panel !== null);
  useEffect(() => {
    latest.current = hasPanel ? null : leave;
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented || !latest.current) return;
      event.preventDefault();
      latest.current();
    };
    document.addEventListener('keydown', onKey, { capture: true });
    return () => document.removeEventListener('keydown', onKey, { capture: true });
  }, []);
}
