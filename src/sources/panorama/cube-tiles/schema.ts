import * as z from 'zod/mini';
import { pixels, uri } from '../fields.ts';

const FACE_LETTERS_PATTERN = /^(?!.*(.).*\1)[A-Za-z0-9]{6}$/;

/**
 * A cube pyramid of tiles: the layout of Grotto's own tiler, of Marzipano and of Pannellum, told apart by `template`.
 * Placeholders: {z} level, {f} face name, {x} column, {y} row.
 */
export const cubeTilesSchema = z.strictObject({
  type: z.literal('cube-tiles'),
  template: uri,
  tileSize: z.int().check(z.minimum(64), z.maximum(2_048)),
  /** Face sizes in pixels, coarse to fine; {z} counts from `firstLevel`. */
  levels: z.array(pixels).check(z.minLength(1), z.maxLength(16)),
  firstLevel: z.optional(z.int().check(z.minimum(0), z.maximum(8))),
  firstIndex: z.optional(z.int().check(z.minimum(0), z.maximum(1))),
  /** What {f} becomes for front, right, back, left, up, down: one letter or digit each; "frblud" by default. */
  faces: z.optional(z.string().check(z.regex(FACE_LETTERS_PATTERN, 'six different letters or digits'))),
  /** One picture of all six faces stacked top to bottom in the order of `order` (default "frblud"). */
  preview: z.optional(
    z.strictObject({
      uri,
      faceSize: z.int().check(z.minimum(8), z.maximum(1_024)),
      order: z.optional(z.string().check(z.regex(/^(?!.*(.).*\1)[frblud]{6}$/, 'each of f r b l u d once'))),
    }),
  ),
});

export type CubeTilesSource = z.infer<typeof cubeTilesSchema>;
