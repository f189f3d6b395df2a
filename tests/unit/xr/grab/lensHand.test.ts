import { beforeEach, describe, expect, it } from 'vitest';
import { leadLens } from '#scene/compare/gaze.ts';
import type { Walls } from '#scene/hotspot/knownWalls.ts';
import { turnTowards } from '#shared/quat.ts';
import { directionOf, type Vec3 } from '#shared/vec.ts';
import { LiveCompare } from '#tour/compare/liveCompare.ts';
import type { CompareMode } from '#tour/compare/state.ts';
import type { Tour } from '#tour/store.ts';
import { LensHand, shareAcross } from '#xr/grab/lensHand.ts';
import { HEAD, pointer } from './pointers.ts';
import { tourAt } from './pointers.ts';

let tour: Tour;
let live: LiveCompare;
let walls: Walls | null;
let hand: LensHand;
const aimed = (yaw: number, pitch = 0): Vec3 => {
  const [x, y, z] = directionOf(yaw, pitch);
  return [10 * x, 10 * y, 10 * z];
};
const right = (yaw = 0, rest = {}) => pointer({ id: 1, handedness: 'right', to: aimed(yaw), ...rest });
const left = (yaw = 0, rest = {}) => pointer({ id: 2, handedness: 'left', to: aimed(yaw), ...rest });
const open = (mode: CompareMode, isPinned = false): void => {
  tour.commands.compare.open('restored', mode);
  tour.commands.compare.set({ lens: { yaw: 0, pitch: 0, radius: 0.2 }, curtain: 0.5, isPinned });
  const { comparison } = tour.store.getState();
  if (comparison) live.write(comparison);
};
beforeEach(() => {
  tour = tourAt('hall-as-found');
  live = new LiveCompare();
  walls = null;
  hand = new LensHand({ tour, live, walls: () => walls });
});
const comparison = () => tour.store.getState().comparison;

describe('a lens that is not pinned', () => {
  beforeEach(() => open('lens'));

  it.each<[string, Parameters<typeof pointer>[0][], number | null]>([
    [
      'goes with the left hand, as the right one points',
      [
        { id: 1, to: aimed(0.1) },
        { id: 2, handedness: 'left', to: aimed(0.4) },
      ],
      0.4,
    ],
    ['goes with the gaze where there is one hand', [{ id: 1, to: aimed(0.1) }], null],
    [
      'goes with the gaze where one points with the eyes',
      [
        { kind: 'gaze', to: aimed(0.3) },
        { id: 3, kind: 'transient' },
      ],
      null,
    ],
  ])('%s', (_name, pointers, yaw) => {
    hand.frame(pointers.map(pointer), HEAD);
    if (yaw === null) expect(live.lensAim()).toBeNull();
    else expect(live.lensAim()?.yaw).toBeCloseTo(yaw, 9);
    leadLens(live, [{ forward: directionOf(-0.7, 0) }]);
    expect(live.current.lens.yaw).toBeCloseTo(yaw ?? -0.7, 9);
    expect(live.current.lens.radius).toBe(0.2);
  });

  it('goes with the right hand when the left one has pressed last', () => {
    hand.frame([right(0.1), left(0.4, { isPressed: true })], HEAD);
    hand.frame([right(0.1), left(0.4)], HEAD);
    expect(live.lensAim()?.yaw).toBeCloseTo(0.1, 9);
  });

  it('lies where the ray meets the wall, seen from the centre of the panorama', () => {
    walls = (yaw, pitch) => ({ metres: 2 / -directionOf(yaw, pitch)[2], error: 0 });
    hand.frame([right(), pointer({ id: 2, handedness: 'left', at: [-0.4, 0, -0.2] })], HEAD);
    expect(live.lensAim()?.yaw).toBeCloseTo(Math.atan2(-0.4, 2), 3);
  });

  it('stays where the hand that squeezes on it lets go, pinned', () => {
    hand.frame([right(0), left(0)], HEAD);
    expect(hand.take(right(0.1, { isSqueezed: true }))).toBe(true);
    hand.frame([right(0.5, { isSqueezed: true }), left(1)], HEAD);
    // By what was pointed at beside its middle.
    expect(live.current.lens.yaw).toBeCloseTo(0.4, 9);
    expect(hand.isHeldBy(1)).toBe(true);
    hand.frame([right(0.5), left(1)], HEAD);
    expect(comparison()).toMatchObject({ isPinned: true });
    expect(comparison()?.lens.yaw).toBeCloseTo(0.4, 9);
    expect(hand.isHeldBy(1)).toBe(false);
    hand.frame([right(0.5), left(1)], HEAD);
    expect(live.lensAim()).toBeNull();
  });
});

describe('a lens that is pinned', () => {
  beforeEach(() => open('lens', true));

  it('goes with no hand', () => {
    hand.frame([right(0.1), left(0.4)], HEAD);
    expect(live.lensAim()).toBeNull();
  });

  it('is moved by a hand that takes hold of it, over the date line and no pole', () => {
    tour.commands.compare.set({ lens: { yaw: 3.1, pitch: 1.4, radius: 0.2 } });
    live.write({ lens: { yaw: 3.1, pitch: 1.4, radius: 0.2 } });
    expect(hand.take(right(3.1, { to: aimed(3.1, 1.4), isSqueezed: true }))).toBe(true);
    hand.frame([right(-3.1, { to: aimed(-3.1, 1.55), isSqueezed: true })], HEAD);
    expect(live.current.lens.yaw).toBeCloseTo(-3.1, 6);
    expect(live.current.lens.pitch).toBeLessThanOrEqual(Math.PI / 2);
  });

  it('is not taken from beside it, and let go when the hand is lost', () => {
    expect(hand.take(right(0.3))).toBe(false);
    expect(hand.take(right(0.1))).toBe(true);
    hand.frame([], HEAD);
    expect(hand.isHeldBy(1)).toBe(false);
  });
});

describe('a curtain', () => {
  beforeEach(() => {
    open('curtain');
    hand.frame([right()], HEAD);
  });

  it('is drawn by its line and stays there', () => {
    expect(hand.take(right(0.02, { isPressed: true }))).toBe(true);
    hand.frame([right(0.4, { isPressed: true })], HEAD);
    const wanted = 0.5 + (Math.tan(0.4) - Math.tan(0.02)) / 2;
    expect(live.current.curtain).toBeCloseTo(wanted, 9);
    hand.frame([right(0.4)], HEAD);
    expect(comparison()?.curtain).toBeCloseTo(wanted, 9);
  });

  it('ends at the edge of the picture, and is not taken from beside it or from behind', () => {
    expect(hand.take(right(0.3))).toBe(false);
    expect(hand.take(right(Math.PI))).toBe(false);
    expect(hand.take(right(0, { isPressed: true }))).toBe(true);
    hand.frame([right(1.4, { isPressed: true })], HEAD);
    expect(live.current.curtain).toBe(1);
    hand.frame([right(3, { isPressed: true })], HEAD);
    expect(live.current.curtain).toBe(1);
  });

  it('is let go of when the comparison is another', () => {
    expect(hand.take(right(0, { isPressed: true }))).toBe(true);
    tour.commands.compare.set({ mode: 'blend' });
    hand.frame([right(0.3, { isPressed: true })], HEAD);
    expect(hand.isHeldBy(1)).toBe(false);
    expect(live.current.curtain).toBe(0.5);
  });
});

describe('where a direction is seen across the picture', () => {
  it.each<[string, number, number, number]>([
    ['straight on', 0, 0, 0.5],
    ['at the right edge', Math.PI / 4, 0, 1],
    ['at the left edge', -Math.PI / 4, 0, 0],
    ['straight on of a head that is turned', 0.7, 0.7, 0.5],
    ['behind', Math.PI, 0, NaN],
  ])('%s', (_name, yaw, headYaw, share) => {
    const turn = turnTowards(directionOf(headYaw, 0));
    const found = shareAcross(directionOf(yaw, 0), { turn, tanWidth: 2 });
    if (Number.isNaN(share)) expect(found).toBeNaN();
    else expect(found).toBeCloseTo(share, 9);
  });
});

it('nothing is taken where nothing is compared', () => {
  expect(hand.take(right())).toBe(false);
  hand.frame([right(), left()], HEAD);
  expect(live.lensAim()).toBeNull();
  hand.dispose();
});
