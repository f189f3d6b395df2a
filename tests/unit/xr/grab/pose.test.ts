import { Matrix4, Quaternion, Vector3 } from 'three';
import { describe, expect, it } from 'vitest';
import { blend, inverse, multiply, rotate, turnAbout, turnBetween, turnTowards, type Quat } from '#shared/quat.ts';
import { normalize, type Vec3 } from '#shared/vec.ts';
import { between, placedBy, seenFrom, writeMatrix, type RelicPose } from '#xr/grab/pose.ts';

const TURN: Quat = turnAbout(normalize([1, 2, -0.5]), 1.1);
const POSE: RelicPose = { position: [0.3, -0.2, -1], turn: TURN, scale: 1.7 };

function expectNear(found: readonly number[], wanted: readonly number[], digits = 9): void {
  expect(found).toHaveLength(wanted.length);
  found.forEach((value, i) => expect(value).toBeCloseTo(wanted[i] ?? NaN, digits));
}

describe('turns', () => {
  it.each<[Vec3, Vec3]>([
    [
      [0, 0, -1],
      [1, 0, 0],
    ],
    [
      [0, 1, 0],
      [0, 1, 0],
    ],
    [
      [0, 0, -1],
      [0, 0, 1],
    ],
    [
      [1, 0, 0],
      [-1, 0, 0],
    ],
    [normalize([1, 2, 3]), normalize([-2, 0.1, 1])],
  ])('take %j to %j', (from, to) => {
    expectNear(rotate(turnBetween(from, to), from), to);
  });

  it.each<[Vec3]>([[[0, 0, -1]], [[1, 0, 0]], [normalize([1, 1, 1])], [[0, 1, 0]]])(
    'look along %j upright',
    (direction) => {
      const turn = turnTowards(direction);
      expectNear(rotate(turn, [0, 0, -1]), direction);
      expect(rotate(turn, [1, 0, 0])[1]).toBeCloseTo(0, 9);
    },
  );

  it('are those of three', () => {
    const ours = multiply(TURN, turnAbout([0, 1, 0], 0.4));
    const theirs = new Quaternion(...TURN).multiply(new Quaternion().setFromAxisAngle(new Vector3(0, 1, 0), 0.4));
    expectNear(ours, theirs.toArray());
    expectNear(rotate(ours, [1, 2, 3]), new Vector3(1, 2, 3).applyQuaternion(theirs).toArray());
    expectNear(blend(TURN, ours, 0.3), new Quaternion(...TURN).slerp(theirs, 0.3).toArray());
    expectNear(multiply(ours, inverse(ours)), [0, 0, 0, 1]);
  });

  it('are blended along the shorter arc', () => {
    const [x, y, z, w] = turnAbout([0, 1, 0], 0.2);
    expectNear(blend([0, 0, 0, 1], [-x, -y, -z, -w], 0.5), turnAbout([0, 1, 0], 0.1));
  });
});

describe('a pose', () => {
  it('seen from an anchor and placed by it again is the same', () => {
    const anchor = { position: [1, 2, 3] as Vec3, turn: turnAbout(normalize([0, 1, 1]), 2) };
    const back = placedBy(anchor, seenFrom(anchor, POSE));
    expectNear(back.position, POSE.position);
    expectNear(back.turn, POSE.turn);
    expect(back.scale).toBe(POSE.scale);
  });

  it('half way to another is half as large again in proportion', () => {
    const small = { ...POSE, scale: 0.5 };
    const large = { ...POSE, scale: 2 };
    expect(between(small, large, 0.5).scale).toBeCloseTo(1, 9);
    expectNear(between(small, large, 0).position, POSE.position);
  });

  it('becomes the matrix that three composes, about the middle of the model', () => {
    const middle: Vec3 = [0.1, 0.4, -0.2];
    const { position, turn, scale } = POSE;
    const wanted = new Matrix4()
      .compose(new Vector3(...position), new Quaternion(...turn), new Vector3(scale, scale, scale))
      .multiply(new Matrix4().makeTranslation(-middle[0], -middle[1], -middle[2]));
    const found = new Matrix4();
    writeMatrix(POSE, middle, found.elements);
    expectNear(found.elements, wanted.elements);
    expectNear(new Vector3(...middle).applyMatrix4(found).toArray(), position);
  });
});
