import { useFrame } from '@react-three/fiber';
import { PerspectiveCamera } from 'three';
import { FRAME_ORDER } from '#scene/frame/order.ts';
import { toRadians } from '#shared/angle.ts';
import type { Marks as MarksOfPlace } from './createMarks.ts';

/** A headset has no screen to count pixels on: there marks are as large as on a page 1,000 pixels high at this angle. */
const HEADSET_FOV = toRadians(60);
const HEADSET_HEIGHT_PX = 1_000;

/** Puts the marks into the scene and keeps their size on the screen while the camera zooms. */
export function Marks({ marks }: { readonly marks: MarksOfPlace }) {
  useFrame(({ camera, gl, size }) => {
    const pixelRatio = gl.getPixelRatio();
    if (gl.xr.isPresenting) marks.follow(HEADSET_FOV, HEADSET_HEIGHT_PX, pixelRatio);
    else if (camera instanceof PerspectiveCamera) marks.follow(toRadians(camera.fov), size.height, pixelRatio);
  }, FRAME_ORDER.marks);
  return <primitive object={marks.group} dispose={null} />;
}
