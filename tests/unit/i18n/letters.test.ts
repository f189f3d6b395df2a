import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const root = new URL('../../../', import.meta.url);
const read = (path: string) => readFileSync(new URL(path, root), 'utf8');

/** Every letter that a style sheet's `unicode-range`s name. */
function lettersOf(css: string): (letter: string) => boolean {
  const ranges = [...css.matchAll(/U\+([0-9A-F]+)(?:-([0-9A-F]+))?/gi)].map(([, from = '', to = from]) => {
    return [parseInt(from, 16), parseInt(to, 16)] as const;
  });
  return (letter) => ranges.some(([from, to]) => letter.codePointAt(0)! >= from && letter.codePointAt(0)! <= to);
}

function lettersIn(locale: string, script: RegExp): string[] {
  return [...new Set(read(`src/i18n/locales/${locale}.json`))].filter((letter) => script.test(letter));
}

const HAN = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff01-\uff60]/u;

describe('the bundled typefaces', () => {
  const faces = ['noto-serif-sc', 'noto-sans-sc'].map((face) =>
    read(`node_modules/@fontsource-variable/${face}/wght.css`),
  );

  it.each(['zh-Hans', 'zh-Hant', 'ja'])('have every letter of the interface in %s', (locale) => {
    const letters = lettersIn(locale, HAN);
    expect(letters.length).toBeGreaterThan(300);
    for (const face of faces) expect(letters.filter((letter) => !lettersOf(face)(letter))).toEqual([]);
  });

  it('have every letter of the interface in Arabic', () => {
    const letters = lettersIn('ar', /\p{Script=Arabic}|[،؛؟]/u);
    expect(letters.length).toBeGreaterThan(30);
    expect(letters.filter((letter) => !lettersOf(read('src/ui/fonts/arabic.css'))(letter))).toEqual([]);
  });

  it('are set from one locale file per language, all of them in the stacks of the page', () => {
    const locales = readdirSync(new URL('src/i18n/locales/', root)).map((file) => file.replace('.json', ''));
    const page = read('src/ui/base.css');
    for (const locale of ['zh-Hant', 'ja', 'ar']) {
      expect(locales).toContain(locale);
      expect(page).toContain(`:lang(${locale})`);
    }
  });
});

describe('the typography of a language', () => {
  const texts = (locale: string) =>
    Object.values(JSON.parse(read(`src/i18n/locales/${locale}.json`)) as Record<string, string | object>).flatMap(
      (text) => (typeof text === 'string' ? [text] : (Object.values(text) as string[])),
    );

  it('sets French signs apart by spaces that do not break', () => {
    expect(texts('fr').filter((text) => /(^|[^\u00a0])[:»]|(^|[^\u202f])[;!?]|«(?!\u00a0)|'/u.test(text))).toEqual([]);
  });

  it.each(['zh-Hans', 'zh-Hant', 'ja'])('has full-width signs after the letters of %s', (locale) => {
    expect(texts(locale).filter((text) => /[\p{Script=Han}\p{Script=Hiragana}][,.:;!?]/u.test(text))).toEqual([]);
  });

  it('has the signs of Arabic in Arabic', () => {
    expect(texts('ar').filter((text) => /\p{Script=Arabic}[,;?]/u.test(text))).toEqual([]);
  });
});
