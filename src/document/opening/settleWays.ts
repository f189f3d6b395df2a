/** The ways from step to step of a tour: each leads to a step that is there, and something leads to each step. */
import type { FaultList } from '../fault.ts';
import type { Tour, TourStep } from '../tourSchema.ts';
import { placeIn, type Places } from './places.ts';
import type { SuggestId } from './settleStep.ts';

interface Desk {
  readonly places: Places;
  readonly faults: FaultList;
  readonly suggestId: SuggestId;
}

/** Leaves choices and ways to nowhere out, and the second of two steps with one id nameless. */
export function settleWays(tour: Tour, { places, faults, suggestId }: Desk): void {
  const add = (path: string, code: string, message: string, remedy?: string) =>
    faults.add({ severity: 'error', path, code, message, ...(remedy !== undefined && { remedy }) });
  const byId = new Map<string, TourStep>();
  for (const step of tour.steps) {
    if (step.id === undefined) continue;
    if (!byId.has(step.id)) byId.set(step.id, step);
    else {
      const message = `there is already a step "${step.id}"`;
      add(placeIn(places, step, 'id'), 'duplicate-id', message, 'give it an id of its own');
      delete step.id;
    }
  }
  const isThere = (id: string, place: string): boolean =>
    byId.has(id) || !add(place, 'unknown-step', `no step "${id}" in this tour`, suggestId(id, byId));
  for (const step of tour.steps) {
    if (step.next !== undefined && !isThere(step.next, placeIn(places, step, 'next'))) delete step.next;
    step.choices &&= step.choices.filter((choice) => isThere(choice.to, placeIn(places, choice, 'to')));
    if (step.choices?.length === 0) delete step.choices;
  }
  warnOfLost(tour, byId, places, faults);
}

function warnOfLost({ steps }: Tour, byId: ReadonlyMap<string, TourStep>, places: Places, faults: FaultList): void {
  const reached = new Set<TourStep>();
  const follow = steps.slice(0, 1);
  for (let step = follow.pop(); step; step = follow.pop()) {
    if (reached.has(step)) continue;
    reached.add(step);
    const ways = step.choices?.map(({ to }) => to) ?? (step.next === undefined ? null : [step.next]);
    const after = ways ? ways.map((id) => byId.get(id)) : [steps[steps.indexOf(step) + 1]];
    follow.push(...after.filter((one) => one !== undefined));
  }
  for (const step of steps) {
    if (reached.has(step)) continue;
    faults.add({
      severity: 'warning',
      path: placeIn(places, step),
      code: 'lost-step',
      message: 'no way leads to this step',
      remedy: 'let a choice or "next" of another step name its "id"',
    });
  }
}
