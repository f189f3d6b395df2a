import { useEffect } from 'react';
import { useCommands, useUi } from '../context.ts';

/** What takes letters for itself. */
const TYPED = 'input, textarea, select, [contenteditable]';

/** The slash, or K with Control or Command, opens the list of places with the field where one types. */
export function FindKeys() {
  const { find } = useUi();
  const { openPanel } = useCommands();
  useEffect(() => {
    if (!find) return;
    const onKey = (event: KeyboardEvent): void => {
      const isModified = event.ctrlKey || event.metaKey;
      const isAsked = isModified ? event.key.toLowerCase() === 'k' && !event.shiftKey : event.key === '/';
      if (!isAsked || event.altKey || event.defaultPrevented) return;
      if (!isModified && document.activeElement?.closest(TYPED)) return;
      event.preventDefault();
      find.desk.wantField(true);
      openPanel({ kind: 'places' });
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [find, openPanel]);
  return null;
}
