/** Why a model cannot be shown, in words for a curator: where, what, what to do. */
export class ModelError extends Error {
  readonly code: ModelErrorCode;
  /** Whether asking again can help. */
  readonly isRetryable: boolean;
  constructor(code: ModelErrorCode, message: string, isRetryable = false) {
    super(message);
    this.name = 'ModelError';
    this.code = code;
    this.isRetryable = isRetryable;
  }
}

export type ModelErrorCode =
  | 'no-gltf'
  | 'cut-off'
  | 'old-version'
  | 'too-large'
  | 'unknown-extension'
  | 'unsafe-uri'
  | 'broken-reference'
  | 'broken-tree'
  | 'broken-data'
  | 'missing-file'
  | 'network';
