import { describe, expect, it } from 'vitest';
import { checkExhibition } from '#document/check/checkExhibition.ts';
import { coverLanguages } from '#document/check/languageCoverage.ts';
import { describeFault } from '#document/fault.ts';
import { openExhibition } from '#document/open.ts';
import { loadLocale } from '#i18n/loadLocale.ts';
import { MESSAGE_KEYS } from '#i18n/locale.ts';
import { translate } from '#i18n/translate.ts';
import { describeCoverage } from '#pipeline/languages/describeCoverage.ts';
import { makeExhibition } from '../fixtures/exhibitions.ts';

const withWording = (wording: unknown) => ({ ...makeExhibition(), wording });
const open = (wording: unknown) => openExhibition(JSON.stringify(withWording(wording)));
const check = async (wording: unknown) => {
  const { faults } = await checkExhibition(new TextEncoder().encode(JSON.stringify(withWording(wording))), null);
  return faults.filter(({ path }) => path.startsWith('wording')).map(describeFault);
};

describe("a museum's own words", () => {
  it('stand in place of the interface’s, and only those', async () => {
    const own = { en: { 'title.enter': 'Come in', 'places.count': { one: '{count} cave', other: '{count} caves' } } };
    const { exhibition, faults } = open(own);
    expect(faults).toEqual([]);
    const locale = await loadLocale('en-GB', exhibition?.wording);
    expect(translate(locale, 'title.enter')).toBe('Come in');
    expect(translate(locale, 'places.count', { count: 2 })).toBe('2 caves');
    expect(translate(locale, 'panel.close')).toBe('Close');
    expect(translate(await loadLocale('zh-Hans', exhibition?.wording), 'title.enter')).toBe('入内参观');
  });

  it('make a language of their own where they have most of its texts', async () => {
    const texts = Object.fromEntries(MESSAGE_KEYS.map((key) => [key, 'x']));
    expect((await loadLocale('tlh', { tlh: texts })).tag).toBe('tlh');
    expect((await loadLocale('tlh', { tlh: { 'title.enter': 'x' } })).tag).toBe('en');
  });

  it.each([
    ['no', 'wording'],
    [{ 'not a tag': {} }, 'wording.not a tag'],
    [{ en: [] }, 'wording.en'],
    [{ en: { 'title.enter': 3 } }, 'wording.en.title.enter'],
    [{ en: { 'title.enter': '' } }, 'wording.en.title.enter'],
    [{ en: { 'title.enter': 'x'.repeat(2_001) } }, 'wording.en.title.enter'],
    [{ en: { 'places.count': { few: 'x' } } }, 'wording.en.places.count'],
  ])('of which %j is wrong cost no more than themselves', (wording, path) => {
    const { exhibition, faults } = open(wording);
    expect(exhibition?.nodes.length).toBe(makeExhibition().nodes.length);
    expect(faults.map((fault) => fault.path)).toEqual([path]);
  });

  it('are checked against the interface: keys, placeholders, room and plural forms', async () => {
    expect(await check({ en: { 'title.entr': 'Come in' } })).toEqual([
      'wording.en.title.entr: the interface has no text "title.entr"; did you mean "title.enter"?',
    ]);
    expect(await check({ en: { turned: 'To {where}' } })).toEqual([
      'wording.en.turned: nothing stands for {where} here; known are {facing}',
    ]);
    expect((await check({ en: { 'title.enter': 'x'.repeat(60) } })).join()).toMatch(/expected at most 37 characters/);
    expect((await check({ en: { 'places.count': { other: '{count}' } } })).join()).toMatch(/no form for "one"/);
    expect((await check({ fr: { 'title.enter': 'Venez' } })).join()).toMatch(/add "fr" to "languages"/);
    expect(await check({ en: { 'title.enter': 'Come in' } })).toEqual([]);
  });
});

describe('coverLanguages', () => {
  const interfaceKeys = { en: MESSAGE_KEYS, 'zh-Hans': MESSAGE_KEYS.slice(1) };

  it('names the texts and the keys that a language lacks', () => {
    const exhibition = makeExhibition();
    exhibition.languages = ['en', 'zh-Hans', 'fr'];
    exhibition.label = { en: 'Small', fr: 'Petite' };
    exhibition.wording = { fr: { 'title.enter': 'Venez' } };
    const [english, chinese, french] = coverLanguages(exhibition, interfaceKeys);
    expect(english).toMatchObject({ share: 1, missing: [], missingKeys: [], interfaceLanguage: 'en' });
    expect(chinese).toMatchObject({ missing: ['label'], missingKeys: [MESSAGE_KEYS[0]], interfaceLanguage: 'zh-Hans' });
    expect(french?.missing).not.toContain('label');
    expect(french?.missing).toContain('nodes.0.label');
    expect(french?.missingKeys).not.toContain('title.enter');
    expect(french?.missingKeys.length).toBe(MESSAGE_KEYS.length - 1);
  });

  it('is told language by language, with shares rounded down', () => {
    const one = {
      language: 'fr',
      texts: 3,
      missing: ['label'],
      share: 2 / 3,
      interfaceLanguage: 'fr',
      missingKeys: [],
    };
    expect(describeCoverage([one])).toBe('fr: 2 of 3 texts (66.6 %), interface in fr\n  no text  label\n');
  });
});
