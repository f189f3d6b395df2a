/** A headset over a visit without the page: two eyes, walls at their distance, what stands in the picture moved with it. */
import type { Vec3 } from '#shared/vec.ts';
import { type EyeDepthParts, openEyeDepth } from '#app/openEyeDepth.ts';
import type { EyeDepth } from '#scene/panorama/depth/createEyeDepth.ts';
import { Headset, type HeadPose, type HeadsetShape } from '../panorama/headset.ts';

/** Frames that walls may take to come to their distance. */
const PATIENCE = 400;

export class WornHeadset {
  readonly eyes: Headset;
  readonly #depth: EyeDepth;
  readonly #moveAside: (centre: Vec3) => void;

  constructor(parts: EyeDepthParts, canvas: HTMLCanvasElement, shape: HeadsetShape, moveAside: (centre: Vec3) => void) {
    this.eyes = new Headset(parts.scene, canvas, shape);
    this.#depth = openEyeDepth(parts);
    this.#moveAside = moveAside;
  }

  /** Moves the head and draws until all is there. */
  async stepTo(pose: HeadPose): Promise<void> {
    this.eyes.move(pose);
    await this.eyes.settle();
    for (let i = 0; i < PATIENCE && (this.#depth.state === 'coming' || !this.#depth.isSettled); i++) {
      this.eyes.frame();
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    const { head, standing } = this.#depth;
    this.#moveAside([head[0] - standing[0], head[1] - standing[1], head[2] - standing[2]]);
    await this.eyes.settle();
  }
}
