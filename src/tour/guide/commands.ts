/** The only writers of `TourState.guide`. All but `startGuide` do nothing while no guided tour is under way. */
import type { CommandContext } from '../commands/context.ts';
import { hint } from '../hint.ts';
import type { TourState } from '../state.ts';
import { findTour, stepsOf } from './stations.ts';
import { beginGuide, stepGuide, type GuideEvent, type GuideWay } from './stepGuide.ts';

export interface StartOptions {
  /** From 0, in the tour as it was written; the first by default. */
  readonly stepIndex?: number;
  /** Whether it goes to the step and then waits for the visitor. False by default. */
  readonly isWaiting?: boolean;
}

/**
 * Begins a guided tour, in place of the one that is under way. Throws where there is no such tour; does nothing where none of
 * its steps can be shown at this moment.
 */
export function startGuide({ store }: CommandContext, tourId: string, options: StartOptions = {}): void {
  const state = store.getState();
  if (!findTour(state, tourId)) {
    const ids = state.wholeExhibition.tours?.map(({ id }) => id) ?? [];
    throw new Error(`startGuide: no tour "${tourId}"${hint(tourId, ids)}`);
  }
  const { stepIndex = 0, isWaiting = false } = options;
  const serial = (state.guide?.serial ?? 0) + 1;
  const rate = state.guide?.rate ?? 1;
  const guide = beginGuide(tourId, stepIndex, wayOf(state, tourId), { isWaiting, serial, rate });
  if (guide) store.setState({ guide, isTitleOpen: false });
}

/** @param seconds Told or waited since the event before, at the ordinary rate; 0 by default. */
export function tellGuide({ store }: CommandContext, event: GuideEvent, seconds = 0): void {
  const state = store.getState();
  const { guide } = state;
  if (!guide) return;
  const next = stepGuide(guide, event, seconds, wayOf(state, guide.tourId));
  if (next !== guide) store.setState({ guide: next });
}

export function leaveGuide({ store }: CommandContext): void {
  if (store.getState().guide) store.setState({ guide: null });
}

export function wayOf(
  state: Pick<TourState, 'exhibition' | 'wholeExhibition' | 'brokenNodes'>,
  tourId: string,
): GuideWay {
  return { steps: stepsOf(state, tourId), written: findTour(state, tourId)?.steps ?? [] };
}
