/** The small parts that schemas of foreign formats share. */
import * as z from 'zod/mini';
import { pixels, uri } from '../fields.ts';

/** Edge of a tile. Smaller ones are too many, larger ones take too long to come to the GPU. */
export const tilePixels = z.int().check(z.minimum(64), z.maximum(2_048));

export const faceOrder = z.string().check(z.regex(/^(?!.*(.).*\1)[frblud]{6}$/, 'each of f r b l u d once'));

/** All six faces in one picture, stacked top to bottom. */
export const previewStrip = z.strictObject({
  uri,
  faceSize: z.int().check(z.minimum(8), z.maximum(1_024)),
  order: z.optional(faceOrder),
});

/** The six pictures of a cube as Photo Sphere Viewer names them. */
export const namedFaces = z.strictObject({ left: uri, front: uri, right: uri, back: uri, top: uri, bottom: uri });

export const size = z.strictObject({ width: pixels, height: pixels });
