import type { FaultList } from '../fault.ts';
import { placeIn, type Places } from '../opening/places.ts';
import type { Exhibition } from '../schema.ts';

/** Warns of assets and layers that nothing in the visit shows. */
export function checkUsage(exhibition: Exhibition, places: Places, faults: FaultList): void {
  const used = new Set<string>(exhibition.plans?.map((plan) => plan.image));
  for (const node of exhibition.nodes) {
    used.add(node.asset);
    for (const hotspot of node.hotspots ?? []) {
      if (hotspot.kind === 'image') used.add(hotspot.image);
      if (hotspot.kind === 'relic') used.add(hotspot.model);
    }
  }
  for (const asset of exhibition.assets) {
    for (const { image } of asset.kind === 'model' ? (asset.annotations ?? []) : []) if (image) used.add(image);
  }
  for (const asset of exhibition.assets) {
    if (used.has(asset.id)) continue;
    const message = `nothing shows "${asset.id}"`;
    const remedy = 'use it in a node, a hotspot or a plan, or take it out';
    faults.add({ severity: 'warning', path: placeIn(places, asset), code: 'unused-asset', message, remedy });
  }
}
