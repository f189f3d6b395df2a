import * as z from 'zod/mini';
import { pixels, uri } from '../fields.ts';
import { faceOrder, tilePixels } from '../foreign/fields.ts';

/** Cube tiles as the Marzipano Tool makes them; what `ImageUrlSource.fromString` and `CubeGeometry` are given. */
export const marzipanoTilesSchema = z.strictObject({
  type: z.literal('marzipano-tiles'),
  /** {z} the level, counted from 0; {f} the face, {y} the row, {x} the column, as in "tiles/{z}/{f}/{y}/{x}.jpg". */
  url: uri,
  /** Coarse to fine. */
  levels: z
    .array(z.strictObject({ tileSize: tilePixels, size: pixels, fallbackOnly: z.optional(z.boolean()) }))
    .check(z.minLength(1), z.maxLength(16)),
  /** All six faces in one picture, which stands for level 0. */
  cubeMapPreviewUrl: z.optional(uri),
  /** How they are stacked, top to bottom; "bdflru" by default. */
  cubeMapPreviewFaceOrder: z.optional(faceOrder),
});

export type MarzipanoTilesSource = z.infer<typeof marzipanoTilesSchema>;
