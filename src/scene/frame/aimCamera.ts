import type { PerspectiveCamera } from 'three';
import { toDegrees } from '#shared/angle.ts';
import type { View } from '#tour/state.ts';

/** Metres: what stands in a place is between them. */
export const NEAR = 0.05;
export const FAR = 1_000;

/**
 * Turns the camera to a view, at the eyes of the place: the origin. Yaw grows to the right and three's rotation about
 * Y to the left.
 */
export function aimCamera(camera: PerspectiveCamera, { yaw, pitch, fov }: View): void {
  camera.position.set(0, 0, 0);
  camera.rotation.set(pitch, -yaw, 0, 'YXZ');
  setLens(camera, toDegrees(fov), NEAR, FAR);
}

/** Field of view in degrees, near and far in metres; the projection is made anew only where something has changed. */
export function setLens(camera: PerspectiveCamera, fovDegrees: number, near: number, far: number): void {
  if (camera.fov === fovDegrees && camera.near === near && camera.far === far) return;
  camera.fov = fovDegrees;
  camera.near = near;
  camera.far = far;
  camera.updateProjectionMatrix();
}
