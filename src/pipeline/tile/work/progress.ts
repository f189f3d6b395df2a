/** Says how far the work is: a bar redrawn in place on a terminal, a line every few seconds elsewhere. */
import type { CommandIo } from '../../command.ts';

const BAR_WIDTH = 30;
const REDRAW_SECONDS = 0.1;
const LINE_SECONDS = 10;

export class Progress {
  readonly #io: CommandIo;
  readonly #clock: () => number;
  readonly #isQuiet: boolean;
  #label = '';
  #done = 0;
  #total = 0;
  #startedAt = 0;
  #saidAt = 0;

  /** `clock` gives seconds. */
  constructor(io: CommandIo, clock: () => number, isQuiet: boolean) {
    this.#io = io;
    this.#clock = clock;
    this.#isQuiet = isQuiet;
  }

  begin(label: string, total: number): void {
    this.#label = label;
    this.#done = 0;
    this.#total = total;
    this.#startedAt = this.#saidAt = this.#clock();
    if (this.#io.isTerminal) this.#say();
  }

  /** Counts one step, or several. */
  step(count = 1): void {
    this.#done += count;
    const every = this.#io.isTerminal ? REDRAW_SECONDS : LINE_SECONDS;
    if (this.#clock() - this.#saidAt >= every) this.#say();
  }

  end(): void {
    if (this.#isQuiet) return;
    const seconds = (this.#clock() - this.#startedAt).toFixed(1);
    const amount = this.#total > 1 ? ` ${this.#done}` : '';
    this.#io.err(`${this.#io.isTerminal ? '\r\u001B[K' : ''}${this.#label}:${amount} done in ${seconds} s\n`);
  }

  #say(): void {
    if (this.#isQuiet) return;
    this.#saidAt = this.#clock();
    const share = this.#total === 0 ? 1 : this.#done / this.#total;
    const percent = `${Math.floor(share * 100)} %`.padStart(5);
    if (!this.#io.isTerminal) {
      this.#io.err(`${this.#label}:${percent} (${this.#done} of ${this.#total})\n`);
      return;
    }
    const filled = Math.round(share * BAR_WIDTH);
    const bar = '█'.repeat(filled) + '░'.repeat(BAR_WIDTH - filled);
    this.#io.err(`\r\u001B[K${this.#label} ${bar}${percent}`);
  }
}
