/** The clock that a guided tour goes by; a test gives it another. */
export interface Timers {
  /** Seconds. */
  now(): number;
  /** Runs it once after so many seconds, unless what it answers is called before. */
  after(seconds: number, run: () => void): () => void;
}

export const PAGE_TIMERS: Timers = {
  now: () => performance.now() / 1_000,
  after(seconds, run) {
    const timer = setTimeout(run, seconds * 1_000);
    return () => clearTimeout(timer);
  },
};
