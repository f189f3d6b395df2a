/** What the page and a worker that decodes parts of a model say to each other. One worker does one job at a time. */

export type GeometryJob =
  | {
      readonly kind: 'meshopt';
      readonly count: number;
      readonly stride: number;
      readonly source: Uint8Array;
      readonly mode: string;
      readonly filter: string | undefined;
    }
  | {
      readonly kind: 'draco';
      readonly source: Uint8Array;
      /** Name → Draco's own id of the attribute. */
      readonly ids: Readonly<Record<string, number>>;
      /** Name → the typed array it is wanted in. */
      readonly types: Readonly<Record<string, ArrayName>>;
      readonly mostVertices: number;
      readonly mostIndices: number;
    };

export type ArrayName =
  'Float32Array' | 'Int8Array' | 'Int16Array' | 'Int32Array' | 'Uint8Array' | 'Uint16Array' | 'Uint32Array';

export interface DecodedAttribute {
  readonly name: string;
  readonly array: Float32Array | Int8Array | Int16Array | Int32Array | Uint8Array | Uint16Array | Uint32Array;
  readonly itemSize: number;
}

export interface DecodedDraco {
  readonly index: Uint32Array | null;
  readonly attributes: readonly DecodedAttribute[];
}

/** Block formats that a GPU may take textures in. */
export interface TextureSupport {
  readonly astc: boolean;
  readonly bc7: boolean;
  readonly s3tc: boolean;
  readonly etc2: boolean;
}

export interface TextureJob {
  readonly kind: 'basis';
  readonly source: Uint8Array;
  readonly support: TextureSupport;
  /** Longest side that is kept: larger levels of the chain are left out. */
  readonly mostPx: number;
}

export type TextureFormat = 'astc4x4' | 'bc7' | 'bc1' | 'bc3' | 'etc1' | 'etc2' | 'rgba8';

export interface DecodedTexture {
  readonly format: TextureFormat;
  readonly widthPx: number;
  readonly heightPx: number;
  readonly isSrgb: boolean;
  readonly isPremultiplied: boolean;
  /** Fine to coarse. */
  readonly levels: readonly { readonly data: Uint8Array; readonly width: number; readonly height: number }[];
}

export type Job = GeometryJob | TextureJob;
export type Answer<T> = { readonly result: T } | { readonly error: string };
