import { useCommands, useTexts, useTour, useUi } from '../context.ts';
import { usePick } from '../Text.tsx';
import { findHotspot, findNode } from '#tour/selectors/findNode.ts';
import { findAssetOf } from './inHand.ts';
import { loadRelicView } from './loadRelicView.ts';

interface TakeUpButtonProps {
  readonly hotspotId: string;
  readonly className: string;
  /** Whether the object's name has to be said, because nothing around the button says it. */
  readonly isNamed?: boolean;
  readonly onFocus?: (event: { readonly target: Element }) => void;
  readonly onBlur?: () => void;
}

/** Takes a relic of the place up. Nothing for other hotspots and where the relic's model is missing. */
export function TakeUpButton({ hotspotId, className, isNamed = false, onFocus, onBlur }: TakeUpButtonProps) {
  const t = useTexts();
  const pick = usePick();
  const { hasPicture } = useUi();
  const { relic } = useCommands();
  const exhibition = useTour((state) => state.exhibition);
  const nodeId = useTour((state) => state.nodeId);
  const hotspot = findHotspot(findNode(exhibition, nodeId), hotspotId);
  if (!hasPicture || !hotspot || !findAssetOf(exhibition, hotspot)) return null;
  return (
    <button
      type="button"
      className={className}
      onClick={() => relic.open(hotspotId)}
      onPointerEnter={() => void loadRelicView().catch(() => undefined)}
      onFocus={onFocus}
      onBlur={onBlur}
    >
      {isNamed ? t('relic.takeUpNamed', { name: pick(hotspot.label).text }) : t('relic.takeUp')}
    </button>
  );
}
