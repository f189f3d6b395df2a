import { describe, expect, it } from 'vitest';
import { toDegrees, toRadians } from '#shared/angle.ts';
import { directionOf, type Vec3, yawPitchOf } from '#shared/vec.ts';
import { rotationToPanorama } from '#tour/pose.ts';

type Pose = Parameters<typeof rotationToPanorama>[0];

/** Where a direction of the node's view, in degrees, lies in the panorama. */
function inPanorama(pose: Pose, yaw: number, pitch: number): { yaw: number; pitch: number } {
  const m = rotationToPanorama(pose);
  const [x, y, z] = directionOf(toRadians(yaw), toRadians(pitch));
  const turned: Vec3 = [m[0] * x + m[1] * y + m[2] * z, m[3] * x + m[4] * y + m[5] * z, m[6] * x + m[7] * y + m[8] * z];
  const aim = yawPitchOf(turned);
  return { yaw: toDegrees(aim.yaw), pitch: toDegrees(aim.pitch) };
}

describe('the rotation from the node to the panorama', () => {
  it.each<[string, Pose, [number, number], [number, number]]>([
    ['leaves a panorama without pose as it is', undefined, [30, 20], [30, 20]],
    ['shows the centre of a panorama with a heading at that yaw', { heading: 40 }, [40, 0], [0, 0]],
    ['keeps what is above the horizon above it under a heading', { heading: -90 }, [0, 35], [90, 35]],
    ['shows the centre of a panorama pitched up above the horizon', { pitch: 25 }, [0, 25], [0, 0]],
    ['turns heading before pitch', { heading: 120, pitch: 25 }, [120, 25], [0, 0]],
    [
      'finds the horizon to the right in the upper half of a panorama rolled clockwise',
      { roll: 10 },
      [90, 0],
      [90, 10],
    ],
    ['leaves the centre of a rolled panorama where it is', { roll: 77 }, [0, 0], [0, 0]],
    ['rolls about the turned centre', { heading: 50, pitch: -15, roll: 33 }, [50, -15], [0, 0]],
  ])('%s', (_name, pose, [yaw, pitch], [wantedYaw, wantedPitch]) => {
    const aim = inPanorama(pose, yaw, pitch);
    expect(aim.yaw).toBeCloseTo(wantedYaw, 9);
    expect(aim.pitch).toBeCloseTo(wantedPitch, 9);
  });

  it('is a rotation', () => {
    const m = rotationToPanorama({ heading: 31, pitch: 12, roll: -47 });
    const row = (i: number) => [m[i * 3] ?? 0, m[i * 3 + 1] ?? 0, m[i * 3 + 2] ?? 0] as const;
    for (let i = 0; i < 3; i++) {
      for (let j = 0; j < 3; j++) {
        const [a, b] = [row(i), row(j)];
        expect(a[0] * b[0] + a[1] * b[1] + a[2] * b[2]).toBeCloseTo(i === j ? 1 : 0, 12);
      }
    }
    const [[a, b, c], [d, e, f], [g, h, k]] = [row(0), row(1), row(2)];
    expect(a * (e * k - f * h) - b * (d * k - f * g) + c * (d * h - e * g)).toBeCloseTo(1, 12);
  });
});
