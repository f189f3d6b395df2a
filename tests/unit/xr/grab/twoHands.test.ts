import { describe, expect, it } from 'vitest';
import { rotate, turnAbout } from '#shared/quat.ts';
import type { Vec3 } from '#shared/vec.ts';
import { Grabbing, hand, relicAt } from './hands.ts';

const HOME: Vec3 = [0, 0, -0.7];
const left = (at: Vec3 = [-0.1, 0, -0.7], isHolding = true) => hand({ id: 1, at, turn: [0, 0, 0, 1], isHolding });
const right = (at: Vec3 = [0.1, 0, -0.7], isHolding = true) => hand({ id: 2, at, turn: [0, 0, 0, 1], isHolding });
const both = (half: Vec3 = [0.1, 0.12, 0.1]) => new Grabbing(relicAt(HOME, half)).take(left()).take(right(), [left()]);

describe('two hands on a relic', () => {
  it('move it by what their middle moves', () => {
    const grabbing = both().step([left([0, 0.1, -0.7]), right([0.2, 0.1, -0.7])]);
    [0.1, 0.1, -0.7].forEach((wanted, k) => expect(grabbing.state.pose.position[k]).toBeCloseTo(wanted, 9));
    expect(grabbing.state.pose.scale).toBeCloseTo(1, 9);
  });

  it.each([0.5, 1.25, 1.7])('scale it %f times by as many times the way between them', (times) => {
    const grabbing = both().step([left([-0.1 * times, 0, -0.7]), right([0.1 * times, 0, -0.7])]);
    expect(grabbing.state.pose.scale).toBeCloseTo(times, 9);
    HOME.forEach((wanted, k) => expect(grabbing.state.pose.position[k]).toBeCloseTo(wanted, 9));
  });

  it('scale it about their middle, not its own', () => {
    const grabbing = new Grabbing(relicAt(HOME)).take(left([-0.1, 0.1, -0.7]));
    grabbing.take(right([0.1, 0.1, -0.7]), [left([-0.1, 0.1, -0.7])]);
    grabbing.step([left([-0.15, 0.1, -0.7]), right([0.15, 0.1, -0.7])]);
    expect(grabbing.state.pose.position[1]).toBeCloseTo(0.1 - 0.15, 9);
  });

  it('end at a size, and turn back from it at once', () => {
    const grabbing = both([0.04, 0.04, 0.04]).step([left([-2, 0, -0.7]), right([2, 0, -0.7])]);
    const largest = grabbing.state.pose.scale;
    expect(largest).toBeLessThan(20);
    grabbing.step([left(), right()]);
    expect(grabbing.state.pose.scale).toBeCloseTo(1, 9);
    grabbing.step([left([-0.0001, 0, -0.7]), right([0.0001, 0, -0.7])]);
    expect(grabbing.state.pose.scale).toBeGreaterThan(0.12);
  });

  it.each<[string, Vec3, number]>([
    ['about the upright', [0, 1, 0], 0.6],
    ['about the line of sight', [0, 0, 1], -0.9],
  ])('turn it %s as the line between them turns', (_name, axis, angle) => {
    const turn = turnAbout(axis, angle);
    const at = (offset: Vec3): Vec3 => {
      const [x, y, z] = rotate(turn, offset);
      return [HOME[0] + x, HOME[1] + y, HOME[2] + z];
    };
    const grabbing = both().step([left(at([-0.1, 0, 0])), right(at([0.1, 0, 0]))]);
    turn.forEach((wanted, k) => expect(grabbing.state.pose.turn[k]).toBeCloseTo(wanted, 9));
    HOME.forEach((wanted, k) => expect(grabbing.state.pose.position[k]).toBeCloseTo(wanted, 9));
  });

  it('turn it all the way round, step by step', () => {
    const grabbing = both();
    for (let i = 1; i <= 72; i++) {
      const a = (i / 72) * 2 * Math.PI;
      const [x, z] = [0.1 * Math.cos(a), 0.1 * Math.sin(a)];
      grabbing.step([left([-x, 0, -0.7 - z]), right([x, 0, -0.7 + z])]);
    }
    expect(Math.abs(grabbing.state.pose.turn[3])).toBeCloseTo(1, 6);
  });

  it('do not make it jump when the second one comes or either leaves', () => {
    const grabbing = new Grabbing(relicAt(HOME)).take(left());
    grabbing.step([left([-0.2, 0.1, -0.8])]);
    const before = grabbing.state.pose;
    grabbing.take(right([0.25, -0.1, -0.6]), [left([-0.2, 0.1, -0.8])]);
    expect(grabbing.state.grips).toHaveLength(2);
    expectSame(grabbing.state.pose, before);
    grabbing.step([left([-0.3, 0.1, -0.8]), right([0.3, -0.2, -0.6])]);
    const turned = grabbing.state.pose;
    grabbing.step([left([-0.3, 0.1, -0.8], false), right([0.3, -0.2, -0.6])]);
    expect(grabbing.state.grips.map(({ pointerId }) => pointerId)).toEqual([2]);
    expectSame(grabbing.state.pose, turned);
    grabbing.step([right([0.35, -0.2, -0.6])]);
    expect(grabbing.state.pose.position[0]).toBeCloseTo(turned.position[0] + 0.05, 9);
    const away = grabbing.step([right([0.9, -0.2, -0.6])]).state.pose;
    grabbing.step([right([0.9, -0.2, -0.6], false)]);
    expect(grabbing.state.phase).toBe('floating');
    expectSame(grabbing.state.pose, away);
  });

  it('do not make it jump while it is still coming to the first', () => {
    const far: Vec3 = [0, 0, -3];
    const first = hand({ id: 1, at: [-0.1, -0.3, -0.2], towards: far });
    const second = hand({ id: 2, at: [0.2, -0.3, -0.2], towards: far });
    const grabbing = new Grabbing(relicAt(far)).take(first).step([first]).step([first]);
    grabbing.ways.length = 0;
    grabbing.take(second, [first]).wait([first, second], 0.3);
    expect(Math.max(...grabbing.ways)).toBeLessThan(0.3);
    expect(grabbing.state.pose.scale).toBeCloseTo(1, 9);
  });

  it('are two: a third one gets nothing', () => {
    const grabbing = both().take(hand({ id: 3, at: HOME }), [left(), right()]);
    expect(grabbing.state.grips).toHaveLength(2);
  });

  it('that are in one spot say nothing', () => {
    const grabbing = both()
      .step([left(HOME), right(HOME)])
      .step([left(HOME), right(HOME)]);
    const { position, turn, scale } = grabbing.state.pose;
    for (const value of [...position, ...turn, scale]) expect(Number.isFinite(value)).toBe(true);
  });
});

type Pose = Grabbing['state']['pose'];
function expectSame(found: Pose, wanted: Pose): void {
  found.position.forEach((value, k) => expect(value).toBeCloseTo(wanted.position[k] ?? NaN, 9));
  found.turn.forEach((value, k) => expect(value).toBeCloseTo(wanted.turn[k] ?? NaN, 9));
  expect(found.scale).toBeCloseTo(wanted.scale, 9);
}
