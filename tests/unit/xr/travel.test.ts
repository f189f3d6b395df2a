import { describe, expect, it } from 'vitest';
import { toRadians } from '#shared/angle.ts';
import { planHall } from '#tour/gallery/planHall.ts';
import { headIn, type Head } from '#tour/locomotion/rig.ts';
import type { HandInput } from '#tour/locomotion/state.ts';
import { createTour } from '#tour/store.ts';
import { createTravel } from '#xr/rig/createTravel.ts';
import { makeHall } from '../../fixtures/hall.ts';
import { exhibition as caves } from '../tour/exhibition.ts';

const FRAME = 1 / 72;
/** Someone seated, off the middle of the own room and turned in it. */
const HEAD: Head = { x: 0.7, y: 1.18, z: 0.4, yaw: toRadians(-25) };
const IDLE: HandInput = { id: 1, stickX: 0, stickY: 0, isPressed: false, target: null };
const PRESS: HandInput = { ...IDLE, isPressed: true };
const hall = makeHall({
  sizes: [
    [0.2, 0.3, 0.2],
    [0.2, 0.3, 0.2],
    [0.2, 0.3, 0.2],
  ],
});

function begin(exhibition = caves, nodeId = exhibition.start ?? 'hall', yaw = 0) {
  const tour = createTour({
    exhibition,
    nodeId,
    faults: [],
    brokenNodes: new Map(),
    language: 'en',
    isTitleOpen: false,
    currentView: () => ({ yaw: here().yaw, pitch: 0, fov: 1 }),
  });
  let head = HEAD;
  const travel = createTravel(tour);
  const here = () => headIn(travel.rig, head);
  travel.begin(head, yaw);
  const step = (hands: readonly HandInput[] = [IDLE], times = 1) => {
    let shown = { darkness: 0, vignette: 0 };
    for (let i = 0; i < times; i++) shown = travel.step(head, hands, true, FRAME);
    return shown;
  };
  step();
  return { tour, travel, here, step, move: (to: Partial<Head>) => (head = { ...head, ...to }) };
}

describe('the rig of a headset, where the tour is', () => {
  it('puts the head where the picture was taken, looking where the page looked', () => {
    const { here } = begin(caves, 'hall', toRadians(70));
    const { x, y, z, yaw } = here();
    expect([x, y, z]).toEqual([expect.closeTo(0, 9), expect.closeTo(0, 9), expect.closeTo(0, 9)]);
    expect(yaw).toBeCloseTo(toRadians(70), 9);
  });

  it('lets the head move from there as it does in the own room', () => {
    const { here, step, move } = begin(caves, 'hall', toRadians(-25));
    move({ x: HEAD.x + 0.2, y: HEAD.y + 0.1 });
    step();
    expect(here().x).toBeCloseTo(0.2, 9);
    expect(here().y).toBeCloseTo(0.1, 9);
  });

  it('goes along a link in the dark, keeping the compass heading, the head over the middle again', () => {
    const { tour, here, step, move } = begin(caves, 'hall', toRadians(40));
    move({ x: HEAD.x + 0.3 });
    step([{ ...PRESS, target: { kind: 'link', nodeId: 'niche' } }]);
    let darkest = 0;
    let darkestAt = '';
    for (let i = 0; i < 30; i++) {
      const before = tour.store.getState().nodeId;
      const { darkness } = step();
      if (tour.store.getState().nodeId !== before) darkestAt = `${darkness}`;
      darkest = Math.max(darkest, darkness);
    }
    expect(tour.store.getState().nodeId).toBe('niche');
    expect(darkestAt).toBe('1');
    expect(darkest).toBe(1);
    // From a heading of 90° to one of 350°.
    expect(Math.cos(here().yaw - toRadians(40 + 90 - 350))).toBeCloseTo(1, 9);
    expect(Math.hypot(here().x, here().z)).toBeLessThan(1e-9);
  });

  it('follows a change of place that comes from elsewhere, as from a list', () => {
    const { tour, here, step, move } = begin();
    move({ z: HEAD.z - 0.5 });
    tour.commands.goTo('antechamber', { isFresh: true });
    step();
    expect(Math.hypot(here().x, here().y, here().z)).toBeLessThan(1e-9);
  });

  it('turns to what a picture begins with when it is straightened', () => {
    const { tour, here, step, move } = begin(caves, 'hall', toRadians(-100));
    move({ x: 0, yaw: toRadians(15), y: 1.3 });
    step();
    tour.commands.headset.begin(null);
    step();
    tour.commands.headset.recentre();
    step();
    expect(here().yaw).toBeCloseTo(toRadians(30), 9);
    expect(Math.hypot(here().x, here().y, here().z)).toBeLessThan(1e-9);
  });

  it('does not move by what nobody asked for: language, panels, settings that are no height', () => {
    const { tour, travel, step } = begin();
    const { rig } = travel;
    tour.commands.setLanguage('zh-Hans');
    tour.commands.openPanel({ kind: 'places' });
    tour.commands.look({ yaw: 1 }, { isEased: true });
    tour.commands.headset.setComfort({ vignette: 0.2, snapStep: toRadians(45) });
    step([IDLE], 20);
    expect(travel.rig).toEqual(rig);
  });

  it('keeps the eyes where they are in a picture, whether one sits or stands', () => {
    const { tour, here, step } = begin();
    tour.commands.headset.setComfort({ isSeated: false });
    step();
    expect(here().y).toBeCloseTo(0, 9);
    tour.commands.headset.setComfort({ heightOffset: 0.3 });
    step();
    expect(here().y).toBeCloseTo(0.3, 9);
  });

  it('puts the head back where it was when the system has moved its space', () => {
    const { travel, here, step, move } = begin(caves, 'hall', 0);
    travel.resetSpace();
    move({ x: 0, y: 1.4, z: 0, yaw: 0 });
    step();
    expect(Math.hypot(here().x, here().y, here().z)).toBeLessThan(1e-9);
  });
});

describe('the rig of a headset in a hall', () => {
  it('stands on the floor at the entrance, raised where one sits', () => {
    const { here, tour, step } = begin(hall, 'hall');
    const { entrance } = planHall(hall, hall.nodes[1])!;
    expect(here().x).toBeCloseTo(entrance.x, 6);
    expect(here().z).toBeCloseTo(entrance.z, 6);
    expect(here().y).toBeCloseTo(HEAD.y + 0.4, 9);
    tour.commands.headset.setComfort({ isSeated: false });
    step();
    expect(here().y).toBeCloseTo(HEAD.y, 9);
  });

  it('jumps where one points, and tells the tour once one rests there', () => {
    const { tour, here, step } = begin(hall, 'hall');
    const { entrance } = planHall(hall, hall.nodes[1])!;
    const target = { kind: 'floor', x: 0, z: entrance.z - 1.5 } as const;
    step([{ ...PRESS, target }]);
    step([IDLE], 20);
    expect(here().x).toBeCloseTo(target.x, 6);
    expect(here().z).toBeCloseTo(target.z, 6);
    expect(tour.store.getState().stand?.z).not.toBeCloseTo(target.z, 2);
    step([IDLE], 60);
    expect(tour.store.getState().stand?.z).toBeCloseTo(target.z, 6);
  });

  it('never ends inside of what stands there or beyond a wall', () => {
    const plan = planHall(hall, hall.nodes[1])!;
    const { here, step } = begin(hall, 'hall');
    const { x, z } = plan.exhibits[0]!.support!;
    for (const target of [
      { x, z },
      { x: 500, z: 0 },
    ]) {
      step([{ ...PRESS, target: { kind: 'floor', ...target } }]);
      step([IDLE], 30);
      expect(Math.hypot(here().x - x, here().z - z)).toBeGreaterThan(0.25);
      expect(Math.abs(here().x)).toBeLessThan(plan.width / 2);
    }
  });

  it('keeps the spot where it is straightened, and where the system moves its space', () => {
    const { tour, travel, here, step, move } = begin(hall, 'hall');
    tour.commands.headset.begin(null);
    step();
    const before = here();
    tour.commands.headset.recentre();
    step();
    expect(here().x).toBeCloseTo(before.x, 9);
    expect(here().yaw).toBeCloseTo(before.yaw, 9);
    travel.resetSpace();
    move({ x: -1, z: 2 });
    step();
    expect([here().x, here().z]).toEqual([expect.closeTo(before.x, 9), expect.closeTo(before.z, 9)]);
  });

  it('goes where the tour says one stands, as Back does', () => {
    const { tour, here, step } = begin(hall, 'hall');
    tour.commands.stand({ x: 0.4, z: 0.2 });
    step();
    const { x, z } = here();
    expect(Math.hypot(x - 0.4, z - 0.2)).toBeLessThan(1);
  });
});
