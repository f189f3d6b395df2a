/** What the page and a worker that unpacks parts of models say to each other. One worker does one job at a time. */
import type { DracoJob } from '#sources/relic/geometry/codecs.ts';
import type { ModelErrorCode } from '#sources/relic/gltf/modelError.ts';

export interface GeometryJob {
  readonly kind: 'geometry';
  /** A `Gltf` as text. */
  readonly gltf: string;
  readonly buffers: readonly Uint8Array<ArrayBuffer>[];
}

/** Block formats that a GPU may take textures in. */
export interface TextureSupport {
  readonly astc: boolean;
  readonly bc7: boolean;
  readonly s3tc: boolean;
  readonly etc2: boolean;
}

export interface TextureJob {
  readonly kind: 'texture';
  readonly source: Uint8Array<ArrayBuffer>;
  readonly support: TextureSupport;
  /** Longest side that is kept: larger levels of the chain are left out. */
  readonly mostPx: number;
}

export type TextureFormat = 'astc4x4' | 'bc7' | 'bc1' | 'bc3' | 'etc1' | 'etc2' | 'rgba8';

export interface DecodedTexture {
  readonly format: TextureFormat;
  readonly widthPx: number;
  readonly heightPx: number;
  /** Fine to coarse. */
  readonly levels: readonly { readonly data: Uint8Array; readonly width: number; readonly height: number }[];
}

/** One stream, outside a model that is prepared as a whole. */
export interface DracoStreamJob extends DracoJob {
  readonly kind: 'draco';
}

export type Job = GeometryJob | TextureJob | DracoStreamJob;

export type Answer<T> =
  /** What unpacks is here; from now on the job's time runs. */
  | { readonly kind: 'ready' }
  | { readonly kind: 'result'; readonly result: T }
  | { readonly kind: 'fault'; readonly code: ModelErrorCode; readonly message: string };
