/** A panorama in a few pixels, to light by: from its preview where it has one, else from its pictures made small. */
import type { PanoramaSource } from '#document/schema.ts';
import type { Vec3 } from '#shared/vec.ts';
import { DEFAULT_FACE_LETTERS, previewFaceOrder, tileUri } from '#sources/panorama/cube-tiles/address.ts';
import { tileFile } from '#sources/panorama/tile-files/address.ts';
import type { TileFiles } from '#sources/panorama/tile-files/tileFiles.ts';
import { facePoint } from '#streaming/pyramid/cube.ts';
import { FACES } from '#streaming/pyramid/pyramid.ts';

/** Of a face; soft light needs no more. */
const SIDE = 24;
/** A larger picture would be decoded whole only to be made this small. */
const MOST_WIDTH = 8_192;

/** Linear light, red, green and blue, by direction in the panorama's own frame. */
export interface PreviewPicture {
  readAt(direction: Vec3, out: [number, number, number]): void;
  /** That came over the network, or out of the browser's cache. */
  readonly bytes: number;
}

export type Resolve = (uri: string) => string | null;

/** Null where the panorama has nothing small enough. Rejects where that cannot be had. */
export async function loadPreview(
  source: PanoramaSource,
  resolve: Resolve,
  signal: AbortSignal,
): Promise<PreviewPicture | null> {
  switch (source.type) {
    case 'cube-tiles': {
      if (source.preview) return loadStrip(source.preview.uri, previewFaceOrder(source), resolve, signal);
      if ((source.levels[0] ?? Infinity) > source.tileSize) return null;
      const uris = FACES.map((_, face) => tileUri(source, { level: 0, face, x: 0, y: 0 }));
      return loadFaces(uris, resolve, signal);
    }
    case 'cube-faces':
      return loadFaces(
        Array.from(DEFAULT_FACE_LETTERS, (letter) => source.faces[letter as 'f']),
        resolve,
        signal,
      );
    case 'equirect-image': {
      if (source.width > MOST_WIDTH) return null;
      const { pixels, bytes } = await loadPixels(source.uri, SIDE * 4, SIDE * 2, resolve, signal);
      return { bytes, readAt: (direction, out) => readSphere(pixels, direction, out) };
    }
    case 'tile-files':
      return loadTileFiles(source, resolve, signal);
  }
}

/** From a preview, else from the coarsest level where each face of it is one file that stands upright. */
async function loadTileFiles(source: TileFiles, resolve: Resolve, signal: AbortSignal): Promise<PreviewPicture | null> {
  const [coarsest] = source.levels;
  if (source.preview) return loadStrip(source.preview.uri, previewFaceOrder(source), resolve, signal);
  if (!coarsest || source.isUpDownTurned) return null;
  const { whole, widthPx, heightPx, tileWidthPx } = coarsest;
  const isOneFile = whole ? whole.widthPx <= MOST_WIDTH : tileWidthPx === undefined && widthPx <= source.tileSize;
  if (!isOneFile || heightPx > widthPx) return null;
  const uris = FACES.map((_, face) => tileFile(source, { level: 0, face, x: 0, y: 0 }).uri);
  if (source.projection === 'cube') return loadFaces(uris, resolve, signal);
  const { pixels, bytes } = await loadPixels(uris[0] ?? '', SIDE * 4, SIDE * 2, resolve, signal);
  return { bytes, readAt: (direction, out) => readSphere(pixels, direction, out) };
}

async function loadStrip(
  uri: string,
  order: readonly number[],
  resolve: Resolve,
  signal: AbortSignal,
): Promise<PreviewPicture> {
  const strip = await loadPixels(uri, SIDE, SIDE * 6, resolve, signal);
  return cubeOf(
    Array.from({ length: 6 }, (_, face) => cut(strip.pixels, order.indexOf(face))),
    strip.bytes,
  );
}

async function loadFaces(uris: readonly string[], resolve: Resolve, signal: AbortSignal): Promise<PreviewPicture> {
  const faces = await Promise.all(uris.map((uri) => loadPixels(uri, SIDE, SIDE, resolve, signal)));
  return cubeOf(
    faces.map(({ pixels }) => pixels),
    faces.reduce((sum, { bytes }) => sum + bytes, 0),
  );
}

function cubeOf(faces: readonly Uint8ClampedArray[], bytes: number): PreviewPicture {
  return {
    bytes,
    readAt(direction, out) {
      const { face, u, v } = facePoint(direction);
      readPixel(faces[face], SIDE, SIDE, u, v, out);
    },
  };
}

function cut(strip: Uint8ClampedArray, place: number): Uint8ClampedArray {
  const length = SIDE * SIDE * 4;
  return strip.subarray(place * length, (place + 1) * length);
}

function readSphere(pixels: Uint8ClampedArray, [x, y, z]: Vec3, out: [number, number, number]): void {
  const u = Math.atan2(x, -z) / (2 * Math.PI) + 0.5;
  const v = 0.5 - Math.atan2(y, Math.hypot(x, z)) / Math.PI;
  readPixel(pixels, SIDE * 4, SIDE * 2, u, v, out);
}

function readPixel(
  pixels: Uint8ClampedArray | undefined,
  width: number,
  height: number,
  u: number,
  v: number,
  out: [number, number, number],
): void {
  const column = Math.min(width - 1, Math.floor(u * width));
  const row = Math.min(height - 1, Math.floor(v * height));
  const at = (row * width + column) * 4;
  for (let k = 0; k < 3; k++) out[k] = toLinear((pixels?.[at + k] ?? 0) / 255);
}

function toLinear(value: number): number {
  return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
}

async function loadPixels(uri: string, width: number, height: number, resolve: Resolve, signal: AbortSignal) {
  const url = resolve(uri);
  if (url === null) throw new Error(`"${uri}" leads out of the exhibition`);
  const response = await fetch(url, { signal, credentials: 'same-origin' });
  if (!response.ok) throw new Error(`${new URL(url).pathname}: the server answered ${response.status}`);
  const blob = await response.blob();
  const bitmap = await createImageBitmap(blob, { resizeWidth: width, resizeHeight: height, resizeQuality: 'medium' });
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('no canvas to read the picture with');
  context.drawImage(bitmap, 0, 0);
  bitmap.close();
  return { pixels: context.getImageData(0, 0, width, height).data, bytes: blob.size };
}
