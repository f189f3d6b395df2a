import { useFrame } from '@react-three/fiber';
import { PerspectiveCamera } from 'three';
import { FRAME_ORDER } from '#scene/frame/order.ts';
import type { View } from '#tour/state.ts';
import { toDegrees } from '#shared/angle.ts';
import type { Look } from './controls.ts';

/** Moves the camera each frame, and asks for the next while the motion lasts. In a headset the head does that. */
export function LookControls({ look }: { readonly look: Look }): null {
  useFrame(({ camera, gl, invalidate }, delta) => {
    if (gl.xr.isPresenting) return;
    if (look.step(delta)) invalidate();
    if (camera instanceof PerspectiveCamera) aimCamera(camera, look.view);
  }, FRAME_ORDER.look);
  return null;
}

/** Yaw grows to the right and three's rotation about Y to the left. */
export function aimCamera(camera: PerspectiveCamera, { yaw, pitch, fov }: View): void {
  camera.rotation.set(pitch, -yaw, 0, 'YXZ');
  const degrees = toDegrees(fov);
  if (camera.fov === degrees) return;
  camera.fov = degrees;
  camera.updateProjectionMatrix();
}
