/**
 * Brings decoded tiles to the GPU within a time budget per frame, the most urgent first. A copy is only begun while the
 * time spent so far and the longest recent copy fit the budget; one copy a frame is always made, so that every tile arrives.
 */
import type { Layers } from '../memory/layers.ts';
import type { TileRecord } from '../memory/record.ts';
import type { Clock } from '../ports.ts';
import type { EngineStats } from '../stats.ts';

const BYTES_PER_TEXEL = 4;
const PINNED_LEAD = 1_000;
const UNWANTED_LAG = 1_000;

export interface UploadsOptions {
  readonly layers: Layers;
  readonly clock: Clock;
  readonly stats: EngineStats;
  readonly onEvict: (record: TileRecord) => void;
}

export class Uploads {
  readonly #options: UploadsOptions;
  readonly #decoded: TileRecord[] = [];
  #typicalSeconds = 0;

  constructor(options: UploadsOptions) {
    this.#options = options;
  }

  get pendingCount(): number {
    return this.#decoded.length;
  }

  add(record: TileRecord): void {
    this.#decoded.push(record);
    this.#options.stats.decoded = this.#decoded.length;
  }

  /** Uploads until `budgetSeconds` are spent or `most` tiles have arrived. Returns how many have. */
  run(frame: number, budgetSeconds: number, most = Infinity): number {
    const { clock, stats } = this.#options;
    const decoded = this.#decoded;
    if (decoded.length === 0) return 0;
    decoded.sort((a, b) => urgencyOf(b, frame) - urgencyOf(a, frame));
    const start = clock();
    let count = 0;
    while (decoded.length > 0 && count < most) {
      const now = clock();
      if (count > 0 && now - start + this.#typicalSeconds > budgetSeconds) break;
      const record = decoded.pop();
      if (record && this.#upload(record, frame)) {
        count++;
        const seconds = clock() - now;
        this.#typicalSeconds += (seconds - this.#typicalSeconds) / 4;
        stats.longestUploadMs = Math.max(stats.longestUploadMs, seconds * 1_000);
      }
    }
    stats.decoded = decoded.length;
    return count;
  }

  /** Releases everything that waits. */
  clear(): void {
    for (const record of this.#decoded) this.#drop(record);
    this.#decoded.length = 0;
    this.#options.stats.decoded = 0;
  }

  #upload(record: TileRecord, frame: number): boolean {
    const { layers, stats, onEvict } = this.#options;
    const { image } = record;
    if (!image || record.state !== 'decoded') return false;
    const index = layers.storeFor(image.width, image.height);
    if (!layers.claim(record, index, frame, onEvict)) {
      this.#drop(record);
      return false;
    }
    layers.store(index).upload(record.layer, image);
    record.widthPx = image.width;
    record.heightPx = image.height;
    record.state = 'resident';
    record.drawnAt = -1;
    record.isFaded = false;
    record.image = null;
    image.release();
    stats.uploads++;
    stats.uploadedBytes += record.widthPx * record.heightPx * BYTES_PER_TEXEL;
    return true;
  }

  /** No room: every layer is in use by this very frame. The tile goes back to absent and is asked for when there is. */
  #drop(record: TileRecord): void {
    record.image?.release();
    record.image = null;
    record.state = 'absent';
  }
}

/** Smaller comes first: the ground of what is shown, then what is in view, then the rest. */
function urgencyOf(record: TileRecord, frame: number): number {
  if (record.isPinned) return record.priority - PINNED_LEAD;
  return record.wantedFrame < frame ? record.priority + UNWANTED_LAG : record.priority;
}
