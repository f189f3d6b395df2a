import * as z from 'zod/mini';
import { pixels, uri } from '../panorama/fields.ts';

/**
 * A flat picture as a pyramid of square tiles, each level half of the next, rounded up. Placeholders: {z} level from
 * the coarsest, {x} column, {y} row, all from 0.
 */
export const flatTiles = z.strictObject({
  type: z.literal('flat-tiles'),
  template: uri,
  width: pixels,
  height: pixels,
  tileSize: z.int().check(z.minimum(64), z.maximum(2_048)),
  /** How many levels there are, the picture itself included. */
  levels: z.int().check(z.minimum(1), z.maximum(16)),
});

/** One picture in one file, cut into tiles in the visitor's browser. */
export const flatImage = z.strictObject({ type: z.literal('flat-image'), uri, width: pixels, height: pixels });

/** Our own ways. */
export const ownFlatSchema = z.discriminatedUnion('type', [flatTiles, flatImage]);

export type OwnFlatSource = z.infer<typeof ownFlatSchema>;
