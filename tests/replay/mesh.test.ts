import { describe, expect, it } from 'vitest';
import type { MeshEye } from '#streaming/mesh/ports.ts';
import { DESKTOP, FRONT, HEADSET, cardsOf, standing, stepsOf } from './meshReading.ts';
import { HOME, MeshReplay } from './meshStage.ts';
import { PAGE, eyeAt, eyesAt, relic } from './meshViews.ts';

const BACK = eyeAt({ position: [0, 1.6, 0], yaw: Math.PI }, PAGE);

/** What was drawn until all was settled, each state once. */
async function watch(replay: MeshReplay, eye: MeshEye): Promise<string[]> {
  const seen: string[] = [];
  for (let i = 0; i < 600; i++) {
    const report = replay.frame([eye]);
    const now = [...stepsOf(report), ...(report.cardCount > 0 ? ['card'] : [])].join(', ');
    if (seen.at(-1) !== now) seen.push(now);
    if (report.isSettled) return seen;
    await replay.pass(1 / 60);
  }
  throw new Error('never settled');
}

describe('one relic in front of a page', () => {
  it('is a card, then its thumb, then the step that its size asks for', async () => {
    const replay = new MeshReplay(DESKTOP);
    replay.engine.show([standing('vase', 0.7)]);
    expect(await watch(replay, FRONT)).toEqual(['card', 'vase 0, card', 'vase 2, vase 0 leaving', 'vase 2']);
    expect([...replay.requested.keys()]).toEqual(['vase/0', 'vase/2']);
  });

  it('goes over a middle step on its way to one of several megabytes', async () => {
    const replay = new MeshReplay(DESKTOP, { ...HOME, bytesPerSecond: 2e6 });
    replay.engine.show([standing('vase', 0.4)]);
    expect((await watch(replay, FRONT)).filter((state) => !state.includes(','))).toEqual([
      'card',
      'vase 0',
      'vase 2',
      'vase 3',
    ]);
    expect([...replay.requested.keys()]).toEqual(['vase/0', 'vase/2', 'vase/3']);
  });

  it('shows something of it after 127 kB', async () => {
    const replay = new MeshReplay(DESKTOP, { latencySeconds: 0.02, bytesPerSecond: 50e6 / 8 });
    replay.engine.show([standing('vase', 0.4)]);
    while (replay.frame([FRONT]).drawCount === 0) await replay.pass(1 / 60);
    expect(replay.engine.stats.bytes).toBe(127_000);
    expect(replay.now).toBeLessThan(0.1);
  });

  it('that is moved nearer shows what its size asks for there, and what is nowhere is not moved', async () => {
    const replay = new MeshReplay(DESKTOP);
    const far = standing('vase', 6);
    replay.engine.show([far]);
    await replay.settle([FRONT]);
    const [before] = replay.frame([FRONT]).draws;
    const step = before?.step ?? NaN;
    const [x, y] = far.center;
    replay.engine.move(far.id, [x, y, -0.7], far.scale);
    replay.engine.move('nowhere', [0, 0, 0], 1);
    await replay.settle([FRONT]);
    const report = replay.frame([FRONT]);
    expect(report.drawCount).toBe(1);
    expect(report.draws[0]?.step).toBeGreaterThan(step);
    expect(report.draws[0]?.instance.center).toEqual([x, y, -0.7]);
  });

  it('asks for no frame once it is settled', async () => {
    const replay = new MeshReplay(DESKTOP);
    replay.engine.show([standing('vase', 1)]);
    await replay.settle([FRONT]);
    replay.frameRequests.length = 0;
    expect(replay.frame([FRONT]).needsFrame).toBe(false);
    await replay.pass(30);
    expect(replay.frameRequests).toEqual([]);
  });

  it('swaps at once for who prefers less motion', async () => {
    const replay = new MeshReplay(DESKTOP, HOME, { prefersReducedMotion: () => true });
    replay.engine.show([standing('vase', 0.7)]);
    expect(await watch(replay, FRONT)).toEqual(['card', 'vase 0', 'vase 2']);
  });

  it('stays as it is while one walks a step to and fro', async () => {
    const replay = new MeshReplay(DESKTOP);
    replay.engine.show([standing('vase', 1)]);
    await replay.settle([FRONT]);
    // Its reach of 481 pixels is passed in both directions.
    for (let i = 0; i < 600; i++) {
      replay.frame([eyeAt({ position: [0, 1.6, 0.1 * Math.sin(i / 20)], yaw: 0 }, PAGE)]);
      await replay.pass(1 / 60);
    }
    expect(replay.engine.stats.swaps).toBe(3);
    expect(replay.requestCount).toBe(3);
  });

  it('becomes another relic in its place without a moment of nothing', async () => {
    const replay = new MeshReplay(DESKTOP);
    const vase = standing('vase', 1);
    replay.engine.show([vase]);
    await replay.settle([FRONT]);
    replay.engine.show([{ ...vase, asset: relic('vase as found') }]);
    const drawn: number[] = [];
    for (let i = 0; i < 120; i++) {
      const report = replay.frame([FRONT]);
      drawn.push(report.drawCount);
      expect(cardsOf(report)).toEqual([]);
      await replay.pass(1 / 60);
    }
    expect(new Set(drawn)).toEqual(new Set([1, 2]));
    expect([...replay.requested.keys()].at(-1)).toBe('vase as found/1');
  });
});

describe('several relics', () => {
  it('all get their first picture before any gets more', async () => {
    const replay = new MeshReplay(DESKTOP);
    replay.engine.show([-0.6, 0, 0.6].map((x) => standing(`at ${x}`, 1, x)));
    await replay.settle([FRONT]);
    expect([...replay.requested.keys()].map((name) => name.slice(-1)).join('')).toBe('000111');
  });

  it('of one asset share what is loaded of it', async () => {
    const replay = new MeshReplay(DESKTOP);
    const asset = relic('coin');
    replay.engine.show([-0.3, 0.3].map((x) => ({ id: `at ${x}`, asset, center: [x, 1.6, -1], scale: 1 })));
    await replay.settle([FRONT]);
    expect([...replay.requested.values()]).toEqual([1, 1]);
    expect(replay.frame([FRONT]).drawCount).toBe(2);
  });

  it('let the one in the hand have its finest step, the others what is left', async () => {
    const replay = new MeshReplay(HEADSET);
    replay.engine.show([-0.6, 0, 0.6].map((x) => standing(`at ${x}`, 0.8, x)));
    replay.engine.hold('at 0.6');
    const eyes = eyesAt({ position: [0, 1.6, 0], yaw: 0 });
    await replay.settle(eyes);
    expect(stepsOf(replay.frame(eyes))).toEqual(['at 0.6 2', 'at 0 1', 'at -0.6 1']);
    replay.engine.hold(null);
    replay.engine.hold('at 0');
    await replay.settle(eyes);
    expect(stepsOf(replay.frame(eyes))[0]).toBe('at 0 2');
  });

  it('let the one that is spoken of come before larger ones', async () => {
    const replay = new MeshReplay({ ...DESKTOP, triangles: 70_000 });
    replay.engine.show([standing('near', 1), standing('far', 2, 0.4)]);
    replay.engine.annotate(['far']);
    await replay.settle([FRONT]);
    expect(stepsOf(replay.frame([FRONT]))[0]).toMatch(/^far/);
    expect([...replay.requested.keys()][0]).toBe('far/0');
  });

  it('are cards where there is no room for so many draws, the smallest first', async () => {
    const replay = new MeshReplay({ ...DESKTOP, draws: 8 });
    replay.engine.show(Array.from({ length: 12 }, (_, i) => standing(`${i}`, 2 + i * 0.5, (i % 3) - 1)));
    await replay.settle([FRONT]);
    const report = replay.frame([FRONT]);
    // Two draws are left for swaps, one is for the cards.
    expect(stepsOf(report).map((name) => name.split(' ')[0])).toEqual(['0', '1', '2', '3', '4']);
    expect(report).toMatchObject({ drawCalls: 6, cardCount: 7, sparedCount: 7, leftOutCount: 0 });
  });

  it('are left out where not even cards fit, the smallest first', async () => {
    const replay = new MeshReplay({ ...DESKTOP, triangles: 7 });
    replay.engine.show([1, 2, 3, 4, 5].map((distance) => standing(`${distance}`, distance)));
    await replay.settle([FRONT]);
    const report = replay.frame([FRONT]);
    expect(cardsOf(report)).toEqual(['1', '2', '3']);
    expect(report.leftOutCount).toBe(2);
  });
});

describe('a relic out of view', () => {
  it('is not drawn; its thumb is got ready while nothing else is to do, and nothing more of it', async () => {
    const replay = new MeshReplay(DESKTOP);
    replay.engine.show([standing('vase', 1)]);
    for (let i = 0; i < 60; i++) {
      expect(replay.frame([BACK]).drawCount).toBe(0);
      await replay.pass(1 / 60);
    }
    expect([...replay.requested.keys()]).toEqual(['vase/0']);
    expect(stepsOf(replay.frame([FRONT]))).toEqual(['vase 0']);
  });

  it('shows at once what it showed before when one looks back', async () => {
    const replay = new MeshReplay(DESKTOP);
    replay.engine.show([standing('vase', 1)]);
    await replay.settle([FRONT]);
    for (let i = 0; i < 60; i++) {
      replay.frame([BACK]);
      await replay.pass(1 / 60);
    }
    expect(stepsOf(replay.frame([FRONT]))).toEqual(['vase 1']);
    expect(replay.requestCount).toBe(2);
  });

  it('is no longer loaded, unless one looks back in a moment', async () => {
    const replay = new MeshReplay(DESKTOP, { latencySeconds: 0.5, bytesPerSecond: 1e5 });
    replay.engine.show([standing('vase', 0.7)]);
    replay.frame([FRONT]);
    await replay.pass(2);
    replay.frame([FRONT]);
    expect(replay.engine.stats.loading).toBe(1);
    await replay.pass(0.2);
    replay.frame([BACK]);
    expect(replay.engine.stats.cancelled).toBe(0);
    await replay.pass(0.2);
    replay.frame([BACK]);
    expect(replay.engine.stats).toMatchObject({ cancelled: 1, loading: 0, bytesInFlight: 0 });
  });
});
