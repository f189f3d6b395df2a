import { wayOf } from '#tour/guide/commands.ts';
import { GUIDE_RATES } from '#tour/guide/state.ts';
import { choicesOf } from '#tour/guide/stations.ts';
import type { TourState } from '#tour/state.ts';
import type { Tour } from '#tour/store.ts';
import { GUIDE_CALLS, type GuideArguments, type GuideCall, type GuideState } from './api.ts';

export function guideState(state: TourState): GuideState | null {
  const { guide } = state;
  if (!guide) return null;
  const { tourId, stepIndex, phase, pause, rate } = guide;
  const choices = phase === 'choosing' ? choicesOf(wayOf(state, tourId).steps, stepIndex).length : 0;
  const caption = state.captions.find(({ source }) => source === 'narration')?.text ?? null;
  return { tourId, step: stepIndex + 1, phase, pause, rate, caption, choices };
}

/** Throws a TypeError that says what was expected. */
export function steerGuide({ commands }: Pick<Tour, 'commands'>, call: GuideCall, args: unknown = {}): void {
  if (!GUIDE_CALLS.includes(call)) throw new TypeError(`guide: expected one of ${GUIDE_CALLS.join(', ')}`);
  if (typeof args !== 'object' || args === null) throw new TypeError('guide: expected { tour, step, choice, rate }');
  const { tour, step = 1, choice, rate } = args as GuideArguments;
  const { guide } = commands;
  switch (call) {
    case 'state':
      return;
    case 'start':
      if (typeof tour !== 'string') throw new TypeError('guide: tour: expected the id of a guided tour');
      return guide.start(tour, { stepIndex: readNumber('step', step) - 1 });
    case 'choose':
      return guide.choose(readNumber('choice', choice) - 1);
    case 'rate': {
      const known = GUIDE_RATES.find((one) => one === rate);
      if (known === undefined) throw new TypeError(`guide: rate: expected one of ${GUIDE_RATES.join(', ')}`);
      return guide.setRate(known);
    }
    case 'next':
      return guide.skip();
    case 'pause':
    case 'resume':
    case 'back':
    case 'leave':
      return guide[call]();
  }
}

function readNumber(name: string, value: unknown): number {
  if (typeof value === 'number' && Number.isInteger(value) && value >= 1) return value;
  throw new TypeError(`guide: ${name}: expected a whole number from 1`);
}
