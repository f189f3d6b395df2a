/** Flat pictures that are places of a visit: handscrolls, hanging scrolls, paintings, maps. */
import * as z from 'zod/mini';
import type { flatSourceSchema } from '#sources/flat/schema.ts';
import { count, id, languageMap, poster, statement } from './fields.ts';

/** What a pixel of a picture may measure on the original: on a map it is the map that is measured. */
export const MOST_METRES_PER_PIXEL = 10;

/** A part of a flat picture by the columns it begins and ends at, pixels from the left edge at full size. */
const section = z.strictObject({ id, label: languageMap, from: count, to: count });

/**
 * A part of a flat picture, pixels [x, y] from its upper left corner at full size: corners in order around it, or two
 * opposite corners of a rectangle.
 */
export const region = z.array(z.tuple([z.number(), z.number()])).check(z.minLength(2), z.maxLength(200));

export const flatOf = (source: typeof flatSourceSchema) =>
  z.strictObject({
    /** A scroll is rolled up on both sides of what is seen; a picture is there as a whole. */
    kind: z.literal(['scroll', 'picture']),
    id,
    label: languageMap,
    alt: z.optional(languageMap),
    source,
    /** How large a pixel of the picture at full size is on the original. */
    metresPerPixel: z.number().check(z.positive(), z.maximum(MOST_METRES_PER_PIXEL)),
    /** Which way a scroll is read, and so at which end it opens; "rtl" by default. */
    direction: z.optional(z.enum(['rtl', 'ltr'])),
    sections: z.optional(z.array(section).check(z.maxLength(200))),
    poster: z.optional(poster),
    ...statement,
  });

export type FlatAsset = z.infer<ReturnType<typeof flatOf>>;
export type FlatSection = z.infer<typeof section>;
