import type { PerspectiveCamera, WebGLRenderer } from 'three';
import { Matrix4, Vector2 } from 'three';
import { wrapAngle } from '#shared/angle.ts';
import type { MeshSample } from '#streaming/mesh/ports.ts';
import type { ViewSample } from '#streaming/ports.ts';
import type { View } from '#tour/state.ts';
import { createEyeView, writeEyeView } from './eyeView.ts';
import type { MutableEyeView } from './eyeView.ts';

/** Makes the frame's `ViewSample`; the object is reused from frame to frame. */
export class ViewSampler {
  /** Of an eye in a headset, how many pixels count of those it has, each way: 1 for all; less makes the pictures coarser. */
  density = 1;
  readonly #views: MutableEyeView[] = [];
  readonly #size = new Vector2();
  readonly #world = new Matrix4();
  readonly #sample = { eyes: [] as MutableEyeView[], now: 0, yawSpeed: 0, pitchSpeed: 0 };
  readonly #last = { yaw: 0, pitch: 0 };

  /** The page's camera, or in a headset one eye per view of the session, in the frame of the camera's parent. */
  take(renderer: WebGLRenderer, camera: PerspectiveCamera, now: number): ViewSample & MeshSample {
    if (renderer.xr.isPresenting) this.#takeEyes(renderer, camera);
    else this.#takePage(renderer, camera);
    this.#measureSpeed(now);
    return this.#sample;
  }

  /** Forgets how fast the view turned, after a jump. */
  jump(view: View): void {
    this.#last.yaw = view.yaw;
    this.#last.pitch = view.pitch;
  }

  #takePage(renderer: WebGLRenderer, camera: PerspectiveCamera): void {
    renderer.getDrawingBufferSize(this.#size);
    camera.updateWorldMatrix(true, false);
    this.#sample.eyes.length = 1;
    const view = this.#view(0);
    writeEyeView(view, camera.matrixWorld.elements, camera.projectionMatrix.elements, this.#size.x, this.#size.y);
  }

  #takeEyes(renderer: WebGLRenderer, camera: PerspectiveCamera): void {
    const { cameras } = renderer.xr.getCamera();
    const { density } = this;
    this.#sample.eyes.length = cameras.length;
    for (let i = 0; i < cameras.length; i++) {
      const eye = cameras[i];
      if (!eye) continue;
      // three has set each eye's own matrix for this frame but moves it with the rig only when it draws.
      this.#world.copy(eye.matrix);
      if (camera.parent) {
        camera.parent.updateWorldMatrix(true, false);
        this.#world.premultiply(camera.parent.matrixWorld);
      }
      const { z: widthPx = 1, w: heightPx = 1 } = eye.viewport ?? {};
      writeEyeView(
        this.#view(i),
        this.#world.elements,
        eye.projectionMatrix.elements,
        widthPx * density,
        heightPx * density,
      );
    }
  }

  #view(index: number): MutableEyeView {
    const view = (this.#views[index] ??= createEyeView());
    this.#sample.eyes[index] = view;
    return view;
  }

  #measureSpeed(now: number): void {
    const [x, y, z] = this.#sample.eyes[0]?.forward ?? [0, 0, -1];
    const yaw = Math.atan2(x, -z);
    const pitch = Math.asin(Math.max(-1, Math.min(1, y)));
    const dt = now - this.#sample.now;
    // After a rest the time since the last frame says nothing about the motion.
    const isMoving = dt > 0 && dt < 0.25;
    this.#sample.yawSpeed = isMoving ? wrapAngle(yaw - this.#last.yaw) / dt : 0;
    this.#sample.pitchSpeed = isMoving ? (pitch - this.#last.pitch) / dt : 0;
    this.#sample.now = now;
    this.#last.yaw = yaw;
    this.#last.pitch = pitch;
  }
}
