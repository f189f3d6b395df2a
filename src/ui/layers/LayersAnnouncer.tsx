import { useEffect, useRef, useState } from 'react';
import { toDegrees, wrapAngle } from '#shared/angle.ts';
import { layersOf } from '#tour/compare/layers.ts';
import { truthOf } from '#tour/compare/truth.ts';
import { useTexts, useTour } from '../context.ts';
import { usePick } from '../Text.tsx';

/** Says which layers are seen together, how, and where the lens has come to rest. */
export function LayersAnnouncer() {
  const t = useTexts();
  const pick = usePick();
  const exhibition = useTour((state) => state.exhibition);
  const nodeId = useTour((state) => state.nodeId);
  const comparison = useTour((state) => state.comparison);
  const view = useTour((state) => state.settledView);
  const { shown, others } = layersOf(exhibition, nodeId);
  const other = comparison && others.find(({ id }) => id === comparison.layerId);
  const own = shown ? pick(shown.label).text : '';
  const say = (): string => {
    if (!comparison || !other) return t('compare.saidNone', { own });
    const { label, isConjecture } = truthOf(exhibition, nodeId, other);
    const layer = [pick(label).text, ...(isConjecture ? [t('layer.restoredText')] : [])].join(', ');
    if (comparison.mode === 'side') return t('compare.saidSide', { layer, own });
    return t('compare.said', { layer, own, mode: t(`compare.mode.${comparison.mode}`) });
  };
  const lens = comparison?.mode === 'lens' ? comparison.lens : null;
  const across = lens ? Math.round(toDegrees(wrapAngle(lens.yaw - view.yaw))) : 0;
  const up = lens ? Math.round(toDegrees(lens.pitch - view.pitch)) : 0;
  const place = lens
    ? t('compare.saidLens', {
        across: Math.abs(across),
        up: Math.abs(up),
        side: t(sideOf(across)),
        height: t(heightOf(up)),
      })
    : '';
  const how = comparison ? `${comparison.layerId} ${comparison.mode}` : '';
  const lensPlace = lens ? `${lens.yaw.toFixed(3)} ${lens.pitch.toFixed(3)}` : '';
  const [message, setMessage] = useState('');
  const last = useRef({ how: '', lensPlace: '' });
  const texts = useRef({ said: '', place: '' });
  texts.current = { said: say(), place };
  useEffect(() => {
    const before = last.current;
    if (before.how !== how) setMessage(texts.current.said);
    else if (before.lensPlace !== lensPlace && lensPlace !== '') setMessage(texts.current.place);
    last.current = { how, lensPlace };
  }, [how, lensPlace]);
  return (
    <p className="unseen" role="status" aria-live="polite">
      {message}
    </p>
  );
}

function sideOf(across: number) {
  return across < 0 ? 'compare.side.left' : 'compare.side.right';
}

function heightOf(up: number) {
  return up < 0 ? 'compare.side.below' : 'compare.side.above';
}
