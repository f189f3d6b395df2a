/** What is known of every pixel of a tile while it is drawn, with a ring of one block around it. */

/** Side of the blocks that may be interpolated, pixels. */
export const BLOCK = 8;

/** How a pixel came about: not yet, interpolated over its block, or from a ray of its own. */
export const UNSEEN = 0;
export const SMOOTH = 1;
export const TRACED = 2;

/** A rectangle of the picture, pixels; x and y are multiples of BLOCK. */
export interface TileRect {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export class CanvasTile {
  readonly rect: TileRect;
  /** Blocks and pixels with the ring; pixel (BLOCK, BLOCK) is the first of the tile. */
  readonly columns: number;
  readonly rows: number;
  readonly width: number;
  readonly height: number;
  readonly states: Uint8Array;
  readonly parts: Int16Array;
  /** Along the axis of the camera, metres. */
  readonly depths: Float32Array;
  /** Three values a pixel, for traced pixels only. */
  readonly normals: Float32Array;
  /** Linear radiance, three values a pixel, for each picture. */
  readonly radiance: readonly Float32Array[];

  constructor(rect: TileRect, pictureCount: number) {
    this.rect = rect;
    this.columns = Math.ceil(rect.width / BLOCK) + 2;
    this.rows = Math.ceil(rect.height / BLOCK) + 2;
    this.width = this.columns * BLOCK;
    this.height = this.rows * BLOCK;
    const count = this.width * this.height;
    this.states = new Uint8Array(count);
    this.parts = new Int16Array(count);
    this.depths = new Float32Array(count).fill(Infinity);
    this.normals = new Float32Array(count * 3);
    this.radiance = Array.from({ length: pictureCount }, () => new Float32Array(count * 3));
  }
}
