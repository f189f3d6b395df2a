/** Sources of panoramas in the words of the document: those of other viewers are something else once it has been opened. */
import type { Exhibition, PanoramaSource } from '#document/schema.ts';

export function writtenSourceOf(source: PanoramaSource): PanoramaSource {
  // What a document says, its schema takes; the types here are those of opened ones.
  return source.type === 'tile-files' ? (source.written as unknown as PanoramaSource) : source;
}

/** The same exhibition, to be written. */
export function asWritten(exhibition: Exhibition): Exhibition {
  for (const asset of exhibition.assets) {
    if (asset.kind !== 'panorama') continue;
    for (const layer of asset.layers) {
      layer.source = writtenSourceOf(layer.source);
      if (layer.rightEye) layer.rightEye = writtenSourceOf(layer.rightEye);
    }
  }
  return exhibition;
}
