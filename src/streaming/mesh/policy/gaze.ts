/** An eye that looks at spheres: whether it sees them, how large, how near its middle. Rewritten every frame. */
import type { Vec3 } from '#shared/vec.ts';
import type { MeshEye } from '../ports.ts';

/** What lies at the edge of the view counts this much of what lies in its middle. */
const AT_EDGE = 0.5;
/** Nearer than this part of its radius, a relic does not grow any more. */
const NEAREST = 0.5;

export class Gaze {
  #eye: MeshEye | null = null;
  #focalPx = 1;
  /** Lengths of the four planes' normals before they were unit vectors. */
  #left = 1;
  #right = 1;
  #top = 1;
  #bottom = 1;
  /** Of the sphere last looked at: its diameter on the screen in device pixels, were it in view. */
  sizePx = 0;
  /** 1 in the middle, less towards the edges. */
  centrality = 0;
  isVisible = false;

  set(eye: MeshEye): void {
    this.#eye = eye;
    this.#focalPx = Math.max(eye.widthPx / (eye.tanLeft + eye.tanRight), eye.heightPx / (eye.tanTop + eye.tanBottom));
    this.#left = Math.hypot(1, eye.tanLeft);
    this.#right = Math.hypot(1, eye.tanRight);
    this.#top = Math.hypot(1, eye.tanTop);
    this.#bottom = Math.hypot(1, eye.tanBottom);
  }

  look(center: Vec3, radius: number): void {
    const eye = this.#eye;
    if (!eye) throw new Error('a gaze is set before it looks');
    const dx = center[0] - eye.position[0];
    const dy = center[1] - eye.position[1];
    const dz = center[2] - eye.position[2];
    const distance = Math.sqrt(dx * dx + dy * dy + dz * dz);
    this.sizePx = (2 * radius * this.#focalPx) / Math.max(distance, radius * NEAREST, 1e-9);
    const x = dx * eye.right[0] + dy * eye.right[1] + dz * eye.right[2];
    const y = dx * eye.up[0] + dy * eye.up[1] + dz * eye.up[2];
    const z = dx * eye.forward[0] + dy * eye.forward[1] + dz * eye.forward[2];
    this.isVisible =
      z > -radius &&
      (x + z * eye.tanLeft) / this.#left > -radius &&
      (z * eye.tanRight - x) / this.#right > -radius &&
      (y + z * eye.tanBottom) / this.#bottom > -radius &&
      (z * eye.tanTop - y) / this.#top > -radius;
    this.centrality = this.#centralityOf(eye, x, y, z, distance, radius);
  }

  /** By how far the sphere's nearest point lies from the axis, in parts of the way to the edge. */
  #centralityOf(eye: MeshEye, x: number, y: number, z: number, distance: number, radius: number): number {
    if (distance <= radius) return 1;
    if (z <= 0) return AT_EDGE;
    const across = Math.max(0, Math.abs(x) - radius) / (z * (x < 0 ? eye.tanLeft : eye.tanRight));
    const along = Math.max(0, Math.abs(y) - radius) / (z * (y < 0 ? eye.tanBottom : eye.tanTop));
    const out = Math.min(1, across * across + along * along);
    return 1 - (1 - AT_EDGE) * out;
  }
}
