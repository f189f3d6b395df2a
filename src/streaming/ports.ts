/**
 * What the streaming engine needs from the outside, and what it gives back each frame. Plain data: no DOM, no three.
 * One engine serves a whole visit; every panorama of the visit shares its loader, its memory and its upload budget.
 */
import type { Pyramid, TileId } from './pyramid/pyramid.ts';

/** A decoded tile outside the GPU. In a browser it wraps an ImageBitmap; `release` gives its memory back, once. */
export interface TileImage {
  readonly width: number;
  readonly height: number;
  release(): void;
}

/** Fetches and decodes tiles. Rejects with an error whose `isRetryable` says whether trying again can help. */
export interface TileLoader {
  /** A tile's picture; aborting `signal` ends the request and the decoding. */
  load(pyramid: Pyramid, tile: TileId, signal: AbortSignalLike): Promise<LoadedTile>;
  /** The preview of a pyramid: one picture per cube face, in one request. Only asked where the pyramid has one. */
  loadPreview(pyramid: Pyramid, signal: AbortSignalLike): Promise<LoadedPreview>;
  /** Forgets what was held for a pyramid, such as a decoded whole picture that tiles were cut from. */
  forget?(pyramid: Pyramid): void;
}

export interface LoadedTile {
  readonly image: TileImage;
  /** Bytes that crossed the network for it; 0 where it came out of a picture already here. */
  readonly bytes: number;
}

export interface LoadedPreview {
  /** Six faces in the order of `FACES`. */
  readonly faces: readonly TileImage[];
  readonly bytes: number;
}

/** The part of the DOM's AbortSignal that loaders use. */
export interface AbortSignalLike {
  readonly aborted: boolean;
  addEventListener(type: 'abort', listener: () => void): void;
}

export class TileLoadError extends Error {
  readonly isRetryable: boolean;
  constructor(message: string, isRetryable: boolean) {
    super(message);
    this.name = 'TileLoadError';
    this.isRetryable = isRetryable;
  }
}

/**
 * GPU memory for tiles: a fixed number of square layers of one edge length, reserved once.
 * The engine owns which tile sits in which layer; the store only copies pixels.
 */
export interface TileStore {
  /** Edge of a layer in pixels. */
  readonly layerSize: number;
  readonly layerCount: number;
  /** Copies an image into the upper left of a layer. */
  upload(layer: number, image: TileImage): void;
}

/** Seconds, monotonic. */
export type Clock = () => number;

/**
 * One eye's (or the page's) view. The basis is orthonormal and right-handed; tangents are of the angles from the
 * view axis to the four edges (all positive for a symmetric view, asymmetric for a headset's eye).
 */
export interface EyeView {
  readonly right: readonly [number, number, number];
  readonly up: readonly [number, number, number];
  readonly forward: readonly [number, number, number];
  readonly tanLeft: number;
  readonly tanRight: number;
  readonly tanTop: number;
  readonly tanBottom: number;
  /** Size of the target in device pixels. */
  readonly widthPx: number;
  readonly heightPx: number;
  /** Where it is, metres; only flat pictures are near enough to ask. The middle by default. */
  readonly position?: readonly [number, number, number];
}

/** Everything the engine learns about a frame. */
export interface ViewSample {
  readonly eyes: readonly EyeView[];
  /** Seconds, from the engine's clock. */
  readonly now: number;
  /** How fast the view turns: radians per second about the world's Y (yaw) and about its right axis (pitch). */
  readonly yawSpeed: number;
  readonly pitchSpeed: number;
}

/** A part of the sphere: all directions within `radius` radians of `axis`, in the world's frame; π/2 is half of it. */
export interface ViewWindow {
  readonly axis: readonly [number, number, number];
  readonly radius: number;
}

/** One textured patch to draw, coarse patches before fine ones. */
export interface TileDraw {
  /** Index of the panorama in the engine's `show` list. */
  panorama: number;
  pyramid: Pyramid;
  tile: TileId;
  /** Which store (by its index in the engine's list) and layer hold the pixels. */
  store: number;
  layer: number;
  /** Pixels of the layer that are picture. */
  widthPx: number;
  heightPx: number;
  /** 0 to 1: how far the tile has faded in over what lies beneath it. */
  opacity: number;
}

/** What a frame showed and whether another frame is wanted. */
export interface FrameReport {
  readonly draws: readonly TileDraw[];
  readonly drawCount: number;
  /** True when every visible tile of the due level is drawn and opaque, in every active panorama. */
  readonly isSharp: boolean;
  /**
   * Per panorama of the `show` list: whether something of it covers the whole view, so that it can be faded in; true
   * as well where nothing more of it can be had.
   */
  readonly isCovered: readonly boolean[];
  /** True while a fade runs or decoded tiles wait for upload: the scene should draw again. */
  readonly needsFrame: boolean;
}

/** A tile that could not be had, said once; its nearest loaded ancestor stands in for it. */
export interface TileFault {
  readonly pyramid: Pyramid;
  readonly tile: TileId;
  readonly message: string;
}

/** Wakes the engine's host: draw a frame now, or after some seconds (for a retry). */
export type FrameRequest = (afterSeconds: number) => void;
