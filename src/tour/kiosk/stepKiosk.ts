/** A kiosk's turn from visitor to visitor, one event at a time. Pure: time is an argument. */
import type { KioskTimes, KioskVisit } from './state.ts';

export type KioskEvent =
  /** Somebody has come up to it. `hasChoice`: it speaks more than one language. */
  | { readonly kind: 'begin'; readonly hasChoice: boolean }
  /** A language was chosen. */
  | { readonly kind: 'choose' }
  /** Any touch or key. */
  | { readonly kind: 'touch' }
  /** Still there. */
  | { readonly kind: 'stay' }
  /** The visitor has finished, or the staff wants it back. */
  | { readonly kind: 'finish' }
  /** Time has gone by, seconds. While something is told nobody has to touch anything. */
  | { readonly kind: 'wait'; readonly dt: number; readonly isNarrating: boolean };

export function stepKiosk(before: KioskVisit, event: KioskEvent, times: KioskTimes): KioskVisit {
  const { phase } = before;
  switch (event.kind) {
    case 'begin':
      return phase === 'attracting' ? turnTo(before, event.hasChoice ? 'choosing' : 'visiting') : before;
    case 'choose':
      return phase === 'choosing' ? turnTo(before, 'visiting') : before;
    case 'touch':
      return (phase === 'choosing' || phase === 'visiting') && before.idle > 0 ? { ...before, idle: 0 } : before;
    case 'stay':
      return phase === 'asking' ? { ...turnTo(before, 'visiting'), extensions: before.extensions + 1 } : before;
    case 'finish':
      return phase === 'attracting' ? before : leave(before);
    case 'wait':
      return wait(before, event, times);
  }
}

/** Seconds left to answer in; null while nothing is asked. */
export function secondsLeft({ phase, idle }: KioskVisit, { answerSeconds }: KioskTimes): number | null {
  return phase === 'asking' ? Math.max(0, answerSeconds - idle) : null;
}

function wait(
  before: KioskVisit,
  { dt, isNarrating }: { readonly dt: number; readonly isNarrating: boolean },
  { idleSeconds, answerSeconds }: KioskTimes,
): KioskVisit {
  const { phase } = before;
  if (phase === 'attracting') return before;
  if (phase === 'visiting' && isNarrating) return before.idle > 0 ? { ...before, idle: 0 } : before;
  const idle = before.idle + (Number.isFinite(dt) ? Math.max(0, dt) : 0);
  // Whoever has chosen nothing yet loses nothing, and is not asked.
  const limit = phase === 'visiting' ? idleSeconds : answerSeconds;
  if (idle < limit) return { ...before, idle };
  // The question begins with all of its time, however late one comes to ask it.
  return phase === 'visiting' ? turnTo(before, 'asking') : leave(before);
}

function turnTo(before: KioskVisit, phase: KioskVisit['phase']): KioskVisit {
  return { ...before, phase, idle: 0 };
}

function leave({ resets }: KioskVisit): KioskVisit {
  return { phase: 'attracting', idle: 0, extensions: 0, resets: resets + 1 };
}
