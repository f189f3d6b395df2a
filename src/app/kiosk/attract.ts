/** What a kiosk shows while nobody is there: a guided tour, again and again; without one, its places in turn. */
import { nodeIds } from '#tour/selectors/findNode.ts';
import type { TourState } from '#tour/state.ts';
import type { Tour } from '#tour/store.ts';
import type { Timers } from '../guide/timers.ts';

/** Seconds. */
const BEFORE_ANEW = 4;
const BEFORE_CHOICE = 5;
const BEFORE_RESUME = 2;
const AT_PLACE = 15;

/** @param tourId The tour to show; null where there is none. Answers what ends it. */
export function attract({ store, commands }: Tour, tourId: string | null, timers: Timers): () => void {
  let cancel = (): void => undefined;
  let laps = 0;
  const later = (seconds: number, act: () => void): void => {
    cancel();
    cancel = timers.after(seconds, act);
  };

  const goRound = (): void => {
    const state = store.getState();
    const shown = nodeIds(state).filter((id) => !state.brokenNodes.has(id));
    const next = shown[(shown.indexOf(state.nodeId) + 1) % shown.length];
    if (next !== undefined && next !== state.nodeId) commands.goTo(next, { isFresh: true });
    later(AT_PLACE, goRound);
  };
  if (tourId === null) {
    later(AT_PLACE, goRound);
    return () => cancel();
  }

  const begin = (): void => {
    commands.guide.start(tourId);
    // None of its steps can be shown at this moment.
    if (!store.getState().guide) goRound();
  };
  const goOn = ({ guide }: Pick<TourState, 'guide'>): void => {
    if (guide === null) return later(BEFORE_ANEW, begin);
    switch (guide.phase) {
      case 'choosing':
        // Each time another way.
        return later(BEFORE_CHOICE, () => {
          const { guide: before } = store.getState();
          commands.guide.choose(laps);
          if (store.getState().guide === before) commands.guide.choose(0);
        });
      case 'paused':
        return later(BEFORE_RESUME, () => commands.guide.resume());
      case 'ended':
        laps++;
        return later(BEFORE_ANEW, begin);
      case 'moving':
      case 'telling':
      case 'waiting':
        return cancel();
    }
  };
  const unsubscribe = store.subscribe((state, before) => {
    if (state.guide?.phase !== before.guide?.phase) goOn(state);
  });
  begin();
  return () => {
    unsubscribe();
    cancel();
  };
}
