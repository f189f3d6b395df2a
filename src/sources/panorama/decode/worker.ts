/** A decode worker: fetches, checks and decodes pictures away from the page, and hands ImageBitmaps over. */
import { TileLoadError } from '#streaming/ports.ts';
import { decode, fetchPicture } from './fetchPicture.ts';
import type { Cut, DecodeAnswer, DecodeJob, DecodeRequest } from './protocol.ts';

/** Edge of the largest whole picture that is decoded: 16K; beyond it, memory fails on common machines. */
const MOST_PICTURE_PX = 16_384;

interface KeptPicture {
  readonly bitmap: Promise<ImageBitmap>;
  readonly controller: AbortController;
  /** Bytes not yet reported: they are told with the first tile that is cut. */
  unreported: number;
}

/** The part of a worker's global scope that is used; the page's types are loaded here, not the worker's. */
interface WorkerScope {
  postMessage(message: DecodeAnswer, transfer: Transferable[]): void;
  onmessage: ((event: MessageEvent<DecodeRequest>) => void) | null;
}

const scope = globalThis as unknown as WorkerScope;
const running = new Map<number, AbortController>();
const pictures = new Map<string, KeptPicture>();

scope.onmessage = ({ data }) => {
  if (data.kind === 'cancel') {
    running.get(data.job)?.abort();
    running.delete(data.job);
  } else if (data.kind === 'forget') {
    for (const name of pictures.keys()) if (name.startsWith(data.pictures)) forgetPicture(name);
  } else {
    void answer(data);
  }
};

async function answer(job: DecodeJob): Promise<void> {
  const controller = new AbortController();
  running.set(job.job, controller);
  try {
    const { bitmaps, bytes } = await run(job, controller.signal);
    if (controller.signal.aborted) for (const bitmap of bitmaps) bitmap.close();
    else scope.postMessage({ job: job.job, bitmaps, bytes }, bitmaps);
  } catch (error) {
    if (controller.signal.aborted) return;
    const isRetryable = error instanceof TileLoadError && error.isRetryable;
    const message = error instanceof Error ? error.message : String(error);
    scope.postMessage({ job: job.job, error: message, isRetryable }, []);
  } finally {
    running.delete(job.job);
  }
}

async function run(job: DecodeJob, signal: AbortSignal): Promise<{ bitmaps: ImageBitmap[]; bytes: number }> {
  switch (job.kind) {
    case 'tile': {
      const { blob, bytes } = await fetchPicture(job.url, job.mostPx, signal);
      const bitmap = await decode(blob, job.url);
      return { bitmaps: [job.part ? await (await bringParts()).takePart(bitmap, job.part) : bitmap], bytes };
    }
    case 'preview':
      return splitPreview(job, signal);
    case 'cut': {
      const picture = keepPicture(job);
      const whole = await picture.bitmap;
      const bitmap = job.cut.isTurned
        ? await (await bringParts()).cutTurned(whole, job.cut)
        : await cutOut(whole, job.cut);
      const bytes = picture.unreported;
      picture.unreported = 0;
      return { bitmaps: [bitmap], bytes };
    }
  }
}

/** What only tiles of other viewers need. */
function bringParts() {
  return import('./takePart.ts').catch(() => {
    throw new TileLoadError('a part of the viewer did not come', true);
  });
}

async function splitPreview(
  job: Extract<DecodeJob, { kind: 'preview' }>,
  signal: AbortSignal,
): Promise<{ bitmaps: ImageBitmap[]; bytes: number }> {
  const { blob, bytes, widthPx, heightPx } = await fetchPicture(job.url, job.faceSize * 6, signal);
  if (widthPx !== job.faceSize || heightPx !== job.faceSize * 6) {
    const expected = `${job.faceSize} × ${job.faceSize * 6}`;
    throw new TileLoadError(`${job.url}: the preview has ${widthPx} × ${heightPx} px; expected ${expected}`, false);
  }
  const strip = await decode(blob, job.url);
  const bitmaps: ImageBitmap[] = [];
  for (let face = 0; face < 6; face++) {
    const place = job.order.indexOf(face);
    bitmaps.push(
      await createImageBitmap(strip, 0, place * job.faceSize, job.faceSize, job.faceSize, NOT_PREMULTIPLIED),
    );
  }
  strip.close();
  return { bitmaps, bytes };
}

const NOT_PREMULTIPLIED: ImageBitmapOptions = { premultiplyAlpha: 'none' };

/** The decoded whole picture of a cut, fetched on first use. Its load outlives the cut that began it. */
function keepPicture(job: Extract<DecodeJob, { kind: 'cut' }>): KeptPicture {
  const kept = pictures.get(job.picture);
  if (kept) return kept;
  const controller = new AbortController();
  const made: KeptPicture = { controller, unreported: 0, bitmap: load(job, controller.signal, () => made) };
  made.bitmap.catch(() => pictures.delete(job.picture));
  pictures.set(job.picture, made);
  return made;
}

async function load(
  job: Extract<DecodeJob, { kind: 'cut' }>,
  signal: AbortSignal,
  kept: () => KeptPicture,
): Promise<ImageBitmap> {
  const { blob, bytes, widthPx, heightPx } = await fetchPicture(job.url, MOST_PICTURE_PX, signal);
  if (widthPx !== job.widthPx || heightPx !== job.heightPx) {
    const said = `${job.widthPx} × ${job.heightPx}`;
    throw new TileLoadError(`${job.url}: ${widthPx} × ${heightPx} px, but the document says ${said}`, false);
  }
  kept().unreported = bytes;
  return decode(blob, job.url);
}

function cutOut(bitmap: ImageBitmap, cut: Cut): Promise<ImageBitmap> {
  const isResized = cut.width !== cut.widthPx || cut.height !== cut.heightPx;
  return createImageBitmap(bitmap, cut.left, cut.top, cut.width, cut.height, {
    ...NOT_PREMULTIPLIED,
    ...(isResized && { resizeWidth: cut.widthPx, resizeHeight: cut.heightPx, resizeQuality: 'high' as const }),
  });
}

function forgetPicture(name: string): void {
  const kept = pictures.get(name);
  pictures.delete(name);
  kept?.controller.abort();
  kept?.bitmap.then(
    (bitmap) => bitmap.close(),
    () => undefined,
  );
}
