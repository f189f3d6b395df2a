import * as z from 'zod/mini';
import { pixels } from '../fields.ts';
import { tilePixels } from '../foreign/fields.ts';

/** An equirectangular picture as Deep Zoom tiles; what its .dzi file says stands here. */
export const deepZoomSchema = z.strictObject({
  type: z.literal('deep-zoom'),
  /** The .dzi file; its tiles lie beside it, in the folder of the same name that ends in `_files`. */
  uri: z.string().check(z.maxLength(2_000), z.regex(/[^/]\.(dzi|xml)$/, 'an address that ends in .dzi or .xml')),
  width: pixels,
  height: pixels,
  tileSize: tilePixels,
  /** Pixels of the neighbours that tiles repeat at each inner edge. */
  overlap: z.optional(z.int().check(z.minimum(0), z.maximum(64))),
  format: z.string().check(z.regex(/^[A-Za-z0-9]{1,5}$/, 'letters and digits without a dot')),
});

export type DeepZoomSource = z.infer<typeof deepZoomSchema>;
