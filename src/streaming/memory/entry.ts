/** What the engine keeps of one pyramid: its tile records and how far its preview has come. */
import { columnCount, faceCount, keyOf, PREVIEW_LEVEL, rowCount } from '../pyramid/pyramid.ts';
import type { Pyramid } from '../pyramid/pyramid.ts';
import type { CancelToken } from '../schedule/cancelToken.ts';
import { createRecord } from './record.ts';
import type { TileRecord } from './record.ts';
import { isGivenUp } from '../schedule/retry.ts';

/** A base of at most this many tiles is loaded whole and pinned where a pyramid has no preview. */
const MOST_BASE_TILES = 24;

export class PyramidEntry {
  readonly pyramid: Pyramid;
  readonly records = new Map<number, TileRecord>();
  /** Six records of the preview's faces; empty without a preview. */
  readonly preview: readonly TileRecord[];
  /** All tiles of level 0 where they are few. */
  readonly base: readonly TileRecord[];
  previewState: 'absent' | 'loading' | 'waiting' | 'done' | 'failed' = 'absent';
  previewToken: CancelToken | null = null;
  previewAttempts = 0;
  previewRetryAt = 0;

  constructor(pyramid: Pyramid) {
    this.pyramid = pyramid;
    this.preview =
      pyramid.previewFaceSize === undefined
        ? []
        : [0, 1, 2, 3, 4, 5].map((face) => this.record(PREVIEW_LEVEL, face, 0, 0));
    this.base = this.#listBase();
  }

  get hasPreview(): boolean {
    return this.preview.length > 0;
  }

  /** The record of a tile, made on first use. */
  record(level: number, face: number, x: number, y: number): TileRecord {
    const found = this.peek(level, face, x, y);
    if (found) return found;
    const made = createRecord(this.pyramid, { level, face, x, y });
    this.records.set(keyOf(level, face, x, y), made);
    return made;
  }

  peek(level: number, face: number, x: number, y: number): TileRecord | undefined {
    return this.records.get(keyOf(level, face, x, y));
  }

  get isPreviewGivenUp(): boolean {
    return isGivenUp({ state: this.previewState, attempts: this.previewAttempts });
  }

  isPreviewResident(): boolean {
    return this.hasPreview && this.preview.every((record) => record.state === 'resident');
  }

  /** Failed tiles are stood in for by coarser ones, so where one of the coarsest fails and none is here, none will be. */
  isLost(): boolean {
    if (this.hasPreview && !this.isPreviewGivenUp) return false;
    let hasNoGround = false;
    for (const record of this.records.values()) {
      const { state, tile, wantedFrame } = record;
      const isNone = isGivenUp(record);
      if (!isNone && state !== 'absent') return false;
      if (tile.level > 0) continue;
      if (isNone) hasNoGround = true;
      else if (wantedFrame > 0) return false;
    }
    return hasNoGround;
  }

  setPinned(isPinned: boolean): void {
    for (const record of this.preview) record.isPinned = isPinned;
    if (!this.hasPreview) for (const record of this.base) record.isPinned = isPinned;
  }

  /** Forgets tiles that hold nothing, so that a long visit does not grow. */
  prune(): void {
    for (const [key, record] of this.records) {
      if (record.state === 'absent' && record.tile.level > 0) this.records.delete(key);
    }
  }

  #listBase(): TileRecord[] {
    const { pyramid } = this;
    const columns = columnCount(pyramid, 0);
    const rows = rowCount(pyramid, 0);
    if (columns * rows * faceCount(pyramid) > MOST_BASE_TILES) return [];
    const records: TileRecord[] = [];
    for (let face = 0; face < faceCount(pyramid); face++) {
      for (let y = 0; y < rows; y++) for (let x = 0; x < columns; x++) records.push(this.record(0, face, x, y));
    }
    return records;
  }
}
