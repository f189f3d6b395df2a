import { isolate } from './direction.ts';
import type { Locale, MessageKey } from './locale.ts';

export type Params = Readonly<Record<string, string | number>>;

/**
 * The text of a key in a language. `{name}` stands for the parameter of that name: numbers in the language's own form,
 * texts kept apart where they may be read the other way. Where a text has plural forms, `count` chooses. A placeholder
 * without its parameter vanishes.
 */
export function translate(locale: Locale, key: MessageKey, params: Params = {}): string {
  const message = locale.messages[key];
  const text = typeof message === 'string' ? message : choosePlural(locale, message, params['count']);
  return text.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = Object.hasOwn(params, name) ? params[name] : undefined;
    return typeof value === 'number' ? locale.numbers.format(value) : isolate(value ?? '', locale.direction);
  });
}

function choosePlural(
  locale: Locale,
  forms: Readonly<Record<string, string>>,
  count: string | number | undefined,
): string {
  const category = typeof count === 'number' ? locale.plurals.select(count) : 'other';
  return forms[category] ?? forms['other'] ?? '';
}
