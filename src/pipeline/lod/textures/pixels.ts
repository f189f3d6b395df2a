/** A decoded picture, and what it is for. */
/** What a texture is for decides how it may be compressed. */
export type TextureRole = 'colour' | 'normal' | 'data';

/** RGBA, 8 bits each. */
export interface Picture {
  readonly pixels: Uint8Array;
  readonly width: number;
  readonly height: number;
}
