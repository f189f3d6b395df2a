/**
 * Which files an exhibition is made of: all that its document names, and all that those name in turn. Every address
 * comes from where the viewer's own loaders have it, so that what is packed is what is asked for.
 */
import { assetPath } from '#document/uri.ts';
import type { Asset, Exhibition, PanoramaAsset, PanoramaSource } from '#document/schema.ts';
import { faceUri } from '#sources/panorama/cube-faces/address.ts';
import { tileUri } from '#sources/panorama/cube-tiles/address.ts';
import { equirectImageUri } from '#sources/panorama/equirect-image/address.ts';
import { pyramidOf } from '#sources/panorama/pyramidOf.ts';
import { tileFile } from '#sources/panorama/tile-files/address.ts';
import { listTiles } from '#streaming/pyramid/listTiles.ts';
import { FACES } from '#streaming/pyramid/pyramid.ts';

/** Addresses that the document itself names or spells out, each at least once. */
export function* listDocumentUris(exhibition: Exhibition): Generator<string> {
  for (const asset of exhibition.assets) yield* listAssetUris(asset);
}

/** The same as paths in the exhibition's folder, each once; models and tilesets name more (`listNamedFiles`). */
export function listDocumentFiles(exhibition: Exhibition): string[] {
  const paths = new Set<string>();
  for (const uri of listDocumentUris(exhibition)) {
    const path = assetPath(uri);
    if (path !== null) paths.add(path);
  }
  return [...paths];
}

function* listAssetUris(asset: Asset): Generator<string> {
  if ('poster' in asset && asset.poster) yield asset.poster.uri;
  switch (asset.kind) {
    case 'panorama':
      yield* listPanoramaUris(asset);
      return;
    case 'image':
    case 'tileset':
      yield asset.uri;
      return;
    case 'model': {
      const { lods, states = [], annotations = [], downloads = [] } = asset;
      for (const { uri } of [...lods, ...states.flatMap((state) => state.lods ?? []), ...downloads]) yield uri;
      for (const { sound } of annotations) if (sound !== undefined) yield sound;
      return;
    }
    case 'audio':
      for (const { uri } of asset.sources) yield uri;
      yield* Object.values(asset.captions ?? {});
      return;
    case 'gallery':
      return;
    default:
      asset satisfies never;
  }
}

function* listPanoramaUris(asset: PanoramaAsset): Generator<string> {
  const { depth, layers } = asset;
  if (depth) {
    yield depth.uri;
    for (const { uri } of depth.levels ?? []) yield uri;
  }
  for (const { source, rightEye, poster } of layers) {
    if (poster) yield poster.uri;
    yield* listSourceUris(asset, source);
    if (rightEye) yield* listSourceUris(asset, rightEye);
  }
}

function* listSourceUris(asset: PanoramaAsset, source: PanoramaSource): Generator<string> {
  switch (source.type) {
    case 'equirect-image':
      yield equirectImageUri(source);
      return;
    case 'cube-faces':
      for (const face of FACES.keys()) yield faceUri(source, face);
      return;
    case 'cube-tiles':
      if (source.preview) yield source.preview.uri;
      for (const tile of listTiles(pyramidOf(asset.id, asset, { source }))) yield tileUri(source, tile);
      return;
    case 'tile-files':
      if (source.preview) yield source.preview.uri;
      for (const tile of listTiles(pyramidOf(asset.id, asset, { source }))) yield tileFile(source, tile).uri;
      return;
    default:
      source satisfies never;
  }
}
