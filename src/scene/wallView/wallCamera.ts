/** The camera between an ordinary view and the picture of a wall. */
import { Matrix4, type PerspectiveCamera, Quaternion, Vector3 } from 'three';
import { FAR, NEAR } from '#scene/frame/aimCamera.ts';
import { directionOf } from '#shared/vec.ts';
import type { View } from '#tour/state.ts';
import { tangentsOf } from '#tour/wallView/frame.ts';
import type { Wall, WallFrame } from '#tour/wallView/state.ts';

/**
 * Sets the camera between a view (`progress` 0) and a wall's frame (1). It turns to the wall's normal while the middle of
 * the picture goes from where the visitor looked to the middle of the frame, and the frustum shifts as much as both ask
 * for: what is looked at stays in the picture. Frustums that are not symmetric are the camera's until three makes its
 * projection anew.
 */
export class WallCamera {
  readonly #from = new Quaternion();
  readonly #to = new Quaternion();
  readonly #middle = new Vector3();
  readonly #end = new Vector3();
  readonly #turn = new Quaternion();
  readonly #whole = new Quaternion();
  readonly #normal = new Vector3();
  readonly #right = new Vector3();
  readonly #up = new Vector3();
  #wall: Wall | null = null;

  aim(camera: PerspectiveCamera, view: View, wall: Wall, frame: WallFrame, progress: number): void {
    if (wall !== this.#wall) this.#take(wall);
    camera.position.set(0, 0, 0);
    const { aspect } = camera;
    const at = tangentsOf(wall, frame, aspect);
    if (progress >= 1) {
      camera.quaternion.copy(this.#to);
      project(camera, -at.tanLeft, at.tanRight, at.tanTop, -at.tanBottom);
      return;
    }
    camera.rotation.set(view.pitch, -view.yaw, 0, 'YXZ');
    this.#from.copy(camera.quaternion);
    camera.quaternion.copy(this.#from).slerp(this.#to, progress);
    // Where the middle of the picture looks, on the way from one to the other along a great circle.
    this.#middle.set(...directionOf(view.yaw, view.pitch));
    this.#end.copy(this.#normal).multiplyScalar(wall.distance);
    this.#end.addScaledVector(this.#right, frame.x).addScaledVector(this.#up, frame.y).normalize();
    this.#whole.setFromUnitVectors(this.#middle, this.#end);
    this.#middle.applyQuaternion(this.#turn.identity().slerp(this.#whole, progress));
    this.#middle.applyQuaternion(this.#turn.copy(camera.quaternion).invert());
    const ahead = Math.max(1e-3, -this.#middle.z);
    const [x, y] = [this.#middle.x / ahead, this.#middle.y / ahead];
    const [first, last] = [Math.tan(view.fov / 2), frame.width / aspect / 2 / wall.distance];
    const halfHeight = first * (last / first) ** progress;
    const halfWidth = halfHeight * aspect;
    project(camera, x - halfWidth, x + halfWidth, y + halfHeight, y - halfHeight);
  }

  #take(wall: Wall): void {
    this.#wall = wall;
    this.#normal.set(...wall.normal);
    this.#right.set(...wall.right);
    this.#up.set(...wall.up);
    const axes = new Matrix4().makeBasis(this.#right, this.#up, this.#normal.clone().negate());
    this.#to.setFromRotationMatrix(axes);
  }
}

/** A frustum by the tangents of its edges: left and bottom are negative where they lie beyond the axis. */
function project(camera: PerspectiveCamera, left: number, right: number, top: number, bottom: number): void {
  camera.near = NEAR;
  camera.far = FAR;
  camera.projectionMatrix.makePerspective(
    left * NEAR, right * NEAR, top * NEAR, bottom * NEAR, NEAR, FAR, camera.coordinateSystem, camera.reversedDepth,
  ); // prettier-ignore
  camera.projectionMatrixInverse.copy(camera.projectionMatrix).invert();
}
