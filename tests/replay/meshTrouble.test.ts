import { describe, expect, it } from 'vitest';
import { DESKTOP, FRONT, HEADSET, cardsOf, standing, stepsOf } from './meshReading.ts';
import { HOME, MeshReplay } from './meshStage.ts';
import { LADDER, eyesAt, relic } from './meshViews.ts';

describe('budgets', () => {
  it('hold in the very first frame of a second eye', async () => {
    const replay = new MeshReplay({ ...HEADSET, gpuBytes: 200e6 });
    replay.engine.show(Array.from({ length: 40 }, (_, i) => standing(`${i}`, 1.5, (i - 20) * 0.05)));
    await replay.settle([FRONT]);
    expect(replay.engine.stats.triangles).toBeGreaterThan(500_000);
    // The replay throws where a frame exceeds its budget.
    replay.frame(eyesAt({ position: [0, 1.6, 0], yaw: 0 }));
    expect(replay.engine.stats.triangles).toBeGreaterThan(500_000);
  });

  it('hold in the first frame after they have shrunk', async () => {
    const replay = new MeshReplay(DESKTOP);
    replay.engine.show(Array.from({ length: 30 }, (_, i) => standing(`${i}`, 1.5, (i - 15) * 0.06)));
    await replay.settle([FRONT]);
    replay.engine.setBudget({ triangles: 60_000, draws: 6, gpuBytes: 10e6, bytesInFlight: 1e6 });
    replay.frame([FRONT]);
    expect(replay.engine.stats.triangles).toBeLessThanOrEqual(60_000);
    expect(replay.engine.stats.gpuBytes).toBeLessThanOrEqual(10e6);
  });

  it('count what is measured once it is here, not what was declared', async () => {
    const measure = () => ({ triangles: 400_000, draws: 3, gpuBytes: 60e6 });
    const replay = new MeshReplay({ ...DESKTOP, triangles: 1e6, gpuBytes: 100e6 }, { ...HOME, measure });
    replay.engine.show([-0.5, 0, 0.5].map((x) => standing(`at ${x}`, 1, x)));
    await replay.pass(0);
    for (let i = 0; i < 300; i++) {
      replay.frame([FRONT]);
      await replay.pass(1 / 60);
    }
    expect(replay.worst.gpuBytes).toBe(60e6);
  });

  it('let a relic in the hand be seen though its only step exceeds what a frame may draw', async () => {
    const replay = new MeshReplay({ ...DESKTOP, triangles: 500_000 });
    replay.isHolding = true;
    const whole = { id: 'scan', asset: relic('scan', 0.25, LADDER.slice(-1)), scale: 1 };
    replay.engine.show([{ ...whole, center: [0, 1.6, -1] }, standing('beside', 1, 0.5)]);
    await replay.settle([FRONT]);
    expect(stepsOf(replay.frame([FRONT]))).not.toContain('scan 0');
    replay.engine.hold('scan');
    await replay.settle([FRONT]);
    const report = replay.frame([FRONT]);
    expect(stepsOf(report)).toEqual(['scan 0']);
    expect(cardsOf(report)).toEqual(['beside']);
  });
});

describe('when things go wrong', () => {
  it('lets the coarser step stand in for one that is not to be had, and says so once', async () => {
    const replay = new MeshReplay(DESKTOP, { ...HOME, failure: (_, step) => (step === 2 ? 'lasting' : null) });
    replay.engine.show([standing('vase', 0.7)]);
    await replay.settle([FRONT]);
    // The next finer one is had instead.
    expect(stepsOf(replay.frame([FRONT]))).toEqual(['vase 3']);
    expect(replay.faults.map(({ message, step }) => `${step}: ${message}`)).toEqual(['2: vase/2 is not to be had']);
  });

  it('shows a placeholder where nothing can be had, and is settled', async () => {
    const replay = new MeshReplay(DESKTOP, { ...HOME, failure: () => 'lasting' });
    replay.engine.show([standing('ruin', 1)]);
    await replay.settle([FRONT]);
    const report = replay.frame([FRONT]);
    expect(report.cards[0]).toMatchObject({ isPlaceholder: true, share: 1 });
    expect(report).toMatchObject({ cardCount: 1, drawCount: 0, sparedCount: 0 });
    expect(replay.engine.isHopeless('ruin')).toBe(true);
    expect(new Set(replay.faults.map(({ step }) => step)).size).toBe(5);
  });

  it('tries again after a pause when the line fails for a moment, and asks to be woken for it', async () => {
    const replay = new MeshReplay(DESKTOP, { ...HOME, failure: (_a, _s, attempt) => (attempt < 3 ? 'passing' : null) });
    replay.engine.show([standing('vase', 1)]);
    const seconds = await replay.settle([FRONT]);
    expect(replay.faults).toEqual([]);
    expect(seconds).toBeGreaterThan(1.5);
    expect(seconds).toBeLessThan(5);
    expect(replay.frameRequests.some((at) => at > 0.4)).toBe(true);
  });

  it('shows a placeholder while a line is down, says each step once, and the relic once it is back', async () => {
    let isDown = true;
    const replay = new MeshReplay(DESKTOP, { ...HOME, failure: () => (isDown ? 'passing' : null) });
    replay.engine.show([standing('vase', 1)]);
    await replay.settle([FRONT], 120);
    expect(replay.engine.isHopeless('vase')).toBe(true);
    for (let second = 0; second < 60; second++) {
      expect(replay.frame([FRONT]).cards[0]).toMatchObject({ isPlaceholder: true });
      await replay.pass(1);
    }
    expect(new Set(replay.faults.map(({ step }) => step)).size).toBe(replay.faults.length);
    isDown = false;
    await replay.pass(8);
    await replay.settle([FRONT]);
    expect(stepsOf(replay.frame([FRONT]))).toEqual(['vase 1']);
    expect(replay.engine.isHopeless('vase')).toBe(false);
  });

  it('heals after a lost context by fetching what is in view again', async () => {
    const replay = new MeshReplay(DESKTOP);
    replay.engine.show([standing('vase', 1)]);
    await replay.settle([FRONT]);
    replay.engine.loseContext();
    expect(replay.unreleased).toEqual([]);
    const report = replay.frame([FRONT]);
    expect(stepsOf(report)).toEqual([]);
    expect(cardsOf(report)).toEqual(['vase']);
    await replay.settle([FRONT]);
    expect(stepsOf(replay.frame([FRONT]))).toEqual(['vase 1']);
  });

  it('gives everything back at the end, even what is being prepared', async () => {
    const replay = new MeshReplay(DESKTOP);
    replay.engine.show([standing('vase', 0.7), standing('bowl', 1, 0.5)]);
    for (let i = 0; i < 4; i++) {
      replay.frame([FRONT]);
      await replay.pass(0.03);
    }
    replay.engine.dispose();
    await replay.pass(10);
    expect(replay.contents.length).toBeGreaterThan(0);
    expect(replay.unreleased).toEqual([]);
  });

  it('refuses two relics of one name', () => {
    const replay = new MeshReplay(DESKTOP);
    expect(() => replay.engine.show([standing('vase', 1), standing('vase', 2)])).toThrow('two relics are called vase');
  });
});
