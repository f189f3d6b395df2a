import * as z from 'zod/mini';
import { pixels, uri } from '../fields.ts';

const columns = z.int().check(z.minimum(1), z.maximum(512));

/** What the equirectangular tiles adapter of Photo Sphere Viewer is given; `tileUrl` as a template instead of a function. */
export const psvEquirectTilesSchema = z.strictObject({
  type: z.literal('psv-equirect-tiles'),
  /** {x} the column, {y} the row, {z} the level; all count from 0. */
  tileUrl: uri,
  /** Width of the whole picture, twice its height, and how many tiles it has; or `levels`, where there are several. */
  width: z.optional(pixels),
  cols: z.optional(columns),
  rows: z.optional(columns),
  levels: z.optional(
    z.array(z.strictObject({ width: pixels, cols: columns, rows: columns })).check(z.minLength(1), z.maxLength(16)),
  ),
  /** The whole picture, small, to begin with, and its width. */
  baseUrl: z.optional(uri),
  baseWidth: z.optional(pixels),
});

export type PsvEquirectTilesSource = z.infer<typeof psvEquirectTilesSchema>;
