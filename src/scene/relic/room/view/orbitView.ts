import { type Box3, type PerspectiveCamera, Vector3 } from 'three';
import { toDegrees } from '#shared/angle.ts';
import type { Vec3 } from '#shared/vec.ts';
import { setLens } from '#scene/frame/aimCamera.ts';
import { createOrbitLimits, createOrbitState } from '#tour/relic/orbit/orbitState.ts';
import {
  cornersOf,
  depthRange,
  distanceLimits,
  fieldOf,
  frame,
  freeArea,
  type Insets,
  type SeenPoint,
} from '#tour/relic/orbit/framing.ts';
import { stepOrbit } from '#tour/relic/orbit/step.ts';
import { showWhole } from '#tour/relic/orbit/wishes.ts';
import { FIRST_VIEW } from '#tour/relic/orbit/request.ts';
import type { Orbit } from '#tour/relic/state.ts';

/** How fast the picture slides aside when a panel opens: half of the way in this time. */
const SLIDE_RATE = Math.LN2 / 0.09;
const REST_SLIDE = 0.0008;
/** The target stays within the relic and this much around it, as a share of its size. */
const ROOM_AROUND = 0.1;

const FIRST: Orbit = { ...FIRST_VIEW, distance: 2, target: [0, 0, 0] };

export interface Ray {
  readonly origin: Vec3;
  readonly direction: Vec3;
}

/** The camera around the relic: what the pure motion of `tour/relic/orbit` means for three's camera. */
export class OrbitView {
  readonly state = createOrbitState(FIRST);
  readonly limits = createOrbitLimits();
  readonly size = { widthPx: 1, heightPx: 1 };
  /** Where the target is seen, −1 to 1: the middle of what panels leave free. */
  readonly shift = { x: 0, y: 0 };
  readonly middle = new Vector3();
  /** Of the relic alone, and of all that is drawn around it; metres. */
  radius = 1;
  reach = 6;
  readonly #min: [number, number, number] = [-1, -1, -1];
  readonly #max: [number, number, number] = [1, 1, 1];
  #insets: Insets = { top: 0, right: 0, bottom: 0, left: 0 };
  /** What is to be seen with the relic: what it stands on, what stands beside it. */
  #around: ((yaw: number, pitch: number) => readonly SeenPoint[]) | null = null;
  #textureSize = 0;
  #isSlid = false;
  #aside = { right: 0, up: 0 };

  get min(): Vec3 {
    return this.#min;
  }

  get max(): Vec3 {
    return this.#max;
  }

  /** Tangents of half the field of view. */
  get tanY(): number {
    return this.limits.tangent;
  }

  get tanX(): number {
    return (this.limits.tangent * this.size.widthPx) / this.size.heightPx;
  }

  setBounds(bounds: Box3, textureSize: number): void {
    bounds.getCenter(this.middle);
    this.radius = Math.max(1e-6, bounds.getSize(new Vector3()).length() / 2);
    bounds.min.toArray(this.#min);
    bounds.max.toArray(this.#max);
    this.#textureSize = textureSize;
    this.measure();
  }

  setSize(widthPx: number, heightPx: number, isEased: boolean): void {
    const { size, state } = this;
    if (size.widthPx === widthPx && size.heightPx === heightPx) return;
    size.widthPx = Math.max(1, widthPx);
    size.heightPx = Math.max(1, heightPx);
    this.measure();
    if (state.isWhole) showWhole(state, this.limits, isEased);
  }

  setInsets(insets: Insets, isEased: boolean): void {
    this.#insets = insets;
    this.measure();
    if (this.state.isWhole) showWhole(this.state, this.limits, isEased);
  }

  /** Along the camera's axes from the relic's middle, metres; asked whenever the whole is measured. */
  setAround(points: (yaw: number, pitch: number) => readonly SeenPoint[]): void {
    this.#around = points;
    this.measure();
  }

  /** Finds anew how far away the whole is, seen from a direction. */
  measure(yaw = this.state.pose.yaw, pitch = this.state.pose.pitch): void {
    const { limits, size } = this;
    const area = freeArea(size, this.#insets);
    const box = { min: this.#min, max: this.#max };
    const points = [...cornersOf(box, yaw, pitch), ...(this.#around?.(yaw, pitch) ?? [])];
    const framing = frame(points, size, area, this.#around === null);
    limits.tangent = Math.tan(fieldOf(size) / 2);
    limits.wholeDistance = framing.distance;
    this.middle.toArray(limits.wholeTarget);
    const sizes = [0, 1, 2].map((k) => (this.#max[k] ?? 0) - (this.#min[k] ?? 0));
    const longest = Math.max(...sizes);
    Object.assign(limits, distanceLimits(longest, this.#textureSize, framing.distance, size));
    for (let k = 0; k < 3; k++) {
      limits.min[k] = (this.#min[k] ?? 0) - longest * ROOM_AROUND;
      limits.max[k] = (this.#max[k] ?? 0) + longest * ROOM_AROUND;
    }
    this.#aside = { right: framing.right, up: framing.up };
  }

  /** Moves on; says whether another frame is wanted. */
  step(dt: number, isMotionReduced: boolean): boolean {
    this.limits.isMotionReduced = isMotionReduced;
    const isMoving = stepOrbit(this.state, dt, this.limits);
    return this.#slide(dt, isMotionReduced) || isMoving;
  }

  aim(camera: PerspectiveCamera): void {
    const { pose, axes } = this.state;
    const at = (k: 0 | 1 | 2): number => pose.target[k] + axes.toward[k] * pose.distance;
    camera.position.set(at(0), at(1), at(2));
    camera.rotation.set(-pose.pitch, pose.yaw, 0, 'YXZ');
    const { near, far } = depthRange(camera.position.distanceTo(this.middle), this.reach, this.limits.minDistance);
    const { widthPx, heightPx } = this.size;
    const [x, y] = [(-this.shift.x * widthPx) / 2, (this.shift.y * heightPx) / 2];
    const { view } = camera;
    if (
      view?.enabled !== true ||
      view.offsetX !== x ||
      view.offsetY !== y ||
      view.fullWidth !== widthPx ||
      view.fullHeight !== heightPx
    ) {
      camera.setViewOffset(widthPx, heightPx, x, y, widthPx, heightPx);
    }
    setLens(camera, toDegrees(fieldOf(this.size)), near, far);
  }

  /** The ray through a point of the picture, −1 to 1. */
  rayThrough(x: number, y: number): Ray {
    const { pose, axes } = this.state;
    const [right, up] = [(x - this.shift.x) * this.tanX, (y - this.shift.y) * this.tanY];
    const length = Math.hypot(right, up, 1);
    const origin = (k: 0 | 1 | 2): number => pose.target[k] + axes.toward[k] * pose.distance;
    const way = (k: 0 | 1 | 2): number => (axes.right[k] * right + axes.up[k] * up - axes.toward[k]) / length;
    return { origin: [origin(0), origin(1), origin(2)], direction: [way(0), way(1), way(2)] };
  }

  /** Where a point is seen, −1 to 1, and how far before the camera, metres (negative behind it). */
  project(point: Vec3): { x: number; y: number; depth: number } {
    const { pose, axes } = this.state;
    let [right, up, toward] = [0, 0, 0];
    for (let k = 0; k < 3; k++) {
      const way = (point[k] ?? 0) - (pose.target[k] ?? 0);
      right += way * (axes.right[k] ?? 0);
      up += way * (axes.up[k] ?? 0);
      toward += way * (axes.toward[k] ?? 0);
    }
    const depth = pose.distance - toward;
    const safe = Math.max(1e-9, depth);
    return { x: this.shift.x + right / safe / this.tanX, y: this.shift.y + up / safe / this.tanY, depth };
  }

  /** A point of the picture in heights of the view from where the target is seen, as the orbit's wishes want it. */
  heightsFromTarget(x: number, y: number): [x: number, y: number] {
    const aspect = this.size.widthPx / this.size.heightPx;
    return [((x - this.shift.x) * aspect) / 2, (y - this.shift.y) / 2];
  }

  get unitsPerPx(): number {
    return (2 * this.tanY) / this.size.heightPx;
  }

  /** Slides at once where it has to next: nothing was seen yet. */
  arrive(): void {
    this.#isSlid = false;
  }

  #slide(dt: number, isMotionReduced: boolean): boolean {
    const { x, y } = freeArea(this.size, this.#insets);
    // What stands beside the relic leaves the picture as one comes nearer.
    const share = Math.min(1, this.state.pose.distance / this.limits.wholeDistance);
    const goalX = x - (this.#aside.right / this.tanX) * share;
    const goalY = y - (this.#aside.up / this.tanY) * share;
    const [wayX, wayY] = [goalX - this.shift.x, goalY - this.shift.y];
    const isLast = isMotionReduced || !this.#isSlid || Math.hypot(wayX, wayY) < REST_SLIDE;
    const part = isLast ? 1 : 1 - Math.exp(-SLIDE_RATE * dt);
    this.shift.x += wayX * part;
    this.shift.y += wayY * part;
    this.#isSlid = true;
    return !isLast;
  }
}
