/** A tour leads through nodes that exist and opens labels that are there; a step that leads nowhere is left out. */
import type { FaultList } from '../fault.ts';
import type { Asset, ExhibitionNode } from '../schema.ts';
import type { Tour } from '../tourSchema.ts';
import { keepFirst } from './keepFirst.ts';
import { placeIn, type Places } from './places.ts';
import { settleStep, type SuggestId } from './settleStep.ts';
import { settleWays } from './settleWays.ts';

export function settleTours(
  tours: readonly Tour[],
  known: { readonly nodes: ReadonlyMap<string, ExhibitionNode>; readonly assets: ReadonlyMap<string, Asset> },
  places: Places,
  faults: FaultList,
  suggestId: SuggestId,
): Tour[] {
  const add = (path: string, code: string, message: string, remedy?: string) =>
    faults.add({ severity: 'error', path, code, message, ...(remedy !== undefined && { remedy }) });

  for (const tour of tours) {
    tour.steps = tour.steps.filter((step) => {
      const node = known.nodes.get(step.at);
      if (node) {
        settleStep(step, node, known.assets, { places, add, suggestId });
        return true;
      }
      add(placeIn(places, step, 'at'), 'unknown-node', `no node "${step.at}"`, suggestId(step.at, known.nodes));
      return false;
    });
    settleWays(tour, { places, faults, suggestId });
  }
  return keepFirst(tours, 'tour', places, faults).filter((tour) => {
    if (tour.steps.length > 0) return true;
    add(
      placeIn(places, tour),
      'empty-tour',
      `no step of "${tour.id}" can be shown`,
      'let its steps name nodes that exist',
    );
    return false;
  });
}
