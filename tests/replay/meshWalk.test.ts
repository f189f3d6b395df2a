import { describe, expect, it } from 'vitest';
import { TEXTURE_BYTES } from '#scene/panorama/planStores.ts';
import { relicBudget } from '#scene/relic/profile.ts';
import { hallOf } from './meshHall.ts';
import { MeshReplay } from './meshStage.ts';
import { walkHall } from './meshWalk.ts';
import type { Device, Walked } from './meshWalk.ts';
import { eyesAt } from './meshViews.ts';

/** As beside panoramas of any size: the tile stores have taken all that is theirs. */
const TILES = { desktop: 0.6, phone: 0.6, headset: 0.55 } satisfies Record<Device, number>;
const budgetOf = (device: Device) => relicBudget(device, TEXTURE_BYTES[device] * TILES[device]);

describe('a walk of 56 seconds through a hall of 200 relics, each 1.5 million triangles at its source', () => {
  // The replay throws at the first frame that exceeds a budget; the figures say how near it came.
  it.each<Device>(['headset', 'phone', 'desktop'])(
    'keeps to the budgets of a %s in every frame, and relics hardly go to and fro',
    async (device) => {
      const budget = budgetOf(device);
      const walked = await walkHall(device, budget);
      const { worst } = walked;
      expect(worst.triangles).toBeLessThanOrEqual(budget.triangles);
      expect(worst.drawCalls).toBeLessThanOrEqual(budget.draws);
      expect(worst.gpuBytes).toBeLessThanOrEqual(budget.gpuBytes);
      expect(worst.bytesInFlight).toBeLessThanOrEqual(budget.bytesInFlight);
      expect(walked).toEqual(GOLDEN[device]);
    },
  );
});

describe('standing before a row of relics in a headset', () => {
  it('spends the budget on what is near the middle, and shows all others as cards', async () => {
    const replay = new MeshReplay(budgetOf('headset'));
    replay.engine.show(hallOf(200));
    const eyes = eyesAt({ position: [0, 1.6, -1], yaw: 0 });
    await replay.settle(eyes);
    const report = replay.frame(eyes);
    expect(report.drawCount + report.cardCount).toBe(replay.engine.stats.visible);
    expect(report.triangles).toBeGreaterThan(500_000);
    const drawn = report.draws.slice(0, report.drawCount).map(({ instance }) => -instance.center[2]);
    const cards = report.cards.slice(0, report.cardCount).map(({ instance }) => -instance.center[2]);
    const mean = (all: number[]): number => all.reduce((sum, one) => sum + one, 0) / all.length;
    expect(mean(drawn)).toBeLessThan(mean(cards) / 2);
  });

  it('keeps all as it is while the head sways', async () => {
    const replay = new MeshReplay(budgetOf('headset'));
    replay.engine.show(hallOf(200));
    const at = { position: [-1.7, 1.6, -20.5] as const, yaw: -1.57, pitch: -0.25 };
    await replay.settle(eyesAt(at));
    for (let i = 0; i < 72 * 3; i++) {
      replay.frame(eyesAt(at));
      await replay.pass(1 / 72);
    }
    const { swaps } = replay.engine.stats;
    for (let i = 0; i < 72 * 20; i++) {
      const t = i / 72;
      const position = [
        -1.7 + Math.sin(t * 3) * 0.05,
        1.6 + Math.sin(t * 7) * 0.01,
        -20.5 + Math.sin(t * 2) * 0.05,
      ] as const;
      replay.frame(eyesAt({ ...at, position, yaw: at.yaw + Math.sin(t * 2.3) * 0.05 }));
      await replay.pass(1 / 72);
    }
    expect(replay.engine.stats.swaps - swaps).toBe(0);
  });
});

/** Seconds on the replay's clock; numbers that move are the change, so say why. */
const GOLDEN: Record<Device, Walked> = {
  headset: {
    worst: { triangles: 580_596, drawCalls: 60, gpuBytes: 70_384_284, bytesInFlight: 1_470_000, cards: 186 },
    firstMesh: 0.056, firstSettled: 0.847, requests: 261, megabytes: 39.962, swaps: 384, flaps: 20, evicted: 218,
    frames: 4032,
  },
  phone: {
    worst: { triangles: 450_000, drawCalls: 28, gpuBytes: 45_320_548, bytesInFlight: 4_044_000, cards: 138 },
    firstMesh: 0.05, firstSettled: 0.817, requests: 365, megabytes: 70.045, swaps: 347, flaps: 7, evicted: 337,
    frames: 3360,
  },
  desktop: {
    worst: { triangles: 1_360_076, drawCalls: 137, gpuBytes: 273_772_930, bytesInFlight: 5_737_000, cards: 185 },
    firstMesh: 0.05, firstSettled: 2.933, requests: 285, megabytes: 60.288, swaps: 265, flaps: 0, evicted: 117,
    frames: 3360,
  },
}; // prettier-ignore
