/** How a panorama leans in another viewer, against that viewer's own formulas written out. */
import { describe, expect, it } from 'vitest';
import type { PanoramaAsset } from '#document/schema.ts';
import { leanOfPannellum, leanOfPhotoSphereViewer, poseOfRotation } from '#exchange/making/lean.ts';
import { toRadians } from '#shared/angle.ts';
import { rotationInto } from '#shared/pose.ts';
import { directionOf, type Vec3 } from '#shared/vec.ts';
import { rotationToPanorama } from '#tour/pose.ts';
import { makeFolder, pngHead } from '../../fixtures/foreignFolder.ts';
import { importValid, lossAt } from '../../fixtures/importing.ts';

const VIEWS: readonly (readonly [number, number])[] = [[0, 0], [90, 0], [-140, 35], [20, -70]]; // prettier-ignore

function inPicture(pose: PanoramaAsset['pose'], [yaw, pitch]: readonly [number, number]): Vec3 {
  const m = rotationToPanorama(pose);
  const [x, y, z] = directionOf(toRadians(yaw), toRadians(pitch));
  return [m[0] * x + m[1] * y + m[2] * z, m[3] * x + m[4] * y + m[5] * z, m[6] * x + m[7] * y + m[8] * z];
}

function expectNear(found: Vec3, wanted: Vec3): void {
  for (const axis of [0, 1, 2] as const) expect(found[axis]).toBeCloseTo(wanted[axis], 5);
}

describe('the horizon of Pannellum', () => {
  /** `render` of libpannellum: where in the picture a view looks; x ahead, y right, z up. */
  function pannellum(horizonPitch: number, horizonRoll: number, [yaw, pitch]: readonly [number, number]): Vec3 {
    const [h, r, w, p] = [horizonPitch, horizonRoll, yaw, pitch].map(toRadians) as [number, number, number, number];
    const { sin, cos } = Math;
    const x = cos(r) * sin(p) * sin(h) + cos(p) * (cos(h) * cos(w) + sin(r) * sin(h) * sin(w));
    const y = -sin(p) * sin(r) + cos(p) * cos(r) * sin(w);
    const z = cos(r) * cos(h) * sin(p) + cos(p) * (-cos(w) * sin(h) + cos(h) * sin(r) * sin(w));
    return [y, z, -x];
  }

  it.each([[10, 0], [0, -8], [-12, 25], [90, 30]])('is levelled as there, pitch %d and roll %d', (pitch, roll) => {
    for (const view of VIEWS) expectNear(inPicture(leanOfPannellum(pitch, roll), view), pannellum(pitch, roll, view));
  }); // prettier-ignore

  it('comes with the scene, or what it lies in', async () => {
    const tour = { default: { horizonRoll: 3 }, scenes: { hall: { panorama: 'a.png', horizonPitch: 120 }, other: { panorama: 'a.png' } } }; // prettier-ignore
    const result = await importValid(tour, { folder: makeFolder({ 'a.png': pngHead(2048, 1024) }) });
    expect(result.document.assets.map((asset) => asset.kind === 'panorama' && asset.pose)).toEqual([{ roll: 3 }, { roll: 3 }]); // prettier-ignore
    expect(lossAt(result, '/scenes/hall/horizonPitch')).toContain('from -90 to 90');
  });
});

describe('the sphere correction of Photo Sphere Viewer', () => {
  /** Its sphere: x left, y up, z ahead; a point of the picture turned by roll, then tilt, then pan. */
  function turned([pan, tilt, roll]: readonly number[], [yaw, pitch]: readonly [number, number]): Vec3 {
    const [a, b, c] = [toRadians(pan ?? 0), toRadians(tilt ?? 0), toRadians(roll ?? 0)];
    const [x, y, z] = directionOf(toRadians(yaw), toRadians(pitch));
    const [px, py, pz] = [-x, y, -z];
    const [rx, ry] = [px * Math.cos(c) - py * Math.sin(c), px * Math.sin(c) + py * Math.cos(c)];
    const [ty, tz] = [ry * Math.cos(b) - pz * Math.sin(b), ry * Math.sin(b) + pz * Math.cos(b)];
    const [wx, wz] = [rx * Math.cos(a) + tz * Math.sin(a), -rx * Math.sin(a) + tz * Math.cos(a)];
    return [-wx, ty, -wz];
  }

  it.each([[[30, 0, 0]], [[0, 15, 0]], [[0, 0, -20]], [[-50, 12, 7]]])('turns the picture as there, %j', (correction) => {
    const [pan = 0, tilt = 0, roll = 0] = correction;
    for (const inside of VIEWS) {
      const [x, y, z] = turned(correction, inside);
      const view = [(Math.atan2(x, -z) * 180) / Math.PI, (Math.asin(y) * 180) / Math.PI] as const;
      const wanted = directionOf(toRadians(inside[0]), toRadians(inside[1]));
      expectNear(inPicture(leanOfPhotoSphereViewer(pan, tilt, roll), view), [wanted[0], wanted[1], wanted[2]]);
    }
  }); // prettier-ignore

  it('is read with its units; what is no angle is a loss', async () => {
    const document = { panorama: 'a.png', sphereCorrection: { pan: '90deg', tilt: Math.PI / 6, roll: 'askew' } };
    const result = await importValid(document, { folder: makeFolder({ 'a.png': pngHead(2048, 1024) }) });
    expect(result.document.assets[0]).toMatchObject({ pose: { heading: -90, pitch: -30 } });
    expect(lossAt(result, '/sphereCorrection/roll')).toContain('“askew” is no angle');
  });
});

describe('the pose of a rotation', () => {
  it.each([[40, -30, 100], [-170, 89, -3], [0, 90, 25]])('is what it was made of: %d, %d, %d', (heading, pitch, roll) => {
    const [h, p, r] = [toRadians(heading), toRadians(pitch), toRadians(roll)];
    const again = poseOfRotation(rotationInto(h, p, r)) ?? {};
    expect([again.heading ?? 0, again.pitch ?? 0, again.roll ?? 0]).toEqual([heading, pitch, roll]);
  }); // prettier-ignore

  it('is none where nothing is turned', () => {
    expect(poseOfRotation([1, 0, 0, 0, 1, 0, 0, 0, 1])).toBeUndefined();
  });
});
