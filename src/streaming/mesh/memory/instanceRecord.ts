import type { MeshInstance } from '../ports.ts';
import { NOTHING } from './records.ts';
import type { AssetRecord, StepRecord } from './records.ts';

/** What the engine knows of a relic that stands somewhere. */
export class InstanceRecord {
  instance: MeshInstance;
  asset: AssetRecord;
  isHeld = false;
  isAnnotated = false;
  isVisible = false;
  /** Whether it came into view in this frame: what it shows appears at once. */
  isEntering = false;
  /** The most of all eyes, device pixels. */
  sizePx = 0;
  /** Who comes first: size by centrality, the held one above all, annotated ones next. */
  score = 0;
  /** The step that its size on the screen asks for; −1 for the card. */
  due = -1;
  /** What its size asks for, regardless of budgets; −1 for the card. */
  wanted = -1;
  /** What the plan grants it. */
  target: StepRecord;
  /** What it falls back to: its card, or nothing where even cards are too many. */
  rest: StepRecord;
  shown: StepRecord;
  /** What still fades away beneath it. */
  leaving: StepRecord | null = null;
  fadeStart = 0;
  /** The planned step for whose room it has let go of what it showed; while that is planned and not here. */
  yieldsTo: StepRecord | null = null;
  /** The clock when it last went finer, and coarser, in view. */
  cameAt = -Infinity;
  wentAt = -Infinity;
  /** While planning: the finest step still worth trying, the step tried next, and its gain per cost. */
  ceiling = -1;
  candidate: StepRecord | null = null;
  ratio = 0;

  constructor(instance: MeshInstance, asset: AssetRecord) {
    this.instance = instance;
    this.asset = asset;
    this.target = asset.card;
    this.rest = asset.card;
    this.shown = asset.nothing;
  }

  /** Stands there as another relic from now on; what is shown of the old one stays until the new one is here. */
  change(instance: MeshInstance, asset: AssetRecord): void {
    this.instance = instance;
    if (asset === this.asset) return;
    this.asset = asset;
    this.due = this.wanted = -1;
    this.target = asset.card;
    this.rest = asset.card;
    if (!this.shown.isMesh) this.shown = this.shown.index === NOTHING ? asset.nothing : asset.card;
    if (this.leaving?.isMesh === false) this.leaving = null;
  }

  /** The GPU forgot everything. */
  forget(): void {
    this.leaving = null;
    if (this.shown.index > NOTHING) this.shown = this.asset.card;
  }
}
