import { type RefObject, useEffect, useRef } from 'react';

/**
 * What had the focus last outside of a relic and outside of the panels that lead into it, so that Back can give it
 * back; null while that is nothing of the page, such as the picture.
 */
export function useCameFrom(): RefObject<HTMLElement | null> {
  const last = useRef<HTMLElement | null>(null);
  useEffect(() => {
    const onFocus = ({ target }: FocusEvent) => {
      if (!(target instanceof HTMLElement) || target.closest('.relic, .panel')) return;
      last.current = target.closest('.visit') ? target : null;
    };
    document.addEventListener('focusin', onFocus);
    return () => document.removeEventListener('focusin', onFocus);
  }, []);
  return last;
}
