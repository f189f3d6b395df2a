import { listTiles } from '#streaming/pyramid/listTiles.ts';
import { faceUri } from './cube-faces/address.ts';
import { tileUri } from './cube-tiles/address.ts';
import type { Coverage } from './coverage.ts';
import { equirectImageUri } from './equirect-image/address.ts';
import { pyramidOf } from './pyramidOf.ts';
import type { PanoramaSource } from './schema.ts';
import { tileFile } from './tile-files/address.ts';
import { FACES } from '#streaming/pyramid/pyramid.ts';

/** Every file that a picture lies in, as its loaders ask for it; one that holds many tiles comes once for each. */
export function* listSourceUris(source: PanoramaSource, coverage?: Coverage): Generator<string> {
  switch (source.type) {
    case 'equirect-image':
      yield equirectImageUri(source);
      return;
    case 'cube-faces':
      for (const face of FACES.keys()) yield faceUri(source, face);
      return;
    case 'cube-tiles':
      if (source.preview) yield source.preview.uri;
      for (const tile of listTiles(pyramidOf('', { coverage }, { source }))) yield tileUri(source, tile);
      return;
    case 'tile-files':
      if (source.preview) yield source.preview.uri;
      for (const tile of listTiles(pyramidOf('', { coverage }, { source }))) yield tileFile(source, tile).uri;
      return;
    default:
      source satisfies never;
  }
}
