/**
 * The mesh engine of a visit: which step of which relic is loaded, shown and given back. One frame goes like this:
 *
 *   1. `show` says what stands where (only when that changes), `hold` and `annotate` what comes first;
 *   2. `frame(sample)` measures every relic: in view or not, how large, how near the middle (`policy/crowd`);
 *   3. the plan grants each relic in view a step within the budgets (`policy/plan`);
 *   4. swaps bring what is shown to what is planned, old and new steps together inside the budget (`policy/swaps`);
 *   5. what is planned and not here is loaded by urgency, what nobody wants any more is cancelled or evicted;
 *   6. the report says what to draw. Its arrays are reused: read them before the next frame.
 *
 * Between frames, what arrives is prepared by the stage and the host asked for a frame through `requestFrame`. The
 * budgets hold in every frame; `MeshBudget` names the two exceptions.
 */
import type { Vec3 } from '#shared/vec.ts';
import type { Clock, FrameRequest } from '../ports.ts';
import { Contents } from './memory/contents.ts';
import { InstanceRecord } from './memory/instanceRecord.ts';
import { AssetRecord } from './memory/records.ts';
import { Crowd } from './policy/crowd.ts';
import { Limits } from './policy/limits.ts';
import { Plan } from './policy/plan.ts';
import { Swaps } from './policy/swaps.ts';
import { firstWant, nextWant } from './policy/wants.ts';
import type {
  MeshAsset,
  MeshBudget,
  MeshFault,
  MeshInstance,
  MeshLoader,
  MeshReport,
  MeshSample,
  MeshStage,
} from './ports.ts';
import { ReportWriter } from './report.ts';
import { MeshLoads } from './schedule/meshLoads.ts';
import { createMeshStats } from './stats.ts';
import type { MeshStats } from './stats.ts';

export interface MeshEngineOptions {
  readonly loader: MeshLoader;
  readonly stage: MeshStage;
  readonly budget: MeshBudget;
  readonly clock: Clock;
  readonly requestFrame: FrameRequest;
  readonly onFault?: (fault: MeshFault) => void;
  /** Seconds a step takes to give way to another; 0.25 by default. */
  readonly fadeSeconds?: number;
  /** Where it answers true, steps give way at once. */
  readonly prefersReducedMotion?: () => boolean;
  /** Loads at once; 8 by default. */
  readonly concurrency?: number;
}

/** First pictures come before everything but the held relic's. */
const FIRST_LEAD = 1e7;
/** Relics out of view that would be this large on the screen are got ready while nothing else is to do. */
const AHEAD_PX = 48;

export class MeshEngine {
  readonly #options: MeshEngineOptions;
  readonly #assets = new Map<string, AssetRecord>();
  readonly #records = new Map<string, InstanceRecord>();
  readonly #crowd = new Crowd();
  readonly #limits = new Limits();
  readonly #plan = new Plan();
  readonly #swaps: Swaps;
  readonly #contents: Contents;
  readonly #loads: MeshLoads;
  readonly #writer = new ReportWriter();
  #budget: MeshBudget;
  #heldId: string | null = null;
  #annotated: ReadonlySet<string> = new Set();
  #frame = 0;
  readonly stats: MeshStats = createMeshStats();

  constructor(options: MeshEngineOptions) {
    this.#options = options;
    this.#budget = options.budget;
    const { loader, stage, clock, requestFrame, budget, concurrency = 8, onFault = () => undefined } = options;
    const { stats } = this;
    this.#contents = new Contents(stage, stats, budget.gpuBytes);
    this.#swaps = new Swaps(stats);
    this.#loads = new MeshLoads(
      { loader, stage, contents: this.#contents, clock, concurrency, stats, requestFrame, onFault },
      budget.bytesInFlight,
    );
  }

  get budget(): MeshBudget {
    return this.#budget;
  }

  /** Holds from the next frame on. */
  setBudget(budget: MeshBudget): void {
    this.#budget = budget;
    this.#contents.limit = budget.gpuBytes;
    this.#loads.limit = budget.bytesInFlight;
    this.#options.requestFrame(0);
  }

  /** What stands where from now on. Instances are known by their id: one that has moved keeps what it shows. */
  show(instances: readonly MeshInstance[]): void {
    const before = new Map(this.#records);
    this.#records.clear();
    for (const instance of instances) {
      if (this.#records.has(instance.id)) throw new Error(`two relics are called ${instance.id}; ids are unique`);
      const asset = this.#assetOf(instance.asset);
      const record = before.get(instance.id) ?? new InstanceRecord(instance, asset);
      record.change(instance, asset);
      this.#records.set(instance.id, record);
    }
    this.#crowd.set([...this.#records.values()]);
    this.#rank();
    this.#prune();
    this.#options.requestFrame(0);
  }

  /** Moves what stands there already, as often as every frame. */
  move(instanceId: string, center: Vec3, scale: number): void {
    const record = this.#records.get(instanceId);
    if (!record) return;
    record.instance = { ...record.instance, center, scale };
    this.#options.requestFrame(0);
  }

  /** The relic in the visitor's hands gets a step more than its size asks for, before all others. */
  hold(instanceId: string | null): void {
    if (instanceId === this.#heldId) return;
    this.#heldId = instanceId;
    this.#rank();
    this.#options.requestFrame(0);
  }

  /** Relics that something is said about at this moment come after the held one and before all others. */
  annotate(instanceIds: readonly string[]): void {
    this.#annotated = new Set(instanceIds);
    this.#rank();
    this.#options.requestFrame(0);
  }

  frame(sample: MeshSample): MeshReport {
    this.#frame++;
    const crowd = this.#crowd;
    crowd.measure(sample.eyes);
    this.#limits.set(this.#budget, Math.max(1, sample.eyes.length), crowd.visible, crowd.count);
    this.#plan.run(crowd.visible, crowd.count, this.#limits, sample.now, this.#frame);
    this.#swaps.run(crowd.visible, crowd.count, this.#limits, sample.now, this.#fadeSeconds());
    this.#shrink();
    const report = this.#writer.write(crowd, this.#limits, this.#swaps);
    this.#load(sample.now);
    this.#summarize(report);
    return report;
  }

  /** Whether nothing of an asset can be had; its placeholder stands there. */
  isHopeless(assetId: string): boolean {
    return this.#assets.get(assetId)?.isHopeless ?? false;
  }

  /** The GPU forgot everything: contents are given back, and fetched again when they are next wanted. */
  loseContext(): void {
    this.#releaseAll();
    for (const record of this.#records.values()) record.forget();
    this.#options.requestFrame(0);
  }

  /** Ends all loads and gives every content back; what is being prepared once that has ended. */
  dispose(): void {
    this.#loads.close();
    this.#releaseAll();
    this.#records.clear();
    this.#assets.clear();
    this.#crowd.set([]);
  }

  #releaseAll(): void {
    this.#loads.cancelAll();
    for (const step of [...this.#contents.steps()]) {
      step.state = 'absent';
      this.#contents.release(step);
    }
  }

  /** After a budget has become smaller: what cannot be held any more goes, the last in line first. */
  #shrink(): void {
    const { visible, count } = this.#crowd;
    this.#markDrawn();
    while (!this.#contents.makeRoom(0, this.#frame) && this.#loads.cancelLeast());
    for (let i = count - 1; !this.#contents.makeRoom(0, this.#frame); i--) {
      if (i < 0) {
        this.#loads.cancelPreparing();
        return;
      }
      const record = visible[i];
      if (!record) continue;
      record.target.plannedFrame = -1;
      if (record.asset.ground) record.asset.ground.plannedFrame = -1;
      this.#swaps.drop(record);
      this.#markDrawn();
    }
  }

  /** Says which steps this frame draws; several relics may draw the same. */
  #markDrawn(): void {
    const { visible, count } = this.#crowd;
    for (const step of this.#contents.steps()) step.drawnFrame = -1;
    for (let i = 0; i < count; i++) {
      const record = visible[i];
      if (!record) continue;
      record.shown.drawnFrame = this.#frame;
      if (record.leaving) record.leaving.drawnFrame = this.#frame;
    }
  }

  #load(now: number): void {
    const { visible, count } = this.#crowd;
    const loads = this.#loads;
    loads.begin(this.#frame);
    let isComplete = true;
    for (let i = 0; i < count; i++) {
      const record = visible[i];
      if (!record) continue;
      touch(record, now);
      const first = firstWant(record);
      const next = nextWant(record);
      if (first && first !== next) loads.want(first, record.score + FIRST_LEAD, true, now);
      if (next) loads.want(next, record.score + (first === next ? FIRST_LEAD : 0), first === next, now);
      if (first ?? next) isComplete = false;
    }
    this.#loadAhead(isComplete, now);
    if (!loads.run(now)) this.#swaps.lackRoom();
  }

  /** While all in view is here, the coarsest steps of what may come into view next, as far as there is free room. */
  #loadAhead(isComplete: boolean, now: number): void {
    const { hidden, hiddenCount } = this.#crowd;
    let nearest: InstanceRecord | null = null;
    for (let i = 0; i < hiddenCount; i++) {
      const record = hidden[i];
      const ground = record?.asset.ground;
      if (!record || !ground || record.sizePx < AHEAD_PX) continue;
      if (ground.state === 'loading') ground.wantedAt = now;
      if (ground.state !== 'absent' || ground.gpuBytes > this.#contents.free) continue;
      if (!nearest || record.sizePx > nearest.sizePx) nearest = record;
    }
    const ground = nearest?.asset.ground;
    if (isComplete && this.#loads.isIdle && nearest && ground) this.#loads.want(ground, nearest.sizePx, true, now);
  }

  #fadeSeconds(): number {
    return this.#options.prefersReducedMotion?.() ? 0 : (this.#options.fadeSeconds ?? 0.25);
  }

  #assetOf(asset: MeshAsset): AssetRecord {
    let record = this.#assets.get(asset.id);
    if (!record) {
      record = new AssetRecord(asset);
      this.#assets.set(asset.id, record);
    }
    record.measure(asset.radius);
    return record;
  }

  #rank(): void {
    for (const [id, record] of this.#records) {
      record.isHeld = id === this.#heldId;
      record.isAnnotated = this.#annotated.has(id);
    }
  }

  /** Forgets assets of which nothing stands anywhere and nothing is held; failures are remembered. */
  #prune(): void {
    const used = new Set<AssetRecord>();
    for (const { asset, shown, leaving } of this.#records.values()) {
      used.add(asset).add(shown.asset);
      if (leaving) used.add(leaving.asset);
    }
    for (const [id, asset] of this.#assets) {
      if (!used.has(asset) && asset.steps.every(({ state }) => state === 'absent')) this.#assets.delete(id);
    }
  }

  #summarize(report: MeshReport): void {
    const { stats } = this;
    stats.visible = this.#crowd.count;
    stats.triangles = report.triangles;
    stats.drawCalls = report.drawCalls;
    stats.cards = report.cardCount;
    stats.weighed = this.#plan.weighed;
  }
}

/** What stands in view was wanted just now, whatever is shown of it. */
function touch({ shown, target, asset }: InstanceRecord, now: number): void {
  shown.wantedAt = now;
  if (target.state === 'ready') target.wantedAt = now;
  const { ground } = asset;
  if (ground?.state === 'ready') ground.wantedAt = now;
}
