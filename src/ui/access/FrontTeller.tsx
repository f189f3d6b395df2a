import { useEffect, useRef, useState } from 'react';
import { useTexts, useTour } from '../context.ts';
import { useFrontWords } from './useFrontWords.ts';

/** By what is printed on it, wherever it lies. */
const KEY = 'i';
const WRITTEN_IN = 'input, textarea, select, [contenteditable]';
/** Said again, the same words must be other ones for whoever listens to a live region. */
const AGAIN = '\u00a0';

/** Tells what is in front of one, by a button and by the key I. */
export function FrontTeller() {
  const t = useTexts();
  const tell = useFrontWords();
  const isAside = useTour((state) => state.isTitleOpen || state.relic !== null || state.wallView?.kind === 'open');
  const [said, setSaid] = useState('');
  const say = (): void => setSaid((before) => (before === tell() ? `${tell()}${AGAIN}` : tell()));
  const latest = useRef(say);
  useEffect(() => {
    latest.current = say;
  });
  useEffect(() => {
    if (isAside) return;
    const onKey = (event: KeyboardEvent): void => {
      const { target, key, ctrlKey, altKey, metaKey, defaultPrevented } = event;
      if (key.toLowerCase() !== KEY || ctrlKey || altKey || metaKey || defaultPrevented) return;
      if (target instanceof Element && target.closest(WRITTEN_IN)) return;
      event.preventDefault();
      latest.current();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [isAside]);
  return (
    <>
      <button type="button" className="exit" aria-keyshortcuts="I" onClick={say}>
        {t('front.ask')}
      </button>
      <p className="objects__front" role="status" aria-live="assertive">
        {said}
      </p>
    </>
  );
}
