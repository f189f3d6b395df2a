import { useEffect, useRef, useState } from 'react';
import type { FlatAsset } from '#document/schema.ts';
import { describeLength } from '#i18n/length.ts';
import type { FlatShape } from '#tour/flat/shape.ts';
import { useTexts, useTour, useUi } from '../context.ts';
import { describePlace } from './words.ts';

/** Says what lies before one on arrival, and where the picture has come to rest. */
export function FlatAnnouncer({ asset, shape }: { asset: FlatAsset; shape: FlatShape }) {
  const t = useTexts();
  const { locale } = useUi();
  const frame = useTour((state) => state.flat);
  const { defaultLanguage } = useTour((state) => state.exhibition);
  const [message, setMessage] = useState('');
  const isNew = useRef(true);
  const where = frame ? describePlace({ asset, shape, frame }, locale, defaultLanguage) : '';
  const [length, height] = [shape.width, shape.height].map((metres) => describeLength(metres, locale));
  const opened = t(shape.isScroll ? 'flat.openedScroll' : 'flat.openedPicture', {
    length: length ?? '',
    height: height ?? '',
    where,
  });
  const words = useRef({ where, opened });
  words.current = { where, opened };
  useEffect(() => {
    if (!frame) return;
    setMessage(isNew.current ? words.current.opened : words.current.where);
    isNew.current = false;
  }, [frame]);
  return (
    <p className="unseen" role="status" aria-live="polite">
      {message}
    </p>
  );
}
