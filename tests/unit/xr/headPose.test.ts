import { Euler, Matrix4 } from 'three';
import { describe, expect, it } from 'vitest';
import { toRadians } from '#shared/angle.ts';
import { createHead, writeHead } from '#xr/rig/headPose.ts';

function headOf(yaw: number, pitch: number, roll = 0) {
  const matrix = new Matrix4().makeRotationFromEuler(
    new Euler(toRadians(pitch), toRadians(-yaw), toRadians(roll), 'YXZ'),
  );
  matrix.setPosition(0.3, 1.5, -0.2);
  const head = createHead();
  writeHead(head, matrix.elements);
  return head;
}

describe('a head', () => {
  it.each([
    [0, 0],
    [90, 0],
    [-90, 10],
    [179, -30],
    [30, 60],
    [-120, -60],
    [45, 80],
    [45, -80],
    // Straight up and down, where the chin and the crown point.
    [70, 89.9],
    [70, -89.9],
    [-160, -90],
    [-160, 90],
  ])('looks along %d° and %d° up', (yaw, pitch) => {
    const head = headOf(yaw, pitch);
    expect(Math.cos(head.yaw - toRadians(yaw))).toBeCloseTo(1, 5);
    expect(head.pitch).toBeCloseTo(toRadians(pitch), 3);
  });

  it('is where it is, and faces the same way when it is laid on a shoulder', () => {
    const head = headOf(20, 0, 35);
    expect(head.yaw).toBeCloseTo(toRadians(20), 6);
    expect([head.x, head.y, head.z]).toEqual([expect.closeTo(0.3, 6), expect.closeTo(1.5, 6), expect.closeTo(-0.2, 6)]);
  });
});
