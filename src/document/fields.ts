/** The small shapes that every part of the exhibition document is made of. */
import * as z from 'zod/mini';
import { degrees, pixels, uri } from '#sources/panorama/fields.ts';

export const text = z.string().check(z.maxLength(20_000));
export const id = z
  .string()
  .check(z.regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/, 'a name of at most 64 letters, digits, ".", "_" and "-"'));
export const languageTag = z
  .string()
  .check(z.regex(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,8}$/, 'a language tag such as "en" or "zh-Hans"'));
/** BCP 47 language tag → text. */
export const languageMap = z.record(languageTag, text);
export const rightsUri = z.string().check(z.minLength(1), z.maxLength(2_000));
export const metres = z.number().check(z.minimum(-1e6), z.maximum(1e6));

export const position = z.tuple([metres, metres, metres]);
export const viewTarget = z.strictObject({ yaw: degrees(-360, 360), pitch: degrees(-90, 90) });
export const startView = z.strictObject({
  yaw: degrees(-360, 360),
  pitch: z.optional(degrees(-90, 90)),
  /** Vertical field of view. */
  fov: z.optional(degrees(1, 120)),
});

export const labelledValue = z.strictObject({ label: languageMap, value: languageMap });

/** IPTC digital source types, by their short names (http://cv.iptc.org/newscodes/digitalsourcetype/…). */
export const DIGITAL_SOURCE_TYPES = [
  'digitalCapture', 'compositeCapture', 'negativeFilm', 'positiveFilm', 'print', 'humanEdits', 'compositeSynthetic',
  'composite', 'digitalCreation', 'dataDrivenMedia', 'screenCapture', 'virtualRecording', 'algorithmicMedia',
  'algorithmicallyEnhanced', 'trainedAlgorithmicMedia', 'compositeWithTrainedAlgorithmicMedia',
] as const; // prettier-ignore
export const digitalSourceType = z.enum(DIGITAL_SOURCE_TYPES);

export const statement = {
  rights: z.optional(rightsUri),
  requiredStatement: z.optional(labelledValue),
  credit: z.optional(languageMap),
  digitalSourceType: z.optional(digitalSourceType),
};

export const poster = z.strictObject({ uri, width: pixels, height: pixels });
export const count = z.number().check(z.int(), z.minimum(0), z.maximum(Number.MAX_SAFE_INTEGER));

export type DigitalSourceType = (typeof DIGITAL_SOURCE_TYPES)[number];
export type LanguageMap = z.infer<typeof languageMap>;
