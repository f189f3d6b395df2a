import * as z from 'zod/mini';
import { pixels, uri } from '../fields.ts';
import { tilePixels } from '../foreign/fields.ts';

/** An equirectangular picture as Zoomify tiles; what its ImageProperties.xml says stands here. */
export const zoomifySchema = z.strictObject({
  type: z.literal('zoomify'),
  /** The folder that holds ImageProperties.xml and the folders TileGroup0, TileGroup1, … */
  uri,
  width: pixels,
  height: pixels,
  /** 256 by default. */
  tileSize: z.optional(tilePixels),
  /** NUMTILES, where it is known: it must be what follows from the sizes. */
  numTiles: z.optional(z.int().check(z.minimum(1), z.maximum(1e9))),
  /** "jpg" by default. */
  format: z.optional(z.string().check(z.regex(/^[A-Za-z0-9]{1,5}$/, 'letters and digits without a dot'))),
});

export type ZoomifySource = z.infer<typeof zoomifySchema>;
