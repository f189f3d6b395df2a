import type { TourState } from '../state.ts';

/** Whether a visitor listens who need not touch anything. On the way to a station, or asked which way to go, one waits. */
export function isNarrating({ guide }: Pick<TourState, 'guide'>): boolean {
  return guide?.phase === 'telling' || guide?.phase === 'waiting';
}
