/** What follows from a change of the guided tour, for whoever drives it. */
import { leastSeconds, type GuideWay } from './stepGuide.ts';
import type { GuideVisit } from './state.ts';

export type GuideEffect =
  /** Go to the step's view and show what it shows. */
  | { readonly kind: 'present' }
  /** Tell its narration from the beginning. */
  | { readonly kind: 'tell' }
  | { readonly kind: 'pauseTelling' }
  | { readonly kind: 'resumeTelling' }
  | { readonly kind: 'stopTelling' }
  | { readonly kind: 'setRate' }
  /** Say `waited` after so many seconds; in place of any earlier such wish. */
  | { readonly kind: 'wait'; readonly seconds: number }
  | { readonly kind: 'stopWaiting' }
  /** A step was left out: say so. */
  | { readonly kind: 'noteMissed' }
  /** Nothing of it is to be seen or heard any more. */
  | { readonly kind: 'clear' };

/** In the order in which they are to be carried out. */
export function effectsBetween(before: GuideVisit | null, after: GuideVisit | null, way: GuideWay): GuideEffect[] {
  if (!after) return before ? [{ kind: 'stopTelling' }, { kind: 'stopWaiting' }, { kind: 'clear' }] : [];
  const isAnother = before?.tourId !== after.tourId;
  const effects: GuideEffect[] = [];
  const add = (isDue: boolean, effect: GuideEffect): void => void (isDue && effects.push(effect));
  const hadVoice = before !== null && isVoiced(before);
  const hasVoice = isVoiced(after);
  const isNewTelling = after.tellings !== before?.tellings || isAnother;
  const isMoved = isAnother || after.serial !== before.serial;

  add(hadVoice && (!hasVoice || isMoved || isNewTelling), { kind: 'stopTelling' });
  add(before?.phase === 'waiting' && after.phase !== 'waiting', { kind: 'stopWaiting' });
  add(after.missed > (isAnother ? 0 : before.missed), { kind: 'noteMissed' });
  add(after.phase === 'ended' && before?.phase !== 'ended', { kind: 'clear' });
  add(isMoved && after.phase !== 'ended', { kind: 'present' });
  add(before !== null && before.rate !== after.rate, { kind: 'setRate' });
  if (after.phase === 'telling' && isNewTelling) add(true, { kind: 'tell' });
  else if (hadVoice && hasVoice && !isMoved) {
    add(before.phase === 'telling' && after.phase === 'paused', { kind: 'pauseTelling' });
    add(before.phase === 'paused' && after.phase === 'telling', { kind: 'resumeTelling' });
  }
  const isWaitNew = before?.phase !== 'waiting' || before.rate !== after.rate;
  const left = Math.max(0, leastSeconds(after, way) - after.stepSeconds) / after.rate;
  add(after.phase === 'waiting' && isWaitNew, { kind: 'wait', seconds: left });
  return effects;
}

/** Whether a narration is in the middle of being told, be it that it is held up. */
function isVoiced({ phase, pause, leftOff }: GuideVisit): boolean {
  return phase === 'telling' || (phase === 'paused' && pause === 'asked' && leftOff === 'telling');
}
