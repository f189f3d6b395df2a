import { useFrame } from '@react-three/fiber';
import { PerspectiveCamera } from 'three';
import { HEADSET_VIEW } from '#scene/frame/headsetView.ts';
import { FRAME_ORDER } from '#scene/frame/order.ts';
import { toRadians } from '#shared/angle.ts';
import type { Marks as MarksOfPlace } from './createMarks.ts';

/** Puts the marks into the scene and keeps their size on the screen while the camera zooms. */
export function Marks({ marks }: { readonly marks: MarksOfPlace }) {
  useFrame(({ camera, gl, size }) => {
    const pixelRatio = gl.getPixelRatio();
    if (gl.xr.isPresenting) marks.follow(HEADSET_VIEW.fov, HEADSET_VIEW.heightPx, pixelRatio);
    else if (camera instanceof PerspectiveCamera) marks.follow(toRadians(camera.fov), size.height, pixelRatio);
  }, FRAME_ORDER.marks);
  return <primitive object={marks.group} dispose={null} />;
}
