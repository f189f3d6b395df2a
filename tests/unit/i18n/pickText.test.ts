import { expect, it } from 'vitest';
import { pickText } from '#i18n/pickText.ts';

const MAP = { en: 'cave', 'zh-Hans': '石窟', fr: 'grotte' };

it('picks the text in the language itself or in the same language of another region', () => {
  expect(pickText(MAP, 'zh-Hans')).toEqual({ text: '石窟', language: 'zh-Hans' });
  expect(pickText(MAP, 'zh-Hans-CN')).toEqual({ text: '石窟', language: 'zh-Hans' });
  expect(pickText(MAP, 'en-GB', 'fr')).toEqual({ text: 'cave', language: 'en' });
});

it('prefers another script of the language to another language', () => {
  expect(pickText(MAP, 'zh-Hant', 'en')).toEqual({ text: '石窟', language: 'zh-Hans' });
});

it('falls back to the default language, then to any', () => {
  expect(pickText(MAP, 'ja', 'fr')).toEqual({ text: 'grotte', language: 'fr' });
  expect(pickText(MAP, 'ja', 'de')).toEqual({ text: 'cave', language: 'en' });
});

it('takes an empty text for none, and says so of a map without any', () => {
  expect(pickText({ en: '', fr: 'grotte' }, 'en')).toEqual({ text: 'grotte', language: 'fr' });
  expect(pickText({}, 'en')).toEqual({ text: '', language: '' });
  expect(pickText(undefined, 'en')).toEqual({ text: '', language: '' });
});

it('marks a text of unknown language with an empty lang', () => {
  expect(pickText({ und: 'IX' }, 'en')).toEqual({ text: 'IX', language: '' });
});

it('finds nothing in what objects inherit', () => {
  expect(pickText({}, 'constructor', '__proto__')).toEqual({ text: '', language: '' });
});
