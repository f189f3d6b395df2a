import { isFlat } from '#document/isFlat.ts';
import type { Exhibition, FlatAsset, PanoramaAsset, PanoramaLayer, PanoramaSource } from '#document/schema.ts';
import { findAsset } from '#tour/selectors/made.ts';
import type { Place, PlaceOf } from '#scene/frame/place.ts';
import type { PyramidLight, LightOfPyramid } from '#scene/light/pyramidLight.ts';
import { lightPairOf } from '#document/lightPair.ts';
import { VIRTUAL_TILE_SIZE } from '#sources/panorama/virtualLevels.ts';
import { pyramidOf } from '#sources/panorama/pyramidOf.ts';
import { rotationToPanorama } from '#tour/pose.ts';
import { IDENTITY } from '#streaming/policy/eye.ts';
import type { Pyramid } from '#streaming/pyramid/pyramid.ts';

/** The pictures of an exhibition: which pyramid each node shows, and where each pyramid's tiles come from. */
export interface Places {
  readonly placeOf: PlaceOf;
  readonly pyramids: readonly Pyramid[];
  readonly lightOf: LightOfPyramid;
  readonly flats: readonly { readonly nodeId: string; readonly asset: FlatAsset }[];
  /** A flat picture is shown at its node once it is known how it hangs. */
  hang(nodeId: string, pyramid: Pyramid, source: PanoramaSource): void;
  sourceOf(pyramidId: string): PanoramaSource;
}

/** Nodes that share a layer of an asset share its pyramid. Every layer of a shown panorama may be laid over it. */
export function listPlaces(exhibition: Exhibition, brokenNodes: ReadonlyMap<string, unknown>): Places {
  const places = new Map<string, Place>();
  const layersOfNodes = new Map<string, ReadonlyMap<string, Place>>();
  const pyramids = new Map<string, Pyramid>();
  const sources = new Map<string, PanoramaSource>();
  const lights = new Map<string, PyramidLight>();
  const flats: { nodeId: string; asset: FlatAsset }[] = [];

  for (const node of exhibition.nodes) {
    const asset = findAsset(exhibition, node.asset);
    if (isFlat(asset) && !brokenNodes.has(node.id)) {
      flats.push({ nodeId: node.id, asset });
      pyramids.set(asset.id, outlineOf(asset));
    }
    if (brokenNodes.has(node.id) || asset?.kind !== 'panorama') continue;
    const toPyramid = rotationToPanorama(asset.pose);
    const layers = new Map<string, Place>();
    for (const layer of asset.layers) {
      const take = (suffix: string, source: PanoramaSource): Pyramid => {
        const id = pyramidId(asset, layer, suffix);
        const pyramid = pyramids.get(id) ?? pyramidOf(id, asset, { source });
        pyramids.set(id, pyramid);
        sources.set(id, source);
        return pyramid;
      };
      layers.set(layer.id, placeFrom(layer, take, toPyramid));
    }
    layersOfNodes.set(node.id, layers);
    pairLights(asset, layers, lights);
    const shown = layers.get(node.layer ?? '') ?? layers.values().next().value;
    if (shown) places.set(node.id, shown);
  }
  return {
    placeOf: (nodeId, layerId) =>
      (layerId === undefined ? places.get(nodeId) : layersOfNodes.get(nodeId)?.get(layerId)) ?? null,
    pyramids: [...pyramids.values()],
    lightOf: ({ id }) => lights.get(id) ?? null,
    flats,
    hang(nodeId, pyramid, source) {
      places.set(nodeId, { pyramid, toPyramid: IDENTITY });
      sources.set(pyramid.id, source);
    },
    sourceOf: (pyramidId) => {
      const source = sources.get(pyramidId);
      if (!source) throw new Error(`no panorama layer has the pyramid "${pyramidId}"`);
      return source;
    },
  };
}

/** Of every picture of a panorama, for either eye. */
export function pyramidIdsOf(asset: PanoramaAsset): string[] {
  return asset.layers.flatMap((layer) => [pyramidId(asset, layer, ''), pyramidId(asset, layer, RIGHT)]);
}

/** As much of a flat picture's pyramid as memory is cut by. */
function outlineOf({ id, source }: FlatAsset): Pyramid {
  const tileSize = 'tileSize' in source ? source.tileSize : VIRTUAL_TILE_SIZE;
  return { id, projection: 'flat', tileSize, levels: [{ widthPx: tileSize, heightPx: tileSize }] };
}

const RIGHT = '/right';

function pyramidId({ id }: PanoramaAsset, layer: PanoramaLayer, suffix: string): string {
  return `${id}/${layer.id}${suffix}`;
}

function placeFrom(
  layer: PanoramaLayer,
  take: (suffix: string, source: PanoramaSource) => Pyramid,
  toPyramid: Place['toPyramid'],
): Place {
  const pyramid = take('', layer.source);
  if (!layer.rightEye) return { pyramid, toPyramid };
  return { pyramid, rightEye: take(RIGHT, layer.rightEye), toPyramid };
}

/** Each eye's picture by one light goes with the same eye's by the other. */
function pairLights(asset: PanoramaAsset, layers: ReadonlyMap<string, Place>, lights: Map<string, PyramidLight>): void {
  const pair = asset.light ? lightPairOf(asset, asset.light.daylight) : null;
  const [daylight, lamp] = [pair && layers.get(pair.daylight.id), pair && layers.get(pair.lamp.id)];
  if (!pair || !daylight || !lamp) return;
  const { lampScale, lampInDaylight } = pair;
  const join = (day: Pyramid | undefined, byLamp: Pyramid | undefined): void => {
    if (!day || !byLamp) return;
    lights.set(day.id, { other: byLamp, isLamp: false, lampScale, lampInDaylight });
    lights.set(byLamp.id, { other: day, isLamp: true, lampScale, lampInDaylight });
  };
  join(daylight.pyramid, lamp.pyramid);
  join(daylight.rightEye, lamp.rightEye);
}
