/**
 * A hall of two hundred relics, each a scan of 1.5 million triangles, walked along a recorded way with the budgets of a
 * headset, a phone and a desktop. The hall is planned as the viewer plans it. Every frame is held against every budget;
 * the golden numbers are the change when they move.
 */
import { describe, expect, it } from 'vitest';
import type { DeviceClass } from '#scene/panorama/planStores.ts';
import { relicBudget } from '#scene/relic/profile.ts';
import type { MeshEye, MeshInstance } from '#streaming/mesh/ports.ts';
import { HALL_EYE_HEIGHT } from '#tour/gallery/plan.ts';
import type { HallPlan } from '#tour/gallery/plan.ts';
import { planHall } from '#tour/gallery/planHall.ts';
import { makeHall, mixedSizes } from '../fixtures/hall.ts';
import { MeshReplay } from './meshStage.ts';
import { eyeAt, eyesAt, HAND, PAGE, relic, type Standpoint } from './meshViews.ts';

const COUNT = 200;
const RATE = 30;
const SPEED = 1.4;
/** Seconds spent before each relic that one goes to. */
const LOOK = 3;
/** Which relics one goes to, in this order. */
const VISITED = [0, 40, 41, 120, 199, 77, 3];

const exhibition = makeHall({ sizes: mixedSizes(COUNT) });
const plan = planHall(exhibition, exhibition.nodes[1]) as HallPlan;
const instances: MeshInstance[] = plan.exhibits.map(({ hotspotId, middle, size, scale }) => ({
  id: hotspotId,
  asset: relic(hotspotId, Math.hypot(...size) / 2),
  center: middle,
  scale,
}));

/** The way from the entrance past the visited relics, one standpoint a frame. */
function* walk(): Generator<Standpoint> {
  let { x, z, yaw, pitch } = plan.entrance;
  const stand = (): Standpoint => ({ position: [x, HALL_EYE_HEIGHT, z], yaw, pitch });
  for (const index of VISITED) {
    const to = plan.exhibits[index]?.viewpoint;
    if (!to) throw new Error(`no relic ${index}`);
    const distance = Math.hypot(to.x - x, to.z - z);
    const frames = Math.max(1, Math.ceil((distance / SPEED) * RATE));
    const [fromX, fromZ] = [x, z];
    for (let i = 1; i <= frames; i++) {
      x = fromX + ((to.x - fromX) * i) / frames;
      z = fromZ + ((to.z - fromZ) * i) / frames;
      yaw = Math.atan2(to.x - fromX, fromZ - to.z);
      pitch = 0;
      yield stand();
    }
    ({ yaw, pitch } = to);
    for (let i = 0; i < LOOK * RATE; i++) yield stand();
  }
}

interface Profile {
  readonly device: DeviceClass;
  readonly tileBytes: number;
  readonly eyes: (at: Standpoint) => MeshEye[];
}

const PROFILES: Record<string, Profile> = {
  headset: { device: 'headset', tileBytes: 90e6, eyes: (at) => eyesAt(at) },
  phone: { device: 'phone', tileBytes: 70e6, eyes: (at) => [eyeAt(at, HAND)] },
  desktop: { device: 'desktop', tileBytes: 150e6, eyes: (at) => [eyeAt(at, PAGE)] },
};

/** Seconds are on the replay's clock: 50 Mbit/s, 20 ms, 400 MB/s to the GPU. */
interface Golden {
  /** From the opening until the first mesh, and until everything in view is as fine as it may be. */
  readonly firstMeshSeconds: number;
  readonly openedSeconds: number;
  readonly megabytes: number;
  readonly requests: number;
  readonly swaps: number;
  readonly evicted: number;
  readonly mostTriangles: number;
  readonly mostDraws: number;
  readonly mostGpuMegabytes: number;
}

const GOLDEN: Record<string, Golden> = {
  headset: {
    firstMeshSeconds: 0.07, openedSeconds: 0.87, megabytes: 51.9, requests: 225, swaps: 431, evicted: 169,
    mostTriangles: 580_640, mostDraws: 60, mostGpuMegabytes: 91.2,
  },
  phone: {
    firstMeshSeconds: 0.07, openedSeconds: 1.03, megabytes: 72.8, requests: 342, swaps: 318, evicted: 309,
    mostTriangles: 450_076, mostDraws: 34, mostGpuMegabytes: 55.9,
  },
  desktop: {
    firstMeshSeconds: 0.07, openedSeconds: 1.4, megabytes: 54.8, requests: 173, swaps: 176, evicted: 0,
    mostTriangles: 1_060_106, mostDraws: 62, mostGpuMegabytes: 425.4,
  },
}; // prettier-ignore

async function run({ device, tileBytes, eyes }: Profile) {
  const budget = relicBudget(device, tileBytes);
  const replay = new MeshReplay(budget);
  replay.engine.show(instances);
  const entrance: Standpoint = {
    position: [plan.entrance.x, HALL_EYE_HEIGHT, plan.entrance.z],
    yaw: plan.entrance.yaw,
    pitch: plan.entrance.pitch,
  };
  let firstMeshSeconds = -1;
  const check = (): void => {
    const { triangles, drawCalls, gpuBytes, bytesInFlight } = replay.worst;
    if (triangles > budget.triangles) throw new Error(`${triangles} triangles at ${replay.now} s`);
    if (drawCalls > budget.draws) throw new Error(`${drawCalls} draw calls at ${replay.now} s`);
    if (gpuBytes > budget.gpuBytes) throw new Error(`${gpuBytes} bytes on the GPU at ${replay.now} s`);
    if (bytesInFlight > budget.bytesInFlight) throw new Error(`${bytesInFlight} bytes on the way at ${replay.now} s`);
  };
  let openedSeconds = -1;
  for (let i = 0; openedSeconds < 0; i++) {
    if (i > 120 * RATE) throw new Error('the hall does not come to rest');
    const report = replay.frame(eyes(entrance));
    check();
    if (firstMeshSeconds < 0 && report.drawCount > 0) firstMeshSeconds = replay.now;
    if (report.isSettled) openedSeconds = replay.now;
    await replay.pass(1 / RATE);
  }
  for (const at of walk()) {
    replay.frame(eyes(at));
    check();
    await replay.pass(1 / RATE);
  }
  const { stats } = replay.engine;
  const megabytes = (bytes: number): number => Math.round(bytes / 1e5) / 10;
  const golden: Golden = {
    firstMeshSeconds: Math.round(firstMeshSeconds * 100) / 100,
    openedSeconds: Math.round(openedSeconds * 100) / 100,
    megabytes: megabytes(stats.bytes),
    requests: replay.requestCount,
    swaps: stats.swaps,
    evicted: stats.evicted,
    mostTriangles: replay.worst.triangles,
    mostDraws: replay.worst.drawCalls,
    mostGpuMegabytes: megabytes(replay.worst.gpuBytes),
  };
  const seen = { budget, golden, replay };
  replay.engine.dispose();
  return seen;
}

describe('a hall of two hundred relics of 1.5 million triangles', () => {
  it.each(Object.entries(PROFILES))('is walked inside every budget of a %s', async (name, profile) => {
    const { golden, replay } = await run(profile);
    expect(golden).toEqual(GOLDEN[name]);
    expect(golden.firstMeshSeconds).toBeGreaterThan(0);
    // What one goes up to is a mesh, unless it is so small that its picture does as well.
    for (const index of VISITED.filter((one) => Math.max(...(plan.exhibits[one]?.size ?? [0])) > 0.05)) {
      const steps = [...replay.requested.keys()].filter((key) => key.startsWith(`relic-${index}/`));
      expect(steps.length, `relic-${index}`).toBeGreaterThan(0);
    }
    expect(replay.faults).toEqual([]);
    expect(replay.unreleased).toEqual([]);
  });

  it('never asks twice for what it has, walking to and fro', async () => {
    const { replay } = await run(PROFILES['desktop'] as Profile);
    const repeated = [...replay.requested.values()].filter((times) => times > 3);
    expect(repeated).toEqual([]);
  });
});
