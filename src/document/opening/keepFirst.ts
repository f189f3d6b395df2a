import type { FaultList } from '../fault.ts';
import { placeIn, type Places } from './places.ts';

/** Of things with the same id the first stays. */
export function keepFirst<Thing extends { id: string }>(
  things: readonly Thing[],
  what: string,
  places: Places,
  faults: FaultList,
): Thing[] {
  const seen = new Set<string>();
  return things.filter((thing) => {
    if (!seen.has(thing.id)) return seen.add(thing.id);
    const message = `there is already a ${what} "${thing.id}"`;
    const remedy = 'give it an id of its own';
    faults.add({ severity: 'error', path: placeIn(places, thing, 'id'), code: 'duplicate-id', message, remedy });
    return false;
  });
}
