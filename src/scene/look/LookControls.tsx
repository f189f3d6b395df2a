import { useFrame } from '@react-three/fiber';
import { PerspectiveCamera } from 'three';
import { aimCamera } from '#scene/frame/aimCamera.ts';
import { FRAME_ORDER } from '#scene/frame/order.ts';
import type { Look } from './controls.ts';

/** Moves the camera each frame, and asks for the next while the motion lasts. In a headset the head does that. */
export function LookControls({ look }: { readonly look: Look }): null {
  useFrame(({ camera, gl, invalidate }, delta) => {
    if (gl.xr.isPresenting || !look.isAwake) return;
    if (look.step(delta)) invalidate();
    if (camera instanceof PerspectiveCamera) aimCamera(camera, look.view);
  }, FRAME_ORDER.look);
  return null;
}
