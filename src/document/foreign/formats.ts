/**
 * Documents whose pictures lie in the formats of other viewers. All of it is a chunk of its own, sent for when a document
 * names such a format: whoever visits another exhibition waits for none of it.
 */
import { findAssetUriFault } from '#sources/http/assetUri.ts';
import { isForeign, tileFilesOf } from '#sources/panorama/foreign/layoutOf.ts';
import { type ForeignSource, type WrittenSource, writtenSourceSchema } from '#sources/panorama/foreign/schema.ts';
import { openedFlatOf, writtenFlatSchema } from '#sources/flat/foreign.ts';
import type { flatSourceSchema } from '#sources/flat/schema.ts';
import type { TileFiles } from '#sources/panorama/tile-files/tileFiles.ts';
import type { FaultList } from '../fault.ts';
import type { Formats } from '../open.ts';
import { placeIn, type Places } from '../opening/places.ts';
import { type Exhibition, exhibitionSchemaOf, type PanoramaSource, type panoramaSourceSchema } from '../schema.ts';

// The document is a written one until `translate` has run, and what it is written in is what the schema says.
const schema = exhibitionSchemaOf(
  writtenSourceSchema as unknown as typeof panoramaSourceSchema,
  writtenFlatSchema as unknown as typeof flatSourceSchema,
);

export const ALL_FORMATS: Formats = { schema, translate };

function translate(exhibition: Exhibition, places: Places, faults: FaultList): void {
  for (const asset of exhibition.assets) {
    if (asset.kind === 'scroll' || asset.kind === 'picture') {
      const path = placeIn(places, asset.source);
      asset.source = openedFlatOf(asset.source as Parameters<typeof openedFlatOf>[0]);
      places.set(asset.source, path);
    }
    if (asset.kind !== 'panorama') continue;
    for (const layer of asset.layers) {
      layer.source = translateSource(layer.source, places, faults);
      if (layer.rightEye) layer.rightEye = translateSource(layer.rightEye, places, faults);
    }
  }
}

function translateSource(source: PanoramaSource | WrittenSource, places: Places, faults: FaultList): PanoramaSource {
  if (!isForeign(source)) return source;
  const files = gatePreview(tileFilesOf(source), source, places, faults);
  places.set(files, placeIn(places, source));
  warnOfAspect(files, places, faults);
  return files;
}

/** A preview that lies elsewhere is left out: it alone is lost. */
function gatePreview(files: TileFiles, written: ForeignSource, places: Places, faults: FaultList): TileFiles {
  const reason = files.preview ? findAssetUriFault(files.preview.uri) : null;
  if (reason === null) return files;
  const message = `the preview’s address ${reason}`;
  faults.add({ severity: 'error', path: placeIn(places, written), code: 'unsafe-uri', message });
  const { preview: _, ...others } = files;
  return others;
}

function warnOfAspect(files: TileFiles, places: Places, faults: FaultList): void {
  const finest = files.levels.at(-1);
  if (files.projection === 'cube' || !finest) return;
  if (Math.abs(finest.widthPx / finest.heightPx - 2) <= 0.04) return;
  const message = `a panorama of the whole sphere is twice as wide as high, this one is ${finest.widthPx}×${finest.heightPx}`;
  faults.add({ severity: 'warning', path: placeIn(places, files), code: 'bad-aspect', message });
}
