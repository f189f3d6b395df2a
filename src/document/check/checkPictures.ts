import type { Fault, FaultList } from '../fault.ts';
import { placeIn, type Places } from '../opening/places.ts';
import type { Exhibition, PanoramaAsset, PanoramaSource } from '../schema.ts';
import { assetPath } from '../uri.ts';
import type { ExhibitionFolder } from './folder.ts';
import { findSvgFaults, MAX_SVG_BYTES, svgAspect } from './svg.ts';

/** What browsers show without help. */
const FORMATS = new Set(['jpeg', 'png', 'webp', 'avif', 'gif']);

export interface ExpectedPicture {
  /** Place of the address in the document. */
  readonly path: string;
  readonly uri: string;
  readonly width: number;
  readonly height: number;
  readonly isDepth?: boolean;
  /** Pixels that it may be larger or smaller by; none when left out. */
  readonly slackPx?: number;
}

/** Every picture that is one file: is it there, is it a picture, is it as large as declared? */
export async function checkPictures(
  exhibition: Exhibition,
  places: Places,
  folder: ExhibitionFolder,
  faults: FaultList,
): Promise<void> {
  for (const expected of listPictures(exhibition, places)) {
    for (const fault of await findPictureFaults(expected, folder)) faults.add(fault);
  }
}

export async function findPictureFaults(expected: ExpectedPicture, folder: ExhibitionFolder): Promise<Fault[]> {
  const { path, uri, width, height } = expected;
  const file = assetPath(uri);
  const fault = (code: string, message: string, remedy?: string): Fault[] => [
    { severity: 'error', path, code, message, ...(remedy !== undefined && { remedy }) },
  ];
  if (file === null || !(await folder.hasFile(file))) {
    return fault('missing-file', `there is no file "${uri}"`, 'mind upper and lower case');
  }
  if (/\.svg$/i.test(file)) return findSvgPictureFaults(expected, file, folder);
  const picture = await folder.readPicture(file);
  if (picture.reason !== undefined) return fault('broken-image', `"${uri}" cannot be shown: ${picture.reason}`);
  if (!FORMATS.has(picture.format)) {
    return fault('wrong-format', `"${uri}" is ${picture.format}`, 'browsers show JPEG, PNG, WebP, AVIF, GIF and SVG');
  }
  if (expected.isDepth && !(picture.format === 'png' && picture.isGrey16)) {
    return fault(
      'wrong-format',
      `"${uri}" is no greyscale PNG of 16 bits`,
      'make it with “grotto tile --depth”, or save the distances as one, in millimetres',
    );
  }
  if (expected.isDepth && picture.isInterlaced) {
    return fault('wrong-format', `"${uri}" is interlaced`, 'save it without');
  }
  const { slackPx = 0 } = expected;
  if (Math.abs(picture.width - width) <= slackPx && Math.abs(picture.height - height) <= slackPx) return [];
  const message = `"${uri}" is ${picture.width}×${picture.height} pixels, the document says ${width}×${height}`;
  return fault('wrong-size', message, 'correct the sizes in the document');
}

async function findSvgPictureFaults(
  expected: ExpectedPicture,
  file: string,
  folder: ExhibitionFolder,
): Promise<Fault[]> {
  const { path, uri, width, height } = expected;
  const text = await folder.readText(file, MAX_SVG_BYTES);
  if (text === null) {
    const message = `"${uri}" is larger than ${MAX_SVG_BYTES / 1_048_576} MB`;
    return [{ severity: 'error', path, code: 'too-large', message, remedy: 'save it as PNG or WebP' }];
  }
  const found = findSvgFaults(text, path).map((fault) => ({ ...fault, message: `"${uri}" ${fault.message}` }));
  const aspect = svgAspect(text);
  if (aspect !== null && Math.abs((aspect * height) / width - 1) > 0.01) {
    const message = `"${uri}" has other proportions than the ${width}×${height} of the document`;
    found.push({ severity: 'error', path, code: 'wrong-size', message });
  }
  return found;
}

function* listPictures(exhibition: Exhibition, places: Places): Generator<ExpectedPicture> {
  for (const asset of exhibition.assets) {
    if (asset.kind === 'panorama') yield* listPanoramaPictures(asset, places);
    else if (asset.kind === 'image') yield { ...asset, path: placeIn(places, asset, 'uri') };
    else if (asset.kind !== 'audio' && asset.poster)
      yield { ...asset.poster, path: placeIn(places, asset.poster, 'uri') };
  }
}

function* listPanoramaPictures(asset: PanoramaAsset, places: Places): Generator<ExpectedPicture> {
  const { poster, depth } = asset;
  if (poster) yield { ...poster, path: placeIn(places, poster, 'uri') };
  if (depth) {
    for (const file of [...(depth.levels ?? []), depth])
      yield { ...file, path: placeIn(places, file, 'uri'), isDepth: true };
  }
  for (const layer of asset.layers) {
    if (layer.poster) yield { ...layer.poster, path: placeIn(places, layer.poster, 'uri') };
    yield* listSourcePictures(layer.source, places);
    if (layer.rightEye) yield* listSourcePictures(layer.rightEye, places);
  }
}

function* listSourcePictures(source: PanoramaSource, places: Places): Generator<ExpectedPicture> {
  switch (source.type) {
    case 'equirect-image':
      yield { ...source, path: placeIn(places, source, 'uri') };
      return;
    case 'cube-faces':
      for (const [face, uri] of Object.entries(source.faces)) {
        // Keys of others may stand beside the faces.
        if (face.length > 1) continue;
        yield { path: placeIn(places, source.faces, face), uri, width: source.size, height: source.size };
      }
      return;
    case 'tile-files':
    case 'cube-tiles': {
      const { preview } = source;
      if (!preview) return;
      const path = source.type === 'cube-tiles' ? placeIn(places, preview, 'uri') : placeIn(places, source);
      yield { path, uri: preview.uri, width: preview.faceSize, height: 6 * preview.faceSize };
    }
  }
}
