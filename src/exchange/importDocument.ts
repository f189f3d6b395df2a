/** One door for all importers: bytes of a foreign document in, an exhibition and what it could not take along out. */
import { describeFault } from '#document/fault.ts';
import { MAX_JSON_BYTES, readJson } from '#document/read.ts';
import { isJsonObject, type JsonObject } from '#document/schemaWalk.ts';
import { detectJson, detectText, type Format, FORMATS } from './detect.ts';
import { readIiif } from './iiif/readIiif.ts';
import { ExchangeError } from './loss.ts';
import { readKrpano } from './krpano/readKrpano.ts';
import { readMarzipano } from './marzipano/readMarzipano.ts';
import { readPannellum } from './pannellum/readPannellum.ts';
import { readPhotoSphereViewer } from './photoSphereViewer/readPhotoSphereViewer.ts';
import type { ImportOptions, ImportResult } from './result.ts';
import { readDeepZoom, readImageInfo, readZoomify } from './tiledPicture/readTiledPicture.ts';
import { readVoyager } from './voyager/readVoyager.ts';

/** JSON is read before a reader sees it; the others read their text themselves. */
type Reader =
  | { readonly takes: 'json'; readonly read: (document: JsonObject, options: ImportOptions) => Promise<ImportResult> }
  | { readonly takes: 'text'; readonly read: (text: string, options: ImportOptions) => Promise<ImportResult> };

const READERS: Readonly<Record<Format, Reader>> = {
  iiif: { takes: 'json', read: readIiif },
  'iiif-image': { takes: 'json', read: readImageInfo },
  voyager: { takes: 'json', read: readVoyager },
  pannellum: { takes: 'json', read: readPannellum },
  'photo-sphere-viewer': { takes: 'json', read: readPhotoSphereViewer },
  marzipano: { takes: 'text', read: readMarzipano },
  krpano: { takes: 'text', read: readKrpano },
  'deep-zoom': { takes: 'text', read: readDeepZoom },
  zoomify: { takes: 'text', read: readZoomify },
};

/** What is no JSON shows itself at once. */
const HEAD_BYTES = 12_000;

export async function importDocument(
  bytes: Uint8Array,
  options: ImportOptions,
  format?: Format,
): Promise<ImportResult> {
  if (bytes.length > MAX_JSON_BYTES) {
    const found = `${(bytes.length / 1_048_576).toFixed(1)} MB`;
    throw new ExchangeError(`the file has ${found}; at most ${MAX_JSON_BYTES / 1_048_576} MB are read`);
  }
  const readText = () => new TextDecoder().decode(bytes);
  const head = new TextDecoder().decode(bytes.subarray(0, HEAD_BYTES));
  const wanted = format ?? detectText(head, options.name ?? '');
  const reader = wanted === null ? undefined : READERS[wanted];
  if (reader?.takes === 'text') return reader.read(readText(), options);
  const reading = readJson(bytes);
  if (reading.fault) throw new ExchangeError(describeFault(reading.fault), true);
  if (!isJsonObject(reading.value)) throw new ExchangeError('expected an object { … }', true);
  const found = wanted ?? detectJson(reading.value);
  const chosen = found === null ? undefined : READERS[found];
  if (chosen?.takes === 'json') return chosen.read(reading.value, options);
  if (chosen?.takes === 'text') return chosen.read(readText(), options);
  throw new ExchangeError(`the file is in none of the formats that are read: ${FORMATS.join(', ')}`, true);
}
