/**
 * The streaming engine of a visit. One frame goes like this, in this order:
 *
 *   1. `show` says which panoramas are on the screen (only when that changes);
 *   2. `frame(sample)` walks them: what is due, what stands in, what is wanted ahead of a moving camera;
 *   3. decoded tiles are uploaded within the budget, loads are queued by urgency, stale ones cancelled;
 *   4. the report says what to draw. Its arrays are reused: read them before the next frame.
 *
 * Between frames, finished loads start the next ones and ask the host for a frame by `requestFrame`.
 */
import { clamp } from '#shared/clamp.ts';
import { PyramidEntry } from './memory/entry.ts';
import { Layers } from './memory/layers.ts';
import type { TileRecord } from './memory/record.ts';
import { DrawList } from './policy/drawList.ts';
import { type Eye, turnEyes } from './policy/eye.ts';
import { Prefetch } from './policy/prefetch.ts';
import { PERIPHERY } from './policy/periphery.ts';
import { TILES_PER_STEREO_FRAME, type UploadMs, uploadSeconds } from './policy/uploadBudget.ts';
import type { EngineOptions, ShownPanorama } from './engineOptions.ts';
import { Selection, type WalkOptions } from './policy/selection.ts';
import { WindowInPyramid } from './policy/window.ts';
import type { FrameReport, ViewSample } from './ports.ts';
import type { Pyramid } from './pyramid/pyramid.ts';
import { Loads } from './schedule/loads.ts';
import { Uploads } from './schedule/uploads.ts';
import { isGivenUp } from './schedule/retry.ts';
import { createStats, type EngineStats } from './stats.ts';

/** Share of a store's layers that due tiles may take before coarser ones are chosen. */
const FULL = 0.8;
const COARSER = 1.25;
/** Slower than this, radians per second, the view rests. */
const RESTING_SPEED = 0.02;
const MOST_LOOK_AHEAD = 0.5;
const UPLOAD_MS: UploadMs = { moving: 2, resting: 8 };
const AHEAD_PENALTY = 10;
const GROUND_BONUS = 10;

export class StreamingEngine {
  readonly #options: EngineOptions;
  readonly #layers: Layers;
  readonly #loads: Loads;
  readonly #uploads: Uploads;
  readonly #selection = new Selection();
  readonly #window = new WindowInPyramid();
  readonly #draws: DrawList;
  readonly #entries = new Map<string, PyramidEntry>();
  readonly #eyes: Eye[] = [];
  #shown: readonly ShownPanorama[] = [];
  #ahead: readonly PyramidEntry[] = [];
  readonly #prefetch: Prefetch;
  readonly #wanted: TileRecord[] = [];
  #wantedCount = 0;
  #frame = 0;
  #now = 0;
  /** Seconds since the frame before, as far as there was one just before. */
  #frameSeconds = 0;
  #isAhead = false;
  #coarseness = 1;
  readonly stats: EngineStats = createStats();

  constructor(options: EngineOptions) {
    this.#options = options;
    this.#layers = new Layers(options.stores);
    const { clock, requestFrame, loader } = options;
    const onEvict = (record: TileRecord): void => this.#forget(record);
    this.#uploads = new Uploads({ layers: this.#layers, clock, stats: this.stats, onEvict });
    this.#loads = new Loads({
      loader,
      clock,
      concurrency: options.concurrency ?? 8,
      stats: this.stats,
      requestFrame,
      onFault: options.onFault ?? (() => undefined),
      onDecoded: (record) => this.#uploads.add(record),
    });
    this.#prefetch = new Prefetch({
      startPreview: (entry) => this.#loads.startPreview(entry),
      load: (records) => {
        for (const record of records) {
          record.wantedAt = this.#now;
          record.isAhead = true;
        }
        this.#loads.replaceQueue(records, records.length);
      },
      hasRoom: (tileSize, count) => this.#hasRoom(tileSize, count),
      requestFrame,
    });
    this.#draws = new DrawList(options.fadeSeconds ?? 0.1);
    for (const store of options.stores) this.stats.textureBytes += store.layerSize ** 2 * 4 * store.layerCount;
  }

  /** What is on the screen from now on, back to front. */
  show(panoramas: readonly ShownPanorama[]): void {
    const left = this.#shown;
    this.#shown = panoramas;
    for (const { pyramid } of left) this.#entryOf(pyramid).setPinned(false);
    for (const { pyramid } of panoramas) this.#entryOf(pyramid).setPinned(true);
    for (const { pyramid } of left) {
      if (panoramas.some((shown) => shown.pyramid.id === pyramid.id)) continue;
      this.#entryOf(pyramid).prune();
      this.#options.loader.forget?.(pyramid);
    }
  }

  /**
   * Panoramas one may go to next, the likeliest first: their previews and first levels are loaded when all is quiet.
   * To be said again after every `show`.
   */
  prefetch(pyramids: readonly Pyramid[]): void {
    // Where a pyramid has no preview, its first level is the ground that is always there.
    const ungrounded = this.#shown.map(({ pyramid }) => pyramid).filter((p) => p.previewFaceSize === undefined);
    this.#ahead = [...ungrounded, ...pyramids].map((pyramid) => this.#entryOf(pyramid));
  }

  frame(sample: ViewSample): FrameReport {
    this.#frame++;
    this.#frameSeconds = sample.now - this.#now;
    this.#now = sample.now;
    const { periphery = PERIPHERY } = this.#options;
    this.#how.periphery = sample.eyes.length > 1 ? periphery : null;
    this.#select(sample);
    const isAlong = this.#shown.some(({ pyramid: { sheet } }) => sheet && sheet.speed !== 0);
    const isMoving = Math.hypot(sample.yawSpeed, sample.pitchSpeed) > RESTING_SPEED || isAlong;
    // What was decoded since the last frame is uploaded before it is drawn, so a tile shows one frame sooner.
    const budget = uploadSeconds(this.#options.uploadMs ?? UPLOAD_MS, isMoving, this.#frameSeconds);
    const most = sample.eyes.length > 1 ? TILES_PER_STEREO_FRAME : Infinity;
    if (this.#uploads.run(this.#frame, budget, most) > 0) this.#select(sample);
    this.#selectAhead(sample, isAlong);
    for (const { pyramid } of this.#shown) this.#loads.startPreview(this.#entryOf(pyramid));
    this.#loads.cancelStale(this.#now);
    this.#loads.replaceQueue(this.#wanted, this.#wantedCount);
    const report = this.#draws.report(this.#uploads.pendingCount > 0);
    this.#prefetch.run(this.#ahead, this.#now, report.isSharp, this.#loads.isIdle);
    this.#summarize(report);
    return report;
  }

  /** How many of a panorama's preview faces (or base tiles) are on the GPU: whether arriving there shows something. */
  isReady(pyramid: Pyramid): boolean {
    const entry = this.#entryOf(pyramid);
    const ground = entry.hasPreview ? entry.preview : entry.base;
    return entry.isPreviewGivenUp || ground.every((record) => record.state === 'resident' || isGivenUp(record));
  }

  /** Whether nothing of a panorama is here or on its way, and nothing can be had. */
  isLost(pyramid: Pyramid): boolean {
    return this.#entryOf(pyramid).isLost();
  }

  /** The GPU forgot everything: every tile is fetched or cut again when it is next wanted. */
  loseContext(): void {
    for (const record of [...this.#layers.residents()]) {
      this.#layers.release(record);
      this.#forget(record);
    }
    this.#options.requestFrame(0);
  }

  /** Ends all loads and releases what is held outside the GPU. The stores belong to the host. */
  dispose(): void {
    this.#loads.close();
    this.#uploads.clear();
    for (const { pyramid } of this.#entries.values()) this.#options.loader.forget?.(pyramid);
    this.#entries.clear();
  }

  #select(sample: ViewSample): void {
    for (let attempt = 0; ; attempt++) {
      this.#selectOnce(sample);
      if (!this.#isOverfull() || attempt === 24) break;
      this.#coarseness *= COARSER;
    }
    if (this.#coarseness > 1 && this.#draws.wantedCount < this.#roomiest() * FULL * 0.4) {
      this.#coarseness = Math.max(1, this.#coarseness / COARSER);
      this.#options.requestFrame(0);
    }
  }

  #selectOnce(sample: ViewSample): void {
    this.#wantedCount = 0;
    this.#isAhead = false;
    this.#draws.begin(this.#frame, this.#now);
    this.#shown.forEach((shown, index) => {
      const entry = this.#entryOf(shown.pyramid);
      const eyeCount = turnEyes(this.#eyes, sample, shown, 0, 0);
      this.#draws.beginPanorama(index, entry, shown.opacity);
      const isCovered = this.#walk(entry, eyeCount, shown);
      this.#draws.endPanorama(isCovered);
    });
  }

  /** Wants what the view will see shortly that turns, or moves along a flat picture; nothing of it is drawn now. */
  #selectAhead(sample: ViewSample, isAlong: boolean): void {
    const seconds = this.#options.lookAheadSeconds ?? 0.4;
    const yaw = clamp(sample.yawSpeed * seconds, -MOST_LOOK_AHEAD, MOST_LOOK_AHEAD);
    const pitch = clamp(sample.pitchSpeed * seconds, -MOST_LOOK_AHEAD, MOST_LOOK_AHEAD);
    if (Math.hypot(yaw, pitch) < RESTING_SPEED * seconds && !isAlong) return;
    this.#isAhead = true;
    for (const shown of this.#shown) {
      const { sheet } = shown.pyramid;
      const eyeCount = turnEyes(this.#eyes, sample, shown, yaw, pitch);
      sheet?.lookAhead(seconds);
      this.#walk(this.#entryOf(shown.pyramid), eyeCount, shown);
      sheet?.lookAhead(0);
    }
  }

  #walk(entry: PyramidEntry, eyeCount: number, { window = null, toPyramid }: ShownPanorama): boolean {
    // The rim of a window is soft over the width of a device pixel.
    if (window) this.#window.set(window, toPyramid, 4 * (this.#eyes[0]?.tolerance ?? 0));
    const how = this.#how;
    how.eyeCount = eyeCount;
    how.coarseness = this.#coarseness;
    how.window = window && this.#window;
    return this.#selection.walk(entry, how);
  }

  readonly #sink = {
    want: (record: TileRecord, angle: number): void => {
      if (!this.#isAhead) this.#draws.want(record);
      const isNew = record.wantedFrame !== this.#frame;
      if (isNew) record.priority = angle + record.tile.level * 1e-4 + (this.#isAhead ? AHEAD_PENALTY : 0);
      record.wantedFrame = this.#frame;
      record.wantedAt = this.#now;
      record.isAhead = false;
      if (record.state === 'resident' || record.state === 'failed') return;
      this.#wanted[this.#wantedCount++] = record;
    },
    ground: (record: TileRecord, angle: number): void => {
      record.wantedAt = this.#now;
      if (this.#isAhead || record.state !== 'absent' || record.wantedFrame === this.#frame) return;
      record.wantedFrame = this.#frame;
      record.priority = angle - GROUND_BONUS;
      record.isAhead = false;
      this.#wanted[this.#wantedCount++] = record;
    },
    draw: (record: TileRecord): boolean => (this.#isAhead ? true : this.#draws.draw(record)),
  };

  /** Rewritten for every walk. */
  readonly #how: { -readonly [K in keyof WalkOptions]: WalkOptions[K] } = {
    eyes: this.#eyes,
    eyeCount: 0,
    coarseness: 1,
    periphery: null,
    window: null,
    sink: this.#sink,
  };

  #isOverfull(): boolean {
    return this.#draws.wantedCount > this.#roomiest() * FULL;
  }

  #roomiest(): number {
    let most = 0;
    for (const store of this.#options.stores) {
      if (store.layerSize >= (this.#shown[0]?.pyramid.tileSize ?? 0)) most = Math.max(most, store.layerCount);
    }
    return most;
  }

  #hasRoom(tileSize: number, count: number): boolean {
    const store = this.#layers.storeFor(tileSize, tileSize);
    return this.#layers.usedCount(store) + count <= this.#layers.store(store).layerCount;
  }

  #entryOf(pyramid: Pyramid): PyramidEntry {
    let entry = this.#entries.get(pyramid.id);
    if (!entry) {
      entry = new PyramidEntry(pyramid);
      this.#entries.set(pyramid.id, entry);
    }
    return entry;
  }

  #forget(record: TileRecord): void {
    record.state = 'absent';
    record.drawnAt = -1;
    const entry = this.#entries.get(record.pyramid.id);
    if (entry && record.tile.level < 0 && entry.previewState === 'done') entry.previewState = 'absent';
  }

  #summarize(report: FrameReport): void {
    const { stats } = this;
    stats.tilesWanted = this.#draws.wantedCount;
    stats.tilesLoaded = this.#draws.loadedCount;
    stats.tilesShown = report.drawCount;
    stats.evicted = this.#layers.evictedCount;
    stats.coarseness = this.#coarseness;
    stats.finestLevelShown = this.#draws.finestLevel;
    stats.usedTextureBytes = 0;
    this.#options.stores.forEach((store, i) => {
      stats.usedTextureBytes += store.layerSize ** 2 * 4 * this.#layers.usedCount(i);
    });
  }
}
