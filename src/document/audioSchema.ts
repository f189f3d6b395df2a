/** Sounds in the exhibition document: the files, and where they are to be heard. Lengths are metres, levels decibels. */
import * as z from 'zod/mini';
import { uri } from '#sources/panorama/fields.ts';
import { id, languageMap, languageTag, position, statement, viewTarget } from './fields.ts';

/** `always`: without end. `now-and-then`: one time, then a while later again. */
const plays = z.optional(z.enum(['always', 'now-and-then']));
const decibels = z.number().check(z.minimum(-60), z.maximum(12));

export const audio = z.strictObject({
  kind: z.literal('audio'),
  id,
  label: languageMap,
  /** The same sound in several formats; a browser takes the first that it can play. */
  sources: z
    .array(z.strictObject({ uri, type: z.string().check(z.regex(/^audio\/[\w.+-]+(; ?codecs="?[\w.,]+"?)?$/)) }))
    .check(z.minLength(1), z.maxLength(8)),
  seconds: z.number().check(z.positive(), z.maximum(36_000)),
  /** Whether end and beginning meet, so that it may go on for ever. */
  isLoop: z.optional(z.boolean()),
  /** What is heard, for those who do not hear it: “wind over the cliff”. It is captioned so. */
  description: z.optional(languageMap),
  /** WebVTT of what is said or sung, by language. */
  captions: z.optional(z.record(languageTag, uri)),
  ...statement,
});

/** What is without `plays` goes on for ever where the audio is a loop, and is heard now and then where it is none. */
export const nodeSound = z.discriminatedUnion('kind', [
  /** All around: the same wherever one looks. */
  z.strictObject({ kind: z.literal('ambience'), audio: id, level: z.optional(decibels), plays }),
  /** From one spot, given as a direction or as a position on the site; in a gallery, in the gallery's own frame. */
  z.strictObject({
    kind: z.literal('point'),
    audio: id,
    target: z.optional(viewTarget),
    position: z.optional(position),
    level: z.optional(decibels),
    /** Within this distance it is as loud as its file; beyond, half as loud at twice as far. */
    fullWithin: z.optional(z.number().check(z.positive(), z.maximum(1_000))),
    plays,
  }),
  /** From everywhere within a circle on the ground, fading outside of it. */
  z.strictObject({
    kind: z.literal('area'),
    audio: id,
    position,
    radius: z.number().check(z.positive(), z.maximum(1_000)),
    level: z.optional(decibels),
    plays,
  }),
]);
