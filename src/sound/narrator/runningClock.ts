/** Time that is told: runs at a rate, can be halted, and can be put right by whoever knows better. Seconds at a rate of 1. */
export class RunningClock {
  readonly #now: () => number;
  #told: number;
  #since: number | null = null;
  #rate: number;

  /** @param now Seconds, of any clock. */
  constructor(now: () => number, rate: number, told = 0) {
    this.#now = now;
    this.#rate = rate;
    this.#told = told;
  }

  get told(): number {
    return this.#told + (this.#since === null ? 0 : (this.#now() - this.#since) * this.#rate);
  }

  get rate(): number {
    return this.#rate;
  }

  get isRunning(): boolean {
    return this.#since !== null;
  }

  run(): void {
    this.#since ??= this.#now();
  }

  halt(): void {
    this.#told = this.told;
    this.#since = null;
  }

  setRate(rate: number): void {
    this.set(this.told);
    this.#rate = rate;
  }

  set(told: number): void {
    this.#told = told;
    if (this.#since !== null) this.#since = this.#now();
  }
}
