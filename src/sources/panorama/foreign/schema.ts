import * as z from 'zod/mini';
import { cubeFacesSchema } from '../cube-faces/schema.ts';
import { cubeTilesSchema } from '../cube-tiles/schema.ts';
import { deepZoomSchema } from '../deep-zoom/schema.ts';
import { equirectImageSchema } from '../equirect-image/schema.ts';
import { iiifImageSchema } from '../iiif-image/schema.ts';
import { krpanoTilesSchema } from '../krpano-tiles/schema.ts';
import { marzipanoTilesSchema } from '../marzipano-tiles/schema.ts';
import { pannellumMultiresSchema } from '../pannellum-multires/schema.ts';
import { psvCubeTilesSchema } from '../psv-cube-tiles/schema.ts';
import { psvCubemapSchema } from '../psv-cubemap/schema.ts';
import { psvEquirectTilesSchema } from '../psv-equirect-tiles/schema.ts';
import { zoomifySchema } from '../zoomify/schema.ts';

const foreign = [
  krpanoTilesSchema,
  pannellumMultiresSchema,
  marzipanoTilesSchema,
  psvCubeTilesSchema,
  psvCubemapSchema,
  psvEquirectTilesSchema,
  iiifImageSchema,
  deepZoomSchema,
  zoomifySchema,
] as const;

/** Our own formats and those of other viewers, as a document may say them. */
export const writtenSourceSchema = z.discriminatedUnion('type', [
  cubeTilesSchema,
  equirectImageSchema,
  cubeFacesSchema,
  ...foreign,
]);

export type WrittenSource = z.infer<typeof writtenSourceSchema>;
export type ForeignSource = z.infer<(typeof foreign)[number]>;
