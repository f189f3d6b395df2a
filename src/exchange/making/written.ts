/** Sources of pictures in the words of the document: those of other viewers are something else once it has been opened. */
import { isFlat } from '#document/isFlat.ts';
import type { Exhibition, FlatSource, PanoramaSource } from '#document/schema.ts';

export function writtenSourceOf(source: PanoramaSource): PanoramaSource {
  // What a document says, its schema takes; the types here are those of opened ones.
  return source.type === 'tile-files' ? (source.written as unknown as PanoramaSource) : source;
}

export function writtenFlatOf(source: FlatSource): FlatSource {
  return source.type === 'tile-files' ? (source.written as unknown as FlatSource) : source;
}

/** The same exhibition, to be written. */
export function asWritten(exhibition: Exhibition): Exhibition {
  for (const asset of exhibition.assets) {
    if (isFlat(asset)) asset.source = writtenFlatOf(asset.source);
    if (asset.kind !== 'panorama') continue;
    for (const layer of asset.layers) {
      layer.source = writtenSourceOf(layer.source);
      if (layer.rightEye) layer.rightEye = writtenSourceOf(layer.rightEye);
    }
  }
  return exhibition;
}
