/** The latest frames' durations, so that their spread can be told; nothing is allocated while they come. */

export interface FrameSpread {
  /** Milliseconds, of the latest `KEPT` frames at most. */
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  /** Frames since the session began. */
  readonly frames: number;
}

const KEPT = 1_024;

export class FrameTimes {
  readonly #seconds = new Float32Array(KEPT);
  #frames = 0;

  add(seconds: number): void {
    this.#seconds[this.#frames % KEPT] = seconds;
    this.#frames++;
  }

  clear(): void {
    this.#frames = 0;
  }

  spread(): FrameSpread {
    const sorted = this.#seconds.slice(0, Math.min(KEPT, this.#frames)).sort();
    const at = (share: number): number => {
      const index = Math.min(sorted.length - 1, Math.floor(share * sorted.length));
      return 1_000 * (sorted[index] ?? 0);
    };
    return { p50: at(0.5), p95: at(0.95), p99: at(0.99), frames: this.#frames };
  }
}
