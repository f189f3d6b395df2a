import * as z from 'zod/mini';
import { uri } from '../fields.ts';
import { previewStrip } from '../foreign/fields.ts';

/** Tiles of a cube, or of a whole sphere, as the tools of krpano make them. */
export const krpanoTilesSchema = z.strictObject({
  type: z.literal('krpano-tiles'),
  /**
   * `url` of the `<cube>` or `<sphere>` element: %s the side (of a cube), %l the level, %v or %y the row, %h or %x the column; %0v has at least
   * two digits, %00v three.
   */
  url: uri,
  /**
   * `multires` of the same element: the tile size, then face sizes from coarse to fine, as in "512,640,1280,2560"; of a
   * sphere, sizes of the whole picture, as in "512,1024x512,4096x2048".
   */
  multires: z
    .string()
    .check(
      z.maxLength(400),
      z.regex(
        /^\s*\d{1,7}(?:(\s*,\s*\d{1,7}){1,16}|(\s*,\s*\d{1,7}x\d{1,7}){1,16})\s*$/,
        'numbers with commas between them',
      ),
    ),
  /** `baseindex`: what rows and columns count from; 1 by default. */
  baseIndex: z.optional(z.int().check(z.minimum(0), z.maximum(1))),
  /** The picture of `<preview>`: six faces stacked, "lfrbud" by default. */
  preview: z.optional(previewStrip),
});

export type KrpanoTilesSource = z.infer<typeof krpanoTilesSchema>;
