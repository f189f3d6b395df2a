/** The small parts that every panorama format's schema is made of. */
import * as z from 'zod/mini';

/** A path relative to the exhibition's folder; what else a URI may not be is told by `document/uri.ts`. */
export const uri = z.string().check(z.minLength(1), z.maxLength(2_000));

export const pixels = z.int().check(z.minimum(1), z.maximum(1_048_576));

export const degrees = (min: number, max: number) => z.number().check(z.minimum(min), z.maximum(max));
