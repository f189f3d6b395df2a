/** What a tileset may ask of a visitor's device; each is far above what a real one needs. */

/** Of one tileset.json or subtree. */
export const MOST_JSON_BYTES = 32 * 1024 * 1024;
/** Of one tile's content. */
export const MOST_CONTENT_BYTES = 256 * 1024 * 1024;
/** Tiles within tiles in one file; the renderer walks them by recursion. */
export const MOST_DEPTH = 128;
/** Tilesets and subtrees within each other. */
export const MOST_NESTED_FILES = 48;
/** Tiles in one file. */
export const MOST_TILES = 250_000;
/** Levels of an implicit tiling: 30 halvings of the Earth's girth are four centimetres. */
export const MOST_IMPLICIT_LEVELS = 30;
/** Tiles that one subtree may describe. */
export const MOST_SUBTREE_TILES = 100_000;
/** Points of one point cloud. */
export const MOST_POINTS = 20_000_000;
/** Instances of one instanced model. */
export const MOST_INSTANCES = 1_000_000;
/** Tiles within one composite, and composites within each other. */
export const MOST_INNER_TILES = 1_000;
export const MOST_INNER_DEPTH = 4;
/** Contents of one tile. */
export const MOST_CONTENTS = 64;
/** Metres: some ten times the distance to the Moon; farther out nothing can be told apart. */
export const FARTHEST = 1e10;
/** Characters of a copyright line, and lines of one file. */
export const LONGEST_COPYRIGHT = 500;
export const MOST_COPYRIGHTS = 32;
