import { describe, expect, it } from 'vitest';
import { normalize, type Vec3 } from '#shared/vec.ts';
import type { Pointing } from '#scene/look/desk.ts';
import { planHall } from '#tour/gallery/planHall.ts';
import { listMarks } from '#tour/marks.ts';
import { createTour } from '#tour/store.ts';
import { aimInHall, aimInPicture } from '#xr/point/aims.ts';
import { makeHall } from '../../fixtures/hall.ts';
import { exhibition as caves } from '../tour/exhibition.ts';

function stateOf(exhibition: typeof caves, nodeId: string) {
  return createTour({
    exhibition,
    nodeId,
    faults: [],
    brokenNodes: new Map(),
    language: 'en',
    isTitleOpen: false,
  }).store.getState();
}

const plain = makeHall({
  sizes: [
    [0.3, 0.4, 0.3],
    [0.3, 0.4, 0.3],
  ],
});
const hall = stateOf(plain, 'hall');
const plan = planHall(plain, plain.nodes[1])!;

describe('a ray in a hall', () => {
  const from: Vec3 = [plan.entrance.x + 0.2, 1.1, plan.entrance.z];
  const towards = (to: Vec3): Vec3 => normalize([to[0] - from[0], to[1] - from[1], to[2] - from[2]]);

  it('ends on a relic, and says how far that is', () => {
    const { middle, hotspotId } = plan.exhibits[0]!;
    const aim = aimInHall(hall, plan, { origin: from, direction: towards(middle) });
    expect(aim?.hotspotId).toBe(hotspotId);
    expect(aim?.target).toBeNull();
    const way = Math.hypot(middle[0] - from[0], middle[1] - from[1], middle[2] - from[2]);
    expect(aim!.distance).toBeGreaterThan(way - 0.4);
    expect(aim!.distance).toBeLessThan(way);
  });

  it('ends on the floor, where one can go', () => {
    const spot: Vec3 = [from[0], 0, from[2] - 1.2];
    const aim = aimInHall(hall, plan, { origin: from, direction: towards(spot) });
    expect(aim?.target).toEqual({ kind: 'floor', x: expect.closeTo(spot[0], 9), z: expect.closeTo(spot[2], 9) });
    expect(aim?.point[1]).toBeCloseTo(0, 9);
  });

  it('ends on a door, and leads through it', () => {
    const { x, z, to } = plan.doorways[0]!;
    const aim = aimInHall(hall, plan, { origin: from, direction: towards([x, 1.2, z]) });
    expect(aim?.target).toEqual({ kind: 'link', nodeId: to });
  });

  it('ends on nothing at the ceiling', () => {
    expect(aimInHall(hall, plan, { origin: from, direction: [0, 1, 0] })).toBeNull();
  });
});

describe('a ray in a picture', () => {
  const state = stateOf(caves, 'hall');
  const marks = listMarks(caves, 'hall', 'en');
  /** Answers every mark within some degrees, as the page does. */
  const around = {
    asked: [] as Pointing[],
    at(pointing: Pointing) {
      this.asked.push(pointing);
      return marks.find(({ yaw, pitch }) => Math.hypot(yaw - pointing.yaw, pitch - pointing.pitch) < 0.05) ?? null;
    },
  };
  const donors = marks.find(({ id }) => id === 'donors')!;
  const at: Vec3 = [5 * Math.sin(donors.yaw), 0, -5 * Math.cos(donors.yaw)];

  it.each([
    ['from the middle', [0, 0, 0], [0, 0, 0]],
    ['from a hand', [0.3, -0.4, -0.2], [0, 0, 0]],
    ['from a hand, where the picture goes along with the head', [1.3, 0.6, -0.2], [1, 1, 0]],
  ] as const)('finds what hangs on the wall: %s', (_name, origin, centre) => {
    const to: Vec3 = [at[0] + centre[0], at[1] + centre[1], at[2] + centre[2]];
    const direction = normalize([to[0] - origin[0], to[1] - origin[1], to[2] - origin[2]]);
    const aim = aimInPicture(state, around, null, centre, { origin, direction }, 'controller');
    expect(aim?.hotspotId).toBe('donors');
    expect(aim?.point).toEqual(to.map((value) => expect.closeTo(value, 6)));
  });

  it('is taken for as exact as it is', () => {
    around.asked.length = 0;
    for (const kind of ['controller', 'hand', 'gaze', 'transient'] as const) {
      aimInPicture(state, around, null, [0, 0, 0], { origin: [0, 0, 0], direction: [0, 0, -1] }, kind);
    }
    expect(around.asked.map(({ kind }) => kind)).toEqual(['fine', 'coarse', 'coarse', 'coarse']);
  });

  it('does not lead to a place that is not there', () => {
    const mark = { ...donors, kind: 'link', id: 'nowhere' } as const;
    const aim = aimInPicture(
      state,
      { at: () => mark },
      null,
      [0, 0, 0],
      { origin: [0, 0, 0], direction: [0, 0, -1] },
      'hand',
    );
    expect(aim).toBeNull();
  });
});
