/** Where the head is, whatever becomes of the rig. */
import { describe, expect, it } from 'vitest';
import { toRadians } from '#shared/angle.ts';
import { headIn, recentred, turned, turnedAboutHead, withHeadOver, type Rig } from '#tour/locomotion/rig.ts';
import { ASIDE, ORIGIN } from './run.ts';

describe('the rig', () => {
  it.each([
    [0, { x: 1, z: 0 }, { x: 1, z: 0 }],
    [90, { x: 0, z: -1 }, { x: 1, z: 0 }],
    [90, { x: 1, z: 0 }, { x: 0, z: 1 }],
    [180, { x: 0, z: -1 }, { x: 0, z: 1 }],
    [-90, { x: 0, z: -1 }, { x: -1, z: 0 }],
  ])('turns what lies ahead to the right by %d degrees', (degrees, from, to) => {
    const { x, z } = turned(from, toRadians(degrees));
    expect(x).toBeCloseTo(to.x, 12);
    expect(z).toBeCloseTo(to.z, 12);
  });

  it.each([0, 30, 90, 135, -90, 179])(
    'takes the head where one pointed, turned by %d degrees, however off centre',
    (degrees) => {
      const rig = withHeadOver({ ...ORIGIN, yaw: toRadians(degrees) }, ASIDE, { x: 4, z: 7 });
      const at = headIn(rig, ASIDE);
      expect(at.x).toBeCloseTo(4, 12);
      expect(at.z).toBeCloseTo(7, 12);
    },
  );

  it.each([30, 45, -30, -45, 180, 360])('turns about the head by %d degrees, which stays where it is', (degrees) => {
    const rig = { x: 2, y: 0, z: -3, yaw: 0.7 };
    const before = headIn(rig, ASIDE);
    const after = headIn(turnedAboutHead(rig, ASIDE, toRadians(degrees)), ASIDE);
    expect(after.x).toBeCloseTo(before.x, 12);
    expect(after.z).toBeCloseTo(before.z, 12);
    expect(Math.cos(after.yaw - before.yaw)).toBeCloseTo(Math.cos(toRadians(degrees)), 12);
    expect(Math.sin(after.yaw - before.yaw)).toBeCloseTo(Math.sin(toRadians(degrees)), 12);
  });

  it.each([0, 60, -150])('is recentred to look along %d degrees from above a spot', (degrees) => {
    const at = headIn(recentred({ x: 9, y: 0, z: 9, yaw: 2 }, ASIDE, { x: -1, z: 2 }, toRadians(degrees)), ASIDE);
    expect(at.x).toBeCloseTo(-1, 12);
    expect(at.z).toBeCloseTo(2, 12);
    expect(Math.cos(at.yaw)).toBeCloseTo(Math.cos(toRadians(degrees)), 12);
  });

  it('comes back where it was after twelve snaps of 30 degrees', () => {
    let rig: Rig = { x: 2, y: 0, z: -3, yaw: 0.7 };
    for (let i = 0; i < 12; i++) rig = turnedAboutHead(rig, ASIDE, toRadians(30));
    expect(rig.x).toBeCloseTo(2, 9);
    expect(rig.z).toBeCloseTo(-3, 9);
    expect(rig.yaw).toBeCloseTo(0.7, 9);
  });
});
