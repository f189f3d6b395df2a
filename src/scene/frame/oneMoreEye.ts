import type { PanoramaQuad } from '#scene/panorama/onQuad.ts';
import type { MeshSample } from '#streaming/mesh/ports.ts';
import type { EyeView, ViewSample } from '#streaming/ports.ts';

/** The frame's sample with one eye more where a board is open, for the engine alone; the object is reused from frame to frame. */
export class OneMoreEye {
  readonly #eyes: EyeView[] = [];
  readonly #sample = { eyes: this.#eyes, now: 0, yawSpeed: 0, pitchSpeed: 0 };

  take(sample: ViewSample & MeshSample, quad: PanoramaQuad | null): ViewSample {
    if (!quad) return sample;
    const { eyes, now, yawSpeed, pitchSpeed } = sample;
    const more = quad.eyeFor(eyes);
    this.#eyes.length = eyes.length + 1;
    for (let i = 0; i < eyes.length; i++) this.#eyes[i] = eyes[i] ?? more;
    this.#eyes[eyes.length] = more;
    this.#sample.now = now;
    this.#sample.yawSpeed = yawSpeed;
    this.#sample.pitchSpeed = pitchSpeed;
    return this.#sample;
  }
}
