/** A tour leads through nodes that exist and opens labels that are there; a step that leads nowhere is left out. */
import type { FaultList } from '../fault.ts';
import type { Asset, ExhibitionNode } from '../schema.ts';
import type { Tour, TourStep } from '../tourSchema.ts';
import { keepFirst } from './keepFirst.ts';
import { placeIn, type Places } from './places.ts';

export function settleTours(
  tours: readonly Tour[],
  {
    nodes,
    assets,
  }: { readonly nodes: ReadonlyMap<string, ExhibitionNode>; readonly assets: ReadonlyMap<string, Asset> },
  places: Places,
  faults: FaultList,
  suggestId: (id: string, known: ReadonlyMap<string, unknown>) => string | undefined,
): Tour[] {
  const add = (path: string, code: string, message: string, remedy?: string) =>
    faults.add({ severity: 'error', path, code, message, ...(remedy !== undefined && { remedy }) });

  const settleLayers = (step: TourStep, node: ExhibitionNode): void => {
    if (!step.layers) return;
    const asset = assets.get(node.asset);
    const layers = new Map(asset?.kind === 'panorama' ? asset.layers.map((layer) => [layer.id, layer]) : []);
    const own = node.layer ?? (asset?.kind === 'panorama' ? asset.layers[0]?.id : undefined);
    layers.delete(own ?? '');
    const { layer } = step.layers;
    if (layers.has(layer)) return;
    const message =
      layer === own
        ? `"${layer}" is what the node "${step.at}" shows by itself`
        : `the node "${step.at}" has no layer "${layer}"`;
    const place = placeIn(places, step.layers, 'layer');
    add(place, 'unknown-layer', message, suggestId(layer, layers) ?? 'name another layer of its panorama');
    delete step.layers;
  };

  for (const tour of tours) {
    tour.steps = tour.steps.filter((step) => {
      const node = nodes.get(step.at);
      if (!node) {
        add(placeIn(places, step, 'at'), 'unknown-node', `no node "${step.at}"`, suggestId(step.at, nodes));
        return false;
      }
      settleLayers(step, node);
      if (step.show === undefined) return true;
      const hotspots = new Map(node.hotspots?.map((hotspot) => [hotspot.id, hotspot]));
      if (!hotspots.has(step.show)) {
        const message = `the node "${step.at}" has no hotspot "${step.show}"`;
        add(placeIn(places, step, 'show'), 'unknown-hotspot', message, suggestId(step.show, hotspots));
        delete step.show;
      }
      return true;
    });
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
