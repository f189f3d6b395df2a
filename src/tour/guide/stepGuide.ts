/** What happens to a guided tour, one event at a time. Pure: what is to be done about it `effects.ts` reads off it. */
import { choicesOf, following, passedOver, type GuideSteps } from './stations.ts';
import type { GuideRate, GuideVisit } from './state.ts';

export type GuideEvent =
  | { readonly kind: 'pause' }
  | { readonly kind: 'resume' }
  | { readonly kind: 'back' }
  | { readonly kind: 'skip' }
  | { readonly kind: 'rate'; readonly rate: GuideRate }
  /** By its place among the choices of the step. */
  | { readonly kind: 'choose'; readonly choice: number }
  /** The view is that of the step and what it shows is there; `serial` says of which wish. */
  | { readonly kind: 'arrived'; readonly serial: number }
  /** What the step shows cannot be shown. */
  | { readonly kind: 'broken'; readonly serial: number }
  /** The narration is over. */
  | { readonly kind: 'told'; readonly telling: number }
  /** The step has lasted as long as it should. */
  | { readonly kind: 'waited' }
  /** The visitor looks around, goes elsewhere, opens something else, or is not there. */
  | { readonly kind: 'interrupted' }
  /** The language has changed. */
  | { readonly kind: 'retell' }
  /** What can be shown has changed. */
  | { readonly kind: 'changed' };

/** The steps as they can be shown, and as they were written. */
export interface GuideWay {
  readonly steps: GuideSteps;
  readonly written: GuideSteps;
}

/**
 * Begins a tour at a step, or at the first one after it that can be shown; null where none can.
 * @param isWaiting Whether it goes there and then waits for the visitor, as when an address leads to it.
 */
export function beginGuide(
  tourId: string,
  stepIndex: number,
  { steps, written }: GuideWay,
  { isWaiting, serial, rate }: { isWaiting: boolean; serial: number; rate: GuideRate },
): GuideVisit | null {
  const index = steps[stepIndex] ? stepIndex : following(steps, written, stepIndex);
  if (index === null) return null;
  return {
    tourId,
    stepIndex: index,
    trail: [],
    phase: isWaiting ? 'paused' : 'moving',
    pause: isWaiting ? 'begin' : null,
    leftOff: 'moving',
    rate,
    serial,
    tellings: 0,
    stepSeconds: 0,
    missed: 0,
  };
}

/** @param seconds Since the event before, at the ordinary rate: a minute at a rate of 1.5 is a minute and a half. */
export function stepGuide(guide: GuideVisit, event: GuideEvent, seconds: number, way: GuideWay): GuideVisit {
  const isTelling = guide.phase === 'telling' || guide.phase === 'waiting';
  const now = isTelling && seconds > 0 ? { ...guide, stepSeconds: guide.stepSeconds + seconds } : guide;
  switch (event.kind) {
    case 'pause':
      return isUnderWay(now) ? pauseBecause(now, 'asked') : now;
    case 'interrupted':
      return interrupt(now);
    case 'resume':
      return resume(now, way);
    case 'skip':
      return skip(now, way);
    case 'back':
      return back(now);
    case 'rate':
      return { ...now, rate: event.rate };
    case 'choose':
      return choose(now, event.choice, way);
    case 'arrived':
      return arrive(now, event.serial);
    case 'broken':
      return event.serial === now.serial && now.phase !== 'ended' ? leaveOut(now, way) : now;
    case 'told':
      if (event.telling !== now.tellings || now.phase !== 'telling') return now;
      return now.stepSeconds < leastSeconds(now, way) ? { ...now, phase: 'waiting' } : goOn(now, way);
    case 'waited':
      return now.phase === 'waiting' ? goOn(now, way) : now;
    case 'retell':
      if (now.phase === 'telling') return tell(now);
      return now.pause === 'asked' && now.leftOff === 'telling' ? { ...now, leftOff: 'moving' } : now;
    case 'changed':
      return way.steps[now.stepIndex] || now.phase === 'ended' ? now : leaveOut(now, way);
  }
}

/** Seconds at the ordinary rate that the step lasts at least. */
export function leastSeconds({ stepIndex }: GuideVisit, { steps }: GuideWay): number {
  return steps[stepIndex]?.minSeconds ?? 0;
}

function isUnderWay({ phase }: GuideVisit): boolean {
  return phase !== 'paused' && phase !== 'ended';
}

function pauseBecause(guide: GuideVisit, pause: 'asked' | 'interrupted'): GuideVisit {
  const leftOff = guide.phase === 'paused' || guide.phase === 'ended' ? guide.leftOff : guide.phase;
  return { ...guide, phase: 'paused', pause, leftOff };
}

/** What waits to begin waits on; whoever has paused it and then looks around is led back as well. */
function interrupt(guide: GuideVisit): GuideVisit {
  if (guide.phase === 'ended' || guide.pause === 'begin' || guide.pause === 'interrupted') return guide;
  return pauseBecause(guide, 'interrupted');
}

function resume(guide: GuideVisit, way: GuideWay): GuideVisit {
  const { phase, pause, leftOff, tourId, serial, rate } = guide;
  if (phase === 'ended') return beginGuide(tourId, 0, way, { isWaiting: false, serial: serial + 1, rate }) ?? guide;
  if (phase !== 'paused') return guide;
  if (pause === 'asked' && leftOff !== 'moving') return { ...guide, phase: leftOff, pause: null };
  // A question that was asked already is asked again; anything else is told again from its beginning.
  return { ...guide, phase: 'moving', pause: null, serial: serial + 1, stepSeconds: 0 };
}

function arrive(guide: GuideVisit, serial: number): GuideVisit {
  if (serial !== guide.serial || guide.phase !== 'moving') return guide;
  return guide.leftOff === 'choosing' ? { ...guide, phase: 'choosing' } : tell(guide);
}

function tell(guide: GuideVisit): GuideVisit {
  return { ...guide, phase: 'telling', leftOff: 'telling', tellings: guide.tellings + 1, stepSeconds: 0 };
}

function goOn(guide: GuideVisit, way: GuideWay): GuideVisit {
  if (choicesOf(way.steps, guide.stepIndex).length > 0) return { ...guide, phase: 'choosing', pause: null };
  const { stepIndex, trail, missed } = guide;
  const next = goTo(guide, following(way.steps, way.written, stepIndex), [...trail, stepIndex]);
  return { ...next, missed: missed + passedOver(way.steps, way.written, stepIndex) };
}

function skip(guide: GuideVisit, way: GuideWay): GuideVisit {
  if (guide.phase === 'ended') return guide;
  const isAsked = guide.phase === 'choosing' || (guide.phase === 'paused' && guide.leftOff === 'choosing');
  return isAsked ? choose(guide, 0, way) : goOn(guide, way);
}

function choose(guide: GuideVisit, choice: number, { steps }: GuideWay): GuideVisit {
  const isAsked = guide.phase === 'choosing' || (guide.phase === 'paused' && guide.leftOff === 'choosing');
  const chosen = choicesOf(steps, guide.stepIndex)[choice];
  return isAsked && chosen ? goTo(guide, chosen.index, [...guide.trail, guide.stepIndex]) : guide;
}

/** From the first step, and from the end, the step begins anew. */
function back(guide: GuideVisit): GuideVisit {
  const last = guide.trail.at(-1);
  if (guide.phase === 'ended' || last === undefined) return goTo(guide, guide.stepIndex, guide.trail);
  return goTo(guide, last, guide.trail.slice(0, -1));
}

/** Goes on from a step that cannot be shown, as if it were not there; what waits goes on waiting. */
function leaveOut(guide: GuideVisit, { steps, written }: GuideWay): GuideVisit {
  const next = following(steps, written, guide.stepIndex);
  const { phase, pause } = guide;
  const gone = { ...goTo(guide, next, guide.trail), missed: guide.missed + 1 };
  return phase === 'paused' && gone.phase === 'moving' ? { ...gone, phase, pause } : gone;
}

function goTo(guide: GuideVisit, index: number | null, trail: readonly number[]): GuideVisit {
  if (index === null) return { ...guide, phase: 'ended', pause: null, leftOff: 'moving', stepSeconds: 0 };
  return {
    ...guide,
    stepIndex: index,
    trail,
    phase: 'moving',
    pause: null,
    leftOff: 'moving',
    serial: guide.serial + 1,
    stepSeconds: 0,
  };
}
