/**
 * What is left of a cave once it is sampled: one indexed triangle mesh with a tree over it. Plain data on shared
 * memory, so it can be posted to workers as it is.
 */

/** One sheet or one statue of the cave; indices point into the lists of `Cave`. */
export type Part =
  | { readonly kind: 'painted'; readonly sheet: number; readonly painting: number }
  | { readonly kind: 'finished'; readonly sheet: number; readonly finish: number }
  | { readonly kind: 'statue'; readonly statue: number; readonly solid: number };

/** Bounding volumes over triangles, flattened. */
export interface Bvh {
  /**
   * Eight values a node: low x, y, z, then as Int32 the first child (children lie side by side) or first triangle, high
   * x, y, z, then as Int32 the count of triangles, 0 for an inner node.
   */
  readonly nodes: Float32Array;
  /** Nine values a triangle in tree order: first corner, first edge, second edge. */
  readonly triangles: Float32Array;
  /** Tree order → index of the triangle in the mesh. */
  readonly order: Int32Array;
}

export interface Scene {
  /** Three values a vertex, metres. */
  readonly positions: Float32Array;
  /** Three values a vertex, unit length, on the side the surface faces. */
  readonly normals: Float32Array;
  /** Two values a vertex, metres on the painting; the statues' own frame is not kept here: 0. */
  readonly uvs: Float32Array;
  /** Two values a vertex: s, t of its sheet; 0 on statues. */
  readonly parameters: Float32Array;
  /** Three values a triangle, counter-clockwise seen from the side it faces. */
  readonly indices: Uint32Array;
  /** A value a triangle: index into `parts`. */
  readonly partOfTriangle: Uint16Array;
  readonly parts: readonly Part[];
  /** Vertices from here on belong to finishes and statues, whose light is kept by vertex; those before to paintings. */
  readonly firstFreeVertex: number;
  readonly bvh: Bvh;
}
