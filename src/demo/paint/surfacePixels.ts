/** A painting as bytes, row by row from its top left: what light is cast on. */
export interface SurfacePixels {
  /** Pixels. */
  readonly width: number;
  readonly height: number;
  /** sRGB, 3 bytes a pixel: paint as found (changed, worn), restored (fresh), and the line drawing. */
  readonly asFound: Uint8Array;
  readonly restored: Uint8Array;
  readonly line: Uint8Array;
  /**
   * Relief of wear and plaster, two numbers a pixel: how much the surface rises towards the viewer per metre to the
   * right and per metre downwards, times 127, held to ±127. It is the relief of the worn wall: take it whole for the wall
   * as found, about a third of it for the restored one, none for the line drawing.
   */
  readonly slopes: Int8Array;
}
