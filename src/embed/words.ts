import { matchLanguage } from '#i18n/matchLanguage.ts';
// The build leaves of each file what begins with `embed.` (`pipeline/build/embedScript.ts`).
import ar from '#i18n/locales/ar.json' with { type: 'json' };
import en from '#i18n/locales/en.json' with { type: 'json' };
import fr from '#i18n/locales/fr.json' with { type: 'json' };
import ja from '#i18n/locales/ja.json' with { type: 'json' };
import zhHans from '#i18n/locales/zh-Hans.json' with { type: 'json' };
import zhHant from '#i18n/locales/zh-Hant.json' with { type: 'json' };

export type Words = Readonly<Record<`embed.${'enter' | 'unnamed' | 'opening' | 'apart' | 'close' | 'silent'}`, string>>;

const WORDS: Readonly<Record<string, Words>> = { en, ar, fr, ja, 'zh-Hans': zhHans, 'zh-Hant': zhHant };

export interface Speech {
  /** BCP 47, for `lang`. */
  readonly language: string;
  readonly words: Words;
}

/** The element's few words, in the first of these languages that it speaks; English where it speaks none. */
export function speak(wishes: readonly string[]): Speech {
  const language = matchLanguage(wishes, Object.keys(WORDS)) ?? 'en';
  return { language, words: WORDS[language] ?? en };
}
