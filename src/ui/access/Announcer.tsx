import { useEffect, useRef, useState } from 'react';
import { marksInFront } from '#tour/selectors/exits.ts';
import { compassOf, windOf } from '#tour/selectors/facing.ts';
import { selectNode } from '#tour/selectors/findNode.ts';
import { useMarks, useTexts, useTour, useUi } from '../context.ts';
import { usePick } from '../Text.tsx';

/** Says where one has arrived, and which way one faces once the view has come to rest another way than before. */
export function Announcer() {
  const t = useTexts();
  const pick = usePick();
  const { locale } = useUi();
  const node = useTour(selectNode);
  const nodeId = useTour((state) => state.nodeId);
  const view = useTour((state) => state.settledView);
  const isAside = useTour((state) => state.isTitleOpen || state.relic !== null);
  const marks = useMarks();

  const wind = windOf(compassOf(view, node));
  const facing = t(`facing.${wind}`);
  const things = marksInFront(marks, view).map((mark) => mark.label);
  const front = things.length > 0 ? t('front.things', { things: locale.lists.format(things) }) : '';
  const place = node ? pick(node.label).text : t('place.unknown');
  const arrival = t('arrival', { place, facing });
  const turned = `${t('turned', { facing })} ${front}`.trim();

  const [message, setMessage] = useState('');
  const said = useRef({ nodeId: '', turned: '' });
  useEffect(() => {
    if (isAside) return;
    const last = said.current;
    if (last.nodeId !== nodeId) setMessage(`${arrival} ${front}`.trim());
    else if (last.turned !== turned) setMessage(turned);
    said.current = { nodeId, turned };
  }, [isAside, nodeId, arrival, front, turned]);

  return (
    <p className="unseen" role="status" aria-live="polite">
      {message}
    </p>
  );
}
