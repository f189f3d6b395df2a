/**
 * Baked light, seen from nowhere: how much arrives (E) and from where (D), kept apart from paint, for each light group
 * on its own. A picture mixes the groups and multiplies with the paint; a detail normal bends the light by D.
 */

/** Values a point for one group: E red, green, blue, then D x, y, z. */
export const GROUP_STRIDE = 6;
/** Values a point for the three groups in the order of `LIGHT_GROUPS`. */
export const LIGHT_STRIDE = 18;
/** Values a free vertex: the light, then the normal it was gathered for. */
export const VERTEX_STRIDE = 21;

/** Light on one painting. Sample (column, row) lies at u = column × cell, v = row × cell metres from the top left. */
export interface PaintingLight {
  readonly painting: string;
  readonly width: number;
  readonly height: number;
  /** Metres. */
  readonly cell: number;
  /** width × height × LIGHT_STRIDE, row by row. */
  readonly values: Float32Array;
}

/**
 * E is irradiance divided by π, so the radiance of matt paint is E × albedo. D is the mean direction towards the light
 * times its luminance (weights 0.3, 0.6, 0.1), so k = |D| ÷ luminance of E is 1 where all light comes from one point and
 * E for another normal n' is E × (1 − k + k (n'·d) ÷ (n·d)) with d = D ÷ |D|.
 */
export interface Lightmaps {
  /** In the order of `Cave.paintings`. */
  readonly paintings: readonly PaintingLight[];
  /** VERTEX_STRIDE values for each vertex of the scene from `firstFreeVertex` on. */
  readonly vertices: Float32Array;
}
