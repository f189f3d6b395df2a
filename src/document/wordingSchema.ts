/**
 * A museum's own words in place of the interface's: by language, then by key of `i18n/locales/en.json`, a text or one per
 * plural category. What is not named stays as the interface has it.
 */
import * as z from 'zod/mini';
import { languageTag } from './fields.ts';

/** Longer is no text of an interface. Characters. */
export const MAX_WORDING = 2_000;

const text = z.string().check(z.minLength(1), z.maxLength(MAX_WORDING));
const pluralForms = z.strictObject({
  zero: z.optional(text),
  one: z.optional(text),
  two: z.optional(text),
  few: z.optional(text),
  many: z.optional(text),
  other: text,
} satisfies Record<Intl.LDMLPluralRule, unknown>);

export const words = z.union([text, pluralForms]);
/** Lazy, so that the walks over language maps leave it alone: `settleWording` sees to it entry by entry. */
export const wording = z.lazy(() => z.record(languageTag, z.record(z.string(), words)));

export type Wording = z.infer<typeof wording>;
