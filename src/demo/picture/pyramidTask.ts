/** What threads that draw pyramids and depth are told, and what they answer. */
import type { Outlines } from '#demo/picture/outlines.ts';
import type { DepthBand } from '#demo/picture/depth.ts';
import type { PictureEncoding } from '#demo/picture/encode.ts';
import type { Glow } from '#demo/picture/glow.ts';
import type { Sight } from '#demo/picture/sampler.ts';
import type { PictureId } from '#demo/picture/shade.ts';

export interface PyramidPlan {
  readonly id: PictureId;
  /** Side of its finest faces, pixels: the drawn size or an even part of it. */
  readonly faceSize: number;
  readonly encoding: PictureEncoding;
  /** Absolute; tiles go to `{z}/{f}/{y}_{x}.webp` below it. */
  readonly folder: string;
}

/** Handed to every thread once. */
export interface DrawData {
  /** For `loadCave`: what a thread cannot be sent are functions. */
  readonly cave: string;
  readonly sight: Omit<Sight, 'cave'>;
  readonly plans: readonly PyramidPlan[];
  readonly faceSize: number;
  readonly tileSize: number;
  /** By face. */
  readonly outlines: readonly Outlines[];
  readonly glow: Glow;
}

/** A square of tiles of a face, or a band of the depth picture. */
export type DrawTask =
  | { readonly kind: 'square'; readonly face: number; readonly x: number; readonly y: number; readonly size: number }
  | { readonly kind: 'depth'; readonly band: DepthBand };

/** Half-size pictures in linear light, one for each plan, each (size ÷ 2)² × 3; or the millimetres of a band. */
export type DrawResult =
  | { readonly kind: 'square'; readonly halves: readonly Uint16Array[] }
  | { readonly kind: 'depth'; readonly millimetres: Uint16Array };
