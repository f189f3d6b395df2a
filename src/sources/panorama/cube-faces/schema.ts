import * as z from 'zod/mini';
import { pixels, uri } from '../fields.ts';

/** Six square pictures, one per face of the cube, each as seen from inside. */
export const cubeFacesSchema = z.strictObject({
  type: z.literal('cube-faces'),
  size: pixels,
  faces: z.strictObject({ f: uri, r: uri, b: uri, l: uri, u: uri, d: uri }),
});

export type CubeFacesSource = z.infer<typeof cubeFacesSchema>;
