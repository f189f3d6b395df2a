/**
 * What is to be loaded for a relic: of one that shows nothing yet its coarsest step first, a few kilobytes, and then
 * the planned step at once, no step in between, unless that one is large and a middle one brings much of it soon.
 */
import type { InstanceRecord } from '../memory/instanceRecord.ts';
import type { AssetRecord, StepRecord } from '../memory/records.ts';

/** From this many bytes on a step is worth a middle one, which has at most this part of its bytes. */
const LARGE_BYTES = 4e6;
const MIDDLE_PART = 1 / 3;

/** Its coarsest step, where nothing up to the planned one is here; null where it need not be waited for. */
export function firstWant({ asset, target }: InstanceRecord): StepRecord | null {
  if (!target.isMesh || asset.readyUpTo(target.index)) return null;
  return asset.ground;
}

/** The step to load beyond the first; null where all is here. */
export function nextWant({ asset, target }: InstanceRecord): StepRecord | null {
  if (!target.isMesh || target.state === 'ready') return null;
  const here = asset.readyUpTo(target.index - 1);
  return target.bytes > LARGE_BYTES ? (middleOf(asset, target, here?.index ?? 0) ?? target) : target;
}

function middleOf(asset: AssetRecord, target: StepRecord, here: number): StepRecord | null {
  for (let i = target.index - 1; i > here; i--) {
    const step = asset.steps[i];
    if (step && step.state !== 'failed' && step.bytes <= target.bytes * MIDDLE_PART) return step;
  }
  return null;
}
