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

/** Nodes that share a layer of an asset share its pyramid. */
export function listPlaces(exhibition: Exhibition, brokenNodes: ReadonlyMap<string, unknown>): Places {
  const places = new Map<string, Place>();
  const pyramids = new Map<string, Pyramid>();
  const sources = new Map<string, PanoramaSource>();

  for (const node of exhibition.nodes) {
    const asset = findAsset(exhibition, node.asset);
    if (brokenNodes.has(node.id) || asset?.kind !== 'panorama') continue;
    const layer = asset.layers.find((candidate) => candidate.id === node.layer) ?? asset.layers[0];
    if (!layer) continue;
    const take = (suffix: string, source: PanoramaSource): Pyramid => {
      const id = `${asset.id}/${layer.id}${suffix}`;
      const pyramid = pyramids.get(id) ?? pyramidOf(id, asset, { source });
      pyramids.set(id, pyramid);
      sources.set(id, source);
      return pyramid;
    };
    places.set(node.id, placeFrom(layer, take, rotationToPanorama(asset.pose)));
  }
  return {
    placeOf: (nodeId) => places.get(nodeId) ?? null,
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
