import { useEffect, useRef, useState } from 'react';
import { useTexts, useTour, useUi } from '../context.ts';
import { describeFlatness, describeFrame, describeWay } from './words.ts';

/** Says that a wall has been brought closer, which part of it the picture came to rest on, and that one is back. */
export function WallAnnouncer() {
  const t = useTexts();
  const { locale } = useUi();
  const wallView = useTour((state) => state.wallView);
  const open = wallView?.kind === 'open' ? wallView : null;
  const [message, setMessage] = useState('');
  const last = useRef<typeof open>(null);
  const texts = useRef({ opened: '', moved: '', back: '' });
  texts.current = {
    opened: open
      ? `${t('wall.opened', { distance: describeWay(open.wall.distance, locale), flatness: describeFlatness(open.wall, locale) })} ${describeFrame(open.frame, locale)}`
      : '',
    moved: open ? describeFrame(open.frame, locale) : '',
    back: t('wall.closed'),
  };
  useEffect(() => {
    const before = last.current;
    last.current = open;
    if (before === open) return;
    if (!open) setMessage(texts.current.back);
    else setMessage(before?.wall === open.wall ? texts.current.moved : texts.current.opened);
  }, [open]);
  return (
    <p className="unseen" role="status" aria-live="polite">
      {message}
    </p>
  );
}
