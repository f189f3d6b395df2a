import { describe, expect, it } from 'vitest';
import { BODY_RADIUS, type Floor, isClear, isFree } from '#tour/walk/floor.ts';
import { findRoute } from '#tour/walk/route.ts';
import { stepWalk } from '#tour/walk/step.ts';
import { createWalkState, holdWalk, STROLL, walkAlong, type WalkState } from '#tour/walk/walkState.ts';

const EMPTY: Floor = { width: 20, depth: 20, blocks: [] };
const plinth = (x: number, z: number, turn = 0) => ({ x, z, width: 1, depth: 1, bottom: 0, top: 1, turn });

/** Walks for some seconds at a frame rate, looking along `yaw`. */
function walk(state: WalkState, floor: Floor, seconds: number, fps: number, yaw = 0, isMotionReduced = false): number {
  const frames = Math.round(seconds * fps);
  let moving = 0;
  for (let i = 0; i < frames; i++) if (stepWalk(state, floor, yaw, 1 / fps, isMotionReduced)) moving++;
  return moving;
}

describe('walking by keys', () => {
  it.each([
    ['ahead', 1, 0, 0, [0, -1]],
    ['back', -1, 0, 0, [0, 1]],
    ['to the right', 0, 1, 0, [1, 0]],
    ['ahead, looking right', 1, 0, Math.PI / 2, [1, 0]],
    ['to the right, looking back', 0, 1, Math.PI, [-1, 0]],
  ] as const)('goes %s', (_name, ahead, right, yaw, [x, z]) => {
    const state = createWalkState(0, 0);
    holdWalk(state, ahead, right);
    walk(state, EMPTY, 2, 60, yaw);
    const way = Math.hypot(state.x, state.z);
    expect(way).toBeGreaterThan(1.6 * STROLL);
    expect(state.x / way).toBeCloseTo(x, 6);
    expect(state.z / way).toBeCloseTo(z, 6);
  });

  it('is the same walk at any frame rate, and no faster across than straight', () => {
    const ends = [15, 30, 60, 144].map((fps) => {
      const state = createWalkState(0, 0);
      holdWalk(state, 1, 1);
      walk(state, EMPTY, 2, fps);
      holdWalk(state, 0, 0);
      walk(state, EMPTY, 1, fps);
      return state;
    });
    for (const { x, z } of ends) {
      expect(x).toBeCloseTo(ends[0]?.x ?? NaN, 6);
      expect(z).toBeCloseTo(ends[0]?.z ?? NaN, 6);
      expect(Math.hypot(x, z)).toBeLessThan(2 * STROLL + 0.2);
    }
  });

  it('comes to rest, and asks for no frame then', () => {
    const state = createWalkState(0, 0);
    holdWalk(state, 1, 0);
    walk(state, EMPTY, 1, 60);
    holdWalk(state, 0, 0);
    expect(walk(state, EMPTY, 2, 60)).toBeLessThan(60);
    expect(stepWalk(state, EMPTY, 0, 1 / 60, false)).toBe(false);
    expect([state.vx, state.vz]).toEqual([0, 0]);
  });

  it('never goes through a wall or a plinth, at any frame rate', () => {
    const floor: Floor = { ...EMPTY, blocks: [plinth(0, -3), plinth(2.3, -3, 0.6), plinth(-4, 1, 1)] };
    for (const fps of [8, 60]) {
      for (let turn = 0; turn < 24; turn++) {
        const state = createWalkState(0, 0);
        holdWalk(state, 1, 0.3);
        for (let i = 0; i < 12 * fps; i++) {
          stepWalk(state, floor, (turn * Math.PI) / 12, 1 / fps, false);
          expect(isFree(floor, state.x, state.z, BODY_RADIUS - 1e-6)).toBe(true);
        }
      }
    }
  });

  it('slides along what it meets', () => {
    const floor: Floor = { ...EMPTY, blocks: [{ ...plinth(0, -3), width: 8 }] };
    const state = createWalkState(0, 0);
    holdWalk(state, 1, 1);
    walk(state, floor, 6, 60);
    // To the end of the long block, around its corner and on.
    expect(state.x).toBeGreaterThan(4);
  });

  it('with reduced motion is a stride at once and the next one later, with no gliding', () => {
    const state = createWalkState(0, 0);
    holdWalk(state, 1, 0);
    stepWalk(state, EMPTY, 0, 1 / 60, true);
    expect(state.z).toBeCloseTo(-0.7, 9);
    walk(state, EMPTY, 0.3, 60, 0, true);
    expect(state.z).toBeCloseTo(-0.7, 9);
    walk(state, EMPTY, 0.3, 60, 0, true);
    expect(state.z).toBeCloseTo(-1.4, 9);
    holdWalk(state, 0, 0);
    expect(stepWalk(state, EMPTY, 0, 1 / 60, true)).toBe(false);
  });
});

describe('a way around', () => {
  const floor: Floor = {
    width: 12,
    depth: 12,
    blocks: [{ ...plinth(0, 0), width: 8, depth: 0.5 }, plinth(3, 3, 0.5), plinth(-3, 3), plinth(-3, -3, 0.8)],
  };

  it('leads to the goal along free ground, hardly longer than it must be', () => {
    const from = { x: 0, z: 3 };
    const to = { x: 0, z: -3 };
    const route = findRoute(floor, from, to);
    expect(route[0]).toEqual(from);
    expect(route.at(-1)).toEqual(to);
    let length = 0;
    for (let i = 1; i < route.length; i++) {
      const [a, b] = [route[i - 1], route[i]];
      if (!a || !b) continue;
      length += Math.hypot(b.x - a.x, b.z - a.z);
      expect(isClear(floor, a, b, BODY_RADIUS - 0.1)).toBe(true);
    }
    // Around the end of the block: two sides of 4.3 and 3.3 metres each.
    expect(length).toBeLessThan(2 * Math.hypot(4.4, 3) + 0.8);
  });

  it('is straight where nothing stands between', () => {
    expect(findRoute(floor, { x: -5, z: 5 }, { x: 5, z: 5 })).toHaveLength(2);
  });

  it('ends beside what one cannot stand in, and inside the walls', () => {
    for (const goal of [
      { x: 3, z: 3 },
      { x: 100, z: 2 },
    ]) {
      const end = findRoute(floor, { x: 0, z: 5 }, goal).at(-1);
      expect(isFree(floor, end?.x ?? NaN, end?.z ?? NaN, BODY_RADIUS - 1e-6)).toBe(true);
    }
  });

  it('is none where everything is walled up', () => {
    const walled: Floor = { width: 12, depth: 12, blocks: [{ ...plinth(0, 0), width: 12 }] };
    expect(findRoute(walled, { x: 0, z: 4 }, { x: 0, z: -4 })).toEqual([{ x: 0, z: 4 }]);
  });

  it('is walked to its very end at any frame rate, gathering and losing speed', () => {
    for (const fps of [7, 60]) {
      const state = createWalkState(0, 3);
      walkAlong(state, findRoute(floor, state, { x: 0, z: -3 }));
      const speeds: number[] = [];
      for (let i = 0; i < 20 * fps && state.route; i++) {
        const [x, z] = [state.x, state.z];
        stepWalk(state, floor, 0, 1 / fps, false);
        speeds.push(Math.hypot(state.x - x, state.z - z) * fps);
      }
      expect([state.x, state.z]).toEqual([0, -3]);
      expect(state.route).toBeNull();
      expect(Math.max(...speeds)).toBeLessThan(3.7);
      if (fps === 60) expect(speeds[0]).toBeLessThan(0.2);
    }
  });

  it('is given up when the visitor walks', () => {
    const state = createWalkState(0, 3);
    walkAlong(state, findRoute(floor, state, { x: 0, z: -3 }));
    stepWalk(state, floor, 0, 0.1, false);
    holdWalk(state, 1, 0);
    expect(state.route).toBeNull();
  });

  it('is over at once with reduced motion', () => {
    const state = createWalkState(0, 3);
    walkAlong(state, findRoute(floor, state, { x: 0, z: -3 }));
    expect(stepWalk(state, floor, 0, 1 / 60, true)).toBe(false);
    expect([state.x, state.z]).toEqual([0, -3]);
  });
});
