import { useCallback, useState } from 'react';
import { frameAtEnd, frameOnward } from '#tour/flat/frame.ts';
import type { FlatNow } from '#tour/flat/liveFlat.ts';
import type { FlatShape } from '#tour/flat/shape.ts';
import type { WallFrame } from '#tour/wallView/state.ts';
import { type MessageKey } from '#i18n/locale.ts';
import { useTexts, useUi } from '../context.ts';
import { Icon } from '../Icon.tsx';
import type { FlatTools } from '../ports.ts';
import { useFlatNow } from './useFlatNow.ts';

/** Unrolls a scroll by one opening, to its ends, and by itself. */
export function Unroll({ tools, shape }: { tools: FlatTools; shape: FlatShape }) {
  const t = useTexts();
  const { reducedMotion } = useUi();
  const [isAuto, setAuto] = useState(false);
  useFlatNow(
    tools.live,
    useCallback((now: FlatNow) => setAuto(now.isAuto), []),
  );
  const button = (key: MessageKey, to: (now: FlatNow) => WallFrame) => (
    <button
      type="button"
      className="word"
      onClick={() => {
        const now = tools.live.current;
        if (now) tools.go(to(now), { isEased: true });
      }}
    >
      {t(key)}
    </button>
  );
  return (
    <>
      {button('flat.begin', (now) => frameAtEnd(shape, now.frame, now, 0))}
      {button('flat.back', (now) => frameOnward(shape, now.frame, now, -1))}
      {button('flat.on', (now) => frameOnward(shape, now.frame, now, 1))}
      {!reducedMotion && (
        <button
          type="button"
          className="word flat__auto"
          data-unrolls
          aria-pressed={isAuto}
          onClick={() => tools.setAuto(!isAuto)}
        >
          <Icon name={isAuto ? 'pause' : 'play'} />
          {t(isAuto ? 'flat.pause' : 'flat.auto')}
        </button>
      )}
    </>
  );
}
