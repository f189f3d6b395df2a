import type { Pyramid } from '#streaming/pyramid/pyramid.ts';
import { type Coverage, sphereRectangleOf } from './coverage.ts';
import { cubeFacesPyramid } from './cube-faces/pyramid.ts';
import { cubeTilesPyramid } from './cube-tiles/pyramid.ts';
import { equirectImagePyramid } from './equirect-image/pyramid.ts';
import type { PanoramaSource } from './schema.ts';
import { tileFilesPyramid } from './tile-files/pyramid.ts';

/** What the engine streams for a layer of a panorama. `id` must be unique within the visit. */
export function pyramidOf(
  id: string,
  asset: { readonly coverage?: Coverage | undefined },
  layer: { readonly source: PanoramaSource },
): Pyramid {
  const pyramid = pyramidOfSource(id, layer.source);
  return asset.coverage ? { ...pyramid, coverage: sphereRectangleOf(asset.coverage) } : pyramid;
}

function pyramidOfSource(id: string, source: PanoramaSource): Pyramid {
  switch (source.type) {
    case 'cube-tiles':
      return cubeTilesPyramid(id, source);
    case 'equirect-image':
      return equirectImagePyramid(id, source);
    case 'cube-faces':
      return cubeFacesPyramid(id, source);
    case 'tile-files':
      return tileFilesPyramid(id, source);
  }
}
