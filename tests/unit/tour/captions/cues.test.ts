import { describe, expect, it } from 'vitest';
import { cueAt, cuesOf } from '#tour/captions/cues.ts';
import { lettersOf, scriptOf, widthOf } from '#tour/captions/script.ts';
import { setCaption } from '#tour/captions/setCaption.ts';

const linesOf = (text: string, language: string, seconds: number): string[] =>
  cuesOf(text, language, seconds).map((cue) => cue.text);

describe('captions of a text', () => {
  it.each([
    [
      'zh-Hans',
      15,
      '抬头，屋顶的四面坡上坐满了小佛。画的人用四种颜色轮换，每一行错开一格。一个人画，一个人数，墙就活了。',
      [
        '抬头，屋顶的四面坡上坐满了小佛。',
        '画的人用四种颜色轮换，\n每一行错开一格。',
        '一个人画，一个人数，墙就活了。',
      ],
    ],
    [
      'zh-Hans',
      14,
      '如果颜料没有变，大概是这样：一圈一圈的粉红，像光从里面透出来。时间不只拿走东西，有时也画上一笔。',
      ['如果颜料没有变，大概是这样：一圈\n一圈的粉红，像光从里面透出来。', '时间不只拿走东西，\n有时也画上一笔。'],
    ],
    [
      'en',
      15,
      'It is getting dark, and there are lamps behind all three doors. This cliff never existed, but everything on it was once done by someone. Let us go in.',
      [
        'It is getting dark, and there\nare lamps behind all three doors.',
        'This cliff never existed,',
        'but everything on it\nwas once done by someone.',
        'Let us go in.',
      ],
    ],
    ['en', 2, 'Look. And listen.', ['Look. And listen.']],
    ['ja', 8, '灯りが近い。線だけが残り、色は消えた。', ['灯りが近い。', '線だけが残り、色は消えた。']],
    ['ar', 8, 'انظر إلى الجدار. هنا كان باب.', ['انظر إلى الجدار.', 'هنا كان باب.']],
    ['', 4, 'Ein Satz ohne Sprache.', ['Ein Satz ohne Sprache.']],
    ['en', 4, '   ', []],
  ])('in “%s” within %d seconds part where one takes breath', (language, seconds, text, expected) => {
    expect(linesOf(text, language, seconds)).toEqual(expected);
  });

  const LONG =
    'Whoever stands before this wall for the first time sees the colours, and whoever comes back sees the lines, because lines are what a painter learns first and forgets last, and no pigment turns them.';
  const LONG_ZH =
    '第一次站在这面墙前的人看见的是颜色，再来的人看见的是线条，因为线条是画工最先学会、最后忘记的东西，任何颜料都改变不了它，“所以请您再来一次”，老师傅这样说（他一生只画线）。';

  it.each([
    ['en', LONG, 14],
    ['zh-Hans', LONG_ZH, 14],
    ['en', 'Supercalifragilisticexpialidocious'.repeat(6), 20],
  ])('in “%s” have at most two lines of the measure of their script and lose no letter', (language, text, seconds) => {
    const cues = cuesOf(text, language, seconds);
    for (const cue of cues) {
      const lines = cue.text.split('\n');
      expect(lines.length).toBeLessThanOrEqual(2);
      for (const line of lines) {
        expect(widthOf(line, language)).toBeLessThanOrEqual(scriptOf(language).lineEms);
        expect(line).not.toMatch(/^[，。、；：”）]/u);
        expect(line).not.toMatch(/[“（]$/u);
      }
    }
    expect(
      cues
        .map((cue) => cue.text)
        .join('')
        .replace(/\s/gu, ''),
    ).toBe(text.replace(/\s/gu, ''));
  });

  it.each([
    ['en', LONG, 20],
    ['zh-Hans', LONG_ZH, 20],
    ['en', 'One. Two. Three. Four words stand here.', 9],
  ])('in “%s” last as long as one needs to read them, where the time allows', (language, text, seconds) => {
    const cues = cuesOf(text, language, seconds);
    const { lettersPerSecond } = scriptOf(language);
    for (const { start, end, text: said } of cues) {
      expect(end - start).toBeGreaterThanOrEqual(1.2 - 1e-9);
      expect(lettersOf(said) / (end - start)).toBeLessThanOrEqual(lettersPerSecond + 1e-9);
    }
  });

  it('follow each other without a gap to the end, also where there is too little time', () => {
    const cues = cuesOf(LONG, 'en', 3);
    expect(cues[0]?.start).toBe(0);
    for (const [index, cue] of cues.entries()) expect(cue.end).toBe(cues[index + 1]?.start ?? 3);
  });
});

describe('one caption', () => {
  it.each([
    ['en', 'a'.repeat(37), 1],
    ['en', `${'a'.repeat(20)} ${'b'.repeat(20)}`, 2],
    ['zh-Hans', '字'.repeat(16), 1],
    ['zh-Hans', '字'.repeat(17), 2],
  ])('in “%s” of %s has %d lines', (language, text, lines) => {
    expect(setCaption(text, language)).toHaveLength(lines);
  });

  it('is none where two lines do not hold it', () => {
    expect(setCaption('字'.repeat(33), 'zh-Hans')).toBeNull();
  });
});

describe('the caption at a moment', () => {
  const cues = [
    { start: 1, end: 2, text: 'one' },
    { start: 2, end: 9, text: 'two' },
    { start: 3, end: 4, text: 'over it' },
  ];
  it.each([
    [0, null],
    [1, 'one'],
    [2, 'two'],
    [3.5, 'over it'],
    [4, 'two'],
    [9, null],
  ])('after %d seconds is %s', (seconds, text) => {
    expect(cueAt(cues, seconds)?.text ?? null).toBe(text);
  });
});
