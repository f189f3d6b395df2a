import * as z from 'zod/mini';
import { cubeFacesSchema } from './cube-faces/schema.ts';
import { cubeTilesSchema } from './cube-tiles/schema.ts';
import { equirectImageSchema } from './equirect-image/schema.ts';
import type { TileFiles } from './tile-files/tileFiles.ts';

const ownSourceSchema = z.discriminatedUnion('type', [cubeTilesSchema, equirectImageSchema, cubeFacesSchema]);

/** Every way in which a panorama's picture can lie on disk, as it is once a document has been opened. */
export type PanoramaSource = z.infer<typeof ownSourceSchema> | TileFiles;

/**
 * What a document may say of it, as far as it is sent to every visitor: our own formats. `foreign/schema.ts` has all of
 * them; what it takes becomes `TileFiles` when the document is opened, so the type here is that of opened ones.
 */
export const panoramaSourceSchema: z.ZodMiniType<PanoramaSource> = ownSourceSchema;
