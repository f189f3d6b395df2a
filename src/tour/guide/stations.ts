/** The steps of a guided tour as they can be shown at this moment, and the order in which they follow each other. */
import type { Tour, TourStep } from '#document/tourSchema.ts';
import { holdingsOf, stepLeft } from '#document/truth/stepLeft.ts';
import type { TourState } from '../state.ts';
import type { GuideVisit } from './state.ts';

/** In the order of the document; null for a step that cannot be shown at this moment. */
export type GuideSteps = readonly (TourStep | null)[];

type Known = Pick<TourState, 'exhibition' | 'wholeExhibition' | 'brokenNodes'>;

export function findTour({ wholeExhibition }: Pick<TourState, 'wholeExhibition'>, tourId: string): Tour | undefined {
  return wholeExhibition.tours?.find(({ id }) => id === tourId);
}

/** Of the tour as it was written, so that a step keeps its number while conjecture is hidden. */
export function stepsOf(state: Known, tourId: string): GuideSteps {
  const holdings = holdingsOf(state.exhibition);
  return (findTour(state, tourId)?.steps ?? []).map((step) =>
    state.brokenNodes.has(step.at) ? null : stepLeft(step, holdings),
  );
}

/** The step that is told at this moment; null where there is none. */
export function currentStep(state: Known & Pick<TourState, 'guide'>): TourStep | null {
  const { guide } = state;
  return guide ? (stepsOf(state, guide.tourId)[guide.stepIndex] ?? null) : null;
}

/** A choice that leads somewhere. */
export interface Way {
  readonly label: NonNullable<TourStep['choices']>[number]['label'];
  readonly index: number;
}

/** What the visitor is asked after a step. */
export function choicesOf(steps: GuideSteps, index: number): Way[] {
  return (steps[index]?.choices ?? []).flatMap(({ label, to }) => {
    const at = indexOf(steps, to);
    return at === null ? [] : [{ label, index: at }];
  });
}

/**
 * Where a step that asks nothing leads: to its `next`, else to the one after it in the list; steps that cannot be shown are
 * passed over. Null at the end.
 */
export function following(steps: GuideSteps, written: GuideSteps, index: number): number | null {
  const passed = new Set<number>();
  for (let at: number | null = index; at !== null && !passed.has(at);) {
    passed.add(at);
    const next: number | null = nextOf(written, at);
    if (next !== null && steps[next]) return next;
    at = next;
  }
  return null;
}

/** How many steps that cannot be shown lie between a step and the one that follows it, or the end. */
export function passedOver(steps: GuideSteps, written: GuideSteps, index: number): number {
  const passed = new Set([index]);
  for (let at = nextOf(written, index); at !== null && !steps[at] && !passed.has(at); at = nextOf(written, at)) {
    passed.add(at);
  }
  return passed.size - 1;
}

/** How many stations one has come to, this one included, and how many there are on the longest way on. */
export function progressOf(
  { trail, stepIndex }: Pick<GuideVisit, 'trail' | 'stepIndex'>,
  steps: GuideSteps,
  written: GuideSteps,
): { readonly station: number; readonly stations: number } {
  const station = trail.length + 1;
  return { station, stations: station + longestAfter(steps, written, stepIndex, new Set()) };
}

/** How many stations a visitor meets who always takes the longest way. */
export function countStations(steps: GuideSteps, written: GuideSteps): number {
  const first = steps[0] ? 0 : following(steps, written, 0);
  return first === null ? 0 : 1 + longestAfter(steps, written, first, new Set());
}

function longestAfter(steps: GuideSteps, written: GuideSteps, index: number, passed: ReadonlySet<number>): number {
  if (passed.has(index)) return 0;
  const here = new Set([...passed, index]);
  const ways = choicesOf(steps, index).map((way) => way.index);
  const next = ways.length > 0 ? ways : [following(steps, written, index)];
  const lengths = next.map((at) => (at === null || here.has(at) ? 0 : 1 + longestAfter(steps, written, at, here)));
  return Math.max(...lengths);
}

/** A step that asks, and whose choices all lead nowhere at this moment, leads to what follows the first of them. */
function nextOf(written: GuideSteps, index: number): number | null {
  const step = written[index];
  const named = step?.choices?.[0]?.to ?? step?.next;
  if (named !== undefined) return indexOf(written, named);
  return index + 1 < written.length ? index + 1 : null;
}

function indexOf(steps: GuideSteps, id: string): number | null {
  const index = steps.findIndex((step) => step?.id === id);
  return index < 0 ? null : index;
}
