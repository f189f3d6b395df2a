import type { WallView } from '#tour/wallView/state.ts';
import { useEffect, useRef } from 'react';
import { useCommands, useTexts, useTour, useUi } from '../context.ts';

/** Brings the wall in the middle of the picture closer, and says so where that cannot be. */
export function BringCloser() {
  const t = useTexts();
  const { liveView, tour } = useUi();
  const { wall } = useCommands();
  const wallView = useTour((state) => state.wallView);
  const own = useRef<WallView | null>(null);
  // What was refused for one view says nothing of the next one; what an address has asked for meanwhile is not given up.
  useEffect(
    () => () => {
      const { wallView: last } = tour.store.getState();
      if (last?.kind === 'refused' || (last?.kind === 'asked' && last === own.current)) tour.commands.wall.close();
    },
    [tour],
  );
  const ask = () => {
    wall.ask({ ...liveView.current });
    own.current = tour.store.getState().wallView;
  };
  const refusal = wallView?.kind === 'refused' ? t(`wall.refused.${wallView.reason}`) : null;
  return (
    <>
      <div className="actions">
        <button type="button" className="action" onClick={ask}>
          {t('wall.bring')}
        </button>
      </div>
      <p className="small" role="status">
        {wallView?.kind === 'asked' ? t('wall.wait') : refusal}
      </p>
    </>
  );
}
