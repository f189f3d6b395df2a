/** Flat pictures in the formats of other viewers: a part of the chunk `document/foreign`. */
import * as z from 'zod/mini';
import { deepZoomSchema } from '../panorama/deep-zoom/schema.ts';
import { tileFilesOf } from '../panorama/foreign/layoutOf.ts';
import { iiifImageSchema } from '../panorama/iiif-image/schema.ts';
import type { TileFiles } from '../panorama/tile-files/tileFiles.ts';
import { zoomifySchema } from '../panorama/zoomify/schema.ts';
import { flatImage, flatTiles } from './own.ts';
import type { FlatSource } from './schema.ts';

/** Our own ways and those of other viewers, as a document may say them. */
export const writtenFlatSchema = z.discriminatedUnion('type', [
  flatTiles,
  flatImage,
  iiifImageSchema,
  deepZoomSchema,
  zoomifySchema,
]);

export type WrittenFlat = z.infer<typeof writtenFlatSchema>;

/** What a written source is once the document has been opened; with faults and no levels where it cannot be shown. */
export function openedFlatOf(written: WrittenFlat): FlatSource {
  if (written.type === 'flat-tiles' || written.type === 'flat-image') return written;
  const files: TileFiles = tileFilesOf(written);
  return { ...files, projection: 'flat' };
}
