/**
 * What to load when all is quiet: the previews of the places one may go to next, then their first levels. Nothing
 * before the view has been sharp and the line idle for a moment, so that it never competes with the view.
 */
import type { PyramidEntry } from '../memory/entry.ts';
import type { TileRecord } from '../memory/record.ts';
import type { FrameRequest } from '../ports.ts';

export interface PrefetchPort {
  startPreview(entry: PyramidEntry): void;
  load(records: readonly TileRecord[]): void;
  /** Whether so many more tiles fit without evicting anything. */
  hasRoom(tileSize: number, count: number): boolean;
  requestFrame: FrameRequest;
}

/** How long all must have been quiet, seconds. */
const QUIET_SECONDS = 0.25;

export class Prefetch {
  readonly #port: PrefetchPort;
  #quietSince = Infinity;
  #hasBegun = false;

  constructor(port: PrefetchPort) {
    this.#port = port;
  }

  /** Once a frame. `entries`: the likeliest first; `isIdle`: no load runs or waits. */
  run(entries: readonly PyramidEntry[], now: number, isSharp: boolean, isIdle: boolean): void {
    if (!isSharp || (!isIdle && !this.#hasBegun)) {
      this.#quietSince = Infinity;
      this.#hasBegun = false;
      return;
    }
    if (!isIdle || !entries.some((entry) => isWorthLoading(entry))) return;
    if (this.#quietSince === Infinity) {
      this.#quietSince = now;
      this.#port.requestFrame(QUIET_SECONDS);
    } else if (this.#hasBegun || now - this.#quietSince >= QUIET_SECONDS * 0.99) {
      this.#hasBegun = true;
      this.#startNext(entries);
    }
  }

  #startNext(entries: readonly PyramidEntry[]): void {
    for (const entry of entries) {
      if (!lacksPreview(entry)) continue;
      if (!this.#port.hasRoom(entry.pyramid.previewFaceSize ?? 0, 6)) return;
      this.#port.startPreview(entry);
      return;
    }
    for (const entry of entries) {
      const missing = entry.base.filter((record) => record.state === 'absent');
      if (missing.length === 0) continue;
      if (!this.#port.hasRoom(entry.pyramid.tileSize, missing.length)) return;
      for (const record of missing) record.priority = 100;
      this.#port.load(missing);
      return;
    }
  }
}

function isWorthLoading(entry: PyramidEntry): boolean {
  return lacksPreview(entry) || entry.base.some((record) => record.state === 'absent');
}

function lacksPreview(entry: PyramidEntry): boolean {
  return entry.hasPreview && entry.previewState === 'absent';
}
