/** Two layers are one place by one light each only where their pictures lie on each other tile by tile. */
import { pyramidOf } from '#sources/panorama/pyramidOf.ts';
import type { Pyramid } from '#streaming/pyramid/pyramid.ts';
import type { FaultList } from '../fault.ts';
import type { PanoramaAsset, PanoramaLayer } from '../schema.ts';
import { isConjecturalLayer } from '../truth/conjecture.ts';
import { placeIn, type Places } from './places.ts';

type SuggestId = (id: string, known: ReadonlyMap<string, unknown>) => string | undefined;

/** Takes out a pair that cannot be mixed; its layers stay. */
export function settleLight(asset: PanoramaAsset, places: Places, faults: FaultList, suggestId: SuggestId): void {
  const { light } = asset;
  if (!light) return;
  const layers = new Map(asset.layers.map((layer) => [layer.id, layer]));
  const add = (key: string | undefined, code: string, message: string, remedy: string | undefined): void => {
    const path = placeIn(places, light, key);
    faults.add({ severity: 'error', path, code, message, ...(remedy !== undefined && { remedy }) });
    delete asset.light;
  };

  const missing = (['daylight', 'lamp'] as const).filter((key) => !layers.has(light[key]));
  for (const key of missing) {
    const message = `"${asset.id}" has no layer "${light[key]}" that can be shown`;
    add(key, 'unknown-layer', message, suggestId(light[key], layers));
  }
  const daylight = layers.get(light.daylight);
  const lamp = layers.get(light.lamp);
  if (!daylight || !lamp) return;
  if (daylight === lamp) {
    add('lamp', 'one-light', `"${light.lamp}" is the layer by daylight too`, 'name the layer by lamps alone');
    return;
  }
  if (isConjecturalLayer(daylight) !== isConjecturalLayer(lamp)) {
    const message = `of "${light.daylight}" and "${light.lamp}" one alone is conjecture`;
    add(undefined, 'mixed-truth', message, 'mix what was found with what was found, or two conjectures');
    return;
  }
  const difference = findDifference(daylight, lamp);
  if (difference === null) return;
  const message = `"${light.daylight}" and "${light.lamp}" ${difference}`;
  const remedy = 'make both with "grotto tile" from pictures of one projection, with face sizes that are multiples';
  add(undefined, 'unlike-layers', message, remedy);
}

/** Why the pictures of two layers do not lie on each other; null where they do. */
function findDifference(a: PanoramaLayer, b: PanoramaLayer): string | null {
  if ((a.rightEye === undefined) !== (b.rightEye === undefined)) return 'are not both for two eyes';
  const eyes = [[a.source, b.source] as const];
  if (a.rightEye && b.rightEye) eyes.push([a.rightEye, b.rightEye]);
  for (const [one, other] of eyes) {
    const [first, second] = [pyramidOf('a', {}, { source: one }), pyramidOf('b', {}, { source: other })];
    if (first.projection !== second.projection) return 'are of different projections';
    if (first.tileSize !== second.tileSize) {
      return `have tiles of different sizes, ${first.tileSize} and ${second.tileSize} pixels`;
    }
    if ([first, second].some(hasOwnTileSizes)) return 'have tiles of another size in each level';
    const unlike = findUnlikeSizes(first, second);
    if (unlike) return `do not nest: ${unlike[1]} pixels are no multiple of ${unlike[0]}`;
  }
  return null;
}

function hasOwnTileSizes({ levels }: Pyramid): boolean {
  return levels.some(({ tileWidthPx }) => tileWidthPx !== undefined);
}

/** Tiles nest where of any two sizes the larger is a multiple of the smaller. */
function findUnlikeSizes(first: Pyramid, second: Pyramid): readonly [number, number] | null {
  for (const a of first.levels) {
    for (const b of second.levels) {
      for (const [one, other] of [
        [a.widthPx, b.widthPx],
        [a.heightPx, b.heightPx],
      ] as const) {
        // prettier-ignore
        const [least, most] = one < other ? [one, other] : [other, one];
        if (most % least !== 0) return [least, most];
      }
    }
  }
  return null;
}
