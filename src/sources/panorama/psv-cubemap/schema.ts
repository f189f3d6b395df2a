import * as z from 'zod/mini';
import { pixels } from '../fields.ts';
import { namedFaces } from '../foreign/fields.ts';

/** Six separate pictures as the cubemap adapter of Photo Sphere Viewer takes them. */
export const psvCubemapSchema = z.strictObject({
  type: z.literal('psv-cubemap'),
  paths: namedFaces,
  /** Width and height of each, pixels. */
  size: pixels,
  /** As there: without it, the faces at top and bottom lie turned by half a turn. */
  flipTopBottom: z.optional(z.boolean()),
});

export type PsvCubemapSource = z.infer<typeof psvCubemapSchema>;
