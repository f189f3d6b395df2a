import { useMemo } from 'react';
import { layersOf } from '#tour/compare/layers.ts';
import { lightOf } from '#tour/light/lightOf.ts';
import { useCommands, useTexts, useTour } from '../context.ts';
import './light.css';

/** The lamp at hand, at the foot of the picture, wherever it may be dark: a light was chosen, or the place is by lamps. */
export function LampButton() {
  const t = useTexts();
  const { light: commands } = useCommands();
  const exhibition = useTour((state) => state.exhibition);
  const nodeId = useTour((state) => state.nodeId);
  const light = useTour((state) => state.light);
  const pair = useMemo(() => lightOf(exhibition, nodeId), [exhibition, nodeId]);
  const isByLamps = pair !== null && layersOf(exhibition, nodeId).shown === pair.lamp;
  if (!pair || (!light && !isByLamps)) return null;
  const isLit = light?.isLampLit ?? false;
  return (
    <button
      type="button"
      className="word lamp"
      aria-pressed={isLit}
      onClick={() => commands.set({ isLampLit: !isLit })}
    >
      {t('light.lamp')}
    </button>
  );
}
