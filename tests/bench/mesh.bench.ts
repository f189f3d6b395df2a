/**
 * What the mesh planner costs, by the number of relics: upgrades weighed, swaps, requests, and only then microseconds
 * of a whole frame of the engine and of its plan alone.
 */
import { relicBudget } from '#scene/relic/profile.ts';
import { InstanceRecord } from '#streaming/mesh/memory/instanceRecord.ts';
import { AssetRecord } from '#streaming/mesh/memory/records.ts';
import { Crowd } from '#streaming/mesh/policy/crowd.ts';
import { Limits } from '#streaming/mesh/policy/limits.ts';
import { Plan } from '#streaming/mesh/policy/plan.ts';
import type { MeshEye } from '#streaming/mesh/ports.ts';
import { hallOf, WALK_SECONDS, walkAt } from '../replay/meshHall.ts';
import { MeshReplay } from '../replay/meshStage.ts';
import { eyesAt } from '../replay/meshViews.ts';

const COUNTS = [20, 200, 1_000];
const RATE = 60;
const FRAMES = WALK_SECONDS * RATE;
const BUDGET = relicBudget('headset', 0);

/** Microseconds. */
interface Cost {
  readonly median: number;
  /** 99 of 100 frames cost less; what lies beyond is mostly another program's. */
  readonly most: number;
}

console.log(`a walk of ${WALK_SECONDS} s through a hall at ${RATE} frames a second, two eyes, a headset's budget`);
for (const count of COUNTS) {
  const replay = new MeshReplay(BUDGET);
  replay.engine.show(hallOf(count));
  let weighed = 0;
  let visible = 0;
  const frame = await timeWalk(async (eyes) => {
    const start = performance.now();
    replay.engine.frame({ eyes, now: replay.now });
    const ms = performance.now() - start;
    weighed += replay.engine.stats.weighed;
    visible += replay.engine.stats.visible;
    await replay.pass(1 / RATE);
    return ms;
  });
  const plan = await timePlan(count);
  const { swaps, requests, bytes } = replay.engine.stats;
  console.log(
    `${String(count).padStart(5)} relics: ${(visible / FRAMES).toFixed(1)} in view and ${(weighed / FRAMES).toFixed(1)} upgrades weighed a frame; ` +
      `${requests} requests, ${(bytes / 1e6).toFixed(0)} MB, ${swaps} swaps; ` +
      `a frame ${words(frame)}, of it the plan ${words(plan)}`,
  );
}

/** The plan with nothing around it: every step is wanted anew in every frame. */
function timePlan(count: number): Promise<Cost> {
  const crowd = new Crowd();
  const limits = new Limits();
  const plan = new Plan();
  crowd.set(hallOf(count).map((instance) => new InstanceRecord(instance, new AssetRecord(instance.asset))));
  let number = 0;
  return timeWalk((eyes, now) => {
    crowd.measure(eyes);
    limits.set(BUDGET, eyes.length, crowd.visible, crowd.count);
    const start = performance.now();
    plan.run(crowd.visible, crowd.count, limits, now, ++number);
    return Promise.resolve(performance.now() - start);
  });
}

/** @param run Gives the milliseconds of its own part. */
async function timeWalk(run: (eyes: readonly MeshEye[], now: number) => Promise<number>): Promise<Cost> {
  const costs: number[] = [];
  for (let i = 0; i < FRAMES; i++) costs.push(await run(eyesAt(walkAt(i / RATE)), i / RATE));
  costs.sort((a, b) => a - b);
  const at = (part: number): number => 1_000 * (costs[Math.floor(FRAMES * part)] ?? 0);
  return { median: at(0.5), most: at(0.99) };
}

function words({ median, most }: Cost): string {
  return `${median.toFixed(0)} µs (99 of 100 under ${most.toFixed(0)})`;
}
