/**
 * A stage for replaying a visit without a browser: a clock, a network with delay and bandwidth, GPU stores that count,
 * and head paths. Everything is deterministic; a replay gives the same figures on every machine.
 */
import { directionOf } from '#shared/vec.ts';
import { StreamingEngine } from '#streaming/engine.ts';
import type { EngineOptions } from '#streaming/engineOptions.ts';
import { IDENTITY } from '#streaming/policy/eye.ts';
import { TileLoadError } from '#streaming/ports.ts';
import type {
  AbortSignalLike,
  EyeView,
  FrameReport,
  LoadedPreview,
  LoadedTile,
  TileFault,
  TileImage,
  TileLoader,
  TileStore,
} from '#streaming/ports.ts';
import { cubeLevelSizes } from '#streaming/pyramid/levels.ts';
import { tilePixels } from '#streaming/pyramid/pyramid.ts';
import type { Pyramid, TileId } from '#streaming/pyramid/pyramid.ts';

export const TILE_BYTES = 27_000;
export const PREVIEW_BYTES = 55_000;

export interface Pose {
  readonly yaw: number;
  readonly pitch: number;
  /** Vertical, radians. */
  readonly fov: number;
}

export interface NetworkOptions {
  readonly latencySeconds: number;
  readonly bytesPerSecond: number;
  /** Which tiles fail, and whether for good. */
  readonly failure?: (tile: TileId, attempt: number) => 'passing' | 'lasting' | null;
}

export const DSL: NetworkOptions = { latencySeconds: 0.02, bytesPerSecond: 30e6 / 8 };

/** The view of a page of a given size in device pixels. */
export function eyeOf({ yaw, pitch, fov }: Pose, widthPx: number, heightPx: number): EyeView {
  const tan = Math.tan(fov / 2);
  const tanX = (tan * widthPx) / heightPx;
  return {
    right: directionOf(yaw + Math.PI / 2, 0),
    up: directionOf(yaw, pitch + Math.PI / 2),
    forward: directionOf(yaw, pitch),
    tanLeft: tanX,
    tanRight: tanX,
    tanTop: tan,
    tanBottom: tan,
    widthPx,
    heightPx,
  };
}

/** A cube pyramid as `grotto tile` makes it. */
export function cubePyramid(id: string, finestPx: number): Pyramid {
  const levels = cubeLevelSizes(finestPx, 512).map((size) => ({ widthPx: size, heightPx: size }));
  return { id, projection: 'cube', tileSize: 512, levels, previewFaceSize: 256 };
}

class FakeImage implements TileImage {
  isReleased = false;
  readonly width: number;
  readonly height: number;
  constructor(width: number, height: number) {
    this.width = width;
    this.height = height;
  }
  release(): void {
    if (this.isReleased) throw new Error('an image was released twice');
    this.isReleased = true;
  }
}

export class FakeStore implements TileStore {
  readonly layerSize: number;
  readonly layerCount: number;
  readonly uploads: number[] = [];
  readonly #onUpload: () => void;
  constructor(layerSize: number, layerCount: number, onUpload: () => void) {
    this.layerSize = layerSize;
    this.layerCount = layerCount;
    this.#onUpload = onUpload;
  }
  upload(layer: number, image: TileImage): void {
    if (layer < 0 || layer >= this.layerCount) throw new Error(`no layer ${layer}`);
    if (image.width > this.layerSize || image.height > this.layerSize) throw new Error('the image exceeds the layer');
    if (image instanceof FakeImage && image.isReleased) throw new Error('a released image was uploaded');
    this.uploads.push(layer);
    this.#onUpload();
  }
}

interface Answer {
  readonly at: number;
  readonly run: () => void;
}

export class Stage implements TileLoader {
  now = 0;
  readonly stores: FakeStore[];
  readonly engine: StreamingEngine;
  readonly faults: TileFault[] = [];
  /** Every request by name, with how often it was made. */
  readonly requested = new Map<string, number>();
  readonly images: FakeImage[] = [];
  /** When the host was asked for a frame, in seconds. */
  readonly frameRequests: number[] = [];
  readonly #answers: Answer[] = [];
  readonly #network: NetworkOptions;
  #lineFreeAt = 0;

  constructor(
    network: NetworkOptions = DSL,
    options: Partial<EngineOptions> & { layers?: number; uploadCost?: number } = {},
  ) {
    this.#network = network;
    const spend = (): void => {
      this.now += options.uploadCost ?? 0;
    };
    this.stores = [new FakeStore(256, 72, spend), new FakeStore(512, options.layers ?? 128, spend)];
    this.engine = new StreamingEngine({
      loader: this,
      stores: this.stores,
      clock: () => this.now,
      requestFrame: (after) => this.frameRequests.push(this.now + after),
      onFault: (fault) => this.faults.push(fault),
      fadeSeconds: 0,
      ...options,
    });
  }

  load(pyramid: Pyramid, tile: TileId, signal: AbortSignalLike): Promise<LoadedTile> {
    const name = `${pyramid.id}/${tile.level}/${tile.face}/${tile.y}_${tile.x}`;
    const attempt = this.#count(name);
    const { widthPx, heightPx } = tilePixels(pyramid, tile);
    const failure = this.#network.failure?.(tile, attempt);
    return this.#answer(TILE_BYTES, signal, () => {
      if (failure) throw new TileLoadError(`${name} is not to be had`, failure === 'passing');
      return { image: this.#image(widthPx, heightPx), bytes: TILE_BYTES };
    });
  }

  loadPreview(pyramid: Pyramid, signal: AbortSignalLike): Promise<LoadedPreview> {
    this.#count(`${pyramid.id}/preview`);
    const size = pyramid.previewFaceSize ?? 0;
    return this.#answer(PREVIEW_BYTES, signal, () => ({
      faces: [0, 1, 2, 3, 4, 5].map(() => this.#image(size, size)),
      bytes: PREVIEW_BYTES,
    }));
  }

  show(...pyramids: Pyramid[]): void {
    this.engine.show(pyramids.map((pyramid) => ({ pyramid, toPyramid: IDENTITY, opacity: 1 })));
  }

  frame(eyes: readonly EyeView[], yawSpeed = 0, pitchSpeed = 0): FrameReport {
    return this.engine.frame({ eyes, now: this.now, yawSpeed, pitchSpeed });
  }

  /** Lets time pass; whatever the network brings by then has arrived. */
  async pass(seconds: number): Promise<void> {
    const until = this.now + seconds;
    for (;;) {
      this.#answers.sort((a, b) => a.at - b.at);
      const next = this.#answers[0];
      if (!next || next.at > until) break;
      this.#answers.shift();
      this.now = Math.max(this.now, next.at);
      next.run();
      await flush();
    }
    this.now = until;
    await flush();
  }

  /** Draws at 60 frames a second until the picture is sharp; the seconds it took. */
  async settle(eyes: readonly EyeView[], mostSeconds = 30): Promise<number> {
    const start = this.now;
    while (this.now - start < mostSeconds) {
      if (this.frame(eyes).isSharp) return this.now - start;
      await this.pass(1 / 60);
    }
    throw new Error(`not sharp within ${mostSeconds} s`);
  }

  get requestCount(): number {
    let count = 0;
    for (const times of this.requested.values()) count += times;
    return count;
  }

  #count(name: string): number {
    const attempt = (this.requested.get(name) ?? 0) + 1;
    this.requested.set(name, attempt);
    return attempt;
  }

  #image(widthPx: number, heightPx: number): FakeImage {
    const image = new FakeImage(widthPx, heightPx);
    this.images.push(image);
    return image;
  }

  #answer<T>(bytes: number, signal: AbortSignalLike, make: () => T): Promise<T> {
    const { latencySeconds, bytesPerSecond } = this.#network;
    return new Promise<T>((resolve, reject) => {
      const begin = Math.max(this.now + latencySeconds, this.#lineFreeAt);
      const at = begin + bytes / bytesPerSecond;
      this.#lineFreeAt = at;
      const answer = {
        at,
        run: () => {
          // A promise turns what `make` throws into a rejection.
          void Promise.resolve().then(make).then(resolve, reject);
        },
      };
      this.#answers.push(answer);
      signal.addEventListener('abort', () => {
        const index = this.#answers.indexOf(answer);
        if (index < 0) return;
        this.#answers.splice(index, 1);
        reject(new TileLoadError('cancelled', false));
      });
    });
  }
}

async function flush(): Promise<void> {
  for (let i = 0; i < 8; i++) await Promise.resolve();
}
