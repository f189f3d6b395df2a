import { useEffect, useRef, useState } from 'react';
import { useTexts, useTour } from '../context.ts';

/** How one walks: said on coming into a hall, until the visitor has gone a first step. */
export function WalkHint() {
  const t = useTexts();
  const stand = useTour((state) => state.stand);
  const arrival = useTour((state) => state.arrival);
  const isPanelOpen = useTour((state) => state.panel !== null);
  const [hasWalked, setHasWalked] = useState(false);
  const came = useRef({ arrival, stand });
  useEffect(() => {
    if (came.current.arrival === arrival && came.current.stand && stand && stand !== came.current.stand) {
      setHasWalked(true);
    }
    came.current = { arrival, stand };
  }, [arrival, stand]);
  if (!stand || hasWalked || isPanelOpen) return null;
  return (
    <p className="hint chrome" role="note">
      {t('walk.hint')}
    </p>
  );
}
