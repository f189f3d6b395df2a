import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createEnglish, createLocale } from '#i18n/locale.ts';
import { interfaceLanguages, loadLocale } from '#i18n/loadLocale.ts';
import { translate } from '#i18n/translate.ts';
import { DIGITAL_SOURCE_TYPES } from '#document/schema.ts';

const folder = new URL('../../../src/i18n/locales/', import.meta.url);
const read = (file: string) =>
  JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as Record<string, string | Record<string, string>>;
const english = read('en.json');
const others = readdirSync(folder).filter((file) => file !== 'en.json');
const placeholders = (message: string | Record<string, string> | undefined) => {
  const text = typeof message === 'object' ? (message['other'] ?? '') : (message ?? '');
  return [...text.matchAll(/\{\w+\}/g)].map((match) => match[0]).sort();
};

describe.each(others)('the locale file %s', (file) => {
  const own = read(file);
  const tag = file.replace('.json', '');

  it('has the keys of English, no more and no fewer', () => {
    expect(Object.keys(own).sort()).toEqual(Object.keys(english).sort());
  });

  it('has the placeholders of English in every text', () => {
    for (const key of Object.keys(english)) expect(placeholders(own[key]), key).toEqual(placeholders(english[key]));
  });

  it('has a form for every plural category of its language', () => {
    const categories = new Intl.PluralRules(tag).resolvedOptions().pluralCategories;
    for (const [key, message] of Object.entries(own)) {
      if (typeof message === 'object') expect(Object.keys(message).sort(), key).toEqual([...categories].sort());
    }
  });

  it('leaves no text empty', () => {
    for (const [key, message] of Object.entries(own)) {
      const texts = typeof message === 'object' ? Object.values(message) : [message];
      for (const text of texts) expect(text.trim(), key).not.toBe('');
    }
  });
});

describe('the interface languages', () => {
  it('are the files of the folder, English first', () => {
    expect(interfaceLanguages()[0]).toBe('en');
    expect(interfaceLanguages().sort()).toEqual([...others, 'en.json'].map((file) => file.replace('.json', '')).sort());
  });

  it('name every way a picture can have been made', () => {
    for (const type of DIGITAL_SOURCE_TYPES) expect(Object.keys(english)).toContain(`source.${type}`);
  });

  it('are loaded by the nearest tag, and English stands in for what is not there', async () => {
    expect((await loadLocale('zh-CN')).tag).toBe('zh-Hans');
    expect((await loadLocale('tlh')).tag).toBe('en');
    expect((await loadLocale('zh-TW')).tag).toBe('zh-Hant');
  });
});

describe('translate', () => {
  it('fills in texts and writes numbers as the language does', () => {
    expect(translate(createEnglish(), 'arrival', { place: 'the hall', facing: 'east' })).toBe(
      'You are in the hall, facing east.',
    );
    expect(translate(createEnglish(), 'places.count', { count: 1 })).toBe('1 place');
    expect(translate(createEnglish(), 'places.count', { count: 1200 })).toBe('1,200 places');
  });

  it('drops a placeholder that has no parameter, and never reads what was not given', () => {
    const locale = createLocale('xx', { turned: 'A {constructor} B {toString}' });
    expect(translate(locale, 'turned', { facing: 'north' })).toBe('A  B ');
  });

  it('takes English for what a locale file lacks or has wrong', () => {
    const locale = createLocale('ar', {
      'locale.direction': 'rtl',
      'title.enter': 7,
      'places.count': { few: 'x' },
      'panel.close': 'x'.repeat(9_999),
    });
    expect(locale.direction).toBe('rtl');
    expect(translate(locale, 'title.enter')).toBe('Enter');
    expect(translate(locale, 'places.count', { count: 3 })).toMatch(/places$/);
    expect(translate(locale, 'panel.close')).toBe('Close');
  });

  it.each([null, 3, 'text', [], { __proto__: { 'title.enter': 'no' } }])(
    'survives a locale file that holds %j',
    (file) => {
      expect(translate(createLocale('fr', file), 'title.enter')).toBe('Enter');
    },
  );
});
