import { describe, expect, it } from 'vitest';
import { matchLanguage } from '#i18n/matchLanguage.ts';

describe('matchLanguage', () => {
  it.each([
    [['zh-Hans'], ['en', 'zh-Hans'], 'zh-Hans'],
    [['zh-CN'], ['en', 'zh-Hans'], 'zh-Hans'],
    [['zh'], ['en', 'zh-Hans'], 'zh-Hans'],
    [['zh-Hans-CN'], ['zh'], 'zh'],
    [['ZH-hans'], ['zh-Hans'], 'zh-Hans'],
    [['zh-TW'], ['zh-Hans'], null],
    [['zh-TW', 'en-GB'], ['zh-Hans', 'en'], 'en'],
    [['en-GB'], ['en-US', 'en'], 'en'],
    [['en-GB'], ['en-US'], 'en-US'],
    [['fr'], ['en', 'zh-Hans'], null],
    [['fr', 'zh'], ['en', 'zh-Hans'], 'zh-Hans'],
    [[''], ['en'], null],
    [['e'], ['en'], null],
  ])('of the wishes %j among %j chooses %j', (wishes, offered, expected) => {
    expect(matchLanguage(wishes, offered)).toBe(expected);
  });
});
