import { describe, expect, it } from 'vitest';
import type { MeshAsset, MeshBudget, MeshContent, MeshInstance, MeshReport, MeshStep } from '#streaming/mesh/ports.ts';
import { MeshReplay } from './meshStage.ts';
import { HAND, LADDER, PAGE, eyeAt, eyesAt, relic } from './meshViews.ts';

function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

type Random = () => number;

/** A ladder of one to five steps, now and then without an error, a texture or a size on the GPU. */
function randomLadder(random: Random): MeshStep[] {
  const from = Math.floor(random() * 3);
  const steps = LADDER.slice(from, from + 1 + Math.floor(random() * (5 - from)));
  const knowsError = random() < 0.5;
  const knowsBytes = random() < 0.8;
  return steps.map((step, i) => ({
    ...step,
    draws: 1 + Math.floor(random() * 3),
    errorMetres: knowsError && i < steps.length - 1 ? 0.02 / 4 ** i : 0,
    textureSize: random() < 0.2 ? 0 : step.textureSize,
    gpuBytes: knowsBytes ? step.gpuBytes : 0,
  }));
}

function randomInstances(random: Random, assets: readonly MeshAsset[]): MeshInstance[] {
  return Array.from({ length: Math.floor(random() * 150) }, (_, i) => ({
    id: `relic ${i}`,
    asset: assets[Math.floor(random() * assets.length)] ?? relic('only'),
    center: [(random() - 0.5) * 20, 1 + random(), (random() - 0.5) * 20],
    scale: 0.5 + random(),
  }));
}

function randomBudget(random: Random): MeshBudget {
  return {
    triangles: 10 ** (random() < 0.2 ? 1 + random() * 3 : 4.7 + random() * 1.4),
    draws: Math.floor(2 + random() ** 2 * 80),
    gpuBytes: random() < 0.1 ? 0 : 10 ** (6.5 + random() * 2),
    bytesInFlight: 10 ** (5 + random() * 2),
  };
}

/** Each instance is there once: as one thing at rest, or as two with shares that add up to one. */
function expectWholes(report: MeshReport): void {
  const shares = new Map<string, number[]>();
  for (const { instance, share } of [
    ...report.draws.slice(0, report.drawCount),
    ...report.cards.slice(0, report.cardCount),
  ]) {
    shares.set(instance.id, [...(shares.get(instance.id) ?? []), share]);
  }
  for (const [id, parts] of shares) {
    if (parts.length === 1) continue;
    expect(parts.length, id).toBe(2);
    expect((parts[0] ?? 0) + (parts[1] ?? 0), id).toBeCloseTo(1, 9);
  }
}

describe('a mesh engine among random relics, budgets and lines', () => {
  it.each([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12])('keeps its promises (seed %i)', async (seed) => {
    const random = randomFrom(seed);
    const fails = random() < 0.5 ? 0.1 : 0;
    const lies = random() < 0.4;
    const replay = new MeshReplay(
      randomBudget(random),
      {
        latencySeconds: random() * 0.3,
        bytesPerSecond: 10 ** (6 + random() * 1.5),
        isStubborn: () => random() < 0.3,
        failure: () => (random() < fails ? (random() < 0.3 ? 'lasting' : 'passing') : null),
        measure: (asset, step): MeshContent => {
          const { triangles, draws, gpuBytes } = asset.steps[step] ??
            LADDER[0] ?? { triangles: 0, draws: 0, gpuBytes: 0 };
          const factor = lies ? 0.5 + random() * 2 : 1;
          return { triangles: Math.ceil(triangles * factor), draws, gpuBytes: Math.ceil(gpuBytes * factor) };
        },
      },
      { fadeSeconds: random() < 0.2 ? 0 : 0.25 },
    );
    const { engine } = replay;
    const assets = Array.from({ length: 60 }, (_, i) => relic(`asset ${i}`, 0.05 + random(), randomLadder(random)));
    let shown = randomInstances(random, assets);
    let at = { position: [0, 1.6, 0] as [number, number, number], yaw: 0 };
    let view: 'page' | 'hand' | 'headset' = 'page';
    engine.show(shown);
    for (let scene = 0; scene < 80; scene++) {
      const dice = random();
      if (dice < 0.08) shown = randomInstances(random, assets);
      else if (dice < 0.16) shown = shown.map((one) => ({ ...one, scale: one.scale * (0.5 + random()) }));
      else if (dice < 0.24) {
        const held = random() < 0.5 ? (shown[Math.floor(random() * shown.length)]?.id ?? null) : null;
        replay.isHolding = held !== null;
        engine.hold(held);
      } else if (dice < 0.32) engine.annotate(shown.filter(() => random() < 0.2).map(({ id }) => id));
      else if (dice < 0.4) {
        engine.setBudget(randomBudget(random));
        replay.isShrinking = true;
      } else if (dice < 0.44) engine.loseContext();
      else if (dice < 0.56) view = (['page', 'hand', 'headset'] as const)[Math.floor(random() * 3)] ?? 'page';
      else at = { position: [random() * 8 - 4, 1.6, random() * 8 - 4], yaw: random() * 7 };
      engine.show(shown);
      const frames = 1 + Math.floor(random() ** 2 * 120);
      for (let i = 0; i < frames; i++) {
        at = { ...at, yaw: at.yaw + 0.01 };
        expectWholes(replay.frame(view === 'headset' ? eyesAt(at) : [eyeAt(at, view === 'page' ? PAGE : HAND)]));
        await replay.pass(random() * 0.04);
      }
    }
    engine.dispose();
    await replay.pass(120);
    expect(replay.unreleased).toEqual([]);
    expect(engine.stats.released).toBe(replay.contents.length);
    expect(engine.stats.requests).toBe(replay.requestCount);
    expect(new Set(replay.faults.map(({ message }) => message)).size).toBe(replay.faults.length);
  });

  it.each([21, 22, 23, 24, 25, 26, 27, 28])(
    'comes to rest within a minute and asks for no frame then (seed %i)',
    async (seed) => {
      const random = randomFrom(seed);
      const replay = new MeshReplay(randomBudget(random), { latencySeconds: 0.02, bytesPerSecond: 20e6 });
      const assets = Array.from({ length: 80 }, (_, i) => relic(`asset ${i}`, 0.05 + random(), randomLadder(random)));
      replay.engine.show(randomInstances(random, assets));
      const eyes =
        random() < 0.5 ? eyesAt({ position: [0, 1.6, 0], yaw: 0 }) : [eyeAt({ position: [0, 1.6, 0], yaw: 0 }, PAGE)];
      await replay.settle(eyes);
      // What may come into view next is got ready meanwhile.
      for (let i = 0; i < 600; i++) {
        replay.frame(eyes);
        await replay.pass(0.1);
      }
      const swaps = replay.engine.stats.swaps;
      const requests = replay.requestCount;
      replay.frameRequests.length = 0;
      for (let i = 0; i < 20; i++) {
        const report = replay.frame(eyes);
        expect(report.isSettled).toBe(true);
        expect(report.needsFrame).toBe(false);
        await replay.pass(0.1);
      }
      expect(replay.engine.stats.swaps).toBe(swaps);
      expect(replay.requestCount).toBe(requests);
      expect(replay.frameRequests).toEqual([]);
    },
  );
});
