import { describe, expect, it } from 'vitest';
import { GrottoExhibition } from '#embed/define.ts';
import { speak } from '#embed/words.ts';

describe('the words of the element', () => {
  it.each([
    [['fr-CA', 'en'], 'fr', 'Entrer'],
    [['zh-TW'], 'zh-Hant', '開始參觀'],
    [['de', 'ja'], 'ja', '入場する'],
    [['de'], 'en', 'Enter'],
    [[], 'en', 'Enter'],
  ])('for %j are in %s', (wishes, language, enter) => {
    const speech = speak(wishes);
    expect([speech.language, speech.words['embed.enter']]).toEqual([language, enter]);
  });
});

describe('the module of the element', () => {
  it('can be imported where there is no browser, such as on a server that renders pages', () => {
    expect('document' in globalThis).toBe(false);
    expect(GrottoExhibition.observedAttributes).toContain('src');
  });
});
