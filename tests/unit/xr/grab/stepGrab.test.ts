import { describe, expect, it } from 'vitest';
import { rotate, turnAbout } from '#shared/quat.ts';
import { lengthOf, subtract, type Vec3 } from '#shared/vec.ts';
import { distanceToBox, NEAREST } from '#xr/grab/shape.ts';
import { COME_SECONDS, GAZE_STEP, RETURN_SECONDS } from '#xr/grab/stepGrab.ts';
import { FRAME, Grabbing, hand, relicAt } from './hands.ts';

const FAR: Vec3 = [0.5, -0.2, -2.5];
const pointing = (rest: Parameters<typeof hand>[0] = {}) => hand({ towards: FAR, ...rest });

describe('a relic that a ray takes', () => {
  it('comes within a quarter of a second, slowly at both ends', () => {
    const grabbing = new Grabbing(relicAt(FAR)).take(pointing());
    expect(grabbing.state.phase).toBe('held');
    grabbing.wait([pointing()], COME_SECONDS);
    expect(grabbing.state.approach).toBeNull();
    expect(grabbing.distance).toBeLessThan(0.8);
    const first = grabbing.ways[1] ?? 0;
    const middle = grabbing.ways[Math.round(COME_SECONDS / FRAME / 2)] ?? 0;
    expect(first).toBeLessThan(middle / 2);
  });

  it('is there at once where motion is reduced', () => {
    const grabbing = new Grabbing(relicAt(FAR));
    grabbing.isMotionReduced = true;
    grabbing.take(pointing());
    expect(grabbing.state.approach).toBeNull();
    expect(grabbing.distance).toBeLessThan(0.8);
  });

  it('lies on the ray and goes on with the hand while it comes', () => {
    const grabbing = new Grabbing(relicAt(FAR)).take(pointing()).wait([pointing()], 0.1);
    const moved = pointing({ at: [0.3, -0.3, -0.3], towards: [0.6, -0.2, -2.5] });
    grabbing.wait([moved], COME_SECONDS);
    const from = subtract(grabbing.state.pose.position, moved.ray.origin);
    expect(
      lengthOf(subtract(from, moved.ray.direction.map((d) => d * lengthOf(from)) as unknown as Vec3)),
    ).toBeLessThan(1e-6);
  });

  it('goes on coming when the hand opens on the way, and floats there', () => {
    const grabbing = new Grabbing(relicAt(FAR)).take(pointing()).step([pointing()]);
    grabbing.wait([pointing({ isHolding: false })], 1);
    expect(grabbing.state.phase).toBe('floating');
    expect(grabbing.distance).toBeLessThan(0.8);
    expect(grabbing.state.pose.turn[3]).toBeCloseTo(1, 9);
  });

  it('is not taken by who is not there, or does not hold it', () => {
    expect(new Grabbing(relicAt(FAR)).step([pointing()], { takers: [7] }).state.phase).toBe('home');
    const grabbing = new Grabbing(relicAt(FAR)).take(pointing({ isHolding: false }));
    expect(grabbing.state.grips).toHaveLength(0);
  });
});

describe('a relic in the hand', () => {
  const NEAR: Vec3 = [0, -0.1, -0.6];
  const touching = (rest: Parameters<typeof hand>[0] = {}) => hand({ at: [0.05, -0.1, -0.6], ...rest });

  it('does not move when a hand inside of it closes', () => {
    const grabbing = new Grabbing(relicAt(NEAR)).take(touching());
    expect(grabbing.state.pose.position).toEqual(NEAR);
    expect(grabbing.state.approach).toBeNull();
  });

  it.each<[string, Vec3]>([
    ['aside', [0.1, 0, 0]],
    ['up', [0, 0.2, 0]],
    ['away', [0, 0, -0.5]],
  ])('is carried %s with it', (_name, [x, y, z]) => {
    const grabbing = new Grabbing(relicAt(NEAR)).take(touching());
    grabbing.step([touching({ at: [0.05 + x, -0.1 + y, -0.6 + z] })]);
    const wanted = [NEAR[0] + x, NEAR[1] + y, NEAR[2] + z];
    grabbing.state.pose.position.forEach((value, k) => expect(value).toBeCloseTo(wanted[k] ?? NaN, 9));
  });

  it('turns with the wrist, about the hand', () => {
    const turn = turnAbout([0, 1, 0], Math.PI / 2);
    const grabbing = new Grabbing(relicAt(NEAR)).take(touching({ turn: [0, 0, 0, 1] })).step([touching({ turn })]);
    const [x, , z] = grabbing.state.pose.position;
    // It was 5 cm to the left of the hand, and is 5 cm before the visitor's side of it.
    expect(x).toBeCloseTo(0.05, 9);
    expect(z).toBeCloseTo(-0.55, 9);
    expect(rotate(grabbing.state.pose.turn, [0, 0, 1])[0]).toBeCloseTo(1, 9);
  });

  it('never comes nearer to the head, and is where the hand is again afterwards', () => {
    const grabbing = new Grabbing(relicAt(NEAR)).take(touching());
    grabbing.step([touching({ at: [0.05, 0, -0.1] })]);
    expect(distanceToBox([0, 0, 0], grabbing.shape, grabbing.state.pose)).toBeGreaterThanOrEqual(NEAREST);
    grabbing.step([touching()]);
    grabbing.state.pose.position.forEach((value, k) => expect(value).toBeCloseTo(NEAR[k] ?? NaN, 9));
  });

  it('keeps clear of a head that comes', () => {
    const grabbing = new Grabbing(relicAt([0, 0, -1.5])).take(hand({ at: [0, 0, -1.45] }));
    const { pose } = grabbing.step([hand({ at: [0, 0, -0.75] })]).step([]).state;
    const { head } = grabbing;
    grabbing.head = { ...head, position: [0, 0, -0.6] };
    grabbing.step([]);
    expect(distanceToBox([0, 0, -0.6], grabbing.shape, grabbing.state.pose)).toBeGreaterThanOrEqual(NEAREST);
    grabbing.head = head;
    expect(grabbing.step([]).state.pose).toEqual(pose);
  });

  it('is farther away by the stick, and nearer', () => {
    const held = new Grabbing(relicAt(FAR)).take(pointing()).wait([pointing()], 0.3);
    const before = held.distance;
    held.wait([pointing({ stickY: 1 })], 0.5);
    const after = held.distance;
    expect(after).toBeGreaterThan(before + 0.2);
    held.wait([pointing({ stickY: -1 })], 0.5);
    expect(held.distance).toBeCloseTo(before, 1);
    held.wait([pointing({ stickY: 1 })], 20);
    expect(held.distance).toBeLessThan(3.5);
  });

  it('turns by the stick about the upright, its front to the side that is pushed', () => {
    const held = new Grabbing(relicAt(FAR)).take(pointing()).wait([pointing()], 0.3);
    held.wait([pointing({ stickX: 1 })], 0.3);
    const front = rotate(held.state.pose.turn, [0, 0, 1]);
    expect(front[0]).toBeGreaterThan(0.3);
    expect(front[1]).toBeCloseTo(0, 9);
    const { turn } = held.state.pose;
    held.wait([pointing({ stickX: 0.15, stickY: -0.1 })], 0.3);
    held.state.pose.turn.forEach((value, k) => expect(value).toBeCloseTo(turn[k] ?? NaN, 9));
  });

  it('counts no frame for more than a tenth of a second', () => {
    const held = new Grabbing(relicAt(FAR)).take(pointing()).wait([pointing()], 0.3);
    const before = held.distance;
    held.step([pointing({ stickY: 1 })], {}, 5);
    expect(held.distance).toBeLessThan(before * 1.2);
  });
});

describe('a relic that is let go', () => {
  const taken = () => new Grabbing(relicAt(FAR)).take(pointing()).wait([pointing()], 0.4);

  it('stays where it is and as it is turned', () => {
    const grabbing = taken();
    const { pose } = grabbing.state;
    grabbing.step([pointing({ isHolding: false })]).wait([], 1);
    expect(grabbing.state.phase).toBe('floating');
    expect(grabbing.state.pose).toEqual(pose);
  });

  it('stays where it is when the hand is lost', () => {
    const grabbing = taken();
    const { pose } = grabbing.state;
    grabbing.step([]);
    expect(grabbing.state.phase).toBe('floating');
    expect(grabbing.state.pose).toEqual(pose);
  });

  it('follows a ray that takes it again from where it is', () => {
    const grabbing = taken().step([]);
    const { pose } = grabbing.state;
    grabbing.take(pointing({ towards: pose.position }));
    grabbing.state.pose.position.forEach((value, k) => expect(value).toBeCloseTo(pose.position[k] ?? NaN, 9));
    expect(grabbing.state.approach).toBeNull();
  });

  it.each<[string, number, string]>([
    ['a hand within a quarter of a metre of its place', 0.2, 'returning'],
    ['a hand farther away', 0.3, 'floating'],
  ])('by %s, %f m, is %s', (_name, beside, phase) => {
    const home: Vec3 = [0, -0.1, -0.6];
    const away = hand({ at: [0.7, -0.1, -0.6] });
    const grabbing = new Grabbing(relicAt(home)).take(hand({ at: home })).step([away]);
    const back = { at: [beside, -0.1, -0.6] as Vec3 };
    grabbing.step([hand(back)]).step([hand({ ...back, isHolding: false })]);
    expect(grabbing.state.phase).toBe(phase);
  });

  it('right where a ray took it stays there: it has not been away', () => {
    const grabbing = new Grabbing(relicAt([0, 0, -0.44])).take(hand({ at: [0.3, -0.3, 0], towards: [0, 0, -0.44] }));
    grabbing.step([]);
    expect(grabbing.state.phase).toBe('floating');
  });

  it('goes home when it is put back, within 0.3 s, to the very place', () => {
    const grabbing = taken().step([]).step([], { isPutBack: true });
    expect(grabbing.state.phase).toBe('returning');
    grabbing.wait([], RETURN_SECONDS);
    expect(grabbing.state.phase).toBe('home');
    expect(grabbing.state.pose).toEqual(grabbing.shape.home);
  });

  it('goes home out of the hand as well, and at once where motion is reduced', () => {
    const grabbing = taken();
    grabbing.isMotionReduced = true;
    grabbing.step([pointing()], { isPutBack: true });
    expect(grabbing.state.phase).toBe('home');
    expect(grabbing.state.grips).toHaveLength(0);
  });

  it('can be taken on its way home', () => {
    const grabbing = taken().step([]).step([], { isPutBack: true }).wait([], 0.1);
    grabbing.take(pointing());
    expect(grabbing.state.phase).toBe('held');
    grabbing.wait([pointing()], 0.4);
    expect(grabbing.state.phase).toBe('held');
  });

  it('at home stays at home', () => {
    const grabbing = new Grabbing(relicAt(FAR)).step([], { isPutBack: true }).step([pointing()]);
    expect(grabbing.state.phase).toBe('home');
  });
});

describe('who points with the eyes', () => {
  const EYES = { at: [0, 0, 0] as Vec3, towards: FAR };
  it('has a relic come by a look that rests on it, and turns it by another', () => {
    const gaze = hand({ ...EYES, kind: 'gaze', isHolding: false });
    const grabbing = new Grabbing(relicAt(FAR, [0.05, 0.05, 0.05])).take(gaze).wait([gaze], 0.3);
    expect(grabbing.state.phase).toBe('floating');
    expect(grabbing.distance).toBeCloseTo(0.45, 6);
    grabbing.take(gaze).wait([gaze], 0.3);
    const front = rotate(grabbing.state.pose.turn, [0, 0, 1]);
    expect(Math.atan2(front[0], front[2])).toBeCloseTo(GAZE_STEP, 6);
    expect(grabbing.distance).toBeCloseTo(0.45, 6);
  });

  const pinch = (at: Vec3, id = 1) => {
    const { ray } = hand(EYES);
    return { ...hand({ id, kind: 'transient', at, turn: [0, 0, 0, 1] }), ray };
  };
  it.each<[string, Vec3, number, number]>([
    ['to the right turns its front to the right', [0.05, 0, 0], 0, 1],
    ['to the left turns its front to the left', [-0.05, 0, 0], 0, -1],
    ['up turns its front up', [0, 0.05, 0], 1, 1],
    ['down turns its front down', [0, -0.05, 0], 1, -1],
  ])('drags it by a pinch: %s', (_name, [x, y, z], axis, sign) => {
    const ahead: Vec3 = [0, 0, -2];
    const grabbing = new Grabbing(relicAt(ahead)).take(pinch([0.2, -0.4, -0.3])).wait([pinch([0.2, -0.4, -0.3])], 0.3);
    const { position } = grabbing.state.pose;
    grabbing.step([pinch([0.2 + x, -0.4 + y, -0.3 + z])]);
    const front = rotate(grabbing.state.pose.turn, [0, 0, 1]);
    expect((front[axis] ?? 0) * sign).toBeGreaterThan(0.3);
    expect(grabbing.state.pose.position).toEqual(position);
  });

  it('scales it between two pinches', () => {
    const one = pinch([0.2, -0.4, -0.3], 1);
    const grabbing = new Grabbing(relicAt([0, 0, -2], [0.04, 0.04, 0.04])).take(one).wait([one], 0.3);
    grabbing.take(pinch([0.4, -0.4, -0.3], 2), [one]);
    grabbing.step([one, pinch([0.6, -0.4, -0.3], 2)]);
    expect(grabbing.state.pose.scale).toBeCloseTo(2, 6);
  });
});
