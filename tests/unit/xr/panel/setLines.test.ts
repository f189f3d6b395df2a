import { describe, expect, it } from 'vitest';
import { isWide, setEvenly, setLines, setWell, spreadOf } from '#xr/panel/type/setLines.ts';

/** Han letters are two wide, all others one. */
const measure = (text: string): number => [...text].reduce((sum, letter) => sum + (isWide(letter) ? 2 : 1), 0);
const set = (text: string, width: number): string[] => setLines(text, width, measure).map((line) => line.text);

describe('setting a paragraph', () => {
  it.each<[what: string, text: string, width: number, lines: string[]]>([
    ['nothing', '', 10, []],
    ['spaces alone', ' \n ', 10, []],
    ['a short text', 'stone', 10, ['stone']],
    ['Latin at its spaces', 'the ding began as a pot', 10, ['the ding', 'began as a', 'pot']],
    ['Latin with its commas', 'red, blue, green', 9, ['red,', 'blue,', 'green']],
    ['a word wider than a line', 'a Donaudampfschiff sinks', 8, ['a', 'Donaudam', 'pfschiff', 'sinks']],
    ['an address after its strokes', 'see example.org/licenses/by', 14, ['see', 'example.org/', 'licenses/by']],
    ['a word at its hyphen', 'the central-pillar cave', 13, ['the central-', 'pillar cave']],
    ['Han anywhere', '三足双耳深腹', 8, ['三足双耳', '深腹']],
    ['no stop at the beginning of a line', '三足双耳！深腹', 8, ['三足双', '耳！深腹']],
    ['a stop that hangs over by half of itself', '三足双耳。深腹', 9, ['三足双耳。', '深腹']],
    ['no stop that hangs over by more', '三足双耳。深腹', 8, ['三足双', '耳。深腹']],
    ['no opening bracket at the end', '石窟壁（北魏）', 8, ['石窟壁', '（北魏）']],
    ['no opening quotation mark at the end', '他说是“好”的', 8, ['他说是', '“好”的']],
    ['no closing bracket at the beginning', '（北魏造）像', 8, ['（北魏', '造）像']],
    ['a dash of two signs in one piece', '石窟寺——敦煌', 7, ['石窟寺', '——敦煌']],
    ['an ellipsis in one piece', '石窟……寺', 5, ['石', '窟……', '寺']],
    ['Latin within Han without a space of ours', '用Grotto呈现', 8, ['用Grotto', '呈现']],
    ['percent with its number', '误差为百分之5%内', 13, ['误差为百分之', '5%内']],
    ['a line end of the text as a space', 'one\ntwo', 10, ['one two']],
    ['a line end between Han letters as nothing', '石窟\n壁画\n佛', 20, ['石窟壁画佛']],
    ['a space that the text has, in Han as well', '2026 年', 20, ['2026 年']],
    ['a sign of several code points in one piece', 'ae\u0301i', 1, ['a', 'e\u0301', 'i']],
  ])('sets %s', (_, text, width, lines) => {
    const combining = (part: string): number => measure(part.normalize('NFC'));
    expect(setLines(text, width, combining).map((line) => line.text)).toEqual(lines);
  });

  it('loses and adds no sign, whatever the width', () => {
    const text = '绿锈不是涂上去的颜色，而是铜与土、水多年反应的结果（见 J. Rawson, 1987）——总是先在低处、湿处生出来。';
    for (let width = 2; width < 60; width++) {
      expect(set(text, width).join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
    }
  });

  it('keeps within the width, but for a stop that hangs over', () => {
    const text = '三足、双耳、深腹：鼎原是煮肉的锅，后来成了祭器，再后来成了权力的比喻。腹上一圈兽面，左右对称。';
    for (let width = 8; width < 60; width++) {
      for (const line of setLines(text, width, measure)) expect(line.width).toBeLessThanOrEqual(width + 1);
    }
  });
});

it('evens out the lines of a title without adding one', () => {
  const title = 'Hall of a Thousand Buddhas by lamplight';
  const lines = setEvenly(title, 34, measure).map((line) => line.text);
  expect(lines).toEqual(['Hall of a Thousand', 'Buddhas by lamplight']);
});

it('narrows a column a little where its last line would be lost', () => {
  const text = 'aaaa bbbb cccc dddd aaaa bbbb cccc dddd xxxxx i';
  expect(
    setLines(text, 46, measure)
      .map((line) => line.text)
      .at(-1),
  ).toBe('i');
  expect(
    setWell(text, 46, measure)
      .map((line) => line.text)
      .at(-1),
  ).toBe('xxxxx i');
});

describe('spreading a line to the edge', () => {
  it('shares out what is left between its signs', () => {
    expect(spreadOf({ text: '石窟壁画', width: 8 }, 9.5, 2)).toBe(0.5);
  });
  it.each([
    ['is full already', '石窟壁画', 8, 8],
    ['hangs over', '石窟壁画', 9, 8],
    ['would gape', '石窟', 4, 12],
    ['has one sign', '石', 2, 3],
  ])('leaves a line as it is that %s', (_, text, width, to) => {
    expect(spreadOf({ text, width }, to, 2)).toBe(0);
  });
});
