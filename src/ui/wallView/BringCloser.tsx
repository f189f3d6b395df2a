import { useEffect } from 'react';
import { useCommands, useTexts, useTour, useUi } from '../context.ts';

/** Brings the wall in the middle of the picture closer, and says so where that cannot be. */
export function BringCloser() {
  const t = useTexts();
  const { liveView, tour } = useUi();
  const { wall } = useCommands();
  const wallView = useTour((state) => state.wallView);
  // What was refused for one view says nothing of the next one.
  useEffect(
    () => () => {
      if (tour.store.getState().wallView?.kind !== 'open') tour.commands.wall.close();
    },
    [tour],
  );
  const refusal = wallView?.kind === 'refused' ? t(`wall.refused.${wallView.reason}`) : null;
  return (
    <>
      <div className="actions">
        <button type="button" className="action" onClick={() => wall.ask({ ...liveView.current })}>
          {t('wall.bring')}
        </button>
      </div>
      <p className="small" role="status">
        {wallView?.kind === 'asked' ? t('wall.wait') : refusal}
      </p>
    </>
  );
}
