import { useEffect } from 'react';
import { useUi } from '../context.ts';

/** Where keys mean something else. */
const TYPED_INTO = 'input, textarea, select, [contenteditable]';
/** What the space bar presses or scrolls. */
const SPACED = 'a[href], button, summary, [role="button"], [role="dialog"], [role="switch"], [role="slider"]';

/** P and the space bar pause and go on, N is the next station, B the one before. */
export function useGuideKeys(): void {
  const { tour } = useUi();
  useEffect(() => {
    const { store, commands } = tour;
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
      const { activeElement } = document;
      if (activeElement?.closest(TYPED_INTO)) return;
      const key = event.key.toLowerCase();
      if (key === ' ' && activeElement?.closest(SPACED)) return;
      const { guide } = store.getState();
      if (key === 'p' || key === ' ') {
        if (guide?.phase === 'paused' || guide?.phase === 'ended') commands.guide.resume();
        else commands.guide.pause();
      } else if (key === 'n') commands.guide.skip();
      else if (key === 'b') commands.guide.back();
      else return;
      event.preventDefault();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [tour]);
}
