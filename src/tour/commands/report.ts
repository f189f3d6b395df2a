import type { Fault } from '#document/fault.ts';
import type { CommandContext } from './context.ts';

/** No visit needs to remember more; a document that breaks on every tile says nothing new after these. */
const MAX_FAULTS = 1_000;

/** Notes faults that were found during the visit, each kind at each place once. */
export function report({ store }: CommandContext, faults: readonly Fault[]): void {
  const known = store.getState().faults;
  const seen = new Set(known.map(keyOf));
  const fresh = faults.filter((fault) => {
    const isNew = !seen.has(keyOf(fault));
    seen.add(keyOf(fault));
    return isNew;
  });
  if (fresh.length > 0 && known.length < MAX_FAULTS) {
    store.setState({ faults: [...known, ...fresh].slice(0, MAX_FAULTS) });
  }
}

function keyOf(fault: Fault): string {
  return `${fault.code} ${fault.path}`;
}
