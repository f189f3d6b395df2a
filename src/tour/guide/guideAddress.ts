/** A step of a guided tour in the address: the tour's id and the number of the step, from 1, such as `three-caves,3`. */
import type { TourState } from '../state.ts';
import { findTour } from './stations.ts';
import type { GuideVisit } from './state.ts';

export interface AddressedStep {
  readonly tourId: string;
  /** From 0. */
  readonly stepIndex: number;
}

const NUMBER = /^[1-9]\d{0,2}$/;

/** Null where none is under way. */
export function writeGuide(guide: GuideVisit | null): string | null {
  if (!guide || guide.phase === 'ended') return null;
  return `${encodeURIComponent(guide.tourId)},${guide.stepIndex + 1}`;
}

/** Without a number it is the first step. Null where there is no such tour, or no such step in it. */
export function readGuide(text: string, state: Pick<TourState, 'wholeExhibition'>): AddressedStep | null {
  const [tourId = '', number = '1', ...more] = text.split(',');
  const stepIndex = NUMBER.test(number) ? Number(number) - 1 : -1;
  const step = findTour(state, tourId)?.steps[stepIndex];
  return step && more.length === 0 ? { tourId, stepIndex } : null;
}
