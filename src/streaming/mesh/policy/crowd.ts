/** All relics that stand somewhere, measured once a frame; those in view in the order of their score. */
import type { MeshEye } from '../ports.ts';
import type { InstanceRecord } from '../memory/instanceRecord.ts';
import { Gaze } from './gaze.ts';
import { wantStep } from './reach.ts';

const HELD_SCORE = 1e9;
const ANNOTATED = 8;

export class Crowd {
  readonly #gazes: Gaze[] = [];
  #all: readonly InstanceRecord[] = [];
  /** In view, the first comes first; valid up to `count`. */
  readonly visible: InstanceRecord[] = [];
  count = 0;
  readonly hidden: InstanceRecord[] = [];
  hiddenCount = 0;

  set(records: readonly InstanceRecord[]): void {
    this.#all = records;
    const isKept = new Set(records);
    const kept = this.visible.slice(0, this.count).filter((record) => isKept.has(record));
    this.visible.length = 0;
    this.visible.push(...kept);
    this.count = kept.length;
    this.hidden.length = 0;
    this.hiddenCount = 0;
  }

  measure(eyes: readonly MeshEye[]): void {
    for (let i = 0; i < eyes.length; i++) {
      const eye = eyes[i];
      if (eye) (this.#gazes[i] ??= new Gaze()).set(eye);
    }
    this.hiddenCount = 0;
    let seen = 0;
    for (const record of this.#all) {
      const wasVisible = record.isVisible;
      this.#look(record, eyes.length);
      record.isEntering = record.isVisible && !wasVisible;
      if (record.isVisible) seen++;
      else {
        record.leaving = null;
        this.hidden[this.hiddenCount++] = record;
      }
    }
    this.#order(seen);
  }

  #look(record: InstanceRecord, eyeCount: number): void {
    const { center, scale, asset } = record.instance;
    record.isVisible = false;
    let size = 0;
    let centrality = 0;
    let sizeAnywhere = 0;
    for (let i = 0; i < eyeCount; i++) {
      const gaze = this.#gazes[i];
      if (!gaze) continue;
      gaze.look(center, asset.radius * scale);
      sizeAnywhere = Math.max(sizeAnywhere, gaze.sizePx);
      if (!gaze.isVisible) continue;
      record.isVisible = true;
      size = Math.max(size, gaze.sizePx);
      centrality = Math.max(centrality, gaze.centrality);
    }
    record.sizePx = record.isVisible ? size : sizeAnywhere;
    const { steps } = record.asset;
    if (record.isVisible) record.due = wantStep(steps, size, record.due);
    // What is held is looked at closely the next moment, and a reckoned reach may be too large; a measured one is not.
    const isDoubted = record.isHeld && !record.asset.isMeasured;
    record.wanted = isDoubted ? Math.min(steps.length - 1, record.due + 1) : record.due;
    const boost = record.isHeld ? HELD_SCORE : record.isAnnotated ? ANNOTATED : 1;
    record.score = record.sizePx * (record.isVisible ? centrality : 0.5) * boost;
  }

  /** Keeps last frame's order as far as it still holds, so that sorting costs little. */
  #order(seen: number): void {
    const { visible } = this;
    let kept = 0;
    for (let i = 0; i < this.count; i++) {
      const record = visible[i];
      if (record?.isVisible && !record.isEntering) visible[kept++] = record;
    }
    if (kept < seen) for (const record of this.#all) if (record.isEntering) visible[kept++] = record;
    this.count = kept;
    for (let i = 1; i < kept; i++) {
      const record = visible[i];
      let at = i;
      for (; record && at > 0; at--) {
        const before = visible[at - 1];
        if (!before || before.score >= record.score) break;
        visible[at] = before;
      }
      if (record) visible[at] = record;
    }
  }
}
