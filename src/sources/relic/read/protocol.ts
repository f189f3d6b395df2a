/** What the page and the worker that reads models say to each other. */
import type { ModelErrorCode } from '../gltf/modelError.ts';
import type { Gltf } from '../gltf/shape.ts';

export type ReadRequest =
  | {
      readonly kind: 'read';
      readonly job: number;
      /** Absolute, of the exhibition's own folder. */
      readonly url: string;
      /** Longest side that a picture is handed over with. */
      readonly mostPicturePx: number;
    }
  | { readonly kind: 'cancel'; readonly job: number };

/** Checked, fetched whole, nothing of its geometry unpacked. */
export interface ReadModel {
  /** A `Gltf` as text: it only passes through the page, and of ten thousand nodes the page would feel it. */
  readonly gltf: string;
  readonly samplers: Gltf['samplers'];
  readonly variants: Gltf['variants'];
  /** Bytes of each buffer; empty for one that only stands for what is unpacked. */
  readonly buffers: readonly Uint8Array<ArrayBuffer>[];
  /** Of each texture as `dress` lists them, the number of the picture that is on its way; null where there is none. */
  readonly pictures: readonly (number | null)[];
  readonly losses: readonly string[];
}

/** A picture as it is drawn, or still packed as KTX2, which another worker unpacks; null where it cannot be shown. */
export type ReadPicture = ImageBitmap | Uint8Array<ArrayBuffer> | null;

export type ReadAnswer =
  /** Bytes that arrived since the last such word, and requests that were made. */
  | { readonly kind: 'bytes'; readonly job: number; readonly bytes: number; readonly requests: number }
  | { readonly kind: 'model'; readonly job: number; readonly model: ReadModel }
  | {
      readonly kind: 'picture';
      readonly job: number;
      readonly picture: number;
      readonly content: ReadPicture;
      readonly loss: string | null;
    }
  | {
      readonly kind: 'fault';
      readonly job: number;
      readonly code: ModelErrorCode;
      readonly message: string;
      readonly isRetryable: boolean;
    };
