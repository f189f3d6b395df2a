/** What the page and a decode worker say to each other. */

/** A part of a picture, in its pixels, and the size it is wanted in. */
export interface Cut {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  readonly widthPx: number;
  readonly heightPx: number;
  /** It is turned by half a turn in the picture, which is seen the other way round. */
  readonly isTurned?: boolean;
}

export type DecodeRequest =
  /** A picture that is a tile itself. */
  | {
      readonly kind: 'tile';
      readonly job: number;
      readonly url: string;
      readonly mostPx: number;
      /** What of it is the tile, where that is not all, in a picture of this size; one of another size is stretched. */
      readonly part?: { readonly widthPx: number; readonly heightPx: number; readonly cut: Cut };
    }
  /** Six faces stacked top to bottom; `order[i]` is the face that lies at place i. */
  | {
      readonly kind: 'preview';
      readonly job: number;
      readonly url: string;
      readonly faceSize: number;
      readonly order: readonly number[];
    }
  /** A part of a whole picture, which the worker keeps under `picture` until it is told to forget it. */
  | {
      readonly kind: 'cut';
      readonly job: number;
      readonly picture: string;
      readonly url: string;
      readonly widthPx: number;
      readonly heightPx: number;
      readonly cut: Cut;
    }
  | { readonly kind: 'cancel'; readonly job: number }
  /** Of every picture whose name begins so. */
  | { readonly kind: 'forget'; readonly pictures: string };

export type DecodeAnswer =
  | { readonly job: number; readonly bitmaps: readonly ImageBitmap[]; readonly bytes: number }
  | { readonly job: number; readonly error: string; readonly isRetryable: boolean };

export type CutJob = Extract<DecodeRequest, { readonly kind: 'cut' }>;

/** A request that is answered. */
export type DecodeJob = Exclude<DecodeRequest, { readonly kind: 'cancel' | 'forget' }>;
