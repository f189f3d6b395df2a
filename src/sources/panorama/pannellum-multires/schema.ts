import * as z from 'zod/mini';
import { pixels, uri } from '../fields.ts';
import { tilePixels } from '../foreign/fields.ts';

/** Cube tiles as Pannellum's `generate.py` makes them; the keys of `multiRes` in its configuration. */
export const pannellumMultiresSchema = z.strictObject({
  type: z.literal('pannellum-multires'),
  /** Stands before `path`, with nothing between. */
  basePath: z.optional(uri),
  /** %l the level, %s the side, %y the row, %x the column, as in "/%l/%s%y_%x". */
  path: uri,
  extension: z.string().check(z.regex(/^[A-Za-z0-9]{1,8}$/, 'letters and digits without a dot')),
  tileResolution: tilePixels,
  /** How many levels there are; %l counts from 1. */
  maxLevel: z.int().check(z.minimum(1), z.maximum(16)),
  /** Face size of the finest level. */
  cubeResolution: pixels,
});

export type PannellumMultiresSource = z.infer<typeof pannellumMultiresSchema>;
