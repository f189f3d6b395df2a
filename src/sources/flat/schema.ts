import type * as z from 'zod/mini';
import type { TileFiles } from '../panorama/tile-files/tileFiles.ts';
import { type OwnFlatSource, ownFlatSchema } from './own.ts';

/** Every way in which a flat picture can lie on disk, as it is once a document has been opened. */
export type FlatSource = OwnFlatSource | TileFiles;

/** Our own ways; `foreign.ts` has those of other viewers as well. */
export const flatSourceSchema: z.ZodMiniType<FlatSource> = ownFlatSchema;
