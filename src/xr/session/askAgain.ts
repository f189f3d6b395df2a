/**
 * Asks for what a session can do without for a while: at its beginning and, where it could not be had, whenever the
 * visitor arrives somewhere or opens or closes something. Nothing is asked for twice at a time.
 */
import type { Tour } from '#tour/store.ts';

export interface Asking {
  /** At an occasion of another kind. Does nothing while an answer is on its way, and once it is here. */
  again(): void;
  /** What comes from now on is not wanted any more. */
  end(): void;
}

/** @param send Null where there is nothing to be had. Whoever sends says what went wrong. */
export function askAgain<T>(
  { store }: Pick<Tour, 'store'>,
  send: () => Promise<T> | null,
  onHere: (found: T) => void,
): Asking {
  let isOver = false;
  let isAsked = false;
  const again = (): void => {
    if (isOver || isAsked) return;
    isAsked = true;
    send()?.then(
      (found) => {
        if (!isOver) onHere(found);
      },
      () => (isAsked = false),
    );
  };
  const unsubscribe = store.subscribe((state, before) => {
    if (state.arrival !== before.arrival || state.panel !== before.panel) again();
  });
  again();
  return {
    again,
    end() {
      isOver = true;
      unsubscribe();
    },
  };
}
