import type { EyeView, ViewSample } from '#streaming/ports.ts';

/** The frame's sample with one eye more, for the engine alone; the object is reused from frame to frame. */
export class OneMoreEye {
  readonly #eyes: EyeView[] = [];
  readonly #sample = { eyes: this.#eyes, now: 0, yawSpeed: 0, pitchSpeed: 0 };

  take({ eyes, now, yawSpeed, pitchSpeed }: ViewSample, more: EyeView): ViewSample {
    this.#eyes.length = eyes.length + 1;
    for (let i = 0; i < eyes.length; i++) this.#eyes[i] = eyes[i] ?? more;
    this.#eyes[eyes.length] = more;
    this.#sample.now = now;
    this.#sample.yawSpeed = yawSpeed;
    this.#sample.pitchSpeed = pitchSpeed;
    return this.#sample;
  }
}
