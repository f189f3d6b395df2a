/** How a panorama leans in its viewer, as the pose of a panorama of ours: degrees, heading first, then pitch, then roll. */
import type { PanoramaAsset } from '#document/schema.ts';
import { toDegrees, toRadians } from '#shared/angle.ts';
import type { Rotation } from '#shared/pose.ts';
import { round } from './angles.ts';

type Pose = NonNullable<PanoramaAsset['pose']>;

/** Closer to straight up or down, heading and roll are one turn. */
const NEARLY_UPRIGHT = 1e-9;

/** The pose that `rotationInto` makes this rotation of: from directions of the place into the picture, row-major. */
export function poseOfRotation(m: Rotation): Pose | undefined {
  const isUpright = Math.hypot(m[6], m[8]) < NEARLY_UPRIGHT;
  const heading = isUpright ? 0 : Math.atan2(-m[6], m[8]);
  const roll = isUpright ? Math.atan2(m[3], m[0]) : Math.atan2(-m[1], m[4]);
  return poseOf(toDegrees(heading), toDegrees(Math.asin(Math.max(-1, Math.min(1, -m[7])))), toDegrees(roll));
}

/** Without what is zero; undefined where nothing leans. */
export function poseOf(heading: number, pitch: number, roll: number): Pose | undefined {
  const pose: Pose = {
    ...(round(heading) !== 0 && { heading: round(heading) }),
    ...(round(pitch) !== 0 && { pitch: round(pitch) }),
    ...(round(roll) !== 0 && { roll: round(roll) }),
  };
  return Object.keys(pose).length > 0 ? pose : undefined;
}

/**
 * Pannellum's `horizonPitch` and `horizonRoll`, degrees: a direction is rolled about the view at yaw 0 and then pitched
 * before it is looked up in the picture (mpetroff/pannellum, src/js/libpannellum.js, `render`). Yaw, pitch and labels are
 * those of the levelled view, as ours.
 */
export function leanOfPannellum(horizonPitch: number, horizonRoll: number): Pose | undefined {
  const [sp, cp] = [Math.sin(toRadians(horizonPitch)), Math.cos(toRadians(horizonPitch))];
  const [sr, cr] = [Math.sin(toRadians(horizonRoll)), Math.cos(toRadians(horizonRoll))];
  return poseOfRotation([cr, -sr, 0, cp * sr, cp * cr, sp, -sr * sp, -cr * sp, cp]);
}

/**
 * Photo Sphere Viewer's `sphereCorrection`, degrees: the sphere is turned by YXZ (tilt, pan, roll) where +X is left and +Z
 * ahead (mistic100/Photo-Sphere-Viewer, packages/core/src/services/Renderer.ts, version 5; older ones by ZXY). Markers and
 * views do not turn with it.
 */
export function leanOfPhotoSphereViewer(pan: number, tilt: number, roll: number): Pose | undefined {
  return poseOf(-pan, -tilt, roll);
}
