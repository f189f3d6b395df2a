import type { Exhibition, PanoramaLayer, PanoramaSource } from '#document/schema.ts';
import { findAsset } from '#tour/selectors/made.ts';
import type { Place, PlaceOf } from '#scene/frame/place.ts';
import { pyramidOf } from '#sources/panorama/pyramidOf.ts';
import { rotationToPanorama } from '#tour/pose.ts';
import type { Pyramid } from '#streaming/pyramid/pyramid.ts';

/** The pictures of an exhibition: which pyramid each node shows, and where each pyramid's tiles come from. */
export interface Places {
  readonly placeOf: PlaceOf;
  readonly pyramids: readonly Pyramid[];
  sourceOf(pyramidId: string): PanoramaSource;
}

/** Nodes that share a layer of an asset share its pyramid. Every layer of a shown panorama may be laid over it. */
export function listPlaces(exhibition: Exhibition, brokenNodes: ReadonlyMap<string, unknown>): Places {
  const places = new Map<string, Place>();
  const layersOfNodes = new Map<string, ReadonlyMap<string, Place>>();
  const pyramids = new Map<string, Pyramid>();
  const sources = new Map<string, PanoramaSource>();

  for (const node of exhibition.nodes) {
    const asset = findAsset(exhibition, node.asset);
    if (brokenNodes.has(node.id) || asset?.kind !== 'panorama') continue;
    const toPyramid = rotationToPanorama(asset.pose);
    const layers = new Map<string, Place>();
    for (const layer of asset.layers) {
      const take = (suffix: string, source: PanoramaSource): Pyramid => {
        const id = `${asset.id}/${layer.id}${suffix}`;
        const pyramid = pyramids.get(id) ?? pyramidOf(id, asset, { source });
        pyramids.set(id, pyramid);
        sources.set(id, source);
        return pyramid;
      };
      layers.set(layer.id, placeFrom(layer, take, toPyramid));
    }
    layersOfNodes.set(node.id, layers);
    const shown = layers.get(node.layer ?? '') ?? layers.values().next().value;
    if (shown) places.set(node.id, shown);
  }
  return {
    placeOf: (nodeId, layerId) =>
      (layerId === undefined ? places.get(nodeId) : layersOfNodes.get(nodeId)?.get(layerId)) ?? null,
    pyramids: [...pyramids.values()],
    sourceOf: (pyramidId) => {
      const source = sources.get(pyramidId);
      if (!source) throw new Error(`no panorama layer has the pyramid "${pyramidId}"`);
      return source;
    },
  };
}

function placeFrom(
  layer: PanoramaLayer,
  take: (suffix: string, source: PanoramaSource) => Pyramid,
  toPyramid: Place['toPyramid'],
): Place {
  const pyramid = take('', layer.source);
  if (!layer.rightEye) return { pyramid, toPyramid };
  return { pyramid, rightEye: take('/right', layer.rightEye), toPyramid };
}
