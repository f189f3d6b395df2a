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
    for (const { audio } of node.sounds ?? []) used.add(audio);
  }
  for (const asset of exhibition.assets) {
    if (asset.kind !== 'model') continue;
    for (const { image } of asset.annotations ?? []) if (image) used.add(image);
    if (asset.rings !== undefined) used.add(asset.rings);
  }
  for (const { voice = {}, sounds = [] } of exhibition.tours?.flatMap(({ steps }) => steps) ?? []) {
    for (const audio of [...Object.values(voice), ...sounds]) used.add(audio);
  }
  for (const asset of exhibition.assets) {
    if (used.has(asset.id)) continue;
    const isHeard = asset.kind === 'audio';
    const message = isHeard ? `nothing plays "${asset.id}"` : `nothing shows "${asset.id}"`;
    const users = isHeard ? 'a node, a model or a tour' : 'a node, a hotspot or a plan';
    const remedy = `use it in ${users}, or take it out`;
    faults.add({ severity: 'warning', path: placeIn(places, asset), code: 'unused-asset', message, remedy });
  }
}
