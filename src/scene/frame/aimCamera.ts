import type { PerspectiveCamera } from 'three';
import { toDegrees } from '#shared/angle.ts';
import type { View } from '#tour/state.ts';

/** Yaw grows to the right and three's rotation about Y to the left. */
export function aimCamera(camera: PerspectiveCamera, { yaw, pitch, fov }: View): void {
  camera.rotation.set(pitch, -yaw, 0, 'YXZ');
  const degrees = toDegrees(fov);
  if (camera.fov === degrees) return;
  camera.fov = degrees;
  camera.updateProjectionMatrix();
}
