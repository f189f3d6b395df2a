/**
 * Collects what one frame draws, coarse before fine within each panorama, back to front across panoramas, and what it
 * takes to call it sharp. All arrays are reused from frame to frame.
 */
import type { PyramidEntry } from '../memory/entry.ts';
import type { TileRecord } from '../memory/record.ts';
import type { FrameReport, TileDraw } from '../ports.ts';
import { isGivenUp } from '../schedule/retry.ts';

export class DrawList {
  readonly #fadeSeconds: number;
  readonly #draws: TileDraw[] = [];
  readonly #isCovered: boolean[] = [];
  /** Records of the panorama at hand, by level + 1. */
  readonly #byLevel: TileRecord[][] = [];
  readonly #counts: number[] = [];
  #drawCount = 0;
  #frame = 0;
  #now = 0;
  #panorama = 0;
  #opacity = 1;
  #canFade = false;
  #isSharp = true;
  #isFading = false;
  #pendingCount = 0;
  wantedCount = 0;
  loadedCount = 0;
  finestLevel = -1;
  readonly #report: { -readonly [K in keyof FrameReport]: FrameReport[K] };

  /** `fadeSeconds` is how long a tile takes to fade in over a coarser one. */
  constructor(fadeSeconds: number) {
    this.#fadeSeconds = fadeSeconds;
    this.#report = { draws: this.#draws, drawCount: 0, isSharp: false, isCovered: this.#isCovered, needsFrame: false };
  }

  begin(frame: number, now: number): void {
    this.#frame = frame;
    this.#now = now;
    this.#drawCount = 0;
    this.#isCovered.length = 0;
    this.#isSharp = true;
    this.#isFading = false;
    this.wantedCount = 0;
    this.loadedCount = 0;
    this.finestLevel = -1;
  }

  beginPanorama(index: number, entry: PyramidEntry, opacity: number): void {
    this.#panorama = index;
    this.#pendingCount = 0;
    this.#opacity = opacity;
    // Fading in makes sense only over something coarser, and not while the whole panorama fades.
    this.#canFade = opacity >= 1 && entry.isPreviewResident();
    for (let i = 0; i <= entry.pyramid.levels.length; i++) {
      this.#byLevel[i] ??= [];
      this.#counts[i] = 0;
    }
    this.#counts.length = entry.pyramid.levels.length + 1;
  }

  endPanorama(isCovered: boolean): void {
    // Where nothing more is to come, because it failed or there is no picture there, what is here is all there is.
    this.#isCovered.push(isCovered || this.#pendingCount === 0);
    for (let i = 0; i < this.#counts.length; i++) {
      const records = this.#byLevel[i];
      for (let k = 0; k < (this.#counts[i] ?? 0); k++) {
        const record = records?.[k];
        if (record) this.#append(record);
      }
    }
  }

  want(record: TileRecord): void {
    this.wantedCount++;
    if (record.state === 'resident') this.loadedCount++;
    else record.missedFrame = this.#frame;
    if (record.state !== 'resident' && !isGivenUp(record)) {
      this.#isSharp = false;
      this.#pendingCount++;
    }
  }

  /** Adds a resident tile, once per frame and panorama; returns whether it is opaque. */
  draw(record: TileRecord): boolean {
    const slot = record.tile.level + 1;
    const records = this.#byLevel[slot];
    const count = this.#counts[slot];
    if (!records || count === undefined) throw new Error('a tile is drawn between beginPanorama and endPanorama only');
    const opacity = this.#opacityOf(record);
    if (opacity < 1) {
      this.#isFading = true;
      this.#isSharp = false;
    }
    for (let i = count - 1; i >= 0; i--) if (records[i] === record) return opacity >= 1;
    records[count] = record;
    this.#counts[slot] = count + 1;
    record.drawnFrame = this.#frame;
    return opacity >= 1;
  }

  report(hasPendingUploads: boolean): FrameReport {
    this.#report.drawCount = this.#drawCount;
    this.#report.isSharp = this.#isSharp;
    this.#report.needsFrame = this.#isFading || hasPendingUploads;
    return this.#report;
  }

  #opacityOf(record: TileRecord): number {
    if (record.drawnAt < 0) {
      record.drawnAt = this.#now;
      // What was here before it came into view has nothing coarser to fade in over.
      const wasMissed = record.missedFrame >= this.#frame - 1;
      record.isFaded = !wasMissed || !this.#canFade || record.tile.level < 0 || this.#fadeSeconds <= 0;
    }
    if (record.isFaded) return 1;
    const opacity = (this.#now - record.drawnAt) / this.#fadeSeconds;
    // A little from the first frame, so that the tile is not drawn for nothing.
    if (opacity < 1 && this.#canFade) return Math.max(0.1, opacity);
    record.isFaded = true;
    return 1;
  }

  #append(record: TileRecord): void {
    const draw = (this.#draws[this.#drawCount++] ??= createDraw(record));
    draw.panorama = this.#panorama;
    draw.pyramid = record.pyramid;
    draw.tile = record.tile;
    draw.store = record.store;
    draw.layer = record.layer;
    draw.widthPx = record.widthPx;
    draw.heightPx = record.heightPx;
    draw.opacity = this.#opacity < 1 ? 1 : this.#opacityOf(record);
    this.finestLevel = Math.max(this.finestLevel, record.tile.level);
  }
}

function createDraw(record: TileRecord): TileDraw {
  return {
    panorama: 0,
    pyramid: record.pyramid,
    tile: record.tile,
    store: 0,
    layer: 0,
    widthPx: 0,
    heightPx: 0,
    opacity: 1,
  };
}
