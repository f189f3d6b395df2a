/**
 * Which files an exhibition is made of: all that its document names, and all that those name in turn. Every address
 * comes from where the viewer's own loaders have it, so that what is packed is what is asked for.
 */
import { assetPath } from '#document/uri.ts';
import type { Asset, Exhibition, PanoramaAsset } from '#document/schema.ts';
import { flatFilesOf } from '#sources/flat/flatFiles.ts';
import { listSourceUris } from '#sources/panorama/listSourceUris.ts';

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
    case 'scroll':
    case 'picture':
      yield* listSourceUris(flatFilesOf(asset.source));
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
    yield* listSourceUris(source, asset.coverage);
    if (rightEye) yield* listSourceUris(rightEye, asset.coverage);
  }
}
