/**
 * A stage for replaying a walk among relics without a browser: a clock, one line with delay and bandwidth, a GPU that
 * takes its time to prepare, and a guard that looks at every frame. Deterministic: the same figures on every machine.
 */
import { MeshEngine } from '#streaming/mesh/engine.ts';
import type { MeshEngineOptions } from '#streaming/mesh/engine.ts';
import type {
  MeshAsset,
  MeshBudget,
  MeshContent,
  MeshEye,
  MeshFault,
  MeshLoader,
  MeshReport,
  MeshStage,
} from '#streaming/mesh/ports.ts';
import type { AbortSignalLike } from '#streaming/ports.ts';

export interface Line {
  readonly latencySeconds: number;
  readonly bytesPerSecond: number;
  /** Which steps fail, and whether for good; asked when the answer would come. */
  readonly failure?: (asset: string, step: number, attempt: number) => 'passing' | 'lasting' | null;
  /** Which loads answer though they were cancelled; none by default. */
  readonly isStubborn?: () => boolean;
  /** What is measured once it is here; as declared by default. */
  readonly measure?: (asset: MeshAsset, step: number) => MeshContent;
}

export const HOME: Line = { latencySeconds: 0.02, bytesPerSecond: 50e6 / 8 };
/** Bytes a second that the GPU takes. */
const UPLOAD_RATE = 400e6;

class Failure extends Error {
  readonly isRetryable: boolean;
  constructor(message: string, isRetryable: boolean) {
    super(message);
    this.isRetryable = isRetryable;
  }
}

class FakeContent implements MeshContent {
  isPreparing = false;
  wasPrepared = false;
  isDrawable = false;
  isReleased = false;
  readonly name: string;
  readonly triangles: number;
  readonly draws: number;
  readonly gpuBytes: number;
  constructor(name: string, { triangles, draws, gpuBytes }: MeshContent) {
    this.name = name;
    this.triangles = triangles;
    this.draws = draws;
    this.gpuBytes = gpuBytes;
  }
}

/** What may be seen of all frames so far. */
export interface Worst {
  triangles: number;
  drawCalls: number;
  gpuBytes: number;
  bytesInFlight: number;
  cards: number;
}

interface Answer {
  readonly at: number;
  readonly run: () => void;
}

export class MeshReplay implements MeshLoader, MeshStage {
  now = 0;
  readonly engine: MeshEngine;
  readonly faults: MeshFault[] = [];
  readonly contents: FakeContent[] = [];
  /** `asset/step` → how often it was asked for. */
  readonly requested = new Map<string, number>();
  readonly frameRequests: number[] = [];
  /** The held relic's coarsest step may exceed what a frame may draw. */
  isHolding = false;
  /** What is being prepared when a budget shrinks is there for one frame more. */
  isShrinking = false;
  readonly worst: Worst = { triangles: 0, drawCalls: 0, gpuBytes: 0, bytesInFlight: 0, cards: 0 };
  /** Bytes of what is on the way now, by `asset/step`. */
  readonly #onTheWay = new Map<string, number>();
  readonly #answers: Answer[] = [];
  readonly #line: Line;
  #lineFreeAt = 0;
  #gpuFreeAt = 0;
  #heldBytes = 0;

  constructor(budget: MeshBudget, line: Line = HOME, options: Partial<MeshEngineOptions> = {}) {
    this.#line = line;
    this.engine = new MeshEngine({
      loader: this,
      stage: this,
      budget,
      clock: () => this.now,
      requestFrame: (after) => this.frameRequests.push(this.now + after),
      onFault: (fault) => this.faults.push(fault),
      ...options,
    });
  }

  load(asset: MeshAsset, index: number, signal: AbortSignalLike): Promise<MeshContent> {
    const name = `${asset.id}/${index}`;
    const declared = asset.steps[index];
    if (!declared) throw new Error(`there is no step ${name}`);
    if (this.#onTheWay.has(name)) throw new Error(`${name} is loaded twice at once`);
    const attempt = (this.requested.get(name) ?? 0) + 1;
    this.requested.set(name, attempt);
    this.#onTheWay.set(name, declared.bytes);
    const { latencySeconds, bytesPerSecond, failure, measure, isStubborn } = this.#line;
    const at = Math.max(this.now + latencySeconds, this.#lineFreeAt) + declared.bytes / bytesPerSecond;
    this.#lineFreeAt = at;
    const give = (): FakeContent => {
      if (!signal.aborted) this.#onTheWay.delete(name);
      const fails = failure?.(asset.id, index, attempt);
      if (fails) throw new Failure(`${name} is not to be had`, fails === 'passing');
      const content = new FakeContent(name, measure?.(asset, index) ?? declared);
      this.contents.push(content);
      return content;
    };
    signal.addEventListener('abort', () => {
      this.#onTheWay.delete(name);
      // The line is free again for what comes next.
      this.#lineFreeAt = Math.min(this.#lineFreeAt, Math.max(this.now, at - declared.bytes / bytesPerSecond));
    });
    return this.#answer(at, isStubborn?.() ? null : signal, give);
  }

  prepare(content: MeshContent, signal: AbortSignalLike): Promise<void> {
    const one = content as FakeContent;
    if (one.isReleased || one.isPreparing || one.isDrawable) throw new Error(`${one.name} cannot be prepared now`);
    one.isPreparing = true;
    one.wasPrepared = true;
    this.#heldBytes += one.gpuBytes;
    const at = Math.max(this.now, this.#gpuFreeAt) + one.gpuBytes / UPLOAD_RATE;
    this.#gpuFreeAt = at;
    signal.addEventListener('abort', () => (one.isPreparing = false));
    return this.#answer(at, signal, () => {
      one.isPreparing = false;
      one.isDrawable = true;
    });
  }

  release(content: MeshContent): void {
    const one = content as FakeContent;
    if (one.isReleased) throw new Error(`${one.name} was released twice`);
    if (one.isPreparing) throw new Error(`${one.name} was released while it was prepared`);
    one.isReleased = true;
    // What was never prepared never took anything of the GPU.
    if (one.wasPrepared) this.#heldBytes -= one.gpuBytes;
  }

  /** Draws a frame and looks at what the budgets say of it. */
  frame(eyes: readonly MeshEye[]): MeshReport {
    const report = this.engine.frame({ eyes, now: this.now });
    this.#guard(report, eyes.length);
    return report;
  }

  /** Lets time pass; whatever has arrived or is prepared by then is there. */
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

  /** Draws at `rate` frames a second until all is settled; the seconds it took. */
  async settle(eyes: readonly MeshEye[], mostSeconds = 60, rate = 72): Promise<number> {
    const start = this.now;
    while (this.now - start < mostSeconds) {
      if (this.frame(eyes).isSettled) return this.now - start;
      await this.pass(1 / rate);
    }
    throw new Error(`not settled within ${mostSeconds} s`);
  }

  get requestCount(): number {
    let count = 0;
    for (const times of this.requested.values()) count += times;
    return count;
  }

  get unreleased(): string[] {
    return this.contents.filter(({ isReleased }) => !isReleased).map(({ name }) => name);
  }

  /** Throws where a frame is not what was reported of it, or exceeds a budget. */
  #guard(report: MeshReport, eyes: number): void {
    let triangles = 0;
    let draws = 0;
    for (const { content, share } of report.draws.slice(0, report.drawCount)) {
      const one = content as FakeContent;
      if (!one.isDrawable || one.isReleased) throw new Error(`${one.name} is drawn and is not there`);
      if (!(share >= 0 && share <= 1)) throw new Error(`a share of ${share}`);
      triangles += one.triangles * eyes;
      draws += one.draws * eyes;
    }
    const cards = report.cards.slice(0, report.cardCount);
    for (const card of cards) triangles += (card.isPlaceholder ? 12 : 2) * eyes;
    for (const isPlaceholder of [true, false]) {
      if (cards.some((card) => card.isPlaceholder === isPlaceholder)) draws += eyes;
    }
    if (triangles !== report.triangles || draws !== report.drawCalls) {
      throw new Error(
        `reported ${report.triangles} triangles in ${report.drawCalls} calls, not ${triangles} in ${draws}`,
      );
    }
    let bytesInFlight = 0;
    for (const bytes of this.#onTheWay.values()) bytesInFlight += bytes;
    const { budget } = this.engine;
    if (!this.isHolding && (triangles > budget.triangles || draws > budget.draws)) {
      throw new Error(`${triangles} triangles in ${draws} calls`);
    }
    if (this.#heldBytes > budget.gpuBytes && !this.isShrinking) throw new Error(`${this.#heldBytes} bytes on the GPU`);
    if (bytesInFlight > budget.bytesInFlight && this.#onTheWay.size > 1) {
      throw new Error(`${bytesInFlight} bytes on the way`);
    }
    this.isShrinking = false;
    const { worst } = this;
    worst.triangles = Math.max(worst.triangles, triangles);
    worst.drawCalls = Math.max(worst.drawCalls, draws);
    worst.gpuBytes = Math.max(worst.gpuBytes, this.#heldBytes);
    worst.bytesInFlight = Math.max(worst.bytesInFlight, bytesInFlight);
    worst.cards = Math.max(worst.cards, cards.length);
  }

  /** Rejects when aborted, but for who hears of no signal. */
  #answer<T>(at: number, signal: AbortSignalLike | null, make: () => T): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      const answer = { at, run: () => void Promise.resolve().then(make).then(resolve, reject) };
      this.#answers.push(answer);
      signal?.addEventListener('abort', () => {
        const index = this.#answers.indexOf(answer);
        if (index < 0) return;
        this.#answers.splice(index, 1);
        reject(new Failure('cancelled', false));
      });
    });
  }
}

async function flush(): Promise<void> {
  for (let i = 0; i < 8; i++) await Promise.resolve();
}
