/** Why there can be no picture; the page says it in the visitor's language. */
export type SceneFailure = 'no-webgl2' | 'no-gpu-memory';

export class SceneError extends Error {
  readonly failure: SceneFailure;
  constructor(failure: SceneFailure, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'SceneError';
    this.failure = failure;
  }
}
