/** Fetches a picture and checks it before anything is decoded. */
import { readImageHeader } from '#sources/http/imageHeader.ts';
import { TileLoadError } from '#streaming/ports.ts';

/** A whole panorama as a JPEG at 16K stays well below; what is larger wants tiles. */
const MOST_BYTES = 256 * 1024 * 1024;
/** Answers worth asking again for: the server is busy, restarting, or a proxy lost it. */
const PASSING = new Set([408, 425, 429, 500, 502, 503, 504]);

export interface FetchedPicture {
  readonly blob: Blob;
  readonly bytes: number;
  readonly widthPx: number;
  readonly heightPx: number;
}

/** `mostPx` bounds the picture's edges. Rejects with a TileLoadError, or an AbortError when cancelled. */
export async function fetchPicture(url: string, mostPx: number, signal: AbortSignal): Promise<FetchedPicture> {
  const response = await request(url, signal);
  if (!response.ok) {
    throw new TileLoadError(`${nameOf(url)}: the server answered ${response.status}`, PASSING.has(response.status));
  }
  if (Number(response.headers.get('content-length') ?? 0) > MOST_BYTES) {
    throw new TileLoadError(`${nameOf(url)}: larger than ${MOST_BYTES} bytes; tile it with “grotto tile”`, false);
  }
  const blob = await readBody(response, url, signal);
  const header = readImageHeader(new Uint8Array(await blob.slice(0, 262_144).arrayBuffer()));
  if (!header) throw new TileLoadError(`${nameOf(url)}: no JPEG, PNG, WebP, AVIF or GIF picture`, false);
  const { widthPx, heightPx } = header;
  if (widthPx < 1 || heightPx < 1 || widthPx > mostPx || heightPx > mostPx) {
    throw new TileLoadError(`${nameOf(url)}: ${widthPx} × ${heightPx} px; expected 1 to ${mostPx} px an edge`, false);
  }
  return { blob, bytes: blob.size, widthPx, heightPx };
}

/** Decodes without premultiplying; an embedded colour profile is converted to sRGB. */
export async function decode(source: ImageBitmapSource, url: string): Promise<ImageBitmap> {
  try {
    return await createImageBitmap(source, { premultiplyAlpha: 'none' });
  } catch {
    throw new TileLoadError(`${nameOf(url)}: the picture is damaged and cannot be decoded`, false);
  }
}

async function request(url: string, signal: AbortSignal): Promise<Response> {
  try {
    return await fetch(url, { signal, credentials: 'same-origin' });
  } catch (error) {
    if (signal.aborted) throw error;
    throw new TileLoadError(`${nameOf(url)}: no answer from the server`, true);
  }
}

async function readBody(response: Response, url: string, signal: AbortSignal): Promise<Blob> {
  try {
    return await response.blob();
  } catch (error) {
    if (signal.aborted) throw error;
    throw new TileLoadError(`${nameOf(url)}: the connection broke off`, true);
  }
}

function nameOf(url: string): string {
  return new URL(url).pathname;
}
