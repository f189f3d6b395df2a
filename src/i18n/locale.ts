import english from './locales/en.json' with { type: 'json' };

/** Every text of the interface has a key; `locales/en.json` is the list. */
export type MessageKey = keyof typeof english;
/** A text, or one per plural category of the language, chosen by the parameter `count`. */
export type Message = string | Readonly<Record<string, string>>;

/** A language of the interface, ready to be used. */
export interface Locale {
  /** BCP 47, for `lang` attributes and number formats. */
  readonly tag: string;
  readonly direction: 'ltr' | 'rtl';
  readonly messages: Readonly<Record<MessageKey, Message>>;
  readonly numbers: Intl.NumberFormat;
  readonly plurals: Intl.PluralRules;
  readonly lists: Intl.ListFormat;
}

export const MESSAGE_KEYS = Object.keys(english) as MessageKey[];
/** No interface text is longer; what is, was not written for this place. */
const MAX_TEXT = 2_000;

/** An exhibition's own words for texts of the interface, by language and key; what is no `Message` counts as none. */
export type OwnWords = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/**
 * A locale from what a locale file holds, and from what an exhibition says in its place. Texts that are missing or no
 * texts are taken from English.
 */
export function createLocale(tag: string, file: unknown, own: unknown = {}): Locale {
  const messages = {} as Record<MessageKey, Message>;
  for (const key of MESSAGE_KEYS) messages[key] = messageIn(own, key) ?? messageIn(file, key) ?? english[key];
  return {
    tag,
    direction: messages['locale.direction'] === 'rtl' ? 'rtl' : 'ltr',
    messages,
    numbers: new Intl.NumberFormat(tag),
    plurals: new Intl.PluralRules(tag),
    lists: new Intl.ListFormat(tag),
  };
}

export function createEnglish(): Locale {
  return createLocale('en', english);
}

function messageIn(texts: unknown, key: string): Message | undefined {
  if (typeof texts !== 'object' || texts === null || !Object.hasOwn(texts, key)) return undefined;
  const value = (texts as Record<string, unknown>)[key];
  return isMessage(value) ? value : undefined;
}

function isMessage(value: unknown): value is Message {
  if (typeof value === 'string') return value.length <= MAX_TEXT;
  if (typeof value !== 'object' || value === null) return false;
  const isText = (text: unknown): boolean => typeof text === 'string' && text.length <= MAX_TEXT;
  return Object.hasOwn(value, 'other') && Object.values(value).every(isText);
}
