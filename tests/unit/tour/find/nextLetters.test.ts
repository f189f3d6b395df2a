import { describe, expect, it } from 'vitest';
import { nextLetters } from '#tour/find/nextLetters.ts';

const NAMES = ['Bronze bell', 'Bodhisattva of clay', 'Écaille', 'Cave 2'];

describe('the letters of a screen without a keyboard', () => {
  it('begin with what any word of any name begins with, once each, in the order of the language', () => {
    expect(nextLetters(NAMES, '', 'en')).toEqual(['2', 'b', 'c', 'e', 'o']);
  });

  it('lead on from what is written, whatever its case and accents', () => {
    expect(nextLetters(NAMES, 'B', 'en')).toEqual(['e', 'o', 'r']);
    expect(nextLetters(NAMES, 'éc', 'fr')).toEqual(['a']);
    expect(nextLetters(NAMES, 'ec', 'fr')).toEqual(['a']);
  });

  it('end where a name ends or nothing goes on, and begin anew after a space', () => {
    expect(nextLetters(NAMES, 'bell', 'en')).toEqual([]);
    expect(nextLetters(NAMES, 'xy', 'en')).toEqual([]);
    expect(nextLetters(NAMES, 'bronze ', 'en')).toEqual(nextLetters(NAMES, '', 'en'));
  });

  it('are characters where words have no spaces, from the beginning of each word', () => {
    const names = ['飞天乐伎', '北壁飞天', '千佛'];
    const first = nextLetters(names, '', 'zh-Hans');
    expect(first).toContain('飞');
    expect(first).toContain('千');
    expect(first.filter((letter) => letter === '飞')).toHaveLength(1);
    expect(nextLetters(names, '飞', 'zh-Hans')).toEqual(['天']);
    expect(nextLetters(names, '飞天', 'zh-Hans')).toEqual(['乐']);
    // Nobody looks for a word that only joins others.
    expect(nextLetters(['石窟的门'], '', 'zh-Hans')).not.toContain('的');
  });

  it('are those of the name, though another form of a character was pressed', () => {
    expect(nextLetters(['飛天'], '飞', 'zh-Hant')).toEqual(['天']);
    expect(nextLetters(['飛天'], '', 'zh-Hant')).toEqual(['飛']);
  });

  it('leave out vowel signs and forms of one letter in Arabic', () => {
    expect(nextLetters(['أَبَد', 'إبل', 'ابن'], '', 'ar')).toEqual(['ا']);
    expect(nextLetters(['أَبَد', 'إبل', 'ابن'], 'اب', 'ar')).toEqual(['د', 'ل', 'ن']);
  });

  it('are none where there is nothing to find', () => {
    expect(nextLetters([], '', 'en')).toEqual([]);
    expect(nextLetters(['…', '—'], '', 'en')).toEqual([]);
  });
});
