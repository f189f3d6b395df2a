import * as z from 'zod/mini';
import { pixels, uri } from '../fields.ts';
import { namedFaces } from '../foreign/fields.ts';

const tileCount = z.int().check(z.minimum(1), z.maximum(16));
const faceName = z.string().check(z.regex(/^[A-Za-z0-9_-]{1,20}$/, 'letters, digits, - and _'));

/** What the cubemap tiles adapter of Photo Sphere Viewer is given; `tileUrl` as a template instead of a function. */
export const psvCubeTilesSchema = z.strictObject({
  type: z.literal('psv-cube-tiles'),
  /** {f} the face, {x} the column, {y} the row, {z} the level; all count from 0. */
  tileUrl: uri,
  /** Size of a face in pixels, and how many tiles it is wide; or `levels`, where there are several. */
  faceSize: z.optional(pixels),
  nbTiles: z.optional(tileCount),
  levels: z.optional(
    z.array(z.strictObject({ faceSize: pixels, nbTiles: tileCount })).check(z.minLength(1), z.maxLength(16)),
  ),
  /** What {f} becomes for front, right, back, left, top, bottom; those words by default. */
  faces: z.optional(z.tuple([faceName, faceName, faceName, faceName, faceName, faceName])),
  /** As there: without it, the faces at top and bottom lie turned by half a turn. */
  flipTopBottom: z.optional(z.boolean()),
  /** Six small pictures to begin with, and their size. */
  baseUrl: z.optional(namedFaces),
  baseSize: z.optional(pixels),
});

export type PsvCubeTilesSource = z.infer<typeof psvCubeTilesSchema>;
