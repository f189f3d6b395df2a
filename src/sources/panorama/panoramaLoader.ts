/**
 * The streaming engine's loader in a browser: turns tiles of any panorama source into addresses and has workers fetch
 * and decode them. Every address passes the gate given as `resolve`.
 */
import { TileLoadError } from '#streaming/ports.ts';
import type { AbortSignalLike, LoadedPreview, LoadedTile, TileImage, TileLoader } from '#streaming/ports.ts';
import { FACES, levelOf, tileHeightOf, tilePixels, tileWidthOf } from '#streaming/pyramid/pyramid.ts';
import type { Pyramid, TileId } from '#streaming/pyramid/pyramid.ts';
import { faceUri } from './cube-faces/address.ts';
import { previewFaceOrder, tileUri } from './cube-tiles/address.ts';
import type { Cut, CutJob, DecodeAnswer, DecodeJob, DecodeRequest } from './decode/protocol.ts';
import { equirectImageUri } from './equirect-image/address.ts';
import type { PanoramaSource } from './schema.ts';
import type { TileFiles } from './tile-files/tileFiles.ts';

/** The part of a Worker that is used, so that tests can run the decoder otherwise. */
export interface DecodeWorker {
  postMessage(message: DecodeRequest): void;
  addEventListener(type: 'message', listener: (event: { data: DecodeAnswer }) => void): void;
  addEventListener(type: 'error', listener: (event: { preventDefault(): void }) => void): void;
  terminate(): void;
}

/** An ImageBitmap as the stores upload it. */
export interface BitmapTileImage extends TileImage {
  readonly bitmap: ImageBitmap;
}

export interface PanoramaLoaderOptions {
  /** The source of each pyramid that will be asked for, by the pyramid's id. */
  readonly sourceOf: (pyramidId: string) => PanoramaSource;
  /** The full address of an exhibition's file, or null where the gate refuses it. */
  readonly resolve: (uri: string) => string | null;
  readonly createWorker: () => DecodeWorker;
  /** How many workers decode; all parts of one whole picture are cut by the same one. */
  readonly workerCount: number;
}

interface Pending {
  readonly worker: DecodeWorker;
  readonly resolve: (answer: { bitmaps: readonly ImageBitmap[]; bytes: number }) => void;
  readonly reject: (error: unknown) => void;
}

export class PanoramaLoader implements TileLoader {
  readonly #options: PanoramaLoaderOptions;
  /** Null for one that failed; another takes its place when something is next to be decoded. */
  readonly #workers: (DecodeWorker | null)[];
  readonly #pending = new Map<number, Pending>();
  #nextJob = 0;

  constructor(options: PanoramaLoaderOptions) {
    this.#options = options;
    this.#workers = Array.from({ length: Math.max(1, options.workerCount) }, () => this.#start());
  }

  async load(pyramid: Pyramid, tile: TileId, signal: AbortSignalLike): Promise<LoadedTile> {
    const source = this.#options.sourceOf(pyramid.id);
    const job = this.#nextJob++;
    const request =
      source.type === 'tile-files'
        ? await this.#bringRequest(source, pyramid, tile, job, signal)
        : this.#requestFor(source, pyramid, tile, job);
    const { bitmaps, bytes } = await this.#run(request, signal, pyramid);
    return { image: wrap(bitmaps[0]), bytes };
  }

  async loadPreview(pyramid: Pyramid, signal: AbortSignalLike): Promise<LoadedPreview> {
    const source = this.#options.sourceOf(pyramid.id);
    if (!('preview' in source && source.preview)) throw new Error(`pyramid "${pyramid.id}" has no preview`);
    const request: DecodeJob = {
      kind: 'preview',
      job: this.#nextJob++,
      url: this.#resolve(source.preview.uri),
      faceSize: source.preview.faceSize,
      order: previewFaceOrder(source),
    };
    const { bitmaps, bytes } = await this.#run(request, signal, pyramid);
    return { faces: FACES.map((_, face) => wrap(bitmaps[face])), bytes };
  }

  forget(pyramid: Pyramid): void {
    if (this.#options.sourceOf(pyramid.id).type === 'cube-tiles') return;
    this.#workerFor(pyramid.id).postMessage({ kind: 'forget', pictures: pictureName(pyramid, '') });
  }

  dispose(): void {
    for (const worker of this.#workers) worker?.terminate();
    for (const pending of this.#pending.values()) pending.reject(new TileLoadError('the visit has ended', false));
    this.#pending.clear();
  }

  #requestFor(source: Exclude<PanoramaSource, TileFiles>, pyramid: Pyramid, tile: TileId, job: number): DecodeJob {
    switch (source.type) {
      case 'cube-tiles':
        return { kind: 'tile', job, url: this.#resolve(tileUri(source, tile)), mostPx: pyramid.tileSize };
      case 'equirect-image':
        return this.#cutRequest(pyramid, tile, job, equirectImageUri(source), source.width, source.height);
      case 'cube-faces':
        return this.#cutRequest(pyramid, tile, job, faceUri(source, tile.face), source.size, source.size);
    }
  }

  #cutRequest(pyramid: Pyramid, tile: TileId, job: number, uri: string, widthPx: number, heightPx: number): CutJob {
    const picture = pictureName(pyramid, uri);
    const cut = cutOf(pyramid, tile, widthPx, heightPx);
    return { kind: 'cut', job, picture, url: this.#resolve(uri), widthPx, heightPx, cut };
  }

  /** What only foreign formats need comes with the first tile of one. */
  async #bringRequest(
    source: TileFiles,
    pyramid: Pyramid,
    tile: TileId,
    job: number,
    signal: AbortSignalLike,
  ): Promise<DecodeJob> {
    const { requestFile } = await import('./tile-files/requestFile.ts').catch(() => {
      throw new TileLoadError('a part of the viewer did not come', true);
    });
    if (signal.aborted) throw new TileLoadError('no longer wanted', false);
    return requestFile(source, pyramid, tile, {
      cut: (uri, widthPx, heightPx) => this.#cutRequest(pyramid, tile, job, uri, widthPx, heightPx),
      resolve: (uri) => this.#resolve(uri),
      job,
    });
  }

  #resolve(uri: string): string {
    const url = this.#options.resolve(uri);
    if (url === null) throw new TileLoadError(`${uri}: not a file of the exhibition's folder`, false);
    return url;
  }

  #run(
    request: DecodeJob,
    signal: AbortSignalLike,
    pyramid: Pyramid,
  ): Promise<{ bitmaps: readonly ImageBitmap[]; bytes: number }> {
    const { job } = request;
    const worker = request.kind === 'cut' ? this.#workerFor(pyramid.id) : this.#worker(job);
    return new Promise((resolve, reject) => {
      this.#pending.set(job, { worker, resolve, reject });
      signal.addEventListener('abort', () => {
        if (!this.#pending.delete(job)) return;
        worker.postMessage({ kind: 'cancel', job });
        reject(new TileLoadError('no longer wanted', false));
      });
      worker.postMessage(request);
    });
  }

  #settle(answer: DecodeAnswer): void {
    const pending = this.#pending.get(answer.job);
    this.#pending.delete(answer.job);
    if ('error' in answer) pending?.reject(new TileLoadError(answer.error, answer.isRetryable));
    else if (pending) pending.resolve(answer);
    else for (const bitmap of answer.bitmaps) bitmap.close();
  }

  #worker(index: number): DecodeWorker {
    return (this.#workers[index % this.#workers.length] ??= this.#start());
  }

  #start(): DecodeWorker {
    const worker = this.#options.createWorker();
    worker.addEventListener('message', ({ data }) => this.#settle(data));
    worker.addEventListener('error', (event) => {
      event.preventDefault();
      this.#replace(worker);
    });
    return worker;
  }

  /** Its script did not come over the line, or it fell over; what it was at is worth another try. */
  #replace(worker: DecodeWorker): void {
    worker.terminate();
    const index = this.#workers.indexOf(worker);
    if (index >= 0) this.#workers[index] = null;
    for (const [job, pending] of this.#pending) {
      if (pending.worker !== worker) continue;
      this.#pending.delete(job);
      pending.reject(new TileLoadError('what decodes pictures failed', true));
    }
  }

  #workerFor(pyramidId: string): DecodeWorker {
    let hash = 0;
    for (const char of pyramidId) hash = (hash * 31 + (char.codePointAt(0) ?? 0)) % 65_521;
    return this.#worker(hash);
  }
}

/** The part of a whole picture of widthPx × heightPx that a virtual tile shows. */
export function cutOf(pyramid: Pyramid, tile: TileId, widthPx: number, heightPx: number): Cut {
  const level = levelOf(pyramid, tile.level);
  const size = tilePixels(pyramid, tile);
  const [x, y] = [tile.x * tileWidthOf(pyramid, level), tile.y * tileHeightOf(pyramid, level)];
  const left = Math.round((x * widthPx) / level.widthPx);
  const top = Math.round((y * heightPx) / level.heightPx);
  const right = Math.round(((x + size.widthPx) * widthPx) / level.widthPx);
  const bottom = Math.round(((y + size.heightPx) * heightPx) / level.heightPx);
  return { left, top, width: right - left, height: bottom - top, ...size };
}

/** The names of all pictures of a pyramid begin with that of "". */
function pictureName(pyramid: Pyramid, uri: string): string {
  return `${pyramid.id}\n${uri}`;
}

function wrap(bitmap: ImageBitmap | undefined): BitmapTileImage {
  if (!bitmap) throw new TileLoadError('the decoder gave no picture', false);
  return { bitmap, width: bitmap.width, height: bitmap.height, release: () => bitmap.close() };
}
