import * as z from 'zod/mini';
import { pixels, uri } from '../fields.ts';
import { size } from '../foreign/fields.ts';

const factor = z.int().check(z.minimum(1), z.maximum(65_536));

/**
 * An equirectangular picture behind the IIIF Image API, version 2 or 3, or laid out as files by it (level 0). The keys
 * of its `info.json` stand here, so that nothing has to be fetched before it is known what there is.
 */
export const iiifImageSchema = z.strictObject({
  type: z.literal('iiif-image'),
  /** In place of the `id`: the folder that holds `info.json`, relative to the exhibition's. */
  uri,
  version: z.literal([2, 3]),
  /** Level 0 gives the sizes and tiles that it lists, and no other; it is the default. */
  profile: z.optional(z.enum(['level0', 'level1', 'level2'])),
  width: pixels,
  height: pixels,
  tiles: z.optional(
    z
      .array(
        z.strictObject({
          width: pixels,
          height: z.optional(pixels),
          scaleFactors: z.array(factor).check(z.minLength(1), z.maxLength(24)),
        }),
      )
      .check(z.maxLength(8)),
  ),
  sizes: z.optional(z.array(size).check(z.maxLength(32))),
  /** The largest that is given at once. */
  maxWidth: z.optional(pixels),
  maxHeight: z.optional(pixels),
  maxArea: z.optional(z.int().check(z.minimum(1), z.maximum(1e12))),
  /** "jpg" by default. */
  format: z.optional(z.string().check(z.regex(/^[a-z0-9]{1,5}$/, 'small letters and digits without a dot'))),
  /**
   * How sizes are written: "w," as is canonical in version 2, or "w,h" as in version 3. Some tools that write version 2
   * as files write the latter.
   */
  sizeForm: z.optional(z.enum(['w,', 'w,h'])),
  /** Whether the region of the whole picture is written as "full", which is canonical, or in numbers like any other. */
  wholeRegion: z.optional(z.enum(['full', 'numbers'])),
});

export type IiifImageSource = z.infer<typeof iiifImageSchema>;
