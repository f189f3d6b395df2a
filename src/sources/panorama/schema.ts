import * as z from 'zod/mini';
import { cubeFacesSchema } from './cube-faces/schema.ts';
import { cubeTilesSchema } from './cube-tiles/schema.ts';
import { equirectImageSchema } from './equirect-image/schema.ts';

/** Every way in which a panorama's picture can lie on disk. */
export const panoramaSourceSchema = z.discriminatedUnion('type', [
  cubeTilesSchema,
  equirectImageSchema,
  cubeFacesSchema,
]);

export type PanoramaSource = z.infer<typeof panoramaSourceSchema>;
