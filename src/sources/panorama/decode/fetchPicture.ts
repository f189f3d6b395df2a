/** Fetches a picture and checks it before anything is decoded. */
import { FetchError, fetchBytes, type FetchedBytes } from '#sources/http/fetchBytes.ts';
import { readImageHeader } from '#sources/http/imageHeader.ts';
import { TileLoadError } from '#streaming/ports.ts';

/** A whole panorama as a JPEG at 16K stays well below; what is larger wants tiles. */
const MOST_BYTES = 256 * 1024 * 1024;
const HEADER_BYTES = 262_144;

export interface FetchedPicture {
  readonly blob: Blob;
  readonly bytes: number;
  readonly widthPx: number;
  readonly heightPx: number;
}

/** `mostPx` bounds the picture's edges. Rejects with a TileLoadError, or an AbortError when cancelled. */
export async function fetchPicture(url: string, mostPx: number, signal: AbortSignal): Promise<FetchedPicture> {
  const { bytes, type } = await request(url, signal);
  const header = readImageHeader(bytes.subarray(0, HEADER_BYTES));
  if (!header) throw new TileLoadError(`${nameOf(url)}: no JPEG, PNG, WebP, AVIF or GIF picture`, false);
  const { widthPx, heightPx } = header;
  if (widthPx < 1 || heightPx < 1 || widthPx > mostPx || heightPx > mostPx) {
    throw new TileLoadError(`${nameOf(url)}: ${widthPx} × ${heightPx} px; expected 1 to ${mostPx} px an edge`, false);
  }
  return { blob: new Blob([bytes], { type }), bytes: bytes.length, widthPx, heightPx };
}

/** Decodes without premultiplying; an embedded colour profile is converted to sRGB. */
export async function decode(source: ImageBitmapSource, url: string): Promise<ImageBitmap> {
  try {
    return await createImageBitmap(source, { premultiplyAlpha: 'none' });
  } catch {
    throw new TileLoadError(`${nameOf(url)}: the picture is damaged and cannot be decoded`, false);
  }
}

async function request(url: string, signal: AbortSignal): Promise<FetchedBytes> {
  try {
    return await fetchBytes(url, { signal, mostBytes: MOST_BYTES });
  } catch (error) {
    if (!(error instanceof FetchError)) throw error;
    const remedy = error.kind === 'too-large' ? '; tile it with “grotto tile”' : '';
    throw new TileLoadError(`${nameOf(url)}: ${error.message}${remedy}`, error.isPassing);
  }
}

function nameOf(url: string): string {
  return new URL(url).pathname;
}
