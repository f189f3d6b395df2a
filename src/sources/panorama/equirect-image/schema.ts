import * as z from 'zod/mini';
import { pixels, uri } from '../fields.ts';

/** One equirectangular picture of the whole sphere, twice as wide as high; cut into tiles in the visitor's browser. */
export const equirectImageSchema = z.strictObject({
  type: z.literal('equirect-image'),
  uri,
  width: pixels,
  height: pixels,
});

export type EquirectImageSource = z.infer<typeof equirectImageSchema>;
