/** What a schema cannot say about flat pictures, and what harms no visit but is not meant. */
import { sizeOfFlat } from '#sources/flat/flatFiles.ts';
import type { FaultList } from '../fault.ts';
import { isFlat } from '../isFlat.ts';
import { placeIn, type Places } from '../opening/places.ts';
import type { Exhibition, FlatAsset } from '../schema.ts';

/** {z}, {x} and {y}, and no other braces. */
const TEMPLATE = /^(?=.*\{z\})(?=.*\{x\})(?=.*\{y\})(?:[^{}]|\{[xyz]\})*$/;

export function checkFlat(exhibition: Exhibition, places: Places, faults: FaultList): void {
  const flats = new Map(exhibition.assets.filter((asset) => isFlat(asset)).map((asset) => [asset.id, asset]));
  for (const asset of flats.values()) checkAsset(asset, places, faults);
  for (const { asset, hotspots = [] } of exhibition.nodes) {
    const flat = flats.get(asset);
    for (const hotspot of hotspots) {
      const { id, region } = hotspot;
      if (!region) continue;
      const path = placeIn(places, hotspot, 'region');
      if (!flat) {
        faults.add({ severity: 'error', path, code: 'region-off-picture', message: `"${id}" is on no flat picture` });
        continue;
      }
      const { width, height } = sizeOfFlat(flat.source);
      if (region.every(([x, y]) => x >= 0 && y >= 0 && x <= width && y <= height)) continue;
      const message = `"${id}" reaches beyond the picture of ${width}×${height} pixels`;
      faults.add({ severity: 'warning', path, code: 'region-off-picture', message });
    }
  }
}

function checkAsset({ source, sections = [] }: FlatAsset, places: Places, faults: FaultList): void {
  const { width } = sizeOfFlat(source);
  for (const section of sections) {
    if (section.from < section.to && section.to <= width) continue;
    const message = `expected 0 ≤ from < to ≤ ${width}`;
    faults.add({ severity: 'error', path: placeIn(places, section), code: 'bad-section', message });
  }
  if (source.type !== 'flat-tiles' || TEMPLATE.test(source.template)) return;
  const message = `"${source.template}": expected {z}, {x} and {y} and no other braces`;
  faults.add({ severity: 'error', path: placeIn(places, source, 'template'), code: 'bad-template', message });
}
